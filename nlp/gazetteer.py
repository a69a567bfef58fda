"""The places of a city: its streets, house numbers, crossings and areas, found in words or from a point."""

import csv
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from operator import itemgetter
from pathlib import Path

from nlp.crossings import Corner, Crossings
from nlp.ground import Ground, Ring
from nlp.mentions import StreetIndex
from nlp.pack import Pack
from nlp.places import Findings, PlaceFinder
from nlp.reading import Place, Precision
from nlp.street import Box, Street
from nlp.streetgrammar import Key, StreetGrammar
from nlp.words import Told, cut


class Gazetteer:
    """Finds places; built once by `load`, then only read, so it may be shared between threads."""

    def __init__(self, ground: Ground, finder: PlaceFinder) -> None:
        self._ground = ground
        self._finder = finder

    @classmethod
    def load(cls, folder: Path, packs: Sequence[Pack]) -> "Gazetteer":
        """Read the place files of a city folder; `packs` are the city's languages, its first one first."""
        grammar = StreetGrammar(packs)
        streets = _streets(folder, grammar)
        _learn_numbers(folder, streets)
        crossings: dict[frozenset[Key], list[Corner]] = defaultdict(list)
        corners: list[tuple[str, float, float]] = []
        everything = list(streets.values())
        keys = {street.name: street.key for street in everything}
        for one, other, area, *point in _rows(folder / "intersections.csv", "a", "b", "area", "lat", "lon"):
            lat, lon = map(float, point)
            crossings[frozenset({keys[one], keys[other]})].append((area, lat, lon))
            corners.append((one, lat, lon))
        ground = Ground(folder, everything, corners)
        areas = {grammar.key(name): name for name in ground.areas}
        areas |= {grammar.key(alias): name for alias, name in ground.aliases.items()}
        return cls(ground, PlaceFinder(StreetIndex(everything, grammar, areas.keys()), Crossings(crossings), areas))

    @property
    def areas(self) -> Collection[str]:
        """The names of the city's areas."""
        return self._ground.areas

    def find(self, text: str) -> list[Place]:
        """The places that a text names, best first; several for one name are candidates to choose from."""
        return self.search(cut(text)).places

    def search(self, text: Told) -> Findings:
        """The places of a text, what looks like a street and is none, and which parts of the text were read so."""
        return self._finder.search(text)

    @property
    def outlines(self) -> dict[str, list[Ring]]:
        """The borders of the areas by name, rings of (lon, lat); under "" for a city without areas."""
        return self._ground.outlines

    def locate(self, lat: float, lon: float) -> Place:
        """A shared pin: its area and nearest street, `inside` telling whether it lies in the city."""
        area = self._ground.area(lat, lon)
        near = self._ground.street(lat, lon)
        return Place(
            text="", precision=Precision.PIN, street=near[0] if near else None, area=area or None,
            lat=lat, lon=lon, inside=area is not None,
        )  # fmt: skip


def _rows(path: Path, *columns: str) -> Iterator[tuple[str, ...]]:
    """These columns of each row of a file that a city may do without."""
    if path.is_file():
        with path.open(encoding="utf-8", newline="") as lines:
            rows = csv.reader(lines)
            places = map(next(rows).index, columns)
            yield from map(itemgetter(*places), filter(None, rows))


def _streets(folder: Path, grammar: StreetGrammar) -> dict[tuple[str, str], Street]:
    streets: dict[tuple[str, str], Street] = {}
    columns = ("name", "area", "lat", "lon", "min_lat", "max_lat", "min_lon", "max_lon")
    for name, area, *degrees in _rows(folder / "streets.csv", *columns):
        lat, lon, *box = map(float, degrees)
        streets[name, area] = Street(name, grammar.key(name), area, (lat, lon), Box(*box))
    return streets


def _learn_numbers(folder: Path, streets: dict[tuple[str, str], Street]) -> None:
    for street, area, number, lat, lon in _rows(folder / "addresses.csv", "street", "area", "number", "lat", "lon"):
        streets[street, area].learn(int(number), float(lat), float(lon))
