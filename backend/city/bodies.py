"""Bodies: who else answers for what residents take to be the city's, and for the ground around it."""

import re
from collections.abc import Iterator

from pydantic import BaseModel, ConfigDict, Field

from storage.folding import folded
from storage.grid import metres_between

Names = dict[str, str]


class Ground(BaseModel):
    """Roughly where a neighbour lies: its middle in WGS 84 degrees and how far it reaches."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    lat: float = Field(ge=-90, le=90)
    lon: float = Field(ge=-180, le=180)
    reach_m: int = Field(gt=0, le=50_000)


class Body(BaseModel):
    """Somebody else who is responsible, and how to reach them.

    Theirs is what is said in their `words` (by language) or lies on their `streets` (as the gazetteer writes it), when
    it is one of their `services`, or surely none of the city's; or, of a neighbour, all that lies on their `ground`.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    code: str
    name: Names
    phone: str | None = Field(default=None, pattern=r"^\+?[0-9][0-9 .-]{1,18}[0-9]$")
    url: str | None = Field(default=None, pattern=r"^[a-z0-9-]+(\.[a-z0-9-]+)+(/[\w./~-]*)?$")
    words: dict[str, list[str]] = {}
    streets: list[str] = []
    services: list[str] = []
    ground: Ground | None = None

    @property
    def contact(self) -> str:
        """How to reach them, in one line."""
        return ", ".join(way for way in (self.phone, self.url) if way)

    def answers_for(self, words: str, street: str | None, service: str | None) -> bool:
        """Whether a matter is theirs by what is said of it; `service` is the city's, once one is sure."""
        if service is not None and service not in self.services:
            return False
        return street in self.streets or _says(words, (term for terms in self.words.values() for term in terms))

    def is_named(self, words: str) -> bool:
        """Whether a neighbour is said to be where it happens: "in Cambridge", "à Rezé"."""
        return self.ground is not None and any(_is_there(words, _town(name)) for name in self.name.values())


def answering(bodies: list[Body], words: str, street: str | None, service: str | None) -> Body | None:
    """The first body whose matter it is."""
    return next((body for body in bodies if body.answers_for(words, street, service)), None)


def named(bodies: list[Body], words: str) -> Body | None:
    """The first neighbour that the words name as the place; take out of them what is a street of the city."""
    return next((body for body in bodies if body.is_named(words)), None)


def around(bodies: list[Body], lat: float, lon: float) -> Body | None:
    """The neighbour on whose ground a point probably lies: the one that it is nearest to, measured by its reach."""
    shares = [
        (metres_between((lat, lon), (body.ground.lat, body.ground.lon)) / body.ground.reach_m, body.code, body)
        for body in bodies
        if body.ground is not None
    ]
    share, _, nearest = min(shares, default=(2.0, "", None))
    return nearest if share <= 1 else None


def _says(words: str, terms: Iterator[str]) -> bool:
    said = f" {folded(words)} "
    return any(f" {folded(term)} " in said for term in terms)


_OFFICES = re.compile(r"^(?:city|town|ville|commune|mairie|ciudad|municipio|ayuntamiento) (?:of|de|d) ")
"""What stands before a town's own name in the name of its administration."""
_THERE = r"(?:^|[,;] ?|\b(?:in|at|over in|à|a|en)\s+)"


def _town(name: str) -> str:
    return _OFFICES.sub("", folded(name))


def _is_there(words: str, town: str) -> bool:
    """Whether a town's name stands as a place, not as the beginning of another name ("Cambridge Street")."""
    for found in re.finditer(_THERE + r"(?=(?P<rest>[\w'’ -]+))", words, re.IGNORECASE):
        rest = f"{folded(found['rest'])} "
        if rest.startswith(f"{town} ") and not rest.removeprefix(f"{town} ").strip():
            return True
    return False
