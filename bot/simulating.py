"""A year of summaries in minutes: people with every setting, clocks that stop and start, and what went wrong."""

import random
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import insert
from sqlmodel import Session, col, select

from backend import timing
from backend.city import City
from backend.schedules import Schedule, Waking
from bot.digest import composing
from bot.digest.entry import Shared
from storage.broadcasts import Subscription, SubscriptionKind
from storage.contacts import Contact, Urn
from storage.database import Database
from storage.digests import Digest, DigestPreference, Frequency
from storage.followers import ServiceRequestFollower, Why
from storage.mail import Outbox
from storage.requests import ServiceRequest, ServiceRequestUpdate, UpdateKind

ZONES = ("America/New_York", "Europe/Paris", "Australia/Lord_Howe")
"""Clocks that change on different days, one of them by half an hour."""
BEGIN = datetime(2026, 1, 1, tzinfo=UTC)
_HOUR = timedelta(hours=1)
_KINDS = (UpdateKind.TAKEN, UpdateKind.IN_PROGRESS, UpdateKind.CLOSED, UpdateKind.LATE, UpdateKind.RESCHEDULED)
_OFTEN = {
    Frequency.DAILY: 25, Frequency.WEEKLY: 35, Frequency.MONTHLY: 20, Frequency.EVENTS: 15, Frequency.NEVER: 5,
}  # fmt: skip


@dataclass(frozen=True)
class Person:
    """Somebody simulated: when they want summaries, and the hours in which they may be written to."""

    id: int
    schedule: Schedule
    waking: Waking


@dataclass
class Account:
    """What came of it. `due` are the periods in which there was something to tell, counted apart from what was sent.

    Periods that passed while no clock ran count as one with the summary that makes up for them.
    """

    due: int = 0
    sent: int = 0
    doubled: int = 0
    missed: int = 0
    in_quiet_hours: int = 0
    empty: int = 0
    late: int = 0

    def fields(self) -> dict[str, int]:
        """For programs."""
        return asdict(self)


def run(database: Database, city: City, *, people: int, days: int, seed: int, passed: Callable[[int], None]) -> Account:
    """Simulate so many people over so many days; `passed` is told of every day that is over."""
    chance = random.Random(seed)
    folk = _settle(database, city, people, chance)
    looks: list[datetime] = []
    for day in range(days):
        today = BEGIN + timedelta(days=day)
        _live(database, people, today, chance)
        looks += list(_looks(today, chance, looks[-1] if looks else BEGIN))
        for look in [look for look in looks if look >= today]:
            _tick(database, city, look, chance)
        passed(1)
    end = BEGIN + timedelta(days=days)
    _tick(database, city, end, chance)
    return _account(database, folk, [*looks, end])


def _settle(database: Database, city: City, people: int, chance: random.Random) -> list[Person]:
    """Give people addresses, settings, and a report each; returns them."""
    folk = []
    with database.transaction() as session:
        for number in range(1, people + 1):
            session.add(Contact(id=number, language=chance.choice(city.languages), created_at=BEGIN))
        session.flush()
        for number in range(1, people + 1):
            session.add(Urn(contact_id=number, channel="residents", address=f"sim:{number}", last_seen_at=BEGIN))
            preference = _preference(number, chance)
            session.add(preference)
            timing.plan(city, preference, BEGIN)
            when = timing.of(city, preference)
            folk.append(Person(number, when.schedule, when.waking))
            service = chance.choice(city.services)
            session.add(
                ServiceRequest(
                    id=1000 + number, contact_id=number, service_code=service.code, department=service.department,
                    description="", address="1 Main Street", area=f"Area {number % 25}", requested_at=BEGIN,
                    expected_at=BEGIN + timedelta(days=3), updated_at=BEGIN,
                )
            )  # fmt: skip
        session.flush()
        for number in range(1, people + 1):
            session.add(
                ServiceRequestFollower(request_id=1000 + number, contact_id=number, why=Why.REPORTED, since=BEGIN)
            )
            if chance.random() < 0.3:
                area = f"Area {chance.randrange(25)}"
                session.add(Subscription(contact_id=number, kind=SubscriptionKind.AREA, value=area, since=BEGIN))
    return folk


