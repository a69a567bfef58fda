"""Ranked ballots in piles of equal ones, as a table: which of the candidates still standing each pile names first."""

from collections.abc import Collection

import numpy as np

from backend.tally.election import Ints
from backend.tally.single import Rankings

NOBODY = -1


class Piles:
    """Rankings as rows, the shorter ones filled up; what is asked of all of them is one look at a table."""

    def __init__(self, rankings: Rankings, candidates: int) -> None:
        self.candidates = candidates
        self.sizes = np.array(list(rankings.values()), dtype=np.int64)
        width = 1 + max(map(len, rankings), default=0)  # a NOBODY at the end of each
        filled = [(*ranking, *[NOBODY] * (width - len(ranking))) for ranking in rankings]
        self._rows: Ints = np.array(filled, dtype=np.int64).reshape(len(rankings), width)

    def first(self, standing: Collection[int]) -> Ints:
        """For each pile the candidate it counts for now, NOBODY where all it names are out."""
        stands = np.zeros(self.candidates + 1, dtype=np.bool_)
        stands[[*standing, NOBODY]] = True
        places = stands[self._rows].argmax(axis=1)
        found: Ints = np.take_along_axis(self._rows, places[:, None], axis=1)[:, 0]
        return found

    def held(self, standing: Collection[int]) -> list[int]:
        """For each candidate the ballots that count for it now."""
        first = self.first(standing)
        held = np.zeros(self.candidates + 1, dtype=np.int64)
        np.add.at(held, first, self.sizes)
        found: list[int] = held[:-1].tolist()
        return found
