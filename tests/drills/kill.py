"""The kill drill: residents write all at once while the process is killed with SIGKILL and started again.

Afterwards every message must have been answered, every report must exist exactly once, and what reached a phone twice
can only be what was in flight to Telegram at a kill.

    python -m tests.drills.kill --residents 200 --kills 5 --json figures.json
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
from pathlib import Path
from typing import Any

from sqlalchemy import func
from sqlmodel import select

from storage.database import Database
from storage.mail import Inbox, InboxStatus, Outbox, OutboxStatus
from storage.requests import ServiceRequest
from tests.town import Town

_PATIENCE = 300.0
"""Seconds that a resident waits for an answer, restarts and all."""


async def drill(residents: int, kills: int, seed: int, folder: Path) -> dict[str, Any]:
    """Run the drill and return its figures."""
    randomness = random.Random(seed)
    begun = time.monotonic()
    async with Town(folder, AGORA_CHAT_GAP="0.02", AGORA_RATE="200") as town:
        talks = [
            asyncio.create_task(_resident(town, f"Resident {number}", randomness.uniform(0, 5)))
            for number in range(residents)
        ]
        killed = await _kill_again_and_again(town, kills, randomness)
        waits = [wait for talk in await asyncio.gather(*talks) for wait in talk]
        await _quiet(town)
        sent = await town.phones.sent(0)
    return {
        "residents": residents,
        "kills": killed,
        "seconds": round(time.monotonic() - begun, 1),
        "wait_p50": round(sorted(waits)[len(waits) // 2], 2),
        "wait_max": round(max(waits), 2),
        **_figures(town.database_url, sent),
    }


async def _resident(town: Town, name: str, patience: float) -> list[float]:
    """One resident reports something and sends it; how long each answer took, in seconds."""
    await asyncio.sleep(patience)
    begun = time.monotonic()
    await town.phones.say(name, f"There is a pothole at 32 Church St, says {name}")
    first = await town.phones.wait_for(name, "?", timeout=_PATIENCE)
    answered = time.monotonic()
    if "Shall I send this?" not in first["text"]:
        # Everybody reports the same hole, and is offered the reports of the others.
        await town.phones.tap(name, "No, another")
        await town.phones.wait_for(name, "Shall I send this?", timeout=_PATIENCE)
    await town.phones.tap(name, "Send")
    await town.phones.wait_for(name, "This is report", timeout=_PATIENCE)
    return [answered - begun, time.monotonic() - answered]


async def _kill_again_and_again(town: Town, kills: int, randomness: random.Random) -> int:
    for _ in range(kills):
        await asyncio.sleep(randomness.uniform(0.3, 2.5))
        await town.agora.stop(signal.SIGKILL)
        await town.open()
    return kills


async def _quiet(town: Town) -> None:
    """Wait until nothing is sent any more."""
    last = -1
    while (now := await town.phones.last()) != last:
        last = now
        await asyncio.sleep(2)


def _figures(url: str, sent: list[dict[str, Any]]) -> dict[str, int]:
    database = Database(url)
    with database.transaction() as session:
        reports = session.exec(select(ServiceRequest.contact_id)).all()
        waiting = session.exec(select(func.count()).where(Inbox.status != InboxStatus.HANDLED)).one()
        messages = session.exec(select(func.count()).select_from(Inbox)).one()
        unsent = session.exec(select(func.count()).where(Outbox.status != OutboxStatus.SENT)).one()
        answers = session.exec(select(Outbox.inbox_id, Outbox.payload).where(Outbox.inbox_id != None)).all()  # noqa: E711
    database.close()
    spoken = Counter(inbox for inbox, payload in answers if payload.get("paragraphs"))
    arrived = Counter((entry["person"], entry["text"]) for entry in sent if entry["method"].startswith("send"))
    return {
        "messages": messages,
        "unhandled": waiting,
        "unanswered": messages - len(spoken),
        "answered_twice": sum(count - 1 for count in spoken.values()),
        "reports": len(reports),
        "reports_doubled": len(reports) - len(set(reports)),
        "unsent": unsent,
        "arrived_twice_in_flight": sum(count - 1 for count in arrived.values()),
    }


def faults(figures: dict[str, Any]) -> list[str]:
    """What went wrong, by the figures; empty when nothing did."""
    found = [
        f"{name} is {figures[name]}"
        for name in ("unhandled", "unanswered", "answered_twice", "reports_doubled", "unsent")
        if figures[name]
    ]
    if figures["reports"] != figures["residents"]:
        found.append(f"{figures['reports']} reports of {figures['residents']} residents")
    return found


def main() -> int:
    """Run the drill, print its figures, and fail when anything was lost or doubled."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--residents", type=int, default=200)
    parser.add_argument("--kills", type=int, default=5)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--json", type=Path, help="write the figures to this file too")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        figures = asyncio.run(drill(options.residents, options.kills, options.seed, Path(folder)))
    for name, value in figures.items():
        print(f"{name:28}{value:>10}")  # noqa: T201  # figures are for reading
    if options.json:
        options.json.write_text(json.dumps(figures, indent=2))
    found = faults(figures)
    print("\n".join(found) or "nothing lost, nothing doubled")  # noqa: T201
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