def _preference(number: int, chance: random.Random) -> DigestPreference:
    quiet = chance.choice([(None, None), (None, None), (21, 7), (12, 15), (22, 10), (18, 11)])
    return DigestPreference(
        contact_id=number, frequency=chance.choices(list(_OFTEN), list(_OFTEN.values()))[0],
        hour=chance.randrange(24), weekday=chance.randrange(7), monthday=chance.randint(1, 31),
        zone=ZONES[number % len(ZONES)], quiet_from=quiet[0], quiet_until=quiet[1], told_until=BEGIN,
    )  # fmt: skip


def _live(database: Database, people: int, day: datetime, chance: random.Random) -> None:
    """What happens on a day: some reports take a step."""
    moved = chance.sample(range(1, people + 1), people // 10)
    same: dict[str, Any] = {"words": "", "photos": [], "details": {}, "announced_at": day}
    rows = [
        {"request_id": 1000 + number, "kind": chance.choice(_KINDS), "at": day + _second(chance), **same}
        for number in moved
    ]
    with database.transaction() as session:
        if rows:
            session.connection().execute(insert(ServiceRequestUpdate), rows)


def _second(chance: random.Random) -> timedelta:
    return timedelta(seconds=chance.randrange(86400))


def _looks(day: datetime, chance: random.Random, last: datetime) -> Iterator[datetime]:
    """When a clock looks on a day: every half hour, but for the times it is down, up to three days."""
    down_until = last + timedelta(hours=chance.choice([6, 20, 40, 72])) if chance.random() < 0.04 else last
    moment = day
    while moment < day + 24 * _HOUR:
        if moment > down_until and moment > last:
            yield moment
        moment += timedelta(minutes=30)


def _tick(database: Database, city: City, now: datetime, chance: random.Random) -> None:
    """One look; now and then it dies before it commits, a second clock looks too, or one goes wrong by hours."""
    shared = Shared()
    if chance.random() < 0.02:
        with Session(database.engine) as session:
            composing.issue(session, city, now, shared)
            session.rollback()
    clocks = [now, now] if chance.random() < 0.1 else [now]
    if chance.random() < 0.01:
        clocks.append(now - chance.randint(1, 30) * _HOUR)
    for clock in clocks:
        while True:
            with database.transaction() as session:
                if not composing.issue(session, city, clock, shared):
                    break


def _account(database: Database, folk: list[Person], looks: list[datetime]) -> Account:
    account = Account()
    with database.transaction() as session:
        sent: dict[int, list[datetime]] = {person.id: [] for person in folk}
        for row in session.exec(select(Outbox).order_by(col(Outbox.due_at))):
            sent[row.contact_id].append(row.due_at)
            account.sent += 1
            account.empty += not any("lines" in part for part in row.payload["paragraphs"])
        known: Counter[tuple[int, str]] = Counter()
        issued: dict[int, list[Digest]] = {person.id: [] for person in folk}
        for digest in session.exec(select(Digest).order_by(col(Digest.issued_at))):
            issued[digest.contact_id].append(digest)
            known[digest.contact_id, digest.period] += 1
            account.late += digest.late
        account.doubled = sum(number - 1 for number in known.values()) + account.sent - known.total()
        moved = _moved(session)
    for person in folk:
        account.in_quiet_hours += sum(not person.waking.at(moment) for moment in sent[person.id])
        _check(account, person, issued[person.id], moved.get(person.id, []), looks)
    return account


def _moved(session: Session) -> dict[int, list[datetime]]:
    """When the reports of each person moved."""
    moved: dict[int, list[datetime]] = {}
    rows = select(ServiceRequestUpdate.request_id, ServiceRequestUpdate.at).order_by(col(ServiceRequestUpdate.at))
    for number, at in session.exec(rows):
        moved.setdefault(number - 1000, []).append(at)
    return moved


def _check(
    account: Account, person: Person, issued: list[Digest], moved: list[datetime], looks: list[datetime]
) -> None:
    """Go through somebody's calendar on its own account, and compare: what should have come, and what did."""
    told, expected = BEGIN, []
    due = person.schedule.next_after(BEGIN)
    while due is not None:
        allowed = person.waking.next(due)
        look = next((one for one in looks[_first(looks, allowed) :] if person.waking.at(one)), None)
        if look is None:
            break
        until = max(due, look)
        if any(told < at <= until for at in moved):
            expected.append(person.schedule.period(due))
        told = until
        due = person.schedule.next_after(max(due, look))
    account.due += len(expected)
    account.missed += len(set(expected) - {digest.period for digest in issued})


def _first(looks: list[datetime], moment: datetime) -> int:
    return bisect_left(looks, moment)
