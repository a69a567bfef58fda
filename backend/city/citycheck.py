"""What is wrong with a city folder, a plain sentence a fault."""

import csv
import json
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path

import shapely

from backend.city.city import City, Service

SHOWN_PER_FILE = 20
"""Faults of one place file that are listed before the rest is only counted."""

POINT = ("lat", "lon")
STREET_COLUMNS = ("name", "area", *POINT, "min_lat", "max_lat", "min_lon", "max_lon")
ADDRESS_COLUMNS = ("street", "area", "number", *POINT)
CROSSING_COLUMNS = ("a", "b", "area", *POINT)
_NUMBER = re.compile(r"[0-9]{1,6}")

Known = set[tuple[str, ...]]
RowFault = Callable[[Sequence[str], Known], str | None]
"""Says what is wrong with one row of a place file, given what is known so far."""


def faults_of_texts(city: City) -> Iterator[str]:
    """Every text that lacks one of the city's languages, or is blank in it."""
    for language in city.languages:
        for owner, names in _texts(city):
            if not names.get(language, "").strip():
                yield f"{owner} has no text in {language!r}"
        for service in city.services:
            if not any(word.strip() for word in service.keywords.get(language, [])):
                yield f"services.toml: service {service.code!r} has no keywords in {language!r}"


def _texts(city: City) -> Iterator[tuple[str, dict[str, str]]]:
    for emergency in city.emergencies:
        yield f"city.toml: emergency {emergency.number!r}", emergency.name
    for department in city.departments:
        yield f"city.toml: department {department.code!r}", department.name
    for body in city.bodies:
        yield f"city.toml: body {body.code!r}", body.name
    for service in city.services:
        yield from _texts_of_service(service)


def _texts_of_service(service: Service) -> Iterator[tuple[str, dict[str, str]]]:
    owner = f"services.toml: service {service.code!r}"
    yield owner, service.name
    for rule in service.rules:
        yield f"{owner}, rule {rule.code!r}", rule.name
    for attribute in service.attributes:
        yield f"{owner}, attribute {attribute.code!r}", attribute.question
        for value in attribute.values:
            yield f"{owner}, attribute {attribute.code!r}, value {value.key!r}", value.name


def faults_of_references(city: City, kinds: Collection[str] | None) -> Iterator[str]:
    """Codes that stand twice or name nothing; kinds are checked only when the known ones are given."""
    yield from _twice("city.toml: language", city.languages)
    yield from _twice("city.toml: department", [department.code for department in city.departments])
    yield from _twice("city.toml: body", [body.code for body in city.bodies])
    yield from _twice("services.toml: service", [service.code for service in city.services])
    known = {department.code for department in city.departments}
    for service in city.services:
        owner = f"services.toml: service {service.code!r}"
        yield from _twice(f"{owner}, rule", [rule.code for rule in service.rules])
        yield from _twice(f"{owner}, attribute", [attribute.code for attribute in service.attributes])
        if service.department not in known:
            yield f"{owner} names the department {service.department!r}, which city.toml does not have"
        if service.is_private and "duplicate_radius_m" in service.model_fields_set:
            yield f"{owner} is private, so nobody can join its reports: duplicate_radius_m says nothing there"
        if kinds is not None and service.kind not in kinds:
            yield f"{owner} has the unknown kind {service.kind!r}; known are {', '.join(sorted(kinds))}"


def _twice(what: str, codes: list[str]) -> Iterator[str]:
    for code in dict.fromkeys(code for code in codes if codes.count(code) > 1):
        yield f"{what} {code!r} stands {codes.count(code)} times"


