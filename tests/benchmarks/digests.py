"""The bench of summaries: many people's, all due at once, composed and written into the outbox.

python -m tests.benchmarks.digests --url sqlite:////tmp/many.sqlite --url postgresql://postgres@127.0.0.1:5432/bench
The databases are filled anew: name empty ones only.
"""

import argparse
import random
import resource
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import func, insert, text
from sqlmodel import select

from backend.city.city import City
from backend.city.cityfolder import load
from bot.app import ROOT
from bot.digest import composing
from bot.digest.entry import Shared
from storage.broadcasts import Subscription, SubscriptionKind
from storage.contacts import Contact, Urn
from storage.database import Database
from storage.digests import Digest, DigestPreference, Frequency
from storage.followers import ServiceRequestFollower, Why
from storage.requests import ServiceRequest, ServiceRequestUpdate, Status, Substatus, UpdateKind, searchable

NOW = datetime(2026, 3, 6, 23, 0, tzinfo=UTC)
"""A Friday at six in the evening in Boston."""
_WEEK = timedelta(days=7)
_AREAS = tuple(f"Area {number}" for number in range(25))
_KINDS = (UpdateKind.TAKEN, UpdateKind.IN_PROGRESS, UpdateKind.CLOSED, UpdateKind.LATE)


def main() -> None:
    """Fill, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--url", action="append", required=True)
    parser.add_argument("--people", type=int, default=100_000)
    options = parser.parse_args()
    city = load(ROOT / "cities" / "boston")
    for url in options.url:
        database = Database(url)
        database.migrate()
        fill(database, city, options.people)
        measure(database, city)
        database.close()


def measure(database: Database, city: City) -> None:
    """Issue until nobody is due, and print how long it took and what it took."""
    begun, worked, before, longest = time.perf_counter(), time.process_time(), _megabytes(), 0.0
    first, shared = None, Shared()
    while True:
        slice_began = time.perf_counter()
        with database.transaction() as session:
            looked = composing.issue(session, city, NOW, shared)
        longest = max(longest, time.perf_counter() - slice_began)
        first = first or _megabytes()
        if not looked:
            break
    took, worked = time.perf_counter() - begun, time.process_time() - worked
    with database.transaction() as session:
        written = session.exec(select(func.count()).select_from(Digest)).one()
    name = database.url.get_backend_name()
    print(f"{name}: {written:,} summaries in {took:.1f} s ({worked:.1f} s of them at work)")  # noqa: T201
    print(f"  longest transaction {longest:.2f} s")  # noqa: T201
    print(f"  memory before {before} MB, after the first transaction {first} MB, at the end {_megabytes()} MB")  # noqa: T201


def _megabytes() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def fill(database: Database, city: City, people: int) -> None:
    """People who reported, follow an area and perhaps a service; half the reports moved this week."""
    chance = random.Random(1)
    with database.transaction() as session:
        for table, rows in _rows(city, people, chance):
            session.connection().execute(insert(table), rows)
    tidy = "ANALYZE" if database.is_sqlite else "VACUUM ANALYZE"
    with database.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text(tidy))


def _rows(city: City, people: int, chance: random.Random) -> Iterator[tuple[type[Any], list[dict[str, Any]]]]:
    for first in range(1, people + 1, 10_000):
        ids = range(first, min(first + 10_000, people + 1))
        yield (
            Contact,
            [{"id": n, "name": "", "language": "en", "language_fixed": False, "created_at": NOW} for n in ids],
        )
        yield Urn, [
            {"id": n, "contact_id": n, "channel": "residents", "address": f"telegram:{n}", "status": "active",
             "last_seen_at": NOW} for n in ids
        ]  # fmt: skip
        yield DigestPreference, [
            {"contact_id": n, "frequency": Frequency.WEEKLY, "hour": 18, "weekday": 4, "monthday": 1, "due_at": NOW,
             "next_at": NOW, "told_until": NOW - _WEEK} for n in ids
        ]  # fmt: skip
        yield (
            Subscription,
            [
                {"contact_id": n, "kind": SubscriptionKind.AREA, "value": chance.choice(_AREAS), "since": NOW}
                for n in ids
            ],
        )
        yield ServiceRequest, [_report(city, n, chance) for n in ids]
        own = [{"request_id": 1000 + n, "contact_id": n, "why": Why.REPORTED, "since": NOW} for n in ids]
        others = [
            {"request_id": 1000 + chance.randint(ids[0], n - 1), "contact_id": n, "why": Why.JOINED, "since": NOW}
            for n in ids[1:]
        ]
        yield ServiceRequestFollower, own + others
        yield ServiceRequestUpdate, [
            {"request_id": 1000 + n, "kind": chance.choice(_KINDS), "at": NOW - _WEEK * chance.random() * 2,
             "words": "", "photos": [], "details": {}, "announced_at": NOW} for n in ids
        ]  # fmt: skip


def _report(city: City, n: int, chance: random.Random) -> dict[str, Any]:
    service = chance.choice(city.services)
    asked = NOW - timedelta(days=30) * chance.random()
    closed = asked + (NOW - asked) * chance.random() if chance.random() < 0.7 else None
    columns = {"description": "A deep hole", "address": f"{n} Main Street", "area": chance.choice(_AREAS),
               "service_code": service.code, "department": service.department}  # fmt: skip
    return {
        **columns, "id": 1000 + n, "contact_id": n, "lat": 42.3, "lon": -71.1, "attributes": {}, "urgent": False,
        "private": False, "anonymous": False, "requested_at": asked, "expected_at": NOW, "updated_at": NOW,
        "closed_at": closed, "status": Status.CLOSED if closed else Status.OPEN, "version": 1, "joined": 0,
        "substatus": Substatus.SETTLED if closed else Substatus.TAKEN, "queue_rank": 0,
        "searchable": searchable(columns),
    }  # fmt: skip


if __name__ == "__main__":
    main()
