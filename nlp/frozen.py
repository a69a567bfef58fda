"""The set on which a tenant's models are compared: chosen once by hash, kept as hashed features without any text."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

from nlp.features import Features
from nlp.training import Fitted, Sample

SHARE = 5
"""One message in so many is frozen."""

MOST = 2000


class FrozenSet(NamedTuple):
    """Messages by key, with their features and the label that counts as right."""

    keys: list[str]
    features: list[Features]
    labels: list[str]

    def accuracy(self, fitted: Fitted, keys: Sequence[str]) -> float:
        """The share that a model gets right, rounded to 4 digits; `keys` are those of its samples, in order.

        A message that it has learnt from counts by the guess of a model that had not: those of calibration.
        """
        unseen = dict(zip(keys, fitted.guesses, strict=True))
        right = sum(
            (unseen.get(key) or next(iter(fitted.head.probabilities(features)))) == label
            for key, features, label in zip(self.keys, self.features, self.labels, strict=True)
        )
        return round(right / max(1, len(self.keys)), 4)

    def save(self, path: Path) -> None:
        """Write the set to an .npz file."""
        np.savez_compressed(
            path, keys=np.array(self.keys), labels=np.array(self.labels),
            words=np.array([features.words for features in self.features]),
            sizes=np.array([len(features.ids) for features in self.features]),
            ids=_joined([features.ids for features in self.features], np.uint32),
            counts=_joined([features.counts for features in self.features], np.float32),
        )  # fmt: skip


def chosen(keys: Sequence[str], samples: Sequence[Sample]) -> FrozenSet:
    """A fifth of the messages, by their keys, so that the same file always gives the same set."""
    picked = {key: sample for key, sample in zip(keys, samples, strict=True) if int(key[:8], 16) % SHARE == 0}
    # A very small file may have none by chance.
    few = dict(list((picked or dict(zip(keys, samples, strict=True))).items())[:MOST])
    return FrozenSet(list(few), [sample.features for sample in few.values()], [one.label for one in few.values()])


def load(path: Path) -> FrozenSet | None:
    """Read what `save` wrote, None when there is nothing; raises ValueError for a damaged file."""
    if not path.is_file():
        return None
    with np.load(path, allow_pickle=False) as stored:
        ends = np.cumsum(stored["sizes"])[:-1]
        ids, counts = np.split(stored["ids"], ends), np.split(stored["counts"], ends)
        nothing = np.array([], dtype=np.uint32)
        features = [
            Features(*parts, nothing) for parts in zip(ids, counts, stored["words"].tolist(), strict=True)
        ]  # fmt: skip
        return FrozenSet(stored["keys"].tolist(), features, stored["labels"].tolist())


def _joined(parts: Sequence[np.ndarray], kind: type[np.generic]) -> np.ndarray:
    return np.concatenate(parts) if parts else np.array([], dtype=kind)
