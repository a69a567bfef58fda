"""The bench of a full register: half a million reports, the search for duplicates and a page of the staff's queue.

python -m tests.benchmarks.reports --url sqlite:////tmp/reports.sqlite --url postgresql://postgres@127.0.0.1:5432/bench
The databases are filled anew: name empty ones only.
"""

import argparse
import random
import statistics
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import insert
from sqlmodel import text

from backend.city.city import City
from backend.city.cityfolder import load
from backend.reports import duplicates, issues, search
from backend.reports.duplicates import Facts
from bot.app import ROOT
from storage.contacts import Contact
from storage.database import Database
from storage.grid import cell_of
from storage.people import Role, Staff
from storage.requests import ServiceRequest, Status, Substatus, queue_rank, searchable

NOW = datetime(2026, 3, 2, 15, 0, tzinfo=UTC)
_ROOTS = (42.32, -71.08)
_WORDS = (
    "deep hole",
    "lamp is out",
    "trash on the corner",
    "mattress and two bags",
    "tree branch on the wire",
    "again",
)


_AREAS = tuple(f"Area {number}" for number in range(25))
_ONE_WORD = ("hole", "lamp", "trash", "mattress", "branch")
_SEARCHES = {
    "a house number and a word": "",
    "one frequent word": "hole",
    "two frequent words": "hole mattress",
    "the beginnings of frequent words": "matt bran",
    "what is in every report": "street",
    "two words that never meet": "hole nowhere",
}


def main() -> None:
    """Fill, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--url", action="append", required=True)
    parser.add_argument("--reports", type=int, default=500_000)
    parser.add_argument("--open", type=float, default=0.1, help="share of reports that are open")
    parser.add_argument("--times", type=int, default=500)
    options = parser.parse_args()
    city = load(ROOT / "cities" / "boston")
    for url in options.url:
        database = Database(url)
        database.migrate()
        begun = time.perf_counter()
        fill(database, city, options.reports, options.open)
        print(f"{database.url.get_backend_name()}: {options.reports} filled in {time.perf_counter() - begun:.0f} s")  # noqa: T201
        for what, times in measure(database, city, options.times):
            p50, p99 = statistics.median(times), statistics.quantiles(times, n=100)[98]
            print(f"  {what:34} p50 {p50 * 1000:7.1f} ms   p99 {p99 * 1000:7.1f} ms")  # noqa: T201
        database.close()


def fill(database: Database, city: City, reports: int, share: float) -> None:
    """Half a million reports the way a city has them: denser towards the middle, most of them closed."""
    chance = random.Random(1)
    with database.transaction() as session:
        person = Contact(name="Ana", language="en", created_at=NOW)
        session.add(person)
        session.flush()
        for first in range(0, reports, 10_000):
            rows = [_row(city, chance, person.id, share) for _ in range(min(10_000, reports - first))]
            session.connection().execute(insert(ServiceRequest), rows)
    # What PostgreSQL's autovacuum does of itself within minutes.
    tidy = "ANALYZE" if database.is_sqlite else "VACUUM ANALYZE"
    with database.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text(tidy))


def _row(city: City, chance: random.Random, contact_id: int, share: float) -> dict[str, Any]:
    service = chance.choice(city.services)
    lat, lon = chance.gauss(_ROOTS[0], 0.03), chance.gauss(_ROOTS[1], 0.03)
    address = f"{chance.randrange(1, 400)} Street {chance.randrange(2000)}"
    is_open, urgent, joined = chance.random() < share, chance.random() < 0.01, int(chance.expovariate(1))
    filed = NOW - timedelta(hours=chance.randrange(20_000))
    row = {
        "contact_id": contact_id,
        "service_code": service.code,
        "department": service.department,
        "description": f"{chance.choice(_WORDS)}, {chance.choice(_WORDS)} at {address}",
        "address": address,
        "lat": lat,
        "lon": lon,
        "attributes": {},
        "urgent": urgent,
        "status": Status.OPEN if is_open else Status.CLOSED,
        "substatus": Substatus.SUBMITTED if is_open else Substatus.CLOSED,
        "requested_at": filed,
        "expected_at": filed + timedelta(hours=service.promise_hours),
        "updated_at": filed,
        "version": 1,
        "joined": joined,
        "area": chance.choice(_AREAS),
        "cell": cell_of(lat, lon, address),
        "queue_rank": queue_rank(urgent=urgent, joined=joined),
    }
    return row | {"searchable": searchable(row)}


def measure(database: Database, city: City, times: int) -> Iterator[tuple[str, list[float]]]:
    """The seconds that each of the things takes, again and again."""
    chance = random.Random(2)
    agent = Staff(contact_id=1, name="Sam", role=Role.AGENT, department="public_works", enrolled_at=NOW)
    dispatcher = Staff(contact_id=1, name="Kim", role=Role.DISPATCHER, enrolled_at=NOW)
    yield (
        "duplicate search",
        _timed(database, times, lambda session: duplicates.likely(session, city, _new(city, chance))),
    )
    yield "queue page of a department", _timed(database, times, lambda session: issues.queue(session, agent))
    yield "queue page of everything", _timed(database, times, lambda session: issues.queue(session, dispatcher))
    area = _AREAS[0]
    yield "queue page of an area", _timed(database, times, lambda session: issues.queue(session, dispatcher, area=area))
    yield (
        "queue page, the oldest first",
        _timed(database, times, lambda session: issues.queue(session, dispatcher, oldest=True)),
    )
    for what, words in _SEARCHES.items():
        yield f"search: {what}", _timed(database, times, _searching(city, dispatcher, words, chance))
    yield (
        "search: frequent words, an agent",
        _timed(database, times, lambda session: search.find(session, city, agent, "hole corner")),
    )


def _searching(city: City, staff: Staff, words: str, chance: random.Random) -> Callable[[Any], object]:
    """A search for words, or where there are none for a house number and a frequent word, another each time."""

    def search_once(session: Any) -> object:
        asked = words or f"{chance.randrange(1, 400)} {chance.choice(_ONE_WORD)}"
        return search.find(session, city, staff, asked)

    return search_once


def _new(city: City, chance: random.Random) -> Facts:
    row = _row(city, chance, 1, 1.0)
    return Facts(
        service_code=row["service_code"],
        description=row["description"],
        address=row["address"],
        lat=row["lat"],
        lon=row["lon"],
    )


def _timed(database: Database, times: int, act: Callable[[Any], object]) -> list[float]:
    taken = []
    for _ in range(times):
        with database.transaction() as session:
            begun = time.perf_counter()
            act(session)
            taken.append(time.perf_counter() - begun)
    return taken


if __name__ == "__main__":
    main()
