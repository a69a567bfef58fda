"""Where two streets meet."""

from collections.abc import Iterator, Mapping, Sequence

from nlp.mentions import Mention, Wording
from nlp.reading import Place, Precision
from nlp.street import Box, Street
from nlp.streetgrammar import Key

Corner = tuple[str, float, float]
"""An area and a point in it, WGS 84 degrees."""

REACH = 0.0006
"""Degrees, some 50 m, by which the box of a street is widened before asking whether two streets come near."""

SMALL = 200.0
"""Metres: two boxes that share no more than this meet at one place."""


class Crossings:
    """The known corners of a city, by the names of the two streets."""

    def __init__(self, corners: Mapping[frozenset[Key], list[Corner]]) -> None:
        self._corners = corners

    def places(
        self, wording: Wording, one: Mention, other: Mention, areas: Sequence[str], *, sureness: float,
        known_only: bool = False,
    ) -> Iterator[Place]:  # fmt: skip
        """The corners that two mentions may mean; two streets that only come near make an unsure one."""
        known = self._known(one, other)
        known = [found for found in known if found[2][0] in areas] or known
        text = wording.part(min(one.first, other.first), max(one.last, other.last))
        shared = min(one.sureness, other.sureness) * sureness * (0.6 if len(known) > 1 else 1)
        for street, cross, (area, lat, lon) in known:
            yield Place(
                text=text, precision=Precision.INTERSECTION, street=street, cross=cross, area=area or None, lat=lat,
                lon=lon, confidence=round(shared, 3),
            )  # fmt: skip
        near = None if known or known_only else _near(one.streets, other.streets)
        if near:
            street, cross, box = near
            is_point = box.diagonal < SMALL
            yield Place(
                text=text, precision=Precision.INTERSECTION, street=street, cross=cross,
                lat=(box.south + box.north) / 2 if is_point else None,
                lon=(box.west + box.east) / 2 if is_point else None,
                confidence=round(shared * 0.6, 3),
            )  # fmt: skip

    def _known(self, one: Mention, other: Mention) -> list[tuple[str, str, Corner]]:
        names = {
            (street.key, cross.key): (street.name, cross.name) for street in one.streets for cross in other.streets
        }
        return [(*names[pair], corner) for pair in names for corner in self._corners.get(frozenset(pair), [])]


def _near(streets: Sequence[Street], others: Sequence[Street]) -> tuple[str, str, Box] | None:
    """A pair of the streets whose boxes share some ground, None when none come near."""
    for street in streets:
        for other in others:
            box = _shared(street.box, other.box) if street.area == other.area else None
            if box:
                return street.name, other.name, box
    return None


def _shared(one: Box, other: Box) -> Box | None:
    south, north = max(one.south, other.south) - REACH, min(one.north, other.north) + REACH
    west, east = max(one.west, other.west) - REACH, min(one.east, other.east) + REACH
    return Box(south, north, west, east) if south < north and west < east else None
