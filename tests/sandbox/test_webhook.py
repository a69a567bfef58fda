"""Updates posted to a bot's own address."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field

import aiogram.exceptions
import pytest
from aiogram import Bot
from aiohttp import web

from bot.sandbox.client import SandboxClient


@dataclass
class Receiver:
    """A bot's web server that may refuse a few times first."""

    url: str = ""
    refusals: int = 0
    texts: list[str] = field(default_factory=list)
    secrets: set[str | None] = field(default_factory=set)
    taken: asyncio.Event = field(default_factory=asyncio.Event)

    async def take(self, request: web.Request) -> web.Response:
        """Take an update, or refuse it."""
        self.secrets.add(request.headers.get("X-Telegram-Bot-Api-Secret-Token"))
        if self.refusals:
            self.refusals -= 1
            return web.Response(status=503)
        self.texts.append((await request.json())["message"]["text"])
        self.taken.set()
        return web.Response()

    async def until(self, count: int) -> None:
        """Wait until that many updates were taken."""
        async with asyncio.timeout(10):
            while len(self.texts) < count:
                self.taken.clear()
                await self.taken.wait()


@pytest.fixture
async def receiver() -> AsyncIterator[Receiver]:
    """A bot's web server."""
    receiver = Receiver()
    app = web.Application()
    app.router.add_post("/hook", receiver.take)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    receiver.url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    yield receiver
    await runner.cleanup()


async def test_updates_are_posted_with_the_secret(gram: Bot, hands: SandboxClient, receiver: Receiver) -> None:
    """Each update is posted once, with the secret, those that waited first."""
    await hands.say("Ana", "before")
    await gram.set_webhook(receiver.url, secret_token="open-sesame")
    await hands.say("Ana", "after")
    await receiver.until(2)
    assert receiver.texts == ["before", "after"]
    assert receiver.secrets == {"open-sesame"}


async def test_a_refused_update_is_posted_again_in_order(gram: Bot, hands: SandboxClient, receiver: Receiver) -> None:
    """What the bot does not take is brought again, and what follows waits its turn."""
    receiver.refusals = 2
    await gram.set_webhook(receiver.url)
    for text in ("one", "two", "three"):
        await hands.say("Ana", text)
    await receiver.until(3)
    assert receiver.texts == ["one", "two", "three"]
    info = await gram.get_webhook_info()
    assert (info.url, info.pending_update_count) == (receiver.url, 0)
    assert "503" in info.last_error_message


async def test_without_a_webhook_the_bot_asks_again(gram: Bot, hands: SandboxClient) -> None:
    """A removed webhook leaves what is pending to be fetched, unless it is dropped."""
    await gram.set_webhook("http://127.0.0.1:9/nobody")
    await hands.say("Ana", "hello")
    await gram.delete_webhook()
    assert [update.message.text for update in await gram.get_updates()] == ["hello"]
    await gram.delete_webhook(drop_pending_updates=True)
    assert await gram.get_updates() == []


async def test_bad_webhooks(gram: Bot) -> None:
    """An address or a secret that makes no sense is refused."""
    for call in (gram.set_webhook("nonsense"), gram.set_webhook("http://127.0.0.1:9/", secret_token="no spaces")):
        with pytest.raises(aiogram.exceptions.TelegramBadRequest):
            await call
