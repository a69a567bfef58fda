"""Feeds of an area: what was settled, without anybody's words; when consultations are open."""

from datetime import timedelta
from xml.etree import ElementTree as ET

from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from bot.conversation.turn import House
from bot.feeds import Feeds
from storage.consultations import Consultation, ConsultationStatus
from storage.contacts import Contact
from storage.database import Database
from storage.requests import ClosingReason, ServiceRequest, Status, Substatus
from tests.conftest import START

_NAMES = {"a": "http://www.w3.org/2005/Atom"}


def _fill(database: Database) -> None:
    with database.transaction() as session:
        session.add(Contact(id=1, language="en", created_at=START))
        session.flush()
        for number, private, area in ((1, False, "Dorchester"), (2, True, "Dorchester"), (3, False, "Roxbury")):
            session.add(
                ServiceRequest(
                    id=1000 + number, contact_id=1, service_code="pothole", department="public_works",
                    description="my own words", address="32 Church Street", area=area, private=private,
                    status=Status.CLOSED, substatus=Substatus.SETTLED, closing_reason=ClosingReason.DONE,
                    requested_at=START, expected_at=START, updated_at=START, closed_at=START + timedelta(days=number),
                )
            )  # fmt: skip
        session.add(
            Consultation(
                title={"en": "Trees, benches; and what else? " * 4, "fr": "Arbres"}, created_at=START,
                opens_at=START, closes_at=START + timedelta(days=9), status=ConsultationStatus.OPEN,
            )
        )  # fmt: skip


async def test_what_was_settled_is_read_without_anybodys_words(database: Database, boston: House) -> None:
    """One entry, of the public report in that area, in the language that was asked for."""
    _fill(database)
    app = web.Application()
    Feeds(database, boston, "https://city.example/").add_to(app)
    async with TestClient(TestServer(app)) as client:
        answer = await client.get("/areas/Dorchester.atom?language=fr")
        body = await answer.text()
    assert answer.content_type == "application/atom+xml"
    feed = ET.fromstring(body)  # noqa: S314 - our own
    titles = [entry.findtext("a:title", namespaces=_NAMES) for entry in feed.findall("a:entry", _NAMES)]
    assert titles == ["Nid-de-poule ou chaussée abîmée, 32 Church Street (1001)"]
    assert "my own words" not in body


async def test_a_calendar_holds_the_consultations(database: Database, boston: House) -> None:
    """Times in UTC, commas escaped, lines within 75 octets."""
    _fill(database)
    app = web.Application()
    Feeds(database, boston, "https://city.example").add_to(app)
    async with TestClient(TestServer(app)) as client:
        body = await (await client.get("/areas/Dorchester.ics")).read()
    lines = body.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert b"DTEND:20260311T150000Z" in lines
    assert b"SUMMARY:Trees\\, benches\\; and what else?" in body
