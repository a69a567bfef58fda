"""The set on which a tenant's models are compared: chosen by hash, kept as hashed features without any text.

It grows with the city's messages; what stands in it once stays, and takes over a label that staff correct.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

from nlp import panel
from nlp.features import Features
from nlp.linear import Linear
from nlp.training import Sample

SHARE = 5
"""One message in so many is frozen."""

MOST = 2000


class FrozenSet(NamedTuple):
    """Messages by key, with their features and the label that counts as right."""

    keys: list[str]
    features: list[Features]
    labels: list[str]

    def guesses(self, head: Linear, unseen: Mapping[str, str]) -> dict[str, str]:
        """What a model says of each message, by key.

        Where it has learnt from the message, `unseen` holds the guess of a model that had not: those of calibration.
        """
        asked = panel.alone(head)
        return {
            key: unseen.get(key) or next(iter(asked(features)))
            for key, features in zip(self.keys, self.features, strict=True)
        }

    def accuracy(self, guesses: Mapping[str, str]) -> float:
        """The share of guesses that are right, rounded to 4 digits; a message without a guess counts as wrong."""
        right = sum(guesses.get(key) == label for key, label in zip(self.keys, self.labels, strict=True))
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


def grown(held: FrozenSet, keys: Sequence[str], samples: Sequence[Sample]) -> FrozenSet:
    """The set with the labels of today and a fifth of the new messages, by their keys, so that no model ever chose."""
    now = dict(zip(keys, samples, strict=True))
    labels = [
        now[key].label if key in now else label for key, label in zip(held.keys, held.labels, strict=True)
    ]  # fmt: skip
    new = {key: sample for key, sample in now.items() if key not in held.keys}
    picked = {key: sample for key, sample in new.items() if int(key[:8], 16) % SHARE == 0}
    # A very small file may have none by chance.
    added = dict(list((picked if picked or held.keys else new).items())[: MOST - len(held.keys)])
    return FrozenSet(
        [*held.keys, *added], [*held.features, *(sample.features for sample in added.values())],
        [*labels, *(sample.label for sample in added.values())],
    )  # fmt: skip


def load(path: Path) -> FrozenSet:
    """Read what `save` wrote, an empty set when there is nothing; raises ValueError for a damaged file."""
    if not path.is_file():
        return FrozenSet([], [], [])
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
