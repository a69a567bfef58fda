"""Derive the place files of `cities/boston` from the raw lists that its NOTICE.md names.

Usage: python cities/build_boston.py RAW_FOLDER CITY_FOLDER
"""

import argparse
import csv
import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import shapely

LONG_TYPES = {
    "st": "Street", "ave": "Avenue", "rd": "Road", "dr": "Drive", "pl": "Place", "ct": "Court", "ln": "Lane",
    "ter": "Terrace", "blvd": "Boulevard", "pkwy": "Parkway", "sq": "Square", "cir": "Circle", "hwy": "Highway",
    "way": "Way", "row": "Row", "whf": "Wharf", "plz": "Plaza", "aly": "Alley", "cres": "Crescent", "cirt": "Circuit",
    "grn": "Green",
}  # fmt: skip
TYPELESS = {"broadway", "arborway", "riverway", "jamaicaway", "fenway", "charlesgate", "cornhill"}
WEAK_ENDS = (" park", " lawn", " mall", " vale", " green", " crossing", " path", " bridge", " ext")
HIGHWAYS = {"massachusetts", "ma", "us", "u", "hwy", "interstate"}
SIDES = {"north", "south", "east", "west", "n", "s", "e", "w"}
DIRECTIONS = {"n": "North", "s": "South", "e": "East", "w": "West"}
SPELLINGS = {
    "mt": "mount", "saint": "st", "wharf": "whf", "plaza": "plz", "circuit": "cirt", "alley": "aly", "1st": "first",
    "2nd": "second", "3rd": "third", "4th": "fourth", "5th": "fifth", "6th": "sixth", "7th": "seventh",
    "8th": "eighth", "9th": "ninth",
}  # fmt: skip
DIGITS = 5
"""Decimals of a degree that are kept: about a metre."""
NEAR_BORDER = 0.0006
"""Degrees, some 50 m: piers and kerbs at the border are drawn a little outside the polygons."""


@dataclass(frozen=True)
class Row:
    """A cleaned point: `key` is an address (street, number) or an intersection (street, street)."""

    key: tuple[str, str]
    area: str
    lat: float
    lon: float
    reports: int


ALIASES = {
    "Jamaica Plain": ["JP"], "South Boston": ["Southie"], "East Boston": ["Eastie"], "Dorchester": ["Dot"],
    "Roslindale": ["Rozzie"], "West Roxbury": ["Westie"], "Roxbury": ["Rox"], "Charlestown": ["Chucktown"],
}  # fmt: skip
"""What residents call a neighbourhood."""


class Areas:
    """The neighbourhood polygons, to say in which one a point lies."""

    def __init__(self, path: Path) -> None:
        features = json.loads(path.read_text(encoding="utf-8"))["features"]
        self.names: list[str] = [feature["properties"]["name"] for feature in features]
        self.shapes = [shapely.geometry.shape(feature["geometry"]).buffer(0) for feature in features]
        self._tree = shapely.STRtree(self.shapes)

    def at(self, lat: float, lon: float) -> str | None:
        """The neighbourhood at this point, None outside the city."""
        point = shapely.Point(lon, lat)
        within = self._tree.query(point, predicate="intersects")
        near = within if len(within) else self._tree.query_nearest(point, max_distance=NEAR_BORDER)
        return self.names[near[0]] if len(near) else None

    def write(self, path: Path) -> None:
        """Write the polygons, simplified to some ten metres without opening gaps between neighbours."""
        shapes = shapely.set_precision(shapely.coverage_simplify(self.shapes, 0.0002), 10**-DIGITS)
        features = [
            {
                "type": "Feature",
                "properties": {"name": name, "aliases": ALIASES.get(name, [])},
                "geometry": _rounded(shapely.geometry.mapping(shape)),
            }
            for name, shape in zip(self.names, shapes, strict=True)
        ]
        lines = ",\n".join(json.dumps(feature, separators=(",", ":")) for feature in features)
        path.write_text(f'{{"type":"FeatureCollection","features":[\n{lines}\n]}}\n', encoding="utf-8")


def _rounded(value: object) -> object:
    if isinstance(value, float):
        return round(value, DIGITS)
    if isinstance(value, dict):
        return {key: _rounded(part) for key, part in value.items()}
    return [_rounded(part) for part in value] if isinstance(value, list | tuple) else value


def clean(street: str, places: Iterable[str]) -> str | None:
    """The street alone, without the neighbourhood that reporters add; None when it is no street of a city."""
    words = _spelled(street.split())
    if not words or words[0][0].isdigit() or (words[0] in HIGHWAYS and words[1:2] != ["ave"]):
        return None
    if words[:3] == ["public", "aly", "no"] and len(words) > 3:
        return " ".join(words[:4])
    for position, word in enumerate(words):
        following = words[position + 1 :]
        if word in TYPELESS and position <= 1 and not set(following) & LONG_TYPES.keys():
            sides = [side[0] for side in following[:1] if side in SIDES and word == "charlesgate"]
            return " ".join([*words[: position + 1], *sides])
        if position and word in LONG_TYPES:
            return " ".join(words[: _end_of_type(words, position)])
    name = _without(words, places)
    return name if name.endswith(WEAK_ENDS) or name.startswith("ave ") else None


def _spelled(words: list[str]) -> list[str]:
    spelled = [SPELLINGS.get(word, word) for word in words]
    side, following = spelled[:1], spelled[1:2]
    if side and following and side[0] in SIDES and following[0] not in LONG_TYPES:
        spelled[0] = side[0][0]
    return spelled


