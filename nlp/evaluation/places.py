"""Places: house numbers that the index does not hold, house numbers and corners in real texts, and named streets."""

import csv
import math
import shutil
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from nlp import pack
from nlp.decision import SURE
from nlp.evaluation import newhaven
from nlp.evaluation.newhaven import Lines
from nlp.evaluation.result import Bench, Result
from nlp.gazetteer import Gazetteer
from nlp.reading import Place, Precision
from nlp.streetgrammar import Key, StreetGrammar
from nlp.words import clean, words

BOSTON = Path(__file__).parents[2] / "cities" / "boston"
LANGUAGES = ("en", "fr", "es")
ONE_IN = 20
"""One address in so many is held out of the index."""

NEAR_PIN = 150.0
"""Metres from the pin within which a street whose name stands in a message is the one meant."""


class Point(NamedTuple):
    """WGS 84 degrees."""

    lat: float
    lon: float


def run(bench: Bench) -> Result:
    """All figures of places that the data allows."""
    result = Result("Places")
    packs = [pack.load(code) for code in LANGUAGES]
    with tempfile.TemporaryDirectory() as folder:
        _held_out(result, Path(folder) / "boston", packs)
        raw = bench.data / "cities" / "new-haven"
        reports = bench.rows("reports/newhaven_train.jsonl", result)
        if raw.is_dir() and reports:
            lines = newhaven.read(raw)
            newhaven.write(lines, raw, Path(folder) / "new-haven")
            _new_haven(result, Gazetteer.load(Path(folder) / "new-haven", packs), lines, reports, packs)
        elif not raw.is_dir():
            result.absent.append("cities/new-haven")
    _boston_texts(bench, result, packs)
    return result


def _held_out(result: Result, folder: Path, packs: Sequence[pack.Pack]) -> None:
    """Numbers that the index does not hold must be worked out from their neighbours."""
    shutil.copytree(BOSTON, folder)
    with (BOSTON / "addresses.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    held, kept = rows[::ONE_IN], [row for number, row in enumerate(rows) if number % ONE_IN]
    with (folder / "addresses.csv").open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, fieldnames=list(rows[0]))
        writer.writeheader()
        writer.writerows(kept)
    gazetteer = Gazetteer.load(folder, packs)
    distances = [
        _distance(place, Point(float(row["lat"]), float(row["lon"])))
        for row in held
        for place in gazetteer.find(f"pothole at {row['number']} {row['street']}, {row['area']}")[:1]
        if place.is_point and place.confidence >= SURE
    ]
    result.add("held-out number within 100 m, where sure", _share(distances, 100), f"{len(distances)} addresses", 0.92)
    result.add("held-out numbers that are sure", len(distances) / len(held), f"{len(held)} addresses")


def _boston_texts(bench: Bench, result: Result, packs: Sequence[pack.Pack]) -> None:
    path = bench.data / "texts" / "boston_untagged.csv"
    if not path.is_file():
        result.absent.append("texts/boston_untagged.csv")
        return
    gazetteer = Gazetteer.load(BOSTON, packs)
    distances = []
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            best = next(iter(gazetteer.find(row["description"])), None)
            if best and best.precision is Precision.ADDRESS and best.is_point and best.confidence >= SURE:
                distances.append(_distance(best, Point(float(row["lat"]), float(row["long"]))))
    result.add(
        "number and street in real texts, within 100 m", _share(distances, 100), f"{len(distances)} messages", 0.92
    )


def _new_haven(
    result: Result, gazetteer: Gazetteer, lines: Lines, reports: Sequence[Mapping[str, Any]], packs: Sequence[pack.Pack]
) -> None:
    grammar = StreetGrammar(packs)
    names = _names(lines, grammar)
    corners: list[float] = []
    offered: list[float] = []
    named = found = told = right = 0
    for report in reports:
        pin = Point(report["lat"], report["lon"])
        places = gazetteer.find(report["text"])
        best = next(iter(places), None)
        if best and best.precision is Precision.INTERSECTION and best.is_point:
            (corners if best.confidence >= SURE else offered).append(_distance(best, pin))
        streets = {street for place in places for street in (place.street, place.cross) if street}
        meant = {name for name in _in_text(report["text"], names, grammar) if lines.near(name, *pin) < NEAR_PIN}
        named += bool(meant)
        found += bool(meant and streets)
        told += bool(streets)
        right += any(lines.near(street, *pin) <= 100 for street in streets)
    result.add("corner within 150 m, where sure", _share(corners, 150), f"{len(corners)} messages", 0.80)
    result.add("corner within 150 m, all", _share(corners + offered, 150), f"{len(corners + offered)} messages")
    result.add("a street found where a listed one is named", found / max(1, named), f"{named} messages", 0.85)
    result.add("a found street passes within 100 m of the pin", right / max(1, told), f"{told} messages", 0.82)
    result.remarks.append(
        "A listed street counts as named when its name, with or without its type, stands in the message and it passes "
        f"within {NEAR_PIN:.0f} m of the pin."
    )


def _names(lines: Lines, grammar: StreetGrammar) -> dict[Key, set[str]]:
    """Full and bare names of the listed streets as they are compared."""
    names: dict[Key, set[str]] = {}
    for name in lines.streets:
        key = grammar.key(name)
        for form in (key, grammar.bare(key)):
            if form and len("".join(form)) > 3:
                names.setdefault(form, set()).add(name)
    return names


def _in_text(text: str, names: Mapping[Key, set[str]], grammar: StreetGrammar) -> set[str]:
    keys = grammar.keys(words(clean(text)))
    return {
        name
        for first in range(len(keys))
        for last in range(first + 1, min(first + 5, len(keys)) + 1)
        for name in names.get(keys[first:last], ())
    }


def _distance(place: Place, point: Point) -> float:
    """Metres between a place that is a point and another one."""
    if place.lat is None or place.lon is None:
        return math.inf
    across = (place.lon - point.lon) * math.cos(math.radians(point.lat))
    return math.hypot(place.lat - point.lat, across) * 111_320


def _share(distances: Sequence[float], most: float) -> float:
    return sum(distance <= most for distance in distances) / max(1, len(distances))
