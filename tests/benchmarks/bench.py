"""The bench: turns in process, messages through webhook and sandbox, start-up, memory; each beside its ceiling.

python -m tests.benchmarks.bench --json bench.json
"""

import argparse
import asyncio
import json
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import psutil

from bot.app import ROOT, build_house
from bot.conversation.message import Message
from bot.conversation.turn import House
from bot.desk import Desk
from bot.intake import Intake
from storage.database import Database
from tests.town import Town

_LINES = (
    "There's a huge pothole in front of 32 Church St, my bike wheel broke",
    "yes",
    "The light is out",
    "49 South Huntington Avenue",
    "yes",
    "what happened to my last report?",
)
"""What one resident says: two reports and a question."""


def main() -> None:
    """Measure, print a table, write JSON."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--residents", type=int, default=100)
    parser.add_argument("--json", type=Path, help="write the figures to this file too")
    options = parser.parse_args()
    house = build_house(ROOT / "cities" / "boston")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        figures = {
            "turns, SQLite FULL": turns(house, folder, options.residents, durable=True),
            "turns, SQLite NORMAL": turns(house, folder, options.residents, durable=False),
            "reading alone": readings(house, options.residents),
            "through webhook and sandbox": asyncio.run(through(folder, options.residents)),
        }
    for what, row in figures.items():
        print(f"\n{what}")  # noqa: T201  # figures are for reading
        for key, value in row.items():
            print(f"  {key:32}{value:>12}")  # noqa: T201
    if options.json:
        options.json.write_text(json.dumps(figures, indent=2))


def turns(house: House, folder: Path, residents: int, *, durable: bool) -> dict[str, float]:
    """Whole turns in one thread: stored, taken, read, decided, recorded, answered; beside bare commits of SQLite."""
    database = Database(f"sqlite:///{folder}/turns-{durable}.sqlite", durable=durable)
    database.migrate()
    desk = Desk(database, house, _now)
    intake = Intake(database, house.city.languages, _now, wake=lambda: None)
    times = []
    for message in _messages(residents):
        intake.store([message])
        begun = time.perf_counter()
        if not desk.turn():
            raise RuntimeError("a message was not taken")
        times.append(time.perf_counter() - begun)
    database.close()
    ceiling = _commits(folder / f"ceiling-{durable}.sqlite", durable=durable)
    rate = len(times) / sum(times)
    return {
        "turns/s": round(rate),
        "p50 ms": round(statistics.median(times) * 1000, 2),
        "p99 ms": round(statistics.quantiles(times, n=100)[98] * 1000, 2),
        "ceiling: bare commits/s": round(ceiling),
        "share of the ceiling": round(rate / ceiling, 3),
    }


def _now() -> datetime:
    return datetime.now(UTC)


def _messages(residents: int) -> Iterator[Message]:
    for resident in range(residents):
        for number, line in enumerate(_LINES):
            yield Message(
                channel="residents",
                external_id=f"{resident}-{number}",
                urn=f"telegram:{resident}",
                text=line,
                sent_at=_now(),
            )


def _commits(path: Path, *, durable: bool) -> float:
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute(f"PRAGMA synchronous={'FULL' if durable else 'NORMAL'}")
    connection.execute("CREATE TABLE row (id INTEGER PRIMARY KEY, text TEXT)")
    begun = time.perf_counter()
    for _ in range(500):
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("INSERT INTO row (text) VALUES ('x')")
        connection.execute("COMMIT")
    elapsed = time.perf_counter() - begun
    connection.close()
    return 500 / elapsed


def readings(house: House, residents: int) -> dict[str, float]:
    """Understanding alone, the share of a turn that is not the database's."""
    times = []
    for _ in range(residents):
        for line in _LINES:
            begun = time.perf_counter()
            house.reader.read(line)
            times.append(time.perf_counter() - begun)
    return {
        "p50 ms": round(statistics.median(times) * 1000, 3),
        "p99 ms": round(statistics.quantiles(times, n=100)[98] * 1000, 3),
    }


async def through(folder: Path, residents: int) -> dict[str, Any]:
    """Everybody says hello at once, through HTTP both ways; start-up and memory of the process on the way."""
    begun = time.perf_counter()
    async with Town(folder, intake="webhook", AGORA_RATE="100000", AGORA_CHAT_GAP="0") as town:
        started = time.perf_counter() - begun
        await town.phones.say("Warm", "hello")
        await town.phones.wait_for("Warm", "Hello")
        begun = time.perf_counter()
        await asyncio.gather(*(town.phones.say(f"Resident {number}", "hello") for number in range(residents)))
        waits = [town.phones.wait_for(f"Resident {number}", "Hello", timeout=120) for number in range(residents)]
        await asyncio.gather(*waits)
        elapsed = time.perf_counter() - begun
        memory = _resident_memory(town.agora.pid)
    return {
        "messages/s answered": round(residents / elapsed),
        "start-up of both processes s": round(started, 2),
        "memory MB": round(memory / 2**20),
    }


def _resident_memory(pid: int) -> int:
    return int(psutil.Process(pid).memory_info().rss)


if __name__ == "__main__":
    sys.exit(main())
