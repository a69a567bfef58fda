"""Pictures by phone: an MMS over Twilio goes where its sender means it; what can't come is said kindly."""

import asyncio
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlmodel import select

from bot.channels.sms.gammu import Gammu
from bot.channels.sms.twilio_media import LARGEST
from storage.mail import Inbox, Media
from storage.requests import ServiceRequest, ServiceRequestUpdate
from tests import snapshots
from tests.rim.waiting import until
from tests.sms.conftest import Hall
from tests.sms.twilio_box import StandIn, message

HOME = (42.30861, -71.06206)
Town = tuple[Hall, StandIn]


async def said(town: Town, sid: str, body: str, *media: tuple[str, str], account: str = "AC1") -> str:
    """What the city answers to a message."""
    hall, other = town
    before = len(other.sent)
    assert (await other.bring(hall, "/twilio/mo", message(sid, body, *media, account=account)))[0] == 200
    await until(lambda: len(other.sent) > before)
    return other.sent[-1]["Body"]


def kept(hall: Hall) -> list[bytes | None]:
    """The pictures that the city has."""
    with hall.database.transaction() as session:
        return [media.content for media in session.exec(select(Media)).all()]


async def test_a_picture_after_its_report(twilio_town: Town) -> None:
    """It goes with what was just reported, without what its camera noted; the store never sees the password."""
    hall, other = twilio_town
    other.media["ME1"] = snapshots.jpeg(HOME)
    await said(twilio_town, "SM1", "Pothole at 32 Church St")
    await said(twilio_town, "SM2", "1")
    told = await said(twilio_town, "SM3", "it is deeper than it looks", ("image/jpeg", "ME1"))
    assert told == "Thank you, your photo is now in report 1001."
    [content] = kept(hall)
    assert content is not None
    assert snapshots.SECRET not in content
    with hall.database.transaction() as session:
        assert [len(row.photos) for row in session.exec(select(ServiceRequestUpdate)).all()][-1] == 1
        assert session.exec(select(ServiceRequest)).one().description.endswith("it is deeper than it looks")
    assert other.shown == [""]


async def test_a_picture_first(twilio_town: Town) -> None:
    """It begins a report, and says where it was taken; another one meanwhile goes with the same draft."""
    hall, other = twilio_town
    other.media |= {"ME1": snapshots.jpeg(HOME), "ME2": snapshots.jpeg(size=(300, 200))}
    assert "taken near Church Street" in await said(twilio_town, "SM1", "a pothole", ("image/jpeg", "ME1"))
    assert "Send this?" in await said(twilio_town, "SM2", "1")
    await said(twilio_town, "SM3", "", ("image/jpeg", "ME2"))
    await said(twilio_town, "SM4", "1")
    with hall.database.transaction() as session:
        assert [len(row.photos) for row in session.exec(select(ServiceRequestUpdate)).all()] == [2]


async def test_a_picture_with_a_place_is_something_new(twilio_town: Town) -> None:
    """Whoever says where it is speaks of another matter."""
    _, other = twilio_town
    other.media["ME1"] = snapshots.jpeg()
    await said(twilio_town, "SM1", "Pothole at 32 Church St")
    await said(twilio_town, "SM2", "1")
    assert "Send this?" in await said(twilio_town, "SM3", "graffiti at 240 Adams St", ("image/jpeg", "ME1"))


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (snapshots.heic(HOME), "HEIC"),
        (b"%PDF-1.7 I am a letter", "can't open this picture"),
        (b"\xff\xd8\xff" + bytes(LARGEST), "too big"),
    ],
    ids=["heic", "lying", "too-big"],
)
async def test_what_is_no_use(twilio_town: Town, content: bytes, words: str) -> None:
    """It is said why, and nothing is kept."""
    hall, other = twilio_town
    other.media["ME1"] = content
    assert words in await said(twilio_town, "SM1", "", ("image/jpeg", "ME1"))
    assert kept(hall) == []


@pytest.mark.parametrize(
    ("kind", "account"),
    [
        ("video/3gpp", "AC1"),
        ("text/vcard", "AC1"),
        ("image/svg+xml", "AC1"),
        ("image/jpeg", "AC1/../AC2"),
        ("image/jpeg", "AC2"),
    ],
)
async def test_what_is_not_fetched(twilio_town: Town, kind: str, account: str) -> None:
    """Recordings, cards, programs, and what belongs to others."""
    hall, other = twilio_town
    other.media["ME1"] = snapshots.jpeg()
    assert "can't open what you sent" in await said(twilio_town, "SM1", "", (kind, "ME1"), account=account)
    assert (kept(hall), other.shown) == ([], [])


async def test_pictures_are_welcome(twilio_town: Town) -> None:
    """Over a gateway that brings them they are asked for, and whoever asks is told so."""
    assert "just send it here" in await said(twilio_town, "SM1", "can I send you a picture?")
    assert "You may add a photo" in await said(twilio_town, "SM2", "I propose a bench in Roslindale")


async def test_a_picture_that_is_gone(twilio_town: Town) -> None:
    """The words are dealt with all the same."""
    assert "Send this?" in await said(twilio_town, "SM1", "Pothole at 32 Church St", ("image/jpeg", "ME9"))


async def test_two_pictures_at_once(twilio_town: Town) -> None:
    """With the same words they are still two."""
    hall, other = twilio_town
    other.media |= {"ME1": snapshots.jpeg(), "ME2": snapshots.jpeg(size=(300, 200))}
    forms = [message(f"SM{n}", "look", ("image/jpeg", f"ME{n}")) for n in (1, 2)]
    await asyncio.gather(*(other.bring(hall, "/twilio/mo", form) for form in forms))
    with hall.database.transaction() as session:
        assert len(session.exec(select(Inbox)).all()) == 2


@pytest.mark.parametrize(
    ("header", "words", "is_message"),
    [
        ("", "hello", True),
        ("050003A70201", "a long one", True),
        ("050003A70202", "", False),
        ("06080400A70202", "", False),
        ("0605040B8423F0", "", True),
        ("0B05040B8423F00003A70201", "", True),
        ("0B05040B8423F00003A70202", "", False),
    ],
)
def test_what_a_modem_takes_for_a_message(tmp_path: Path, header: str, words: str, *, is_message: bool) -> None:
    """Later parts are none; news of a picture is one, once."""
    with closing(sqlite3.connect(tmp_path / "smsd.db")) as connection:
        connection.execute("CREATE TABLE inbox (ID, SenderNumber, TextDecoded, UDH, ReceivingDateTime, Processed)")
        row = (1, "+16175550101", words, header, "2026-03-02 10:00:00", "false")
        connection.execute("INSERT INTO inbox VALUES (?, ?, ?, ?, ?, ?)", row)
        connection.commit()
    [(_, came)] = Gammu(f"sqlite:///{tmp_path}/smsd.db").arrivals()
    assert (came is not None) == is_message
    assert came is None or (came.text, came.unsupported) == (words, "picture")
