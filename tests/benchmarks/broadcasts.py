"""The bench of a broadcast: written into the outbox, claimed from, paused, resumed, counted, cancelled.

python -m tests.benchmarks.broadcasts --url sqlite:////tmp/many.sqlite --url postgresql://postgres@127.0.0.1:5432/bench
The databases are filled anew: name empty ones only.
"""

import argparse
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta

from sqlalchemy import insert, text
from sqlmodel import Session

from backend.broadcasts import broadcasts
from backend.broadcasts.audience import Audience
from backend.broadcasts.fanout import Content, Plan, Question
from storage import mailbox
from storage.contacts import Contact, Urn
from storage.database import Database
from storage.people import Role, Staff

NOW = datetime(2026, 3, 2, 15, tzinfo=UTC)
CLAIMS = 50


def main() -> None:
    """Fill, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--url", action="append", required=True)
    parser.add_argument("--people", type=int, default=100_000)
    options = parser.parse_args()
    for url in options.url:
        database = Database(url)
        database.migrate()
        _measure(database.url.get_backend_name(), database, options.people)
        database.close()


def _measure(name: str, database: Database, people: int) -> None:
    staff = _populate(database, people)
    question = Question(topic="t", step="s", state={}, question={}, expires_at=NOW + timedelta(days=9))
    plan = Plan(subject="bench", audience=Audience(), due_at=NOW, budget=3)
    payload = {"paragraphs": [{"id": "hello", "args": {"words": "x" * 400}}]}
    print(f"{name}, {people:,} people")  # noqa: T201
    with _timed("written into the outbox, a question each"), database.transaction() as session:
        id = broadcasts.start(session, plan, Content(payload, question), staff=staff, now=NOW).id
    _claims(database)
    steps: dict[str, Callable[[Session], object]] = {
        "paused": lambda session: broadcasts.pause(session, id, staff, NOW),
        "resumed": lambda session: broadcasts.resume(session, id, staff, NOW),
        "progress counted": lambda session: broadcasts.progress(session, id),
        "cancelled": lambda session: broadcasts.cancel(session, id, staff, NOW),
    }
    for what, step in steps.items():
        with _timed(what), database.transaction() as session:
            step(session)


def _claims(database: Database) -> None:
    times = []
    for _ in range(CLAIMS):
        began = time.perf_counter()
        with database.transaction() as session:
            mailbox.claim(session, "residents", NOW, 20, bulk=10)
        times.append(time.perf_counter() - began)
    p50, worst = 1000 * sorted(times)[CLAIMS // 2], 1000 * max(times)
    print(f"  ten claimed while all wait: p50 {p50:.1f} ms, worst {worst:.1f} ms")  # noqa: T201


def _populate(database: Database, people: int) -> Staff:
    with database.transaction() as session:
        contact = {"name": "", "language": "en", "language_fixed": False, "created_at": NOW}
        session.execute(insert(Contact), [{**contact, "id": n} for n in range(1, people + 2)])
        urn = {"channel": "residents", "status": "active", "last_seen_at": NOW}
        own = [{**urn, "id": n, "contact_id": n, "address": f"telegram:{n}"} for n in range(1, people + 1)]
        session.execute(insert(Urn), own)
        staff = Staff(contact_id=people + 1, name="Mona", role=Role.ADMIN, enrolled_at=NOW)
        session.add(staff)
    with database.engine.connect() as connection:
        connection.execute(text("ANALYZE"))
        connection.commit()
    return staff


@contextmanager
def _timed(what: str) -> Iterator[None]:
    began = time.perf_counter()
    yield
    print(f"  {what}: {time.perf_counter() - began:.2f} s")  # noqa: T201


if __name__ == "__main__":
    main()
