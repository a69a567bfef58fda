"""The broadcast drill: one message to many through the sandbox with limits, storms, blocks and kills, amid chats.

Afterwards everybody who has not blocked the city must have the message, once; what reached a phone twice can only be
what was in flight to Telegram at a kill. How long residents waited for their answers meanwhile is printed, beside how
long they wait when nothing else goes on.

    python -m tests.drills.broadcast --people 20000 --talkers 300 --kills 5 --rate 60 --json figures.json
"""

import argparse
import asyncio
import json
import random
import signal
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import typer
from sqlalchemy import func
from sqlmodel import select

from backend.broadcasts import broadcasts
from backend.broadcasts.broadcasts import Progress
from storage.broadcasts import BroadcastStatus
from storage.database import Database
from storage.mail import Inbox, InboxStatus, Outbox, OutboxStatus
from tests.drills import chatter, crowd
from tests.drills.chatter import Outage, Wait
from tests.town import Town

_TALKS = 3
"""How often each of those who chat writes."""

_QUIET = 40
"""Answers that are timed before anything is sent."""

_STORM = 5.0
"""Seconds for which a storm refuses everything."""


@dataclass(frozen=True, kw_only=True)
class Orders:
    """How large and how rough the drill is; `rate` is messages a second, the sandbox refuses above a ninth more."""

    people: int
    talkers: int
    kills: int
    storms: int
    rate: float
    seed: int

    @property
    def expected(self) -> float:
        """Seconds in which trouble and talk come: most of what sending takes."""
        return 0.8 * self.people / self.rate


