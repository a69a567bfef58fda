"""The drill of ballots: everybody tries to vote twice, over two channels at once, while what takes ballots is killed.

First new voters only, against the clock. Then each of many voters at the same moment on both channels, and SIGKILLs.
Afterwards every ballot that was confirmed must be in the box, everybody must be one voter, and the export must verify.

    python -m tests.drills.votes --ballots 2000 --voters 5000 --kills 5 --json figures.json
"""

import argparse
import json
import multiprocessing
import os
import random
import statistics
import sys
import tempfile
import time
import uuid
import zipfile
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import create_engine, text
from sqlmodel import Session, select

from backend.ballotlog import verify
from backend.votes import roll, votecount, votelog, votes, voting
from storage.ballots import Ballot
from storage.database import Database
from storage.votes import Budget, Heading, Level
from tests.tally.ballotdays import NOW, contact, counted, opened

_SERVER = "postgresql://postgres@127.0.0.1:5432/postgres"
_PATIENCE = 1800.0
"""Seconds that a channel may take in all, kills and restarts included."""


@dataclass(frozen=True)
class Hall:
    """Where the vote is held; SQLite is served by one process, so there both channels are threads of one."""

    url: str
    heading_id: int
    folder: Path

    @property
    def is_shared(self) -> bool:
        """Whether several processes may take ballots."""
        return self.url.startswith("postgresql")

    def confirmed(self) -> list[tuple[int, str, float]]:
        """What was confirmed so far: contact, receipt, milliseconds; what a kill cut off was told to nobody."""
        rows = []
        for file in sorted(self.folder.glob("*.said")):
            for line in file.read_text().splitlines(keepends=True):
                if line.endswith("\n"):
                    who, receipt, took = line.split()
                    rows.append((int(who), receipt, float(took)))
        return rows


def drill(url: str, folder: Path, *, ballots: int, voters: int, kills: int, seed: int) -> dict[str, Any]:
    """Run the drill on one database and return its figures."""
    database = Database(url)
    database.migrate()
    with database.transaction() as session:
        heading_id, singles, pairs = _people(session, ballots, voters)
    quiet = Hall(url, heading_id, folder / "quiet")
    rough = Hall(url, heading_id, folder / "rough")
    rate, milliseconds = _rate(quiet, singles)
    begun = time.perf_counter()
    killed = _rush(rough, pairs, kills, random.Random(seed))
    took = time.perf_counter() - begun
    confirmed = [*quiet.confirmed(), *rough.confirmed()]
    with database.transaction() as session:
        figures = _account(session, heading_id, [receipt for _, receipt, _ in confirmed])
    figures |= {"faults_of_the_export": len(_closed(database, heading_id, folder))}
    database.close()
    cuts = statistics.quantiles(milliseconds, n=100)
    return {
        "ballots_a_second": round(rate, 1),
        "p50_ms": round(cuts[49], 1),
        "p99_ms": round(cuts[98], 1),
        "attempts_of_double_voting": 2 * voters,
        "seconds_of_them": round(took, 1),
        "kills": killed,
        "people": ballots + voters,
        "confirmed": len(confirmed),
        **figures,
    }


def _people(session: Session, ballots: int, voters: int) -> tuple[int, list[int], list[tuple[int, int]]]:
    """The vote's part, contacts who are a voter each, and pairs of contacts who are one voter together."""
    budget, heading = opened(session, level=Level.L2, codes=ballots + voters)

    def proven(number: int) -> int:
        who = contact(session).id
        roll.prove_by_code(session, budget, who, f"code-{number}", now=NOW)
        return who

    singles = [proven(number) for number in range(ballots)]
    return heading.id, singles, [(proven(number), proven(number)) for number in range(ballots, ballots + voters)]


def _rate(hall: Hall, people: list[int]) -> tuple[float, list[float]]:
    """Ballots a second of people who vote once, and how long each took."""
    threads = 4 if hall.is_shared else 1
    hall.folder.mkdir()
    database = Database(hall.url)
    begun = time.perf_counter()
    with ThreadPoolExecutor(threads) as pool:
        parts = [(database, hall, people[part::threads], f"quiet-{part}") for part in range(threads)]
        for _ in pool.map(lambda part: _serve_channel(*part), parts):
            pass
    rate = len(people) / (time.perf_counter() - begun)
    database.close()
    return rate, [took for _, _, took in hall.confirmed()]


def _rush(hall: Hall, pairs: Sequence[tuple[int, int]], kills: int, draw: random.Random) -> int:
    """Both channels of everybody at once, and SIGKILL again and again; returns how many hit somebody at work."""
    hall.folder.mkdir()
    channels = [[pair[channel] for pair in pairs] for channel in (0, 1)]
    alone = [[(0, channels[0])], [(1, channels[1])]] if hall.is_shared else [list(enumerate(channels))]
    running = [_start(hall, share) for share in alone]
    killed, due = 0, time.monotonic() + _PATIENCE
    while any(process.is_alive() for process in running):
        if time.monotonic() > due:
            raise TimeoutError("a channel did not come to its end")
        at = draw.randrange(len(running))
        if killed < kills and _has_said_more(hall, killed, kills, 2 * len(pairs)) and running[at].is_alive():
            running[at].kill()
            running[at].join()
            running[at] = _start(hall, alone[at])
            killed += 1
        time.sleep(0.02)
    if any(process.exitcode for process in running):
        raise RuntimeError("a channel failed by itself")
    return killed


