"""People who are simulated: what each of them chose, and how they are put into the database."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import Session

from backend.city.city import City
from backend.digests import timing
from storage.broadcasts import Subscription, SubscriptionKind
from storage.contacts import Contact, Urn
from storage.digests import DigestPreference, Frequency
from storage.followers import ServiceRequestFollower, Why
from storage.requests import ServiceRequest

ZONES = ("America/New_York", "Europe/Paris", "Australia/Lord_Howe")
"""Clocks that change on different days, one of them by half an hour."""
AREAS = tuple(f"Area {number}" for number in range(25))
FIRST_REPORT = 1000
"""Everybody has one report, whose number is theirs and this together."""
_OFTEN = {
    Frequency.DAILY: 25, Frequency.WEEKLY: 35, Frequency.MONTHLY: 20, Frequency.EVENTS: 15, Frequency.NEVER: 5,
}  # fmt: skip
_QUIET = (None, None, (21, 7), (12, 15), (22, 10), (18, 11))
_FOLLOWING = 0.3


@dataclass(frozen=True)
class Person:
    """Somebody, and what they chose; `area` is the one that they follow, if any."""

    id: int
    language: str
    frequency: Frequency
    hour: int
    weekday: int
    monthday: int
    zone: str
    quiet: tuple[int, int] | None
    area: str | None


def invented(city: City, people: int, chance: random.Random) -> list[Person]:
    """So many people with every setting there is."""
    return [
        Person(
            id=number, language=chance.choice(city.languages),
            frequency=chance.choices(list(_OFTEN), list(_OFTEN.values()))[0], hour=chance.randrange(24),
            weekday=chance.randrange(7), monthday=chance.randint(1, 31), zone=ZONES[number % len(ZONES)],
            quiet=chance.choice(_QUIET), area=chance.choice(AREAS) if chance.random() < _FOLLOWING else None,
        )
        for number in range(1, people + 1)
    ]  # fmt: skip


def settle(session: Session, city: City, folk: Sequence[Person], begin: datetime) -> None:
    """Give them addresses, settings, and a report each."""
    session.add_all(Contact(id=one.id, language=one.language, created_at=begin) for one in folk)
    session.flush()
    for one in folk:
        session.add(Urn(contact_id=one.id, channel="residents", address=f"sim:{one.id}", last_seen_at=begin))
        session.add(_preference(city, one, begin))
        session.add(report(city, FIRST_REPORT + one.id, one.id, AREAS[one.id % len(AREAS)], begin))
        if one.area is not None:
            session.add(Subscription(contact_id=one.id, kind=SubscriptionKind.AREA, value=one.area, since=begin))
    session.flush()
    for one in folk:
        number = FIRST_REPORT + one.id
        session.add(ServiceRequestFollower(request_id=number, contact_id=one.id, why=Why.REPORTED, since=begin))


def _preference(city: City, one: Person, begin: datetime) -> DigestPreference:
    quiet_from, quiet_until = one.quiet or (None, None)
    preference = DigestPreference(
        contact_id=one.id, frequency=one.frequency, hour=one.hour, weekday=one.weekday, monthday=one.monthday,
        zone=one.zone, quiet_from=quiet_from, quiet_until=quiet_until, told_until=begin,
    )  # fmt: skip
    timing.plan(city, preference, begin)
    return preference


def report(city: City, number: int, contact_id: int, area: str, at: datetime) -> ServiceRequest:
    """A report, of which nothing matters but where it is."""
    service = city.services[number % len(city.services)]
    return ServiceRequest(
        id=number, contact_id=contact_id, service_code=service.code, department=service.department, description="",
        address="1 Main Street", area=area, requested_at=at, expected_at=at + timedelta(days=3), updated_at=at,
    )  # fmt: skip