def _end_of_type(words: list[str], position: int) -> int:
    following = words[position + 1 : position + 2]
    if following == ["ext"] or (following and following[0] in LONG_TYPES and following[0] != "st"):
        return position + 2
    return position + (2 if following == ["st"] and len(words) == position + 2 else 1)


def _without(words: list[str], places: Iterable[str]) -> str:
    name = " ".join(words)
    for place in places:
        name = name.removesuffix(f" {place}")
    return name


def display(street: str) -> str:
    """The street as people write it: "s huntington ave" → "South Huntington Avenue"."""
    words = street.split()
    shown = []
    for position, word in enumerate(words):
        last = position == len(words) - 1
        if position == 0 and word in DIRECTIONS and not (len(words) == 2 and words[1] in LONG_TYPES):
            shown.append(DIRECTIONS[word])
        elif position == 0 and word in {"st", "dr", "rev", "msgr"}:
            shown.append(f"{word.title()}.")
        elif word in LONG_TYPES:
            shown.append(LONG_TYPES[word])
        elif last and word in DIRECTIONS and len(words) > 1 and position > 0:
            shown.append(DIRECTIONS[word])
        else:
            shown.append({"no": "No.", "ext": "Extension", "de": "de", "aly": "Alley"}.get(word) or _capital(word))
    return " ".join(shown)


def _capital(word: str) -> str:
    if word.startswith("mc") and len(word) > 3:
        return "Mc" + word[2:].title()
    head, apostrophe, tail = word.partition("'")
    return head.title() + apostrophe + (tail.title() if len(tail) > 1 else tail)


def _rows(path: Path, columns: tuple[str, str], areas: Areas, places: list[str]) -> list[Row]:
    found: dict[tuple[tuple[str, str], str], Row] = {}
    with path.open(encoding="utf-8", newline="") as lines:
        for raw in csv.DictReader(lines):
            parts = [raw[column] if column == "number" else clean(raw[column], places) for column in columns]
            lat, lon, reports = float(raw["lat"]), float(raw["lon"]), int(raw["n"])
            area = areas.at(lat, lon)
            if reports < 2 or area is None or parts[0] is None or parts[1] is None or parts[0] == parts[1]:
                continue
            row = Row((parts[0], parts[1]), area, lat, lon, reports)
            best = found.get((row.key, area))
            if best is None or best.reports < reports:
                found[row.key, area] = row
    return sorted(found.values(), key=lambda row: (row.key[0], row.area, int(row.key[1])) if "number" in columns
                  else (row.key[0], row.area, row.key[1]))  # fmt: skip


def _streets(
    addresses: list[Row], crossings: list[Row], path: Path, areas: Areas, places: list[str]
) -> list[list[str]]:
    points: dict[tuple[str, str], list[tuple[float, float]]] = defaultdict(list)
    for row in addresses:
        points[row.key[0], row.area].append((row.lat, row.lon))
    for row in crossings:
        for street in row.key:
            points[street, row.area].append((row.lat, row.lon))
    known = {street for street, _ in points}
    with path.open(encoding="utf-8", newline="") as lines:
        for raw in csv.DictReader(lines):
            street, point = clean(raw["street_norm"], places), (float(raw["lat"]), float(raw["lon"]))
            area = areas.at(*point)
            if street and area and street not in known:
                points[street, area].append(point)
    return [_street(street, area, where) for (street, area), where in sorted(points.items())]


def _street(street: str, area: str, where: list[tuple[float, float]]) -> list[str]:
    lats, lons = [lat for lat, _ in where], [lon for _, lon in where]
    middle = [sum(lats) / len(lats), sum(lons) / len(lons)]
    numbers = [*middle, min(lats), max(lats), min(lons), max(lons)]
    return [display(street), area, *(f"{number:.{DIGITS}f}" for number in numbers)]


def _write(path: Path, columns: str, rows: Iterable[list[str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as lines:
        writer = csv.writer(lines, lineterminator="\n")
        writer.writerow(columns.split(","))
        writer.writerows(rows)


def build(raw: Path, city: Path) -> None:
    """Write streets.csv, addresses.csv, intersections.csv and areas.geojson of Boston into the folder `city`."""
    areas = Areas(raw / "areas.geojson")
    places = ["ma", "boston", *(name.lower() for name in areas.names)]
    addresses = _rows(raw / "addresses.csv", ("street_norm", "number"), areas, places)
    crossings = _rows(raw / "intersections.csv", ("a", "b"), areas, places)
    points = "lat,lon"
    _write(city / "addresses.csv", f"street,area,number,{points}", (
        [display(row.key[0]), row.area, row.key[1], f"{row.lat:.{DIGITS}f}", f"{row.lon:.{DIGITS}f}"]
        for row in addresses))  # fmt: skip
    _write(city / "intersections.csv", f"a,b,area,{points}", (
        [display(row.key[0]), display(row.key[1]), row.area, f"{row.lat:.{DIGITS}f}", f"{row.lon:.{DIGITS}f}"]
        for row in crossings))  # fmt: skip
    _write(city / "streets.csv", f"name,area,{points},min_lat,max_lat,min_lon,max_lon",
           _streets(addresses, crossings, raw / "streets.csv", areas, places))  # fmt: skip
    areas.write(city / "areas.geojson")


def main() -> None:
    """Run as a command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "raw", type=Path, help="folder with addresses.csv, intersections.csv, streets.csv, areas.geojson"
    )
    parser.add_argument("city", type=Path, help="city folder to write to")
    arguments = parser.parse_args()
    build(arguments.raw, arguments.city)


if __name__ == "__main__":
    main()
