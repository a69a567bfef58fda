"""Linear heads at work: a text is looked up once for all the heads that are asked about it, with numpy alone."""

from collections.abc import Callable, Mapping
from math import exp
from operator import itemgetter
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from nlp.features import TABLE, Features
from nlp.linear import Linear, Margins

STRANGE = 0.7
"""Share of known pieces that even letters at random reach."""

Known = npt.NDArray[np.bool_]


class Rank:
    """The place of an id among the distinct ones, by a bit for each possible id and the number of those before each 64.

    A search by halves misses the processor's cache at every step; this reads two numbers.
    After Jacobson (1989, "Space-efficient Static Trees and Graphs").
    """

    def __init__(self, ids: npt.NDArray[np.uint32]) -> None:
        bits = np.zeros(2 * TABLE, dtype=np.uint8)
        bits[ids] = 1
        self._bits = np.packbits(bits, bitorder="little").view(np.uint64)
        inside = np.bitwise_count(self._bits)
        self._before = np.cumsum(inside, dtype=np.uint32) - inside
        self.size = int(np.sum(inside, dtype=np.uint32))

    def __call__(self, ids: npt.NDArray[np.uint32]) -> tuple[npt.NDArray[np.intp], Known]:
        """The place of each id, and whether it is one of them (the place says nothing where it is not)."""
        word = ids >> np.uint32(6)
        bits, place = self._bits.take(word), (ids & np.uint32(63)).astype(np.uint64)
        known = (bits >> place) & np.uint64(1)
        smaller = np.bitwise_count(bits & ((np.uint64(1) << place) - np.uint64(1)))
        return self._before.take(word).astype(np.intp) + smaller, known.astype(np.bool_)


class Answer(NamedTuple):
    """What one head says of a text: how far it lies on each label's side, shape (labels,).

    `found` tells which of the text's ids stand in the panel's table, `idf` how rare each of those is for the head,
    0 where the head has not learnt it.
    """

    head: Linear
    margins: Margins
    found: Known
    idf: npt.NDArray[np.float32]

    def probabilities(self) -> dict[str, float]:
        """Labels with calibrated probabilities, best first; they add up to 1."""
        margins: list[float] = self.margins.tolist()
        best, temperature = max(margins), self.head.temperature
        # Of so few numbers Python is quicker than numpy.
        powers = [exp((margin - best) / temperature) for margin in margins]
        whole = sum(powers)
        ranked = sorted(zip(powers, self.head.labels, strict=True), key=itemgetter(0), reverse=True)
        return {label: power / whole for power, label in ranked}

    def familiarity(self, features: Features) -> float:
        """How much of a text stood in the training text too, from 0 to 1: words, or else most pieces of its words."""
        if not len(features.singles):
            return 0.0
        known = self._known()
        words = known.take(features.ids.searchsorted(features.singles))
        return max(_share(words), (_share(known[features.words :]) - STRANGE) / (1 - STRANGE))

    def is_at_home(self, features: Features) -> bool:
        """Whether most of a text's pieces stood in the training text: not so for another script or mere symbols."""
        return len(self.found) > features.words and _share(self._known()[features.words :]) >= 0.5

    def _known(self) -> Known:
        """Which of the text's ids the head has learnt."""
        known = self.found.copy()
        known[self.found] = self.idf > 0
        return known


def _share(known: Known) -> float:
    return np.count_nonzero(known) / len(known) if len(known) else 0.0


class Panel:
    """Heads by name, their rows side by side in one table, so that whatever many of them know is found in one place."""

    def __init__(self, heads: Mapping[str, Linear]) -> None:
        self._heads = dict(heads)
        self._rank = Rank(np.concatenate([head.ids for head in heads.values()]))
        # In single precision, because numpy multiplies halves slowly.
        self._idf = np.zeros((self._rank.size, len(heads)), dtype=np.float32)
        self._weights = np.zeros((self._rank.size, sum(len(head.labels) for head in heads.values())), dtype=np.float32)
        self._columns: list[slice] = []
        end = 0
        for place, head in enumerate(heads.values()):
            rows, _ = self._rank(head.ids)
            self._columns.append(slice(end, end := end + len(head.labels)))
            self._idf[rows, place] = head.idf
            self._weights[rows, self._columns[-1]] = head.weights

    def __call__(self, features: Features) -> dict[str, Answer]:
        """What each head says of a text."""
        rows, found = self._rank(features.ids)
        rows = rows[found]
        # A row for each head: numpy goes along rows.
        idf = np.ascontiguousarray(self._idf.take(rows, axis=0).T)
        weights = self._weights.take(rows, axis=0)
        strength = _scaled(features.counts[found] * idf, int(np.count_nonzero(found[: features.words])))
        return {
            name: Answer(head, head.bias + strength[place] @ weights[:, self._columns[place]], found, idf[place])
            for place, (name, head) in enumerate(self._heads.items())
        }


def alone(head: Linear) -> Callable[[Features], dict[str, float]]:
    """A head to be asked by itself: labels with calibrated probabilities, best first."""
    panel = Panel({"": head})
    return lambda features: panel(features)[""].probabilities()


def _scaled(strength: npt.NDArray[np.float32], words: int) -> npt.NDArray[np.float32]:
    """The words and the pieces of words scaled to length 1 apart, for each head a row."""
    for block in (strength[:, :words], strength[:, words:]):
        lengths = np.sqrt((block * block).sum(axis=1, keepdims=True))
        np.divide(block, np.maximum(lengths, np.float32(1e-12)), out=block)
    return strength
