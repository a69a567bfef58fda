"""The drill of text messages: phones report over a real Kannel while it and the process are killed.

Receipts come twice and in any order, the webhook is slow at times. Afterwards every message that was taken must have
been answered once, and every text that the gateway had accepted must have reached its phone.

    python -m tests.drills.texts --phones 2000 --json figures.json
"""

import argparse
import asyncio
import json
import random
import re
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from aiohttp import ClientError, ClientSession, ClientTimeout, web
from sqlmodel import col, select

from bot.app import ROOT, build_house
from bot.channels.sms.vault import Vault, key_from
from bot.post.wording import wording
from storage.database import Database
from storage.mail import Inbox, InboxStatus, Outbox, OutboxStatus
from storage.phones import Phone, TextMessage, TextState
from storage.requests import ServiceRequest
from tests.sms.conftest import KEY, SECRET
from tests.sms.kannel_box import PASSWORD, SENDER, KannelBox, Network
from tests.town import Town, free_port

_PATIENCE = 90.0
"""Seconds after which somebody sends the same again."""
_REPETITIONS = 4
_ARRIVALS = 6.0
"""People who begin to write in a second; each writes about three messages."""
_ACCEPTED = {TextState.QUEUED, TextState.SENT, TextState.BUFFERED, TextState.DELIVERED}
_SLOW = 0.02
"""Share of messages that the webhook answers only when Kannel has given up waiting."""


class Meddler:
    """Stands between Kannel and the town: slow at times with messages, careless with receipts."""

    def __init__(self, town: str, randomness: random.Random) -> None:
        self._town = town
        self._random = randomness
        self.slow = self.doubled = 0
        self._later: set[asyncio.Task[None]] = set()

    def app(self) -> web.Application:
        """What Kannel calls."""
        app = web.Application()
        app.add_routes([web.post("/kannel/mo", self._message), web.get("/kannel/dlr", self._receipt)])
        return app

    async def _message(self, request: web.Request) -> web.Response:
        status = await self._call("POST", request.path_qs, await request.read())
        if status == 200 and self._random.random() < _SLOW:
            self.slow += 1
            await asyncio.sleep(11)
        return web.Response(status=status)

    async def _receipt(self, request: web.Request) -> web.Response:
        for _ in range(2):
            task = asyncio.create_task(self._pass_on(request.path_qs))
            self._later.add(task)
            task.add_done_callback(self._later.discard)
        self.doubled += 1
        return web.Response()

    async def _pass_on(self, path: str) -> None:
        await asyncio.sleep(self._random.uniform(0, 1.5))
        for _ in range(20):
            if await self._call("GET", path, b"") == 200:
                return
            await asyncio.sleep(1)

    async def _call(self, method: str, path: str, body: bytes) -> int:
        try:
            async with (
                ClientSession(timeout=ClientTimeout(total=10)) as session,
                session.request(method, self._town + path, data=body) as answer,
            ):
                return answer.status
        except (ClientError, TimeoutError):
            return 503


