"""What the tests of the rim share: a sandbox on a port of its own, a line to it by either library, people's hands."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

import pytest
from aiohttp import web

from bot.channels import residents, staff
from bot.channels.telegram_channel import TelegramChannel
from bot.pacer import Pacer
from bot.sandbox import bots, server
from bot.sandbox.client import SandboxClient

TOKENS = {"residents": bots.RESIDENTS_TOKEN, "staff": bots.STAFF_TOKEN}
CONNECT: dict[str, Callable[[str, str, Pacer], TelegramChannel]] = {
    "residents": residents.connect,
    "staff": staff.connect,
}


@asynccontextmanager
async def serving(app: web.Application) -> AsyncIterator[str]:
    """An application on a free port, and its address."""
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    try:
        yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    finally:
        await runner.cleanup()


@pytest.fixture
async def sandbox() -> AsyncIterator[str]:
    """The address of a fresh sandbox with both bots."""
    async with serving(server.create([bots.residents(), bots.staff()])) as url:
        yield url


@pytest.fixture
async def people(sandbox: str) -> AsyncIterator[SandboxClient]:
    """People's hands on their phones."""
    async with SandboxClient(sandbox) as client:
        yield client


@pytest.fixture
async def both(sandbox: str) -> AsyncIterator[dict[str, TelegramChannel]]:
    """The residents' and the staff channel, without a limit to their pace."""
    async with (
        CONNECT["residents"](TOKENS["residents"], sandbox, Pacer(10_000, 0)) as first,
        CONNECT["staff"](TOKENS["staff"], sandbox, Pacer(10_000, 0)) as second,
    ):
        yield {"residents": first, "staff": second}


@pytest.fixture(params=["residents", "staff"])
def channel(request: pytest.FixtureRequest, both: dict[str, TelegramChannel]) -> TelegramChannel:
    """A channel to the sandbox, by aiogram and by python-telegram-bot in turn."""
    return both[request.param]