def _has_said_more(hall: Hall, killed: int, kills: int, attempts: int) -> bool:
    """Kills are spread over the rush: the next one waits until its part of all attempts is confirmed."""
    return len(hall.confirmed()) > attempts * (killed + 1) / (kills + 2)


def _start(hall: Hall, channels: list[tuple[int, list[int]]]) -> Any:
    # Started by pytest, this process finds `tests` without its folder standing on the path; a spawned one does not.
    if (root := str(Path(__file__).parents[2])) not in sys.path:
        sys.path.append(root)
    process = multiprocessing.get_context("spawn").Process(target=_serve, args=(hall, channels))
    process.start()
    return process


def _serve(hall: Hall, channels: list[tuple[int, list[int]]]) -> None:
    """What is killed: it takes the ballots of its channels, a thread each, and says what is confirmed."""
    known = {who for who, _, _ in hall.confirmed()}
    database = Database(hall.url)
    with ThreadPoolExecutor(len(channels)) as pool:
        waiting = [
            pool.submit(_serve_channel, database, hall, [who for who in people if who not in known], f"channel-{name}")
            for name, people in channels
        ]
        for one in waiting:
            one.result()


def _serve_channel(database: Database, hall: Hall, people: Sequence[int], name: str) -> None:
    # A file for each start: what the last one was killed over ends without a line's end.
    with (hall.folder / f"{name}-{os.getpid()}.said").open("w") as said:
        for who in people:
            begun = time.perf_counter()
            with database.transaction() as session:
                heading = session.get_one(Heading, hall.heading_id)
                receipt = voting.cast(session, heading, who, [str(1 + who % 4)], now=NOW).receipt
            said.write(f"{who} {receipt} {1000 * (time.perf_counter() - begun):.3f}\n")
            said.flush()


def _account(session: Session, heading_id: int, receipts: list[str]) -> dict[str, int]:
    """What the box holds, against what people were told."""
    heading = session.get_one(Heading, heading_id)
    rows = session.exec(select(Ballot.token, Ballot.nth).where(Ballot.heading_id == heading_id)).all()
    last: dict[str, list[int]] = {}
    for token, nth in rows:
        last.setdefault(token, []).append(nth)
    return {
        "lost": sum(votelog.find(session, receipt) is None for receipt in receipts),
        "voters": votes.turnout(session, heading),
        "tokens": len(last),
        "broken_orders": sum(sorted(numbers) != list(range(1, len(numbers) + 1)) for numbers in last.values()),
        "ballots": len(rows),
    }


def _closed(database: Database, heading_id: int, folder: Path) -> list[str]:
    """Close the vote, and what its export is found to be wrong in."""
    with database.transaction() as session:
        counted(session)
        budget = session.get_one(Budget, session.get_one(Heading, heading_id).budget_id)
        path = votecount.published(session, votes.part(session, budget, "city")).write(folder / "vote.zip")
    with zipfile.ZipFile(path) as files:
        return verify.verify({name: files.read(name) for name in verify.FILES})[0]


def faults(figures: dict[str, Any]) -> list[str]:
    """What went wrong, by the figures; empty when nothing did."""
    found = [
        f"{name} is {figures[name]}" for name in ("lost", "broken_orders", "faults_of_the_export") if figures[name]
    ]
    doubled = [f"{figures[name]} {name} of {figures['people']} people" for name in ("voters", "tokens")
               if figures[name] != figures["people"]]  # fmt: skip
    return found + doubled


@contextmanager
def postgres(server: str) -> Iterator[str]:
    """The URL of a new database, dropped afterwards."""
    name = f"agora_drill_{uuid.uuid4().hex[:8]}"
    engine = create_engine(server.replace("postgresql://", "postgresql+psycopg://"), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    try:
        yield f"{server.rpartition('/')[0]}/{name}"
    finally:
        with engine.connect() as connection:
            connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
        engine.dispose()


def main() -> int:
    """Run the drill on both databases, print, and fail when anything was lost or doubled."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--ballots", type=int, default=2000, help="voters against the clock")
    parser.add_argument("--voters", type=int, default=5000, help="voters who try twice each")
    parser.add_argument("--kills", type=int, default=5)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--postgres", default=os.environ.get("AGORA_TEST_POSTGRES", _SERVER))
    parser.add_argument("--json", type=Path, help="write the figures to this file too")
    options = parser.parse_args()
    size = {name: getattr(options, name) for name in ("ballots", "voters", "kills", "seed")}
    figures = {}
    with (
        tempfile.TemporaryDirectory() as one,
        tempfile.TemporaryDirectory() as other,
        postgres(options.postgres) as url,
    ):
        for name, where, folder in (("SQLite", f"sqlite:///{one}/agora.sqlite", one), ("PostgreSQL", url, other)):
            figures[name] = drill(where, Path(folder), **size)
            print(name)  # noqa: T201  # figures are for reading
            for key, value in figures[name].items():
                print(f"  {key:28}{value:>10}")  # noqa: T201
    if options.json:
        options.json.write_text(json.dumps(figures, indent=2))
    found = [f"{name}: {fault}" for name, told in figures.items() for fault in faults(told)]
    print("\n".join(found) or "nothing lost, nobody twice")  # noqa: T201
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
