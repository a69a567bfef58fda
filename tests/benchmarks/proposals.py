"""The bench of many proposals: the search for similar ones and every way to browse, among fifty thousand.

python -m tests.benchmarks.proposals --url sqlite:////tmp/proposals.sqlite --url postgresql://postgres@127.0.0.1:5432/bench
The databases are filled anew: name empty ones only.
"""

import argparse
import random
import statistics
import time
import tomllib
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import insert
from sqlmodel import text

from backend.city.city import City
from backend.city.cityfolder import load
from backend.proposals import browsing, similar
from backend.words import ideas
from bot.app import ROOT
from storage.contacts import Contact
from storage.database import Database
from storage.proposals import Proposal, ProposalState, ProposalTerm
from tests.benchmarks.reports import _timed as timed

NOW = datetime(2026, 3, 2, 15, 0, tzinfo=UTC)
_AREAS = [f"Area {number}" for number in range(20)]
_GENERAL = (
    "for the children",
    "pour les familles",
    "para los mayores",
    "near the station",
    "au parc",
    "en la plaza",
    "",
)


def main() -> None:
    """Fill, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--url", action="append", required=True)
    parser.add_argument("--proposals", type=int, default=50_000)
    parser.add_argument("--times", type=int, default=300)
    options = parser.parse_args()
    city = load(ROOT / "cities" / "boston")
    for url in options.url:
        database = Database(url)
        database.migrate()
        begun = time.perf_counter()
        fill(database, city, options.proposals)
        print(  # noqa: T201
            f"{database.url.get_backend_name()}: {options.proposals} filled in {time.perf_counter() - begun:.0f} s"
        )
        for what, times in measure(database, options.times):
            p50, p99 = statistics.median(times), statistics.quantiles(times, n=100)[98]
            print(f"  {what:34} p50 {p50 * 1000:7.1f} ms   p99 {p99 * 1000:7.1f} ms")  # noqa: T201
        database.close()


def fill(database: Database, city: City, count: int) -> None:
    """Proposals as a big city has them after years: nine of ten gather supporters still, which is the hard case."""
    chance = random.Random(1)
    with database.transaction() as session:
        person = Contact(name="Ana", language="en", created_at=NOW)
        session.add(person)
        session.flush()
        for first in range(0, count, 5_000):
            rows = [_row(city, chance, person.id, first + index + 1) for index in range(min(5_000, count - first))]
            session.connection().execute(insert(Proposal), rows)
            session.connection().execute(insert(ProposalTerm), [term for row in rows for term in _terms(row)])
    with database.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        # What autovacuum does by itself within minutes.
        connection.execute(text("ANALYZE" if database.is_sqlite else "VACUUM ANALYZE"))


_ASKED = tomllib.loads((ROOT / "backend" / "words" / "ideas.toml").read_text(encoding="utf-8"))["asked"]


def _words(chance: random.Random) -> str:
    # Some ideas are everybody's: a few of them make up most proposals.
    name = list(_ASKED)[min(int(chance.expovariate(1 / 12)), len(_ASKED) - 1)]
    return f"{chance.choice(_ASKED[name])} {chance.choice(_GENERAL)} {_word(chance)}".replace("...", "the")


def _word(chance: random.Random) -> str:
    """One of some thousand words, the first ones used far more often than the last, as in any language."""
    rank = random.Random(int(chance.paretovariate(0.6)) % 20_000)
    return "".join(rank.choice("bcdfglmnprstv") + rank.choice("aeiou") for _ in range(4))


_CACHE: list[str] = []


def _row(city: City, chance: random.Random, contact_id: int, number: int) -> dict[str, Any]:
    if not _CACHE:
        _CACHE.extend(_words(random.Random(seed)) for seed in range(4_000))
    words = f"{chance.choice(_CACHE)} {_word(chance)} {_word(chance)}"
    is_open, supporters = chance.random() < 0.9, int(chance.expovariate(1 / 20))
    filed = NOW - timedelta(minutes=chance.randrange(200_000))
    area = chance.choice(_AREAS) if chance.random() < 0.7 else None
    return {
        "id": number,
        "contact_id": contact_id,
        "language": "en",
        "title": words,
        "summary": words,
        "words": words,
        "topic": chance.choice(city.participation.topics).code,
        "department": "parks",
        "level": "area" if area else "city",
        "address": "",
        "area": area,
        "photos": [],
        "state": ProposalState.PUBLISHED if is_open else ProposalState.EXPIRED,
        "threshold": 300,
        "supporters": supporters,
        "created_at": filed,
        "updated_at": filed,
        "published_at": filed,
        "expires_at": NOW + timedelta(days=30),
        "reminded": 0,
        "version": 1,
        "gathers": is_open,
        "searchable": words,
    }


def _terms(row: dict[str, Any]) -> Iterator[dict[str, Any]]:
    if row["gathers"]:
        for term in dict.fromkeys(ideas.idea(f"{row['title']}. {row['words']}").terms):
            yield {"term": term, "area": row["area"] or "", "proposal_id": row["id"]}


def measure(database: Database, times: int) -> Iterator[tuple[str, list[float]]]:
    """The seconds that each of the things takes, again and again."""
    chance = random.Random(2)
    for what, area in (("similar, of an area", _AREAS[3]), ("similar, of the whole city", None)):
        yield what, timed(database, times, lambda s, area=area: similar.find(s, _new(chance, area)))
    yield "browse the newest", timed(database, times, lambda s: browsing.newest(s, offset=5 * chance.randrange(4)))
    yield "browse the most supported", timed(database, times, browsing.most_supported)
    yield "browse an area", timed(database, times, lambda s: browsing.most_supported(s, area=chance.choice(_AREAS)))
    yield "browse a topic", timed(database, times, lambda s: browsing.most_supported(s, topic="green"))
    yield "browse by chance", timed(database, times, browsing.drawn)
    yield "count what is open", timed(database, times, browsing.count)
    yield "areas with their counts", timed(database, times, browsing.areas)
    yield "topics with their counts", timed(database, times, browsing.topics)


def _new(chance: random.Random, area: str | None) -> ideas.Idea:
    return ideas.idea(f"We would like {_words(chance)}, it would help everybody here", area=area)


if __name__ == "__main__":
    main()
