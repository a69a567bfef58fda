"""The door for webhooks: who may knock, what is taken, and when Telegram must come again."""

from collections.abc import AsyncIterator, Sequence
from io import BytesIO
from typing import Any

import pytest
from aiohttp import ClientSession

from bot import web
from bot.channels.telegram_channel import TelegramChannel
from bot.conversation.message import Message
from bot.conversation.reply import Rendered
from bot.intake import Intake
from bot.sandbox.client import SandboxClient
from storage.database import Database
from tests.rim.conftest import serving
from tests.rim.test_arrival import said
from tests.rim.test_polling import Box, _texts
from tests.rim.waiting import until

SECRET = "knock-knock_1"


class Desk:
    """How the desk says it is doing."""

    def __init__(self) -> None:
        self.state: dict[str, Any] | None = {"ok": True, "waiting": 3}

    async def __call__(self) -> dict[str, Any]:
        """The state, or trouble."""
        if self.state is None:
            raise RuntimeError("the database is gone")
        return self.state


@pytest.fixture
def box() -> Box:
    """An intake that remembers."""
    return Box()


@pytest.fixture
def desk() -> Desk:
    """A desk that is well."""
    return Desk()


@pytest.fixture
async def door(both: dict[str, TelegramChannel], box: Box, desk: Desk) -> AsyncIterator[str]:
    """The address of the door."""
    async with serving(web.create(both, SECRET, box, desk)) as url:
        yield url


@pytest.fixture
async def visitor() -> AsyncIterator[ClientSession]:
    """Somebody on the network."""
    async with ClientSession() as session:
        yield session


def secret(value: str = SECRET) -> dict[str, str]:
    """The header that Telegram sends."""
    return {web.SECRET_HEADER: value}


@pytest.mark.parametrize("headers", [{}, secret(""), secret("wrong"), secret(SECRET + "x"), secret("é")])
async def test_without_the_secret_nobody_is_heard(
    door: str, visitor: ClientSession, box: Box, headers: dict[str, str]
) -> None:
    """A request without the right secret is refused before its body is read."""
    async with visitor.post(f"{door}/telegram/residents", data=BytesIO(b"{" * 3_000_000), headers=headers) as answer:
        assert answer.status == 401
    assert box.batches == []


async def test_an_update_is_stored(door: str, visitor: ClientSession, box: Box) -> None:
    """With the secret an update is taken and acknowledged."""
    for name in ("residents", "staff"):
        async with visitor.post(f"{door}/telegram/{name}", json=said(text=name), headers=secret()) as answer:
            assert answer.status == 200
    assert [(batch[0].channel, batch[0].text) for batch in box.batches] == [
        ("residents", "residents"),
        ("staff", "staff"),
    ]


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"", 400),
        (b"{", 400),
        (b"\xff\xfe", 400),
        (b"[" * 100_000, 400),
        (b"9" * 10_000, 400),
        (b" " * 1_100_000, 413),
        (b"null", 200),
        (b'{"update_id": 1}', 200),
        (b'{"update_id": 1, "message": {"text": []}}', 200),
    ],
)
async def test_nonsense(door: str, visitor: ClientSession, box: Box, body: bytes, status: int) -> None:
    """What is not JSON or too large is refused, what is no message is passed over; the door stands."""
    async with visitor.post(f"{door}/telegram/residents", data=BytesIO(body), headers=secret()) as answer:
        assert answer.status == status
    async with visitor.post(f"{door}/telegram/residents", json=said(text="fine"), headers=secret()) as answer:
        assert answer.status == 200
    assert box.texts == ["fine"]


async def test_other_doors_do_not_exist(door: str, visitor: ClientSession) -> None:
    """Only the channels that are there can be knocked at, and only by POST."""
    async with visitor.post(f"{door}/telegram/other", json=said(text="x"), headers=secret()) as answer:
        assert answer.status == 404
    async with visitor.get(f"{door}/telegram/residents", headers=secret()) as answer:
        assert answer.status == 405


async def test_what_could_not_be_stored_comes_again(
    door: str,
    box: Box,
    channel: TelegramChannel,
    people: SandboxClient,
    caplog: pytest.LogCaptureFixture,
) -> None:
    """A failing store is not acknowledged, and Telegram brings the update until it is."""
    await channel.set_webhook(f"{door}/telegram/{channel.name}", SECRET)
    box.failures = 2
    await people.say("Ana", "my words", bot=channel.name)
    await box.holds("my words")
    assert len({batch[0].external_id for batch in box.batches}) == 1
    assert len(box.batches) == 3
    assert "my words" not in caplog.text


async def test_what_was_stored_and_not_acknowledged_counts_once(
    both: dict[str, TelegramChannel], people: SandboxClient, sqlite: Database, clock: Any, desk: Desk
) -> None:
    """A process that fails between storing and answering stores the update once."""
    inbox, calls = Intake(sqlite, ["en"], clock, lambda: None), []

    async def forgetful(messages: Sequence[Message]) -> None:
        await inbox(messages)
        calls.append(messages)
        if len(calls) == 1:
            raise RuntimeError("stored, and then something broke")

    async with serving(web.create(both, SECRET, forgetful, desk)) as url:
        await both["residents"].set_webhook(f"{url}/telegram/residents", SECRET)
        await people.say("Ana", "one")
        await until(lambda: len(calls) >= 2)
    assert _texts(sqlite) == ["one"]


async def test_the_webhook_is_set_only_when_it_changed(channel: TelegramChannel, people: SandboxClient) -> None:
    """The same address and secret are left alone; a new secret is a change."""
    urls = []
    for url, key in (("http://127.0.0.1:9/a", "one"), ("http://127.0.0.1:9/a", "two"), ("http://127.0.0.1:9/b", "two")):
        await channel.set_webhook(url, key)
        await people.faults(bot=channel.name, fail={"times": 1, "method": "setWebhook"})
        await channel.set_webhook(url, key)
        urls.append((await people.state())["bots"][channel.name]["webhook"])
        await people.mend()
    assert len(set(urls)) == 3
    assert all("one" not in url and "two" not in url for url in urls)


async def test_a_tap_is_answered_by_webhook_too(
    door: str, box: Box, channel: TelegramChannel, people: SandboxClient
) -> None:
    """A pressed button comes through the door and stops waiting."""
    await people.start("Ana", bot=channel.name)
    await channel.set_webhook(f"{door}/telegram/{channel.name}", SECRET)
    address = f"telegram:{(await people.person('Ana'))['id']}"
    await channel.send(address, Rendered(text="Send it?", buttons=[[("Send", "a:3:send")]]), [])
    await people.tap("Ana", "Send", bot=channel.name)
    await box.holds("/start", "")
    assert box.batches[-1][0].pressed is not None

    async def is_answered() -> bool:
        return not (await people.state())["bots"][channel.name]["open_taps"]

    await until(is_answered)


async def test_health(door: str, visitor: ClientSession, desk: Desk) -> None:
    """Whoever watches over the city sees at once whether somebody must look."""
    states = []
    for state in ({"ok": True, "waiting": 3}, {"ok": False}, None):
        desk.state = state
        async with visitor.get(f"{door}/healthz") as answer:
            states.append((answer.status, await answer.json()))
    assert states == [(200, {"ok": True, "waiting": 3}), (503, {"ok": False}), (503, {"ok": False})]


async def test_a_door_needs_a_secret(box: Box, desk: Desk) -> None:
    """Nobody opens a door to everybody by mistake."""
    with pytest.raises(ValueError, match="secret"):
        web.create({}, "", box, desk)
