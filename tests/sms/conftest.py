"""What the tests of text messages share: a city hall that texts, in this process, and a real Kannel."""

import asyncio
import base64
from collections.abc import AsyncIterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path

import pytest
from aiohttp import web
from sqlmodel import select

from bot import texting
from bot import web as doors
from bot.channels.sms.settings import SmsSettings
from bot.conversation.turn import House
from bot.courier import Courier
from bot.desk import Desk
from bot.intake import Intake
from bot.post.wording import wording
from bot.texting import Texting
from bot.unpacking import Unpacking
from bot.wallclock import now
from bot.workers import Workers
from storage.database import Database
from storage.phones import TextMessage
from tests.rim.conftest import serving
from tests.sms import kannel_box
from tests.sms.kannel_box import KannelBox, Network
from tests.sms.twilio_box import ACCOUNT, PUBLIC, TOKEN, StandIn
from tests.town import free_port

KEY = base64.b64encode(bytes(range(32))).decode()
OTHER_KEY = base64.b64encode(bytes(range(32, 64))).decode()
SECRET = "hook-secret"


class Hall:
    """A city hall whose doors stand at `url`."""

    def __init__(self, texts: Texting, database: Database, url: str) -> None:
        self.texts = texts
        self.database = database
        self.url = url

    def sent(self) -> list[TextMessage]:
        """The ledger, oldest first."""
        with self.database.transaction() as session:
            return list(session.exec(select(TextMessage).order_by(TextMessage.id)).all())  # type: ignore[arg-type]


@asynccontextmanager
async def opened(house: House, database: Database, port: int, **named: str) -> AsyncIterator[Hall]:
    """Doors, desk and courier at work with these gateways."""

    async def health() -> Mapping[str, object]:
        return {"ok": True}

    async with AsyncExitStack() as stack:
        settings = SmsSettings(index_key=KEY, seal_keys=KEY, **named)  # type: ignore[arg-type]
        texts = texting.create(settings, database, house.city)
        await stack.enter_async_context(texts.channel)
        courier = Courier(database, {texts.channel.name: texts.channel}, wording(house), now)
        await stack.enter_async_context(courier)
        workers = await stack.enter_async_context(Workers(Desk(database, house, now, courier.wake), 1))
        ways = {texts.channel.name: texts.channel}
        unpacking = await stack.enter_async_context(Unpacking(database, ways, now, workers.wake))
        intake = Intake(database, house.city.languages, now, workers.wake, unpacking.begin)
        app = doors.create({}, "unused", intake, health, texts.routes(intake, workers.wake))
        runner = web.AppRunner(app, access_log=None, shutdown_timeout=1)
        await runner.setup()
        stack.push_async_callback(runner.cleanup)
        await web.TCPSite(runner, "127.0.0.1", port).start()
        rounds = [asyncio.create_task(round_) for round_ in texts.rounds(intake, workers.wake)]
        for round_ in rounds:
            stack.callback(round_.cancel)
        texts.found_at(f"http://127.0.0.1:{port}")
        yield Hall(texts, database, f"http://127.0.0.1:{port}")


@pytest.fixture(scope="session")
def kannel_installed() -> None:
    """Kannel, or a named skip."""
    if not kannel_box.is_installed():
        pytest.skip("Kannel is missing: apt-get install kannel")


@pytest.fixture
async def kannel_town(
    kannel_installed: None, boston: House, sqlite: Database, tmp_path: Path
) -> AsyncIterator[tuple[Hall, KannelBox, Network]]:
    """A city hall, a Kannel and a network with phones."""
    port = free_port()
    async with (
        KannelBox(tmp_path / "kannel", f"http://127.0.0.1:{port}/kannel/mo", SECRET) as box,
        opened(boston, sqlite, port, **kannel_settings(box)) as hall,
        Network(box.fake_port) as network,
    ):
        yield hall, box, network


@pytest.fixture
async def twilio_town(boston: House, sqlite: Database) -> AsyncIterator[tuple[Hall, StandIn]]:
    """A city hall and a stand-in for Twilio."""
    other = StandIn()
    async with (
        serving(other.app()) as url,
        serving(other.warehouse()) as other.store,
        opened(
            boston,
            sqlite,
            free_port(),
            twilio_account=ACCOUNT,
            twilio_token=TOKEN,
            twilio_sender="+16175550000",
            twilio_url=url,
            public_url=PUBLIC,
        ) as hall,
    ):
        yield hall, other


def kannel_settings(box: KannelBox) -> dict[str, str]:
    """How a city hall finds this Kannel."""
    return {
        "kannel_url": box.url,
        "kannel_password": kannel_box.PASSWORD,
        "kannel_secret": SECRET,
        "kannel_sender": kannel_box.SENDER,
    }
