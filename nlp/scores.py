"""How good predictions are: accuracy, macro-F1, confusion, calibration."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

BINS = 10


class Bin(NamedTuple):
    """Predictions of like confidence: how many, their mean confidence, and how many were right."""

    size: int
    confidence: float
    accuracy: float


def accuracy(targets: Sequence[str], predictions: Sequence[str]) -> float:
    """The share of right predictions."""
    return sum(map(str.__eq__, targets, predictions)) / max(1, len(targets))


def f1_by_label(targets: Sequence[str], predictions: Sequence[str]) -> dict[str, float]:
    """The F1 of each label that occurs, as target or as prediction."""
    hit = Counter(target for target, guess in zip(targets, predictions, strict=True) if target == guess)
    wanted, said = Counter(targets), Counter(predictions)
    return {label: 2 * hit[label] / (wanted[label] + said[label]) for label in sorted(wanted.keys() | said.keys())}


def macro_f1(targets: Sequence[str], predictions: Sequence[str]) -> float:
    """The mean F1 of the labels that occur among the targets."""
    scores = f1_by_label(targets, predictions)
    wanted = set(targets)
    return sum(scores[label] for label in wanted) / max(1, len(wanted))


def confusion(targets: Sequence[str], predictions: Sequence[str]) -> list[tuple[str, str, int]]:
    """Target, prediction and how often, wrong ones only, most frequent first."""
    pairs = Counter(pair for pair in zip(targets, predictions, strict=True) if pair[0] != pair[1])
    return [(target, guess, count) for (target, guess), count in pairs.most_common()]


def calibration(confidences: Sequence[float], right: Sequence[bool]) -> tuple[float, list[Bin]]:
    """The expected calibration error over BINS equal bins, and the bins (Guo et al. 2017, section 2)."""
    bins: list[Bin] = []
    for number in range(BINS):
        inside = [
            position for position, confidence in enumerate(confidences)
            if min(BINS - 1, int(confidence * BINS)) == number
        ]  # fmt: skip
        if inside:
            sure = sum(confidences[position] for position in inside) / len(inside)
            bins.append(Bin(len(inside), sure, sum(right[position] for position in inside) / len(inside)))
    error = sum(one.size * abs(one.confidence - one.accuracy) for one in bins) / max(1, len(confidences))
    return error, bins
