"""The broadcast drill: one message to many through the sandbox with limits, storms, blocks and kills, amid chats.

Afterwards everybody who has not blocked the city must have the message, once; what reached a phone twice can only be
what was in flight to Telegram at a kill. How long residents waited for their answers meanwhile is printed.

    python -m tests.drills.broadcast --people 20000 --talkers 300 --kills 5 --rate 27 --json figures.json
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
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import aiohttp
from sqlalchemy import func, insert
from sqlmodel import select

from backend import broadcasts
from backend.audience import Audience
from backend.fanout import Content, Plan
from bot.app import now
from bot.conversation.reply import Named, Reply, text
from bot.sandbox.bots import RESIDENTS_TOKEN
from storage.broadcasts import BroadcastStatus
from storage.contacts import Contact, Urn, UrnStatus
from storage.database import Database
from storage.mail import Inbox, InboxStatus, Outbox, OutboxStatus
from tests.town import Town

WORDS = "The water is off on Tuesday"
_PATIENCE = 300.0
"""Seconds that a resident waits for an answer, restarts and all."""

_AT_ONCE = 40
"""Orders to the sandbox at a time while the town fills."""


@dataclass(frozen=True, kw_only=True)
class Orders:
    """How large and how rough the drill is; `rate` is messages a second, the sandbox refuses above a ninth more."""

    people: int
    talkers: int
    kills: int
    storms: int
    rate: float
    seed: int


async def drill(orders: Orders, folder: Path) -> dict[str, Any]:
    """Run the drill and return its figures."""
    randomness = random.Random(orders.seed)
    settings = {"AGORA_RATE": str(orders.rate), "AGORA_CHAT_GAP": "1.02"}
    async with Town(folder, **settings) as town:
        await town.agora.stop()
        names = [f"Resident {number}" for number in range(orders.people)]
        ids = await _settle(town, names)
        await town.phones.limits(enabled=True, per_second=round(orders.rate * 10 / 9), per_chat=1)
        database = Database(town.database_url)
        id = _begin(database, ids)
        blocked = randomness.sample(names[orders.talkers :], orders.people // 50)
        await town.open()
        began = time.monotonic()
        for name in blocked:
            await town.phones.block(name)
        talks = [
            asyncio.create_task(_chat(town, name, randomness.uniform(0, 0.8 * orders.people / orders.rate)))
            for name in names[: orders.talkers]
        ]
        trouble = asyncio.create_task(_trouble(town, orders, randomness))
        await _over(database, id)
        seconds = time.monotonic() - began
        await trouble
        waits = sorted(wait for wait in await asyncio.gather(*talks) if wait is not None)
        sent = await town.phones.sent(0)
        figures = {**_figures(database, id, sent, names, blocked), **_waited(waits)}
        database.close()
    share = figures.pop("pace") / orders.rate
    return {**vars(orders), "seconds": round(seconds, 1), "share_of_rate": round(share, 3), **figures}


async def _settle(town: Town, names: list[str]) -> dict[str, int]:
    """Everybody starts the bot before the city's first day: the greetings are not part of the drill."""
    gate = asyncio.Semaphore(_AT_ONCE)

    async def settle(name: str) -> int:
        async with gate:
            await town.phones.start(name)
            return int((await town.phones.person(name))["id"])

    ids = await asyncio.gather(*(settle(name) for name in names))
    url = f"http://127.0.0.1:{town.port}/bot{RESIDENTS_TOKEN}/getUpdates"
    offset = 0
    async with aiohttp.ClientSession() as session:
        while True:
            async with session.post(url, json={"offset": offset, "timeout": 0, "limit": 100}) as answer:
                updates = (await answer.json())["result"]
            if not updates:
                return dict(zip(names, ids, strict=True))
            offset = updates[-1]["update_id"] + 1


