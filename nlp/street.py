"""A street and the points that are known on it."""

import math
from bisect import bisect_left
from collections.abc import Mapping
from typing import NamedTuple

METRES_PER_DEGREE = 111_320.0

SHORT = 300.0
"""Metres: the middle of a street up to this long is near enough to any of its numbers."""


class Spot(NamedTuple):
    """A point in WGS 84 degrees and how sure it is, from 0 to 1."""

    lat: float
    lon: float
    sureness: float


class Box(NamedTuple):
    """The smallest upright box around a street, in WGS 84 degrees."""

    south: float
    north: float
    west: float
    east: float

    @property
    def diagonal(self) -> float:
        """From corner to corner, in metres."""
        across = (self.east - self.west) * math.cos(math.radians(self.south))
        return math.hypot(self.north - self.south, across) * METRES_PER_DEGREE


class Street:
    """A street, or the part of it that lies in one area; `key` is its name as it is compared."""

    def __init__(self, name: str, key: tuple[str, ...], area: str, middle: tuple[float, float], box: Box) -> None:
        self.name = name
        self.key = key
        self.area = area
        self.middle = middle
        self.box = box
        self._points: dict[int, tuple[float, float]] = {}
        self._sorted: dict[int, list[int]] | None = None

    @property
    def known_numbers(self) -> Mapping[int, tuple[float, float]]:
        """House number → (lat, lon)."""
        return self._points

    def learn(self, number: int, lat: float, lon: float) -> None:
        """Take in the point of a house number."""
        self._points[number] = (lat, lon)
        self._sorted = None

    def spot(self, number: int) -> Spot | None:
        """Where a house number is: known, between known ones of its side, a little beyond them, or None."""
        point = self._points.get(number)
        if point:
            return Spot(*point, 1.0)
        if not self._points:
            return Spot(*self.middle, 0.6) if 0 < self.box.diagonal < SHORT else None
        return self._between(number, self._side(number))

    def _side(self, number: int) -> list[int]:
        if self._sorted is None:
            numbers = sorted(self._points)
            self._sorted = {side: [one for one in numbers if one % 2 == side] for side in (0, 1)}
            self._sorted[2] = numbers
        side = self._sorted[number % 2]
        # A side with a single known number tells less than both sides together.
        return side if len(side) > 1 else self._sorted[2]

    def _between(self, number: int, side: list[int]) -> Spot | None:
        position = bisect_left(side, number)
        if 0 < position < len(side):
            return self._interpolated(number, side[position - 1], side[position])
        nearest = side[0] if position == 0 else side[-1]
        away = abs(number - nearest)
        return Spot(*self._points[nearest], 0.7 if away <= 10 else 0.5) if away <= 30 else None

    def _interpolated(self, number: int, low: int, high: int) -> Spot:
        (south, west), (north, east) = self._points[low], self._points[high]
        share = (number - low) / (high - low)
        apart = Box(min(south, north), max(south, north), min(west, east), max(west, east)).diagonal
        sureness = 0.9 if apart <= 150 else 0.8 if apart <= 400 else 0.6
        return Spot(round(south + share * (north - south), 6), round(west + share * (east - west), 6), sureness)