async def drill(orders: Orders, folder: Path) -> dict[str, Any]:
    """Run the drill and return its figures."""
    randomness = random.Random(orders.seed)
    names = [f"Resident {number}" for number in range(orders.people)]
    blocked = randomness.sample(names[orders.talkers :], orders.people // 50)
    async with Town(folder, AGORA_RATE=str(orders.rate), AGORA_CHAT_GAP="1.02") as town:
        await town.agora.stop()
        database = Database(town.database_url)
        await crowd.gather(town, database, names)
        await town.phones.limits(enabled=True, per_second=round(orders.rate * 10 / 9), per_chat=1)
        await town.open()
        quiet = await _quietly(town, names[: orders.talkers], orders)
        id = await asyncio.to_thread(crowd.write, database)
        for name in blocked:
            await town.phones.block(name)
        began = time.monotonic()
        # One group: a process that does not come up again must not leave the others waiting for it.
        async with asyncio.TaskGroup() as group:
            talks = [
                group.create_task(
                    chatter.chat(town, name, [randomness.uniform(0, orders.expected) for _ in range(_TALKS)])
                )
                for name in names[: orders.talkers]
            ]
            trouble = group.create_task(_trouble(town, orders, randomness))
            await _over(database, id, orders.people)
            seconds = time.monotonic() - began
        outages = trouble.result()
        waits = [wait for talk in talks for wait in talk.result()]
        sent = await town.phones.sent(0)
        figures = _figures(database, id, sent, names, blocked)
        database.close()
    return {
        **vars(orders), "seconds": round(seconds, 1), **_pace(figures.pop("pace"), orders), **figures,
        **_waited(quiet, waits, outages),
    }  # fmt: skip


async def _quietly(town: Town, talkers: list[str], orders: Orders) -> list[Wait]:
    """How long an answer takes when nothing else goes on."""
    some = talkers[:_QUIET]
    waits = await asyncio.gather(
        *(chatter.chat(town, name, [number * 4 / orders.rate]) for number, name in enumerate(some))
    )
    return [wait for talk in waits for wait in talk]


async def _trouble(town: Town, orders: Orders, randomness: random.Random) -> list[Outage]:
    """Storms of refusals and kills, spread over the time that the broadcast takes; returns when nobody was there."""
    troubles = ["storm"] * orders.storms + ["kill"] * orders.kills
    randomness.shuffle(troubles)
    gap = orders.expected / max(len(troubles), 1)
    outages = []
    for what in troubles:
        await asyncio.sleep(gap * randomness.uniform(0.5, 1))
        began = time.monotonic()
        if what == "storm":
            await town.phones.limits(bot="residents", shut=_STORM)
            outages.append(Outage("storm", began, began + _STORM))
        else:
            await town.agora.stop(signal.SIGKILL)
            await town.open()
            outages.append(Outage("kill", began, time.monotonic()))
    return outages


async def _over(database: Database, id: int, people: int) -> None:
    """Wait until nothing of the broadcast waits any more."""
    with typer.progressbar(length=people, label="sending", file=sys.stderr) as bar:
        before = 0
        while True:
            progress = await asyncio.to_thread(_progress, database, id)
            bar.update(progress.total - progress.waiting - before)
            before = progress.total - progress.waiting
            if progress.status is BroadcastStatus.DONE:
                return
            await asyncio.sleep(1)


def _progress(database: Database, id: int) -> Progress:
    with database.transaction() as session:
        return broadcasts.progress(session, id)


def _pace(pace: float, orders: Orders) -> dict[str, float]:
    return {"sent_per_second": round(pace, 2), "share_of_rate": round(pace / orders.rate, 3)}


def _waited(quiet: list[Wait], waits: list[Wait], outages: list[Outage]) -> dict[str, float]:
    alone = chatter.spread("reply_alone", [wait.seconds for wait in quiet])
    starts = chatter.spread("start", [outage.seconds for outage in outages if outage.what == "kill"])
    told = chatter.told(waits, outages)
    added = {"added_p95": round(told["reply_p95"] - alone["reply_alone_p95"], 2)} if told.get("reply_count") else {}
    return {**alone, **told, **added, **starts}


def _figures(
    database: Database, id: int, sent: list[dict[str, Any]], names: list[str], blocked: list[str]
) -> dict[str, Any]:
    arrived = Counter(
        entry["person"] for entry in sent if entry["method"].startswith("send") and crowd.WORDS in entry["text"]
    )
    with database.transaction() as session:
        of_it = Outbox.broadcast_id == id
        counts = dict(session.exec(select(Outbox.status, func.count()).where(of_it).group_by(Outbox.status)).all())
        began, ended = session.exec(select(func.min(Outbox.sent_at), func.max(Outbox.sent_at)).where(of_it)).one()
        meanwhile = (Outbox.channel == "residents", Outbox.sent_at >= began, Outbox.sent_at <= ended)
        messages = session.exec(select(func.count()).where(*meanwhile)).one()
        unhandled = session.exec(select(func.count()).where(Inbox.status != InboxStatus.HANDLED)).one()
    return {
        # Who has blocked us takes a turn too, if only to say so.
        "pace": (messages + counts.get(OutboxStatus.STOPPED, 0) - 1) / (ended - began).total_seconds(),
        "rows_sent": counts.get(OutboxStatus.SENT, 0),
        "rows_blocked": counts.get(OutboxStatus.STOPPED, 0),
        "rows_failed": counts.get(OutboxStatus.PARKED, 0),
        "rows": sum(counts.values()),
        "reached": len(arrived),
        "missed": len({*names} - {*arrived} - {*blocked}),
        "twice_in_flight": sum(count - 1 for count in arrived.values()),
        "unhandled": unhandled,
    }


def faults(figures: dict[str, Any]) -> list[str]:
    """What went wrong, by the figures; empty when nothing did."""
    found = [f"{name} is {figures[name]}" for name in ("missed", "unhandled", "rows_failed") if figures[name]]
    if figures["rows"] != figures["people"]:
        found.append(f"{figures['rows']} rows for {figures['people']} people")
    # At a kill as many can be in flight as the courier brings at once.
    if figures["twice_in_flight"] > 20 * figures["kills"]:
        found.append(f"{figures['twice_in_flight']} got it twice in {figures['kills']} kills")
    return found


def main() -> int:
    """Run the drill, print its figures, and fail when anybody was missed or written to twice."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--people", type=int, default=20_000)
    parser.add_argument("--talkers", type=int, default=300)
    parser.add_argument("--kills", type=int, default=5)
    parser.add_argument("--storms", type=int, default=5)
    parser.add_argument("--rate", type=float, default=60, help="messages a second; Telegram's own limit is about 30")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--json", type=Path, help="write the figures to this file too")
    options = parser.parse_args()
    orders = Orders(**{name: value for name, value in vars(options).items() if name != "json"})
    with tempfile.TemporaryDirectory() as folder:
        figures = asyncio.run(drill(orders, Path(folder)))
    for name, value in figures.items():
        print(f"{name:28}{value:>10}")  # noqa: T201  # figures are for reading
    if options.json:
        options.json.write_text(json.dumps(figures, indent=2))
    found = faults(figures)
    print("\n".join(found) or "nobody missed, nobody written to twice but what was in flight")  # noqa: T201
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
