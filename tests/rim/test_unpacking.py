"""A picture sent as a file, on its way from the phone to the desk: looked into, cleaned, and never in the way."""

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from sqlmodel import select

from bot import unpacking
from bot.channels.channel import TryAgain
from bot.channels.telegram_channel import TelegramChannel
from bot.conversation.message import Message, Photo, Point
from bot.intake import Intake
from bot.sandbox.client import SandboxClient
from bot.unpacking import WAIT, Unpacking
from storage import mailbox
from storage.database import Database
from storage.mail import Inbox, Media
from tests import snapshots

HOME = (42.30861, -71.06206)


def now() -> datetime:
    """The time."""
    return datetime.now(UTC)


async def received(channel: TelegramChannel, database: Database) -> Message:
    """What the desk finds in the inbox after all that waits at the channel was stored and unpacked."""
    async with Unpacking(database, {channel.name: channel}, now, lambda: None) as files:
        intake = Intake(database, ["en"], now, lambda: None, files.begin)
        taken = [message for raw in await channel.updates(0, 5) if (message := channel.take(raw))]
        await intake([message for message in taken if message.photos or message.unusable])
    with database.transaction() as session:
        rows = mailbox.take(session, now())
        return Message.model_validate(rows[0].payload)


def kept(database: Database) -> list[bytes | None]:
    """The pictures that the city keeps."""
    with database.transaction() as session:
        return [media.content for media in session.exec(select(Media))]


async def test_a_picture_tells_where_it_was_taken(
    channel: TelegramChannel, people: SandboxClient, sqlite: Database
) -> None:
    """The desk reads the position; the city keeps the picture without it."""
    await people.start("Ana", bot=channel.name)
    await people.document("Ana", snapshots.jpeg(HOME), "IMG_1.jpg", bot=channel.name, mime="image/jpeg")
    message = await received(channel, sqlite)
    assert message.taken is not None
    assert (message.taken.lat, message.taken.lon) == pytest.approx(HOME, abs=1e-5)
    [content] = kept(sqlite)
    assert content is not None
    assert snapshots.SECRET not in content
    assert b"Exif" not in content


async def test_telegram_hides_where_a_photo_was_taken(
    channel: TelegramChannel, people: SandboxClient, sqlite: Database
) -> None:
    """What is sent as a photo is not even fetched before somebody needs it."""
    await people.start("Ana", bot=channel.name)
    await people.photo("Ana", snapshots.jpeg(HOME), bot=channel.name)
    assert (await received(channel, sqlite)).taken is None
    assert kept(sqlite) == []


@pytest.mark.parametrize(
    ("content", "name", "mime", "why"),
    [
        (snapshots.heic(HOME), "IMG_1.HEIC", "application/octet-stream", "heic"),
        (b"%PDF-1.7 I am a letter", "photo.jpg", "image/jpeg", "broken"),
        (snapshots.jpeg()[:700], "photo.jpg", "image/jpeg", "broken"),
        (snapshots.jpeg(HOME, size=(2000, 1000)), "photo.jpg", "image/jpeg", "too-big"),
    ],
    ids=["heic", "lying", "damaged", "too-big"],
)
async def test_what_can_not_be_used(
    channel: TelegramChannel,
    people: SandboxClient,
    sqlite: Database,
    monkeypatch: pytest.MonkeyPatch,
    content: bytes,
    name: str,
    mime: str,
    why: str,
) -> None:
    """The desk learns why, and no picture is kept."""
    monkeypatch.setattr("bot.channels.content.DOWNLOAD_LIMIT", 10_000)
    await people.start("Ana", bot=channel.name)
    await people.document("Ana", content, name, bot=channel.name, mime=mime)
    message = await received(channel, sqlite)
    assert (message.photos, message.unusable) == ([], why)
    assert (message.taken is not None) == (why == "heic")
    assert kept(sqlite) == []


class Slow:
    """A channel whose files do not come."""

    name = "residents"

    def __init__(self, fetch: Callable[[], object]) -> None:
        self._fetch = fetch

    async def fetch(self, _file_id: str) -> bytes:
        """Never bytes."""
        found = self._fetch()
        if isinstance(found, Exception):
            raise found
        await asyncio.sleep(3600)
        raise AssertionError("nobody waits for an hour")


@pytest.mark.parametrize("trouble", [TryAgain("away"), RuntimeError("a bug"), None], ids=["away", "bug", "slow"])
async def test_what_does_not_come_keeps_nobody_waiting(
    database: Database, monkeypatch: pytest.MonkeyPatch, trouble: Exception | None
) -> None:
    """The message reaches the desk with its picture, which the courier will ask for again."""
    monkeypatch.setattr(unpacking, "_PATIENCE", 0.05)
    photo = Photo(file_id="F", channel="residents", is_file=True)
    said = Message(channel="residents", external_id="u1", urn="telegram:1", photos=[photo], text="look", sent_at=now())
    channels = {"residents": Slow(lambda: trouble)}
    async with Unpacking(database, channels, now, lambda: None) as files:  # type: ignore[arg-type]  # only fetches
        await Intake(database, ["en"], now, lambda: None, files.begin)([said])
    with database.transaction() as session:
        [row] = mailbox.take(session, now())
        assert Message.model_validate(row.payload) == said


def test_a_crash_delays_and_loses_nothing(database: Database) -> None:
    """A message whose files nobody looks into any more is dealt with as it is, after a while; others do not wait."""
    begun = now()
    photo = Photo(file_id="F", channel="residents", is_file=True)
    said = Message(channel="residents", external_id="u1", urn="telegram:1", photos=[photo], sent_at=begun)
    other = said.model_copy(update={"external_id": "u2", "urn": "telegram:2", "photos": []})
    Intake(database, ["en"], lambda: begun, lambda: None, lambda _message: None).store([said, other])
    with database.transaction() as session:
        [row] = mailbox.take(session, begun)
        assert row.external_id == "u2"
        mailbox.handled([row], begun)
    with database.transaction() as session:
        assert mailbox.take(session, begun + WAIT - timedelta(seconds=1)) == []
        [row] = mailbox.take(session, begun + WAIT)
        assert row.external_id == "u1"


def test_what_was_found_out_too_late_changes_nothing(database: Database) -> None:
    """A message that was dealt with stays as it was."""
    said = Message(channel="residents", external_id="u1", urn="telegram:1", text="look", sent_at=now())
    Intake(database, ["en"], now, lambda: None).store([said])
    late = said.model_copy(update={"taken": Point(lat=1, lon=2)}).model_dump(mode="json", exclude_defaults=True)
    with database.transaction() as session:
        mailbox.handled(mailbox.take(session, now()), now())
    with database.transaction() as session:
        mailbox.complete(session, "residents", "u1", late, now())
    with database.transaction() as session:
        assert "taken" not in session.exec(select(Inbox)).one().payload
