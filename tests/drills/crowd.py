"""A crowd: thousands of residents who started the bot before the city's first day, and the broadcast that they get."""

import asyncio
from collections.abc import Sequence
from typing import Any

import aiohttp
from sqlalchemy import insert

from backend.broadcasts import broadcasts
from backend.broadcasts.audience import Audience
from backend.broadcasts.fanout import Content, Plan
from bot.conversation.reply import Named, Reply, text
from bot.sandbox.bots import RESIDENTS_TOKEN
from bot.wallclock import now
from storage.contacts import Contact, Urn, UrnStatus
from storage.database import Database
from tests.town import Town

WORDS = "The water is off on Tuesday"
_AT_ONCE = 40
"""Orders to the sandbox at a time while the town fills."""


async def gather(town: Town, database: Database, names: Sequence[str]) -> None:
    """Everybody starts the bot, and Agora knows them: the greetings are not part of a drill."""
    gate = asyncio.Semaphore(_AT_ONCE)

    async def settle(name: str) -> int:
        async with gate:
            await town.phones.start(name)
            return int((await town.phones.person(name))["id"])

    ids = await asyncio.gather(*(settle(name) for name in names))
    await _forget_greetings(town)
    await asyncio.to_thread(_enrol, database, dict(zip(names, ids, strict=True)))


async def _forget_greetings(town: Town) -> None:
    url = f"http://127.0.0.1:{town.port}/bot{RESIDENTS_TOKEN}/getUpdates"
    offset = 0
    async with aiohttp.ClientSession() as session:
        while True:
            async with session.post(url, json={"offset": offset, "timeout": 0, "limit": 100}) as answer:
                updates = (await answer.json())["result"]
            if not updates:
                return
            offset = updates[-1]["update_id"] + 1


def _enrol(database: Database, ids: dict[str, int]) -> None:
    at = now()
    contact = {"language": "en", "language_fixed": True, "created_at": at}
    urn = {"channel": "residents", "status": UrnStatus.ACTIVE, "last_seen_at": at}
    people: list[dict[str, Any]] = [{**contact, "id": n, "name": name} for n, name in enumerate(ids, start=1)]
    own = [{**urn, "contact_id": n, "address": f"telegram:{id}"} for n, id in enumerate(ids.values(), start=1)]
    with database.transaction() as session:
        session.execute(insert(Contact), people)
        session.execute(insert(Urn), own)


def write(database: Database) -> int:
    """Write a broadcast to everybody into the outbox; returns its id."""
    at = now()
    said = Reply(paragraphs=[text("broadcast", words=Named(names={"en": WORDS}))])
    payload = said.model_dump(mode="json", exclude_defaults=True)
    plan = Plan(subject="drill", audience=Audience(), due_at=at, budget=3)
    with database.transaction() as session:
        return broadcasts.start(session, plan, Content(payload), staff=None, now=at).id
