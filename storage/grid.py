"""The spatial index: a plain number a place, so that what lies near is found by equality.

A grid of fixed cells in an indexed integer column is the same on SQLite and PostgreSQL, needs no extension (PostGIS),
no second table to be kept in step (an R*Tree of SQLite is one, and PostgreSQL has none) and no
library (H3): a search names the handful of cells that its circle touches, and measures what it finds there.
"""

import math
import zlib

STEP = 0.0025
"""Degrees of a cell's side: 278 m north to south, 206 m west to east in Boston, about the widest search."""
_COLUMNS = round(360 / STEP)
_METRES_PER_DEGREE = 111_320


def cell_of(lat: float | None, lon: float | None, address: str) -> int | None:
    """The cell of a place; an address without a point has a negative number of its own, no place at all None."""
    if lat is not None and lon is not None:
        return _row(lat) * _COLUMNS + _column(lon)
    return -1 - zlib.crc32(address.casefold().encode()) if address else None


def cells_around(lat: float, lon: float, metres: float) -> list[int]:
    """The cells that a circle may touch."""
    high = metres / _METRES_PER_DEGREE
    wide = high / max(math.cos(math.radians(lat)), 0.01)
    rows = range(_row(lat - high), _row(lat + high) + 1)
    columns = range(_column(lon - wide), _column(lon + wide) + 1)
    return [row * _COLUMNS + column for row in rows for column in columns]


def metres_between(one: tuple[float, float], other: tuple[float, float]) -> float:
    """The way between two points (latitude, longitude) a few hundred metres apart, as on flat ground."""
    wide = (one[1] - other[1]) * math.cos(math.radians((one[0] + other[0]) / 2))
    return math.hypot(one[0] - other[0], wide) * _METRES_PER_DEGREE


def _row(lat: float) -> int:
    return math.floor((lat + 90) / STEP)


def _column(lon: float) -> int:
    return math.floor((lon + 180) / STEP)
