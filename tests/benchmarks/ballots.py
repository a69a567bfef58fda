"""The bench of taking ballots: how many a second, and whether any is lost or doubled under rush and SIGKILL.

python -m tests.benchmarks.ballots [--ballots 2000] [--doubles 10000] [--postgres URL]
"""

import argparse
import multiprocessing
import os
import signal
import statistics
import tempfile
import time
import uuid
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from sqlalchemy import create_engine, text
from sqlmodel import func, select

from backend.votes import ballotbox, roll, votecount, votelog, votephases, votes
from storage.ballots import Ballot
from storage.database import Database
from storage.votes import Budget, Heading, Level
from tests.tally.ballotdays import CLOSES, NOW, contact, opened

_SERVER = "postgresql://postgres@127.0.0.1:5432/postgres"


def main() -> None:
    """Measure both databases and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--ballots", type=int, default=2000)
    parser.add_argument("--doubles", type=int, default=10_000, help="attempts of one person each over two channels")
    parser.add_argument("--kills", type=int, default=5)
    parser.add_argument("--postgres", default=os.environ.get("AGORA_TEST_POSTGRES", _SERVER))
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        _measure("SQLite, waiting for the disk", f"sqlite:///{folder}/agora.sqlite", 1, options)
    name = f"agora_bench_{uuid.uuid4().hex[:8]}"
    _administer(options.postgres, f"CREATE DATABASE {name}")
    try:
        _measure("PostgreSQL", options.postgres.rpartition("/")[0] + f"/{name}", 4, options)
    finally:
        _administer(options.postgres, f"DROP DATABASE {name} WITH (FORCE)")


def _measure(title: str, url: str, threads: int, options: argparse.Namespace) -> None:
    database = Database(url)
    database.migrate()
    pairs = options.doubles // 2
    with database.transaction() as session:
        budget, heading = opened(session, level=Level.L2, codes=options.ballots + pairs)
        people = [contact(session).id for _ in range(options.ballots + 2 * pairs)]
        for number, who in enumerate(people[: options.ballots]):
            roll.prove_by_code(session, budget, who, f"code-{number}", now=NOW)
        for number in range(pairs):
            for who in people[options.ballots + 2 * number :][:2]:
                roll.prove_by_code(session, budget, who, f"code-{options.ballots + number}", now=NOW)
    _rate(title, database, heading.id, people[: options.ballots], threads)
    _doubles(database, heading.id, people[options.ballots :], threads)
    _killed(url, database, heading.id, people[: options.ballots], options.kills)
    _recounted(database, heading.id)
    database.close()


def _cast(database: Database, heading_id: int, who: int, choice: str) -> float:
    begin = time.perf_counter()
    with database.transaction() as session:
        heading = session.get_one(Heading, heading_id)
        budget = session.get_one(Budget, heading.budget_id)
        ballotbox.cast(session, heading, roll.identity_of(session, budget, who), [choice], now=NOW)
    return 1000 * (time.perf_counter() - begin)


def _rate(title: str, database: Database, heading_id: int, people: list[int], threads: int) -> None:
    begin, worked = time.perf_counter(), time.process_time()
    with ThreadPoolExecutor(threads) as pool:
        took = list(pool.map(lambda who: _cast(database, heading_id, who, str(1 + who % 4)), people))
    rate = len(people) / (time.perf_counter() - begin)
    worked = 1000 * (time.process_time() - worked) / len(people)
    cuts = statistics.quantiles(took, n=100)
    print(  # noqa: T201
        f"\n{title}: {rate:.0f} ballots/s, {threads} threads, p50 {cuts[49]:.1f} ms, p99 {cuts[98]:.1f} ms, "
        f"{worked:.1f} ms of processor each"
    )


def _doubles(database: Database, heading_id: int, people: list[int], threads: int) -> None:
    """Each roll entry votes from two contacts at the same moment."""
    with database.transaction() as session:
        before = votes.turnout(session, session.get_one(Heading, heading_id))
    with ThreadPoolExecutor(max(2, threads)) as pool:
        list(pool.map(lambda who: _cast(database, heading_id, who, str(1 + who % 4)), people))
    with database.transaction() as session:
        new = votes.turnout(session, session.get_one(Heading, heading_id)) - before
        counts = func.count()
        doubled = session.exec(select(counts).select_from(Ballot).group_by(Ballot.token, Ballot.nth).having(counts > 1))
        twice = len(doubled.all())
    print(f"  {len(people)} attempts over two channels: {new} voters of {len(people) // 2}, {twice} double")  # noqa: T201


def _killed(url: str, database: Database, heading_id: int, people: list[int], kills: int) -> None:
    """Another process takes ballots and is killed; what it had confirmed must be there."""
    lost = confirmed = 0
    for _ in range(kills):
        here, there = multiprocessing.Pipe(duplex=False)
        process = multiprocessing.get_context("spawn").Process(target=_serve, args=(url, heading_id, people, there))
        process.start()
        there.close()
        here.poll(60)
        receipts = []
        end = time.perf_counter() + 1.0
        while time.perf_counter() < end and here.poll(1):
            receipts.append(here.recv())
        if process.pid is not None:
            os.kill(process.pid, signal.SIGKILL)
        process.join()
        try:
            while here.poll():
                receipts.append(here.recv())
        except EOFError:
            pass
        with database.transaction() as session:
            lost += sum(votelog.find(session, receipt) is None for receipt in receipts)
        confirmed += len(receipts)
    print(f"  {kills} SIGKILLs: {confirmed} ballots confirmed meanwhile, {lost} lost")  # noqa: T201


def _serve(url: str, heading_id: int, people: list[int], out: object) -> None:
    database = Database(url)
    while True:
        for who in people:
            with database.transaction() as session:
                heading = session.get_one(Heading, heading_id)
                budget = session.get_one(Budget, heading.budget_id)
                identity = roll.identity_of(session, budget, who)
                taken = ballotbox.cast(session, heading, identity, ["1"], now=NOW)
            out.send(taken.receipt)  # type: ignore[attr-defined]


def _recounted(database: Database, heading_id: int) -> None:
    with tempfile.TemporaryDirectory() as folder, database.transaction() as session:
        begin = time.perf_counter()
        votephases.turn_phases(session, now=CLOSES)
        heading = session.get_one(Heading, heading_id)
        path = votecount.export(session, heading, Path(folder) / "vote.zip")
        print(f"  closed, counted and exported in {time.perf_counter() - begin:.1f} s ({path.stat().st_size} bytes)")  # noqa: T201


def _administer(url: str, statement: str) -> None:
    engine = create_engine(url.replace("postgresql://", "postgresql+psycopg://"), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(statement))
    engine.dispose()


if __name__ == "__main__":
    main()
