"""Stretches of a message, in words or in characters, and what lies in them: asked without trying each."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import accumulate


class Cover:
    """Stretches from a first place up to a last one, not included; they may overlap."""

    def __init__(self, stretches: Iterable[tuple[int, int]]) -> None:
        ordered = sorted(stretches)
        self._firsts = [first for first, _ in ordered]
        # How far the stretches reach that begin no later than each.
        self._reach = list(accumulate((last for _, last in ordered), max))

    def holds(self, first: int, last: int) -> bool:
        """Whether one of them holds all of this stretch."""
        before = bisect_right(self._firsts, first)
        return before > 0 and self._reach[before - 1] >= last

    def touches(self, first: int, last: int) -> bool:
        """Whether one of them holds some of this stretch."""
        before = bisect_left(self._firsts, last)
        return before > 0 and self._reach[before - 1] > first
