"""A sandbox on a free port, a person's hands on it, and both libraries' bots before it."""

import time
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import telegram
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiohttp import web

from bot.sandbox import page_door
from bot.sandbox.bots import RESIDENTS_TOKEN, STAFF_TOKEN, residents, staff
from bot.sandbox.client import SandboxClient
from bot.sandbox.server import create


@dataclass
class Clock:
    """A clock that can be put forward."""

    ahead: float = 0

    def __call__(self) -> float:
        """Seconds since 1970, as far ahead as the test wants."""
        return time.time() + self.ahead


@pytest.fixture
def clock() -> Clock:
    """The sandbox's clock."""
    return Clock()


@pytest.fixture
async def url(clock: Clock) -> AsyncIterator[str]:
    """The address of a sandbox with both bots."""
    app = create(
        [residents(), staff()],
        clock=clock,
        samples=[("City Hall", 48.8566, 2.3522)],
        suggestions={"residents": ["There is a pothole"]},
        notices={"staff": "WELCOME-1"},
    )
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    host, port = runner.addresses[0][:2]
    yield f"http://{host}:{port}"
    await runner.cleanup()


@pytest.fixture
async def hands(url: str) -> AsyncIterator[SandboxClient]:
    """A person's hands on the sandbox."""
    async with SandboxClient(url) as client:
        yield client


@pytest.fixture
async def gram(url: str) -> AsyncIterator[Bot]:
    """The residents' bot by aiogram."""
    bot = Bot(RESIDENTS_TOKEN, session=AiohttpSession(api=TelegramAPIServer.from_base(url)))
    yield bot
    await bot.session.close()


@pytest.fixture
async def ptb(url: str, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[telegram.Bot]:
    """The staff bot by python-telegram-bot."""
    # Without it, the library warns each time it is told to wait.
    monkeypatch.setenv("PTB_TIMEDELTA", "1")
    async with telegram.Bot(STAFF_TOKEN, base_url=f"{url}/bot", base_file_url=f"{url}/file/bot") as bot:
        yield bot


@pytest.fixture
async def ana(hands: SandboxClient, gram: Bot) -> int:
    """Ana, who started the residents' bot and whose start was fetched; her chat's id."""
    await hands.start("Ana")
    updates = await gram.get_updates()
    await gram.get_updates(offset=updates[-1].update_id + 1)
    return updates[-1].message.chat.id


@pytest.fixture
async def sam(hands: SandboxClient, ptb: telegram.Bot) -> int:
    """Sam, who started the staff bot and whose start was fetched; his chat's id."""
    await hands.start("Sam", bot="staff")
    updates = await ptb.get_updates()
    await ptb.get_updates(offset=updates[-1].update_id + 1)
    return updates[-1].message.chat.id


@pytest.fixture
def picture() -> bytes:
    """A JPEG of a pothole."""
    return (Path(page_door.PAGE) / "samples" / "pothole.jpg").read_bytes()
