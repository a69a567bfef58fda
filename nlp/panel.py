"""Linear heads at work: a text is looked up once for all the heads that are asked about it, with numpy alone."""

from collections.abc import Callable, Collection, Iterable, Mapping
from math import exp
from operator import itemgetter
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from nlp.features import TABLE, Counts, Features
from nlp.linear import Linear, Margins

STRANGE = 0.7
"""Share of known pieces that even letters at random reach."""

STRANGER = -1
"""The row of an id that no head has learnt."""

TINY = 1e-24
"""Stands for the square of the length of a block in which nothing is known."""

Known = npt.NDArray[np.bool_]


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

    def best(self) -> tuple[str, float]:
        """The most probable label and its calibrated probability."""
        return next(iter(self.probabilities().items()))

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


class Seat(NamedTuple):
    """A head with its numbers by the panel's rows: 0 in those that it has not learnt."""

    head: Linear
    idf: npt.NDArray[np.float32]
    weights: npt.NDArray[np.float32]

    def answer(self, rows: npt.NDArray[np.int32], counts: Counts, words: int, found: Known) -> Answer:
        """What the head says of a text with these rows, words first; `found` goes into the answer."""
        idf = self.idf.take(rows)
        strength: Counts = counts * idf
        # Words and pieces of words speak equally: each block is scaled to length 1.
        for block in (strength[:words], strength[words:]):
            np.divide(block, max(float(block @ block), TINY) ** 0.5, out=block)
        margins: Margins = strength @ self.weights.take(rows, axis=0)
        return Answer(self.head, self.head.bias + margins, found, idf)


def _share(known: Known) -> float:
    return np.count_nonzero(known) / len(known) if len(known) else 0.0


class Panel:
    """Heads by name, with one table of rows for all of them: a text's ids are found in one look.

    The heads that are asked `apart` see other features than the rest.
    """

    def __init__(self, heads: Mapping[str, Linear], apart: Collection[str] = ()) -> None:
        self._together = [name for name in heads if name not in apart]
        # A place for each possible id: a search by halves would miss the processor's cache at every step.
        self._row_of = np.full(2 * TABLE, STRANGER, dtype=np.int32)
        for head in heads.values():
            self._row_of[head.ids] = 0
        known = np.flatnonzero(self._row_of == 0)
        self._row_of[known] = np.arange(len(known), dtype=np.int32)
        self._seats = {name: self._seat(head, len(known)) for name, head in heads.items()}

    def _seat(self, head: Linear, rows: int) -> Seat:
        own = self._row_of.take(head.ids)
        # In single precision, because numpy multiplies halves slowly.
        idf = np.zeros(rows, dtype=np.float32)
        weights = np.zeros((rows, len(head.labels)), dtype=np.float32)
        idf[own], weights[own] = head.idf, head.weights
        return Seat(head, idf, weights)

    def __call__(self, features: Features) -> dict[str, Answer]:
        """What each head says of a text, but for those asked apart."""
        return self._answers(features, self._together)

    def one(self, name: str, features: Features) -> Answer:
        """What this head alone says of a text."""
        return self._answers(features, [name])[name]

    def _answers(self, features: Features, names: Iterable[str]) -> dict[str, Answer]:
        rows = self._row_of.take(features.ids)
        found = rows != STRANGER
        rows, counts = rows[found], features.counts[found]
        words = int(np.count_nonzero(found[: features.words]))
        return {name: self._seats[name].answer(rows, counts, words, found) for name in names}


def alone(head: Linear) -> Callable[[Features], dict[str, float]]:
    """A head to be asked by itself: labels with calibrated probabilities, best first."""
    panel = Panel({"": head})
    return lambda features: panel(features)[""].probabilities()