def _begin(database: Database, ids: dict[str, int]) -> int:
    """Enrol everybody as Agora knows them, and write the broadcast."""
    at = now()
    with database.transaction() as session:
        contact = {"language": "en", "language_fixed": True, "created_at": at}
        people = [{**contact, "id": n, "name": name} for n, name in enumerate(ids, start=1)]
        session.execute(insert(Contact), people)
        urn = {"channel": "residents", "status": UrnStatus.ACTIVE, "last_seen_at": at}
        own = [{**urn, "contact_id": n, "address": f"telegram:{id}"} for n, id in enumerate(ids.values(), start=1)]
        session.execute(insert(Urn), own)
        plan = Plan(subject="drill", audience=Audience(), due_at=at, budget=3)
        said = Reply(paragraphs=[text("broadcast", words=Named(names={"en": WORDS}))])
        payload = said.model_dump(mode="json", exclude_defaults=True)
        return broadcasts.start(session, plan, Content(payload), staff=None, now=at).id


async def _chat(town: Town, name: str, patience: float) -> float | None:
    """One resident asks something while the broadcast goes out; how long the answer took, in seconds."""
    await asyncio.sleep(patience)
    since, begun = await town.phones.last(), time.monotonic()
    await town.phones.say(name, "hello")
    await town.phones.wait_for(name, "Hello!", since=since, timeout=_PATIENCE)
    return time.monotonic() - begun


async def _trouble(town: Town, orders: Orders, randomness: random.Random) -> None:
    """Storms of refusals and kills, spread over the time that the broadcast takes."""
    troubles = ["storm"] * orders.storms + ["kill"] * orders.kills
    randomness.shuffle(troubles)
    gap = 0.8 * orders.people / orders.rate / max(len(troubles), 1)
    for what in troubles:
        await asyncio.sleep(gap * randomness.uniform(0.5, 1))
        if what == "storm":
            await town.phones.faults(bot="residents", flood={"times": 30, "retry_after": 1})
        else:
            await town.agora.stop(signal.SIGKILL)
            await town.open()


async def _over(database: Database, id: int) -> None:
    """Wait until nothing of the broadcast waits any more."""
    while True:
        if await asyncio.to_thread(_status, database, id) is BroadcastStatus.DONE:
            return
        await asyncio.sleep(1)


def _status(database: Database, id: int) -> BroadcastStatus:
    with database.transaction() as session:
        return broadcasts.progress(session, id).status


def _waited(waits: list[float]) -> dict[str, float]:
    if not waits:
        return {}
    at = {"p50": 0.5, "p95": 0.95, "max": 1.0}
    return {f"reply_{name}": round(waits[min(int(part * len(waits)), len(waits) - 1)], 2) for name, part in at.items()}


def _figures(
    database: Database, id: int, sent: list[dict[str, Any]], names: list[str], blocked: list[str]
) -> dict[str, Any]:
    arrived = Counter(
        entry["person"] for entry in sent if entry["method"].startswith("send") and WORDS in entry["text"]
    )
    with database.transaction() as session:
        grouped = select(Outbox.status, func.count()).where(Outbox.broadcast_id == id).group_by(Outbox.status)
        counts = dict(session.exec(grouped).all())
        out = select(func.min(Outbox.sent_at), func.max(Outbox.sent_at), func.count()).where(
            Outbox.channel == "residents", Outbox.status == OutboxStatus.SENT
        )
        first, last, messages = session.exec(out).one()
        unhandled = session.exec(select(func.count()).where(Inbox.status != InboxStatus.HANDLED)).one()
    return {
        "pace": (messages - 1) / (last - first).total_seconds(),
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
    parser.add_argument("--rate", type=float, default=27)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--json", type=Path, help="write the figures to this file too")
    options = parser.parse_args()
    orders = Orders(**{name: value for name, value in vars(options).items() if name != "json"})
    with tempfile.TemporaryDirectory() as folder:
        figures = asyncio.run(drill(orders, Path(folder)))
    for name, value in figures.items():
        print(f"{name:28}{value:>10}")  # noqa: T201  # figures are for reading
    if options.json:
        with suppress(FileNotFoundError):
            options.json.write_text(json.dumps(figures, indent=2))
    found = faults(figures)
    print("\n".join(found) or "nobody missed, nobody written to twice but what was in flight")  # noqa: T201
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
