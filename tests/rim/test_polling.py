"""Polling: nothing is confirmed before it is stored, and nothing stops it."""

import asyncio
import logging
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from typing import Any

import pytest
from aiohttp import web
from sqlmodel import select

from bot.channels.channel import Intake, TryAgain
from bot.channels.line import ALLOWED_UPDATES
from bot.channels.telegram_channel import TelegramChannel
from bot.conversation.message import Message
from bot.intake import Intake as InboxIntake
from bot.pacer import Pacer
from bot.polling import poll
from bot.sandbox.client import SandboxClient
from storage.database import Database
from storage.mail import Inbox
from tests.rim.conftest import CONNECT, TOKENS, serving
from tests.rim.test_arrival import said
from tests.rim.waiting import until


@asynccontextmanager
async def polling(source: Any, intake: Intake, patience: int = 1) -> AsyncIterator["asyncio.Task[None]"]:
    """Polls for a while, and then must end at once."""
    task = asyncio.create_task(poll(source, intake, patience=patience))
    try:
        yield task
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await asyncio.wait_for(task, 1)


class Box:
    """An intake that remembers, and fails as often as it is told."""

    def __init__(self, failures: int = 0) -> None:
        self.texts: list[str] = []
        self.batches: list[Sequence[Message]] = []
        self.failures = failures

    async def __call__(self, messages: Sequence[Message]) -> None:
        """Take messages."""
        self.batches.append(messages)
        if self.failures:
            self.failures -= 1
            raise RuntimeError(f"can't store {messages}")
        self.texts += [message.text for message in messages]

    async def holds(self, *texts: str) -> None:
        """Wait until exactly these words have come."""
        await until(lambda: self.texts == list(texts))


async def pending(people: SandboxClient, name: str) -> int:
    """How many updates Telegram still keeps for a bot."""
    return len((await people.state())["bots"][name]["pending"])


async def confirmed(people: SandboxClient, name: str) -> None:
    """Wait until Telegram keeps no update any more."""

    async def nothing_is_kept() -> bool:
        return not await pending(people, name)

    await until(nothing_is_kept)


async def test_messages_come_in_order(channel: TelegramChannel, people: SandboxClient) -> None:
    """What people say arrives as they said it, and Telegram is asked for what Agora wants to hear."""
    box = Box()
    await people.say("Ana", "one", bot=channel.name)
    async with polling(channel, box):
        await box.holds("one")
        await people.say("Ana", "two", bot=channel.name)
        await people.say("Ana", "three", bot=channel.name)
        await box.holds("one", "two", "three")
    assert set((await people.state())["bots"][channel.name]["allowed_updates"]) == set(ALLOWED_UPDATES)


async def test_a_batch_is_not_confirmed_before_it_is_stored(channel: TelegramChannel, people: SandboxClient) -> None:
    """Telegram keeps what is being stored."""
    stored, go_on = asyncio.Event(), asyncio.Event()

    async def intake(_messages: Sequence[Message]) -> None:
        stored.set()
        await go_on.wait()

    await people.say("Ana", "one", bot=channel.name)
    async with polling(channel, intake):
        await asyncio.wait_for(stored.wait(), 10)
        assert await pending(people, channel.name) == 1
        go_on.set()
        await confirmed(people, channel.name)


async def test_what_was_stored_and_not_confirmed_comes_again_and_counts_once(
    channel: TelegramChannel, people: SandboxClient, sqlite: Database, clock: Any
) -> None:
    """A process that dies between storing and confirming loses nothing and doubles nothing."""
    inbox = InboxIntake(sqlite, ["en"], clock, lambda: None)
    calls = 0

    async def dying(messages: Sequence[Message]) -> None:
        nonlocal calls
        calls += 1
        await inbox(messages)
        await asyncio.sleep(60 if calls == 1 else 0)

    await people.say("Ana", "one", bot=channel.name)
    async with polling(channel, dying):
        await until(lambda: _texts(sqlite))
        await people.say("Ana", "two", bot=channel.name)
    async with polling(channel, dying):
        await confirmed(people, channel.name)
    assert calls >= 2
    assert _texts(sqlite) == ["one", "two"]


