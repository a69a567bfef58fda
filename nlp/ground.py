"""The ground of a city: where it ends, which area a point lies in, what street is nearest."""

import json
import math
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

import numpy as np
import numpy.typing as npt
import shapely

from nlp.street import METRES_PER_DEGREE, Street

Columns = npt.NDArray[np.float64]

Ring = list[tuple[float, float]]
"""A closed line of (lon, lat), WGS 84 degrees."""

NEAR_BORDER = 60.0
"""Metres outside the drawn border that still count as inside: kerbs and piers."""

NEAR_STREET = 150.0
"""Metres from a known point of a street within which a pin is said to be on it."""


class Ground:
    """The polygons of a city's areas and the known points of its streets, on a plane in metres."""

    def __init__(self, folder: Path, streets: Sequence[Street], crossings: Sequence[tuple[str, float, float]]) -> None:
        self._names, shapes, self.aliases = _polygons(folder)
        self.outlines = _outlines(self._names, shapes)
        middle = shapely.union_all(shapes).centroid
        self._east = math.cos(math.radians(middle.y)) * METRES_PER_DEGREE
        self._areas = shapely.STRtree(list(shapely.transform(np.array(shapes, dtype=object), self._plane)))
        self._of_streets = streets
        self._of_crossings = crossings

    @cached_property
    def _known(self) -> tuple[Sequence[str], shapely.STRtree]:
        """The streets' known points, built when the first pin is shared: words need none of it."""
        known = [
            (street.name, *point)
            for street in self._of_streets
            for point in street.known_numbers.values() or [street.middle]
        ]
        names, lats, lons = zip(*known, *self._of_crossings, strict=True)
        points = shapely.points(self._plane(np.array([lons, lats]).T))
        return names, shapely.STRtree(np.asarray(points, dtype=object))

    def _plane(self, degrees: Columns) -> Columns:
        """Longitude and latitude columns as metres."""
        metres: Columns = degrees * np.array([self._east, METRES_PER_DEGREE])
        return metres

    def _point(self, lat: float, lon: float) -> shapely.Point:
        return shapely.Point(lon * self._east, lat * METRES_PER_DEGREE)

    @property
    def areas(self) -> list[str]:
        """The names of the areas; empty for a city of which only the border is known."""
        return [name for name in dict.fromkeys(self._names) if name]

    def area(self, lat: float, lon: float) -> str | None:
        """The area at a point: its name, "" inside a city without areas, None outside the city."""
        near = self._areas.query_nearest(self._point(lat, lon), max_distance=NEAR_BORDER)
        return self._names[near[0]] if len(near) else None

    def street(self, lat: float, lon: float) -> tuple[str, float] | None:
        """The street nearest to a point and its distance in metres, None when none is near."""
        names, points = self._known
        found, distances = points.query_nearest(self._point(lat, lon), max_distance=NEAR_STREET, return_distance=True)
        return (names[found[0]], float(distances[0])) if len(found) else None


def _polygons(folder: Path) -> tuple[list[str], list[shapely.Geometry], dict[str, str]]:
    path = folder / "areas.geojson"
    named = path.is_file()
    features = json.loads((path if named else folder / "boundary.geojson").read_text(encoding="utf-8"))["features"]
    names = [feature["properties"]["name"] if named else "" for feature in features]
    aliases = {
        alias: name
        for name, feature in zip(names, features, strict=True)
        for alias in feature["properties"].get("aliases", [])
    }
    return names, [shapely.geometry.shape(feature["geometry"]) for feature in features], aliases


def _outlines(names: Sequence[str], shapes: Sequence[shapely.Geometry]) -> dict[str, list[Ring]]:
    """The outer rings of the areas, as longitude and latitude."""
    found: dict[str, list[Ring]] = {}
    for name, shape in zip(names, shapes, strict=True):
        for part in shapely.get_parts(shape):
            ring = shapely.get_coordinates(shapely.get_exterior_ring(part))
            found.setdefault(name, []).append([(float(lon), float(lat)) for lon, lat in ring])
    return found
