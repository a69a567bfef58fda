"""Pieces of words: how like each phrasing is to a question, letter by letter, whatever was mistyped."""

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

_UNKNOWN = 0.5
"""Weight of a piece that no phrasing has."""


class Pieces:
    """The pieces of all phrasings, weighed by how few answers have them; an inverted index."""

    def __init__(self, ways: Sequence[Sequence[Mapping[str, int]]]) -> None:
        having = Counter(piece for of_one in ways for piece in frozenset[str]().union(*of_one))
        self._rarity = {piece: math.log(1 + len(ways) / answers) for piece, answers in having.items()}
        flat = [way for of_one in ways for way in of_one]
        rows: dict[str, list[tuple[int, float]]] = defaultdict(list)
        for at, way in enumerate(flat):
            for piece, weight in self._weighed(way).items():
                rows[piece].append((at, weight))
        self._size = len(flat)
        self._rows = {
            piece: (np.array([at for at, _ in held]), np.array([weight for _, weight in held]))
            for piece, held in rows.items()
        }

    def near(self, pieces: Mapping[str, int]) -> NDArray[np.float64]:
        """The cosine (0 to 1) of a text's pieces with each phrasing's."""
        found = np.zeros(self._size)
        for piece, weight in self._weighed(pieces).items():
            if piece in self._rows:
                at, weights = self._rows[piece]
                found[at] += weight * weights
        return found

    def _weighed(self, pieces: Mapping[str, int]) -> dict[str, float]:
        known = {piece: count * self._rarity.get(piece, _UNKNOWN) for piece, count in pieces.items()}
        length = math.sqrt(sum(weight * weight for weight in known.values())) or 1.0
        return {piece: weight / length for piece, weight in known.items()}
