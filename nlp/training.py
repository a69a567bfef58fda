"""Training of linear heads: the only place that needs scikit-learn."""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from nlp import scores
from nlp.features import Features
from nlp.linear import Linear

FOLDS = 4
TEMPERATURES = np.geomspace(0.05, 3.0, 80)

TOLERANCE = 0.01
"""Where the solver stops: finer moves no prediction (measured), and takes many times as long."""

UNSEEN = -1.0
"""Margin of a label that no sample of a fold's training has."""

Floats = npt.NDArray[np.float64]


class Recipe(NamedTuple):
    """How a head is trained: C of the support vector machines, and in how many texts a feature must stand to count.

    With `telling` a feature counts the more, the more often it stands with one label than with the others. After Wang
    and Manning (2012, "Baselines and Bigrams: Simple, Good Sentiment and Topic Classification").
    """

    cost: float
    fewest: int
    telling: bool = False


MANY_TEXTS = Recipe(cost=0.2, fewest=2)
"""For thousands of noisy messages (C measured flat between .15 and .3)."""

FEW_TEXTS = Recipe(cost=0.5, fewest=1)
"""For a corpus of some dozen sentences a label, each right, so that a word may count that stands in one of them."""

TWO_LABELS = FEW_TEXTS._replace(telling=True)
"""For the thousands of sentences of danger and calm (measured: some 2 % more emergencies heard at as many alarms)."""


class Sample(NamedTuple):
    """A text's features with its label and how much it weighs (a correction by staff weighs 5)."""

    features: Features
    label: str
    weight: float = 1.0


class Fitted(NamedTuple):
    """A trained head and how well heads like it did on texts that they had not seen (rounded to 4 digits).

    `guesses` are what those said of each sample.
    """

    head: Linear
    performance: dict[str, float]
    guesses: list[str]


class Columns(NamedTuple):
    """The ids that count, sorted, and their rarity (idf)."""

    ids: npt.NDArray[np.uint32]
    idf: npt.NDArray[np.float32]


def train(samples: Sequence[Sample], recipe: Recipe, progress: Callable[[str], None] = lambda _: None) -> Fitted:
    """A head for these samples, one against the rest, its temperature from out-of-fold margins.

    The same samples in the same order give the same numbers. Raises ValueError for fewer than two labels.
    """
    labels = sorted({sample.label for sample in samples})
    if len(labels) < 2:
        raise ValueError("training needs at least two labels")
    progress("weights")
    rarity = _columns(samples, recipe.fewest)
    columns = _weighed(rarity, samples, recipe)
    matrix = _matrix(samples, columns)
    fitted = _head(labels, columns, _machine(samples, matrix, recipe))
    progress("calibration")
    margins = _out_of_fold(samples, rarity, matrix, recipe)
    targets = np.array([labels.index(sample.label) for sample in samples])
    fitted.temperature = _temperature(margins, targets)
    wanted, said = ([labels[place] for place in places] for places in (targets, margins.argmax(axis=1)))
    performance = {"accuracy": scores.accuracy(wanted, said), "macro_f1": scores.macro_f1(wanted, said)}
    return Fitted(fitted, {name: round(value, 4) for name, value in performance.items()}, said)


def uncalibrated(samples: Sequence[Sample], recipe: Recipe) -> Linear:
    """A head at temperature 1, in a fifth of the time: its order of labels is that of the calibrated one."""
    columns = _weighed(_columns(samples, recipe.fewest), samples, recipe)
    labels = sorted({sample.label for sample in samples})
    return _head(labels, columns, _machine(samples, _matrix(samples, columns), recipe))


def _out_of_fold(samples: Sequence[Sample], rarity: Columns, matrix: Any, recipe: Recipe) -> Floats:
    """Margins of every sample from a model that has not seen it, shape (samples, labels).

    How rare a feature is comes from all samples, for that tells nothing of their labels; how telling it is does not.
    """
    labels = sorted({sample.label for sample in samples})
    fold_of = _folds([sample.label for sample in samples])
    margins = np.full((len(samples), len(labels)), UNSEEN)
    for fold in range(FOLDS):
        seen = np.flatnonzero(fold_of != fold)
        lessons = [samples[int(position)] for position in seen]
        if recipe.telling:
            matrix = _matrix(samples, _weighed(rarity, lessons, recipe))
        machine = _machine(lessons, matrix[seen], recipe)
        held = np.flatnonzero(fold_of == fold)
        coefficients, intercepts = _rows_of(machine)
        places = np.array([labels.index(str(label)) for label in machine.classes_])
        margins[np.ix_(held, places)] = matrix[held] @ coefficients.T + intercepts
    return margins


def _folds(labels: Sequence[str]) -> npt.NDArray[np.int64]:
    """A fold for each sample; the samples of one label take turns."""
    turn: dict[str, int] = {}
    folds = np.zeros(len(labels), dtype=np.int64)
    for position, label in enumerate(labels):
        folds[position] = turn.get(label, 0) % FOLDS
        turn[label] = turn.get(label, 0) + 1
    return folds