def _texts(database: Database) -> list[str]:
    with database.transaction() as session:
        return [row.payload["text"] for row in session.exec(select(Inbox).order_by("id"))]


async def test_a_store_that_fails_is_tried_again(
    channel: TelegramChannel, people: SandboxClient, caplog: pytest.LogCaptureFixture
) -> None:
    """The same messages are stored again and again until it works; the log names them without their words."""
    box = Box(failures=2)
    await people.say("Ana", "my words", bot=channel.name)
    async with polling(channel, box):
        await box.holds("my words")
    assert [len(batch) for batch in box.batches] == [1, 1, 1]
    assert caplog.text.count("could not store") == 2
    assert "my words" not in caplog.text


async def test_two_pollers_are_noticed(
    channel: TelegramChannel, people: SandboxClient, sandbox: str, caplog: pytest.LogCaptureFixture
) -> None:
    """Somebody else on the same token is told loudly, and polling goes on once they are gone."""
    box = Box()
    other = CONNECT[channel.name](TOKENS[channel.name], sandbox, Pacer(1000, 0))
    async with other, polling(channel, box, patience=30):
        await asyncio.sleep(0.2)
        await other.updates(0, 0)
        await until(lambda: "SOMEBODY ELSE" in caplog.text)
        await people.say("Ana", "one", bot=channel.name)
        await box.holds("one")
    assert {record.levelno for record in caplog.records if "SOMEBODY" in record.message} == {logging.ERROR}


async def test_a_webhook_in_the_way_is_noticed(channel: TelegramChannel, people: SandboxClient) -> None:
    """While a webhook is set nothing can be asked for; without it the messages are still there."""
    box = Box()
    await channel.set_webhook("http://127.0.0.1:9/telegram", "secret")
    await people.say("Ana", "one", bot=channel.name)
    with pytest.raises(TryAgain):
        await channel.updates(0, 0)
    await channel.delete_webhook()
    async with polling(channel, box):
        await box.holds("one")


async def test_a_server_in_trouble_is_asked_again(channel: TelegramChannel, people: SandboxClient) -> None:
    """Errors pass."""
    box = Box()
    await people.faults(bot=channel.name, fail={"times": 1, "status": 502, "method": "getUpdates"})
    await people.say("Ana", "one", bot=channel.name)
    async with polling(channel, box):
        await box.holds("one")


async def test_the_same_update_twice(
    channel: TelegramChannel, people: SandboxClient, sqlite: Database, clock: Any
) -> None:
    """What Telegram hands over twice is stored once."""
    await people.faults(bot=channel.name, duplicate=1)
    await people.say("Ana", "one", bot=channel.name)
    await people.say("Ana", "two", bot=channel.name)
    async with polling(channel, InboxIntake(sqlite, ["en"], clock, lambda: None)):
        await confirmed(people, channel.name)
    assert _texts(sqlite) == ["one", "two"]


@pytest.mark.parametrize("name", ["residents", "staff"])
async def test_a_bad_update_does_not_hide_the_good_ones(name: str) -> None:
    """Between updates that nobody can read the others are read, and all are confirmed."""
    good = said(text="hello")
    batch = [{"update_id": 40, "message": {"text": "secret"}}, None, good, {"update_id": 43, "message": 7}]
    offsets = []

    async def get_updates(request: web.Request) -> web.Response:
        offsets.append(int((await request.post()).get("offset", 0)))
        if offsets[-1]:
            await asyncio.sleep(0.05)
        return web.json_response({"ok": True, "result": [] if offsets[-1] else batch})

    app = web.Application()
    app.add_routes([web.post("/bot{token}/getUpdates", get_updates)])
    box = Box()
    async with (
        serving(app) as url,
        CONNECT[name](TOKENS[name], url, Pacer(1000, 0)) as channel,
        polling(channel, box),
    ):
        await box.holds("hello")
        await until(lambda: len(offsets) >= 2)
    assert offsets[:2] == [0, 44]