def faults_of_places(folder: Path) -> Iterator[str]:
    """Faults of the gazetteer files and of the notice that says where they come from."""
    notice = folder / "NOTICE.md"
    if not notice.is_file() or not notice.read_text(encoding="utf-8", errors="replace").strip():
        yield "NOTICE.md is missing: it must name the source and the licence of the places"
    yield from _faults_of_polygons(folder)
    streets = folder / "streets.csv"
    if not streets.is_file():
        yield "streets.csv is missing"
        return
    known: Known = set()
    yield from _few(_faults_of_rows(streets, STREET_COLUMNS, known, _street_fault), streets)
    names: Known = {(name,) for name, _ in known}
    for name, columns in (("addresses.csv", ADDRESS_COLUMNS), ("intersections.csv", CROSSING_COLUMNS)):
        if (folder / name).is_file():
            seen = known if name == "addresses.csv" else names
            fault = _address_fault if name == "addresses.csv" else _crossing_fault
            yield from _few(_faults_of_rows(folder / name, columns, seen, fault), folder / name)


def _few(faults: Iterator[str], path: Path) -> Iterator[str]:
    yield from islice(faults, SHOWN_PER_FILE)
    more = sum(1 for _ in faults)
    if more:
        yield f"{path.name}: {more} more faults"


def _faults_of_rows(path: Path, columns: tuple[str, ...], known: Known, fault: RowFault) -> Iterator[str]:
    try:
        with path.open(encoding="utf-8", newline="") as lines:
            rows = csv.reader(lines, strict=True)
            if tuple(next(rows, ())) != columns:
                yield f"{path.name}: the first line must be {','.join(columns)}"
                return
            degrees = [place for place, column in enumerate(columns) if column.endswith(POINT)]
            for row in filter(None, rows):
                if len(row) != len(columns):
                    yield f"{path.name}, line {rows.line_num}: needs {len(columns)} columns"
                    continue
                said = [_degree_fault(columns[place], row[place]) for place in degrees]
                for sentence in filter(None, [*said, fault(row, known)]):
                    yield f"{path.name}, line {rows.line_num}: {sentence}"
    except (UnicodeDecodeError, csv.Error) as error:
        yield f"{path.name} can't be read: {error}"


def _degree_fault(column: str, value: str) -> str | None:
    limit = 90 if column.endswith("lat") else 180
    try:
        is_degree = abs(float(value)) <= limit
    except ValueError:
        is_degree = False
    return None if is_degree else f"{column} {value!r} is not a number between -{limit} and {limit}"


def _street_fault(row: Sequence[str], known: Known) -> str | None:
    name, area, *_ = row
    if not name.strip():
        return "the name is empty"
    if (name, area) in known:
        return f"{name!r} in the area {area!r} stands twice"
    known.add((name, area))
    return None


def _address_fault(row: Sequence[str], known: Known) -> str | None:
    street, area, number, *_ = row
    if not _NUMBER.fullmatch(number):
        return f"the number {number!r} is not a number"
    if (street, area) not in known:
        return f"{street!r} in the area {area!r} is not in streets.csv"
    return None


def _crossing_fault(row: Sequence[str], known: Known) -> str | None:
    for name in row[:2]:
        if (name,) not in known:
            return f"{name!r} is not in streets.csv"
    return None


def _faults_of_polygons(folder: Path) -> Iterator[str]:
    paths = [folder / name for name in ("areas.geojson", "boundary.geojson") if (folder / name).is_file()]
    if not paths:
        yield "areas.geojson or boundary.geojson is missing: one of them must say where the city ends"
    for path in paths:
        try:
            features = json.loads(path.read_text(encoding="utf-8"))["features"]
        except (ValueError, KeyError, TypeError) as error:
            yield f"{path.name} is not a GeoJSON FeatureCollection: {error}"
        else:
            yield from _faults_of_features(path, features)


def _faults_of_features(path: Path, features: Iterable[dict[str, dict[str, str]]]) -> Iterator[str]:
    for position, feature in enumerate(features, start=1):
        try:
            name, shape = feature["properties"]["name"], shapely.geometry.shape(feature["geometry"])
        except (ValueError, KeyError, TypeError, AttributeError, shapely.GEOSException):
            yield f"{path.name}: feature {position} needs a property name and a geometry"
            continue
        if shape.geom_type not in {"Polygon", "MultiPolygon"}:
            yield f"{path.name}: {name} must be a Polygon or a MultiPolygon"
        elif not shape.is_valid:
            yield f"{path.name}: the polygon of {name} is not valid: {shapely.is_valid_reason(shape)}"