def _machine(samples: Sequence[Sample], matrix: Any, recipe: Recipe) -> Any:
    # scikit-learn is installed for training only.
    from sklearn.svm import LinearSVC  # noqa: PLC0415

    names = [sample.label for sample in samples]
    present, counts = np.unique(names, return_counts=True)
    balance = {str(label): float(np.sqrt(counts.mean() / count)) for label, count in zip(present, counts, strict=True)}
    machine: Any = LinearSVC(C=recipe.cost, class_weight=balance, random_state=0, tol=TOLERANCE)
    return machine.fit(matrix, names, sample_weight=[sample.weight for sample in samples])


def _rows_of(machine: Any) -> tuple[Floats, Floats]:
    """Coefficients and intercepts, one row a label."""
    if len(machine.classes_) == 2:  # one row stands for both
        return np.vstack([-machine.coef_, machine.coef_]), np.append(-machine.intercept_, machine.intercept_)
    return machine.coef_, machine.intercept_


def _head(labels: Sequence[str], columns: Columns, machine: Any) -> Linear:
    coefficients, intercepts = _rows_of(machine)
    weights = np.ascontiguousarray(coefficients.T, dtype=np.float16)
    return Linear(labels, columns.ids, columns.idf, weights, intercepts.astype(np.float32), 1.0)


def _columns(samples: Sequence[Sample], fewest: int) -> Columns:
    """The ids that stand in so many of these texts; of all others nothing can be learnt."""
    ids, frequency = np.unique(np.concatenate([sample.features.ids for sample in samples]), return_counts=True)
    kept = frequency >= min(fewest, frequency.max())
    idf = np.log((1 + len(samples)) / (1 + frequency[kept])) + 1
    return Columns(ids[kept].astype(np.uint32), idf.astype(np.float32))


def _weighed(rarity: Columns, samples: Sequence[Sample], recipe: Recipe) -> Columns:
    """The columns by their rarity and, where the recipe says so, by how telling they are of a label."""
    if not recipe.telling:
        return rarity
    labels = sorted({sample.label for sample in samples})
    weights = np.ones((len(labels), len(rarity.ids)))
    for row, label in enumerate(labels):
        own = [sample for sample in samples if sample.label == label]
        places, known = _places(np.concatenate([sample.features.ids for sample in own]), rarity)
        counts = np.repeat([sample.weight for sample in own], [len(sample.features.ids) for sample in own])
        weights[row] += np.bincount(places[known], counts[known], len(rarity.ids))
    others = weights.sum(axis=0) - weights
    odds = np.log(weights / weights.sum(axis=1, keepdims=True)) - np.log(others / others.sum(axis=1, keepdims=True))
    return rarity._replace(idf=rarity.idf * (1 + np.abs(odds).max(axis=0)).astype(np.float32))


def _matrix(samples: Sequence[Sample], columns: Columns) -> Any:
    """A row for each text over the columns, its words and its pieces of words of length 1 each."""
    from scipy.sparse import csr_matrix  # noqa: PLC0415  # comes with scikit-learn

    rows = [_row(sample.features, columns) for sample in samples]
    places = np.concatenate([places for places, _ in rows])
    weights = np.concatenate([weights for _, weights in rows])
    starts = np.cumsum([0, *(len(places) for places, _ in rows)])
    return csr_matrix((weights, places, starts), shape=(len(samples), len(columns.ids)))


def _row(features: Features, columns: Columns) -> tuple[npt.NDArray[np.intp], Floats]:
    places, known = _places(features.ids, columns)
    weights: Floats = np.where(known, features.counts * columns.idf[places], 0.0).astype(np.float64)
    for block in (slice(0, features.words), slice(features.words, None)):
        length = float(np.sqrt(weights[block] @ weights[block]))
        if length:
            weights[block] /= length
    return places[known], weights[known]


def _places(ids: npt.NDArray[np.uint32], columns: Columns) -> tuple[npt.NDArray[np.intp], npt.NDArray[np.bool_]]:
    """The column of each id, and whether it has one (the place says nothing where it has none)."""
    places = np.minimum(columns.ids.searchsorted(ids), len(columns.ids) - 1)
    return places, columns.ids[places] == ids


def _temperature(margins: Floats, targets: npt.NDArray[np.int64]) -> float:
    """The temperature of least log loss."""
    return float(min(TEMPERATURES, key=lambda temperature: log_loss(margins / temperature, targets)))


def log_loss(scaled_margins: Floats, targets: npt.NDArray[np.int64]) -> float:
    """The mean of -log p of the right label."""
    shifted = scaled_margins - scaled_margins.max(axis=1, keepdims=True)
    logs = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    return float(-logs[np.arange(len(targets)), targets].mean())
