"""Duplicates: open reports nearby that are probably about the same thing.

Nearness comes first: most problems of one kind within a few steps are one problem, whoever says it in whatever
language. What the descriptions name then speaks for it or against it.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass, field, fields

from rapidfuzz import fuzz
from sqlmodel import Session, col, select

from backend.city.city import City
from backend.words.things import Described, described
from storage.grid import cell_of, cells_around, metres_between
from storage.requests import ServiceRequest, Status

LIKELY = 0.5
"""Probability from which a resident is asked whether it is the same."""
_MOST = 400
"""Reports of one kind in one spot that are compared: the newest, should a storm leave more."""


@dataclass(frozen=True, kw_only=True)
class Facts:
    """What is known of a report when it is compared; latitude and longitude in degrees."""

    service_code: str
    description: str
    address: str = ""
    lat: float | None = None
    lon: float | None = None
    attributes: dict[str, str] = field(default_factory=dict)

    @property
    def point(self) -> tuple[float, float] | None:
        """Latitude and longitude, where they are known."""
        return (self.lat, self.lon) if self.lat is not None and self.lon is not None else None

    @property
    def is_exact(self) -> bool:
        """Whether the address leads to one spot, by a number or a crossing."""
        return any(c.isdecimal() or c == "&" for c in self.address)


@dataclass(frozen=True, kw_only=True)
class Likely:
    """An open report that may be the same, how far from the place (None: the same street), how probably (0 to 1)."""

    request: ServiceRequest
    metres: float | None
    probability: float


def likely(session: Session, city: City, new: Facts, *, limit: int = 3) -> list[Likely]:
    """The open reports that are probably about the same thing as a new one, best first; private ones are nobody's."""
    judged = []
    for request in _nearby(session, city, new):
        other = facts_of(request)
        metres = distance(new, other)
        probability = same(city, new, other, metres)
        if probability >= LIKELY:
            judged.append(Likely(request=request, metres=metres, probability=probability))
    return sorted(judged, key=lambda one: -one.probability)[:limit]


def facts_of(request: ServiceRequest) -> Facts:
    """A report as it is compared."""
    return Facts(**{field.name: getattr(request, field.name) for field in fields(Facts)})


def _nearby(session: Session, city: City, new: Facts) -> Iterable[ServiceRequest]:
    cells = _cells(city, new)
    kind = city.service(new.service_code).kind
    codes = [service.code for service in city.services if service.kind == kind]
    near = select(ServiceRequest).where(
        ServiceRequest.status == Status.OPEN,
        col(ServiceRequest.cell).in_(cells),
        col(ServiceRequest.service_code).in_(codes),
        col(ServiceRequest.private).is_(False),
    )
    return session.exec(near.order_by(col(ServiceRequest.id).desc()).limit(_MOST)) if cells else []


def _cells(city: City, new: Facts) -> list[int]:
    own = cell_of(new.lat, new.lon, new.address)
    if own is None or new.point is None:
        return [own] if own is not None else []
    return cells_around(*new.point, city.service(new.service_code).duplicate_radius_m)


def distance(one: Facts, other: Facts) -> float | None:
    """Metres between two places; 0 for the same exact address, None for the same street, infinite for all else."""
    if one.point is not None and other.point is not None:
        return metres_between(one.point, other.point)
    if one.address.casefold() != other.address.casefold() or not one.address:
        return math.inf
    return 0.0 if one.is_exact else None


def same(city: City, one: Facts, other: Facts, metres: float | None) -> float:
    """The probability (0 to 1) that two reports are about the same thing; 0 beyond the service's radius."""
    services = (city.service(one.service_code), city.service(other.service_code))
    radius = min(service.duplicate_radius_m for service in services)
    if services[0].kind != services[1].kind or (metres is not None and metres > radius):
        return 0.0
    weight = _nearness(one, other, metres, radius)
    weight += _agreement(
        described(one.description, without=one.address), described(other.description, without=other.address)
    )
    weight += _answers(one.attributes, other.attributes)
    weight -= 0.0 if one.service_code == other.service_code else 0.8
    return 1 / (1 + math.exp(-weight))


def _nearness(one: Facts, other: Facts, metres: float | None, radius: int) -> float:
    """From 1.4 on the spot down to -1.4 at the edge; the same exact address is the same spot."""
    if metres is None:
        return -0.4
    share = metres / radius
    if one.is_exact and one.address.casefold() == other.address.casefold():
        share = min(share, 0.1)
    return 1.4 - 2.8 * share


_SHARED = {"object": 1.6, "spot": 1.0, "colour": 0.8, "usual": 0.3}
"""What naming the same thing is worth."""
_DIFFERENT = {"object": -2.4, "spot": -1.2, "colour": -2.0, "usual": -0.8}
"""What naming different things is worth."""


def _agreement(one: Described, other: Described) -> float:
    """What the words say: the things that both name, and how alike the rest sounds."""
    weight = 2.0 * (_likeness(one.words, other.words) - 0.4)
    for group, worth in _SHARED.items():
        named, too = one.things.get(group), other.things.get(group)
        if named and too:
            weight += worth if named & too else _different(group, one, other)
    return weight + _only_one_is_specific(one, other)


def _different(group: str, one: Described, other: Described) -> float:
    """Colours tell two cars apart; a signal that stays red and one that never turns green are the same."""
    if group == "colour" and not one.named("object") & other.named("object"):
        return 0.0
    return _DIFFERENT[group]


def _only_one_is_specific(one: Described, other: Described) -> float:
    """A hole and a manhole cover: one names a thing where the other has the usual matter only."""
    specific = bool(one.named("object")), bool(other.named("object"))
    plain = other if specific[0] else one
    return -0.5 if specific[0] != specific[1] and plain.named("usual") else 0.0


def _likeness(one: str, other: str) -> float:
    """How alike two descriptions are, 0.4 when one of them says nothing; in other languages little is alike."""
    if not one or not other:
        return 0.4
    return fuzz.token_set_ratio(one, other) / 100


def _answers(one: dict[str, str], other: dict[str, str]) -> float:
    """What the answers to the service's own questions say: the same plate, another plate."""
    weight = 0.0
    for code in one.keys() & other.keys():
        agree = fuzz.ratio(_plain(one[code]), _plain(other[code])) >= 85
        weight += 1.5 if agree else -1.5
    return weight


def _plain(answer: str) -> str:
    return "".join(c for c in answer.casefold() if c.isalnum())
