"""A city folder of New Haven for measuring: streets clipped to the city, corners worked out from the lines."""

import csv
import json
import shutil
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple

import shapely

APART = 0.00025
"""Degrees, some 25 m, within which two streets meet though their lines share no point."""

ONE_CORNER = 0.001
"""Degrees, some 100 m, within which two meetings are one corner."""


class Lines(NamedTuple):
    """The lines of each street inside the city, longitude before latitude."""

    streets: Mapping[str, Any]

    def near(self, name: str, lat: float, lon: float) -> float:
        """How far a street passes from a point, in metres."""
        # Fifteen minutes of latitude: a degree of longitude is .753 of one of latitude at 41.3 degrees north.
        line = shapely.transform(self.streets[name], _flattened)
        return float(shapely.distance(line, shapely.Point(lon * 0.7513, lat))) * 111_320


def _flattened(points: Any) -> Any:
    return points * [0.7513, 1.0]


def read(folder: Path) -> Lines:
    """The streets of the raw folder, clipped to its areas."""
    city = shapely.union_all([
        shapely.geometry.shape(feature["geometry"])
        for feature in json.loads((folder / "areas.geojson").read_text(encoding="utf-8"))["features"]
    ])  # fmt: skip
    raw: dict[str, list[list[list[float]]]] = json.loads((folder / "segments.json").read_text(encoding="utf-8"))
    clipped = {}
    for name, lines in raw.items():
        whole = shapely.MultiLineString([line for line in lines if len(line) > 1])
        inside = shapely.intersection(whole, city)
        if not inside.is_empty:
            clipped[name] = inside
    return Lines(clipped)


def write(lines: Lines, raw: Path, folder: Path) -> None:
    """Write the place files of a city folder."""
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(raw / "areas.geojson", folder / "areas.geojson")
    _rows(folder / "streets.csv", "name,area,lat,lon,min_lat,max_lat,min_lon,max_lon", _streets(lines))
    _rows(folder / "intersections.csv", "a,b,area,lat,lon", _corners(lines))


def _streets(lines: Lines) -> Iterator[Sequence[object]]:
    for name, line in sorted(lines.streets.items()):
        middle = line.interpolate(0.5, normalized=True) if line.geom_type == "LineString" else line.centroid
        west, south, east, north = line.bounds
        yield name, "", middle.y, middle.x, south, north, west, east


def _corners(lines: Lines) -> Iterator[Sequence[object]]:
    for (one, first), (other, second) in combinations(sorted(lines.streets.items()), 2):
        if shapely.distance(first, second) > APART:
            continue
        kept: list[shapely.Point] = []
        meeting = shapely.intersection(shapely.buffer(first, APART), second)
        for part in getattr(meeting, "geoms", [meeting]):
            if all(shapely.distance(part.centroid, point) > ONE_CORNER for point in kept):
                kept.append(part.centroid)
        for point in kept[:4]:
            yield one, other, "", round(point.y, 6), round(point.x, 6)


def _rows(path: Path, head: str, rows: Iterator[Sequence[object]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out)
        writer.writerow(head.split(","))
        writer.writerows(rows)