async def drill(phones: int, kills: int, seed: int, folder: Path) -> dict[str, Any]:
    """Run the drill and return its figures."""
    randomness = random.Random(seed)
    begun = time.monotonic()
    port, meddling = free_port(), free_port()
    meddler = Meddler(f"http://127.0.0.1:{port}", randomness)
    runner = web.AppRunner(meddler.app(), access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", meddling).start()
    url = f"http://127.0.0.1:{meddling}"
    box = KannelBox(folder / "kannel", f"{url}/kannel/mo", SECRET)
    settings = {
        "AGORA_SMS_INDEX_KEY": KEY,
        "AGORA_SMS_SEAL_KEYS": KEY,
        "AGORA_SMS_PORT": str(port),
        "AGORA_SMS_CALLBACK_URL": url,
        "AGORA_SMS_KANNEL_URL": box.url,
        "AGORA_SMS_KANNEL_PASSWORD": PASSWORD,
        "AGORA_SMS_KANNEL_SECRET": SECRET,
        "AGORA_SMS_KANNEL_SENDER": SENDER,
    }
    async with box, Town(folder, **settings) as town, Network(box.fake_port) as network:
        addresses = _addresses(randomness, phones)
        span = max(10.0, phones / _ARRIVALS)
        talks = [
            asyncio.create_task(_resident(network, _number(place), addresses[place], randomness.uniform(0, span)))
            for place in range(phones)
        ]
        watching = asyncio.create_task(_watch(talks))
        for place in range(kills):
            await asyncio.sleep(randomness.uniform(0.5, 1) * span / max(kills, 1))
            await _kill(box if place % 2 else town)
        repeated = await asyncio.gather(*talks)
        watching.cancel()
        await _quiet(network)
        seconds = time.monotonic() - begun
    await runner.cleanup()
    return {
        "phones": phones,
        "kills": kills,
        "seconds": round(seconds, 1),
        "never_answered": sum(count is None for count in repeated),
        "slow_webhooks": meddler.slow,
        "receipts_doubled": meddler.doubled,
        "sent_again_by_people": sum(count or 0 for count in repeated),
        **figures_of(town.database_url, network),
        "told_in_clear": told_in_clear(folder / "agora.log", phones),
    }


def _addresses(randomness: random.Random, count: int) -> list[str]:
    lines = (ROOT / "cities" / "boston" / "addresses.csv").read_text(encoding="utf-8").splitlines()
    rows = randomness.sample(lines[1:], count)
    header = lines[0].split(",")
    number, street = header.index("number"), header.index("street")
    return [f"{row.split(',')[number]} {row.split(',')[street]}" for row in rows]


def _number(place: int) -> str:
    return f"+1617{5550000 + place}"


async def _kill(victim: KannelBox | Town) -> None:
    if isinstance(victim, KannelBox):
        await victim.stop(signal.SIGKILL)
        await victim.start()
    else:
        await victim.agora.stop(signal.SIGKILL)
        await victim.open()


async def _watch(talks: Sequence[asyncio.Task[int | None]]) -> None:
    """Say now and then how many people are done."""
    while True:
        await asyncio.sleep(5)
        sys.stderr.write(f"\r{sum(talk.done() for talk in talks)} of {len(talks)} people are done ")
        sys.stderr.flush()


async def _resident(network: Network, number: str, address: str, begins: float) -> int | None:
    """One person reports a light by text; returns how often they had to write again, None when it was in vain."""
    await asyncio.sleep(begins)
    words, repeated, seen = f"The street light is out at {address}", 0, 0
    while True:
        await network.text(number, words)
        answer = await _answer(network, number, seen)
        if answer is None:
            repeated += 1
            if repeated > _REPETITIONS:
                return None
            continue
        seen = len(network.received.get(number, []))
        if "saved" in answer or "earlier question" in answer or "joined" in answer:
            return repeated
        words = _choice(answer)


async def _answer(network: Network, number: str, seen: int) -> str | None:
    try:
        return await network.wait_for(number, "", after=seen, patience=_PATIENCE)
    except TimeoutError:
        return None


def _choice(answer: str) -> str:
    """The digit that sends, or says that it is none of the known reports, or takes the first place offered."""
    for label in ("Send", "No, another", "It is another"):
        if found := re.search(rf"(\d+) {label}", answer):
            return found[1]
    return "1" if "\n1 " in answer else "STATUS"


async def _quiet(network: Network) -> None:
    last = -1
    while (now := sum(map(len, network.received.values()))) != last:
        last = now
        await asyncio.sleep(8)


def figures_of(url: str, network: Network) -> dict[str, Any]:
    """What became of every message and every text, word by word."""
    database, vault = Database(url), Vault(key_from(KEY), [key_from(KEY)])
    render = wording(build_house(ROOT / "cities" / "boston"))
    with database.transaction() as session:
        inbox = session.exec(select(Inbox).where(Inbox.channel == "sms")).all()
        answers = session.exec(select(Outbox).where(Outbox.channel == "sms", col(Outbox.inbox_id).is_not(None))).all()
        texts = session.exec(select(TextMessage)).all()
        reports = len(session.exec(select(ServiceRequest.id)).all())
        accepted, all_of = Counter[tuple[str, str]](), Counter[tuple[str, str]]()
        for text in texts:
            phone = session.get_one(Phone, text.phone_hash)
            words = render(session, session.get_one(Outbox, text.outbox_id)).text
            shown = (vault.open(phone.sealed or "", phone.hash), " ".join(words.split()))
            all_of[shown] += 1
            accepted[shown] += text.state in _ACCEPTED
    database.close()
    answered = Counter(row.inbox_id for row in answers)
    heard = {(row.urn_id, row.payload["text"]) for row in inbox if answered[row.id]}
    silent = [row for row in inbox if not answered[row.id]]
    # Who writes the same for the third time within minutes may be a machine: the answers to the first two stand.
    repeated = [row for row in silent if (row.urn_id, row.payload["text"]) in heard]
    arrived = Counter((number, " ".join(text.split())) for number, found in network.received.items() for text in found)
    unsent = [row for row in answers if row.status is not OutboxStatus.SENT]
    return {
        "messages": len(inbox),
        "unhandled": sum(row.status is not InboxStatus.HANDLED for row in inbox),
        "unanswered": len(silent) - len(repeated),
        "repeated_and_passed_by": len(repeated),
        "answered_twice": sum(count - 1 for count in answered.values()),
        "unsent": len(unsent),
        "unsent_why": sorted({f"{row.status.value}: {row.error}" for row in unsent}),
        "reports": reports,
        "texts": len(texts),
        "in_doubt": sum(text.state is TextState.UNKNOWN for text in texts),
        "accepted": accepted.total(),
        "arrived": arrived.total(),
        "lost_after_accepted": (accepted - arrived).total(),
        "arrived_twice": (arrived - all_of).total(),
    }


def told_in_clear(log: Path, phones: int) -> int:
    """Lines of Agora's log that hold a number or words of a text."""
    numbers = {_number(place)[1:] for place in range(phones)}
    lines = log.read_text(encoding="utf-8").splitlines()
    return sum("street light" in line or any(number in line for number in numbers) for line in lines)


def faults(figures: dict[str, Any]) -> list[str]:
    """What went wrong, by the figures; empty when nothing did."""
    names = (
        "never_answered",
        "unhandled",
        "unanswered",
        "answered_twice",
        "unsent",
        "lost_after_accepted",
        "told_in_clear",
    )
    return [f"{name} is {figures[name]}" for name in names if figures[name]]


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--phones", type=int, default=2000)
    parser.add_argument("--kills", type=int, default=4)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--json", type=Path, help="write the figures to this file")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        figures = asyncio.run(drill(options.phones, options.kills, options.seed, Path(folder)))
    sys.stdout.write(json.dumps(figures, indent=2) + "\n")
    if options.json:
        options.json.write_text(json.dumps(figures))
    if found := faults(figures):
        sys.exit("; ".join(found))


if __name__ == "__main__":
    main()
