"""Feeds of an area: what was settled, without anybody's words; when consultations and votes are open."""

import re
from datetime import datetime, timedelta
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from bot.conversation.turn import House
from bot.feeds import Feeds
from storage.closing import ClosingReason
from storage.consultations import Consultation, ConsultationStatus
from storage.contacts import Contact
from storage.database import Database
from storage.requests import ServiceRequest, Status, Substatus
from tests.conftest import START
from tests.tally.ballotdays import opened

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


async def _get(database: Database, house: House, path: str) -> tuple[int, str, bytes]:
    app = web.Application()
    app.add_routes(Feeds(database, house, "https://city.example/").routes())
    async with TestClient(TestServer(app)) as client:
        answer = await client.get(path)
        return answer.status, answer.content_type, await answer.read()


async def test_what_was_settled_is_read_without_anybodys_words(database: Database, boston: House) -> None:
    """One entry, of the public report in that area, in the language that was asked for."""
    _fill(database)
    _, kind, body = await _get(database, boston, "/areas/Dorchester.atom?language=fr")
    assert kind == "application/atom+xml"
    feed = ET.fromstring(body)  # noqa: S314 - our own
    titles = [entry.findtext("a:title", namespaces=_NAMES) for entry in feed.findall("a:entry", _NAMES)]
    assert titles == ["Nid-de-poule ou chaussée abîmée, 32 Church Street (1001)"]
    assert b"my own words" not in body


async def test_a_feed_is_what_rfc_4287_asks_for(database: Database, boston: House) -> None:
    """Ids, titles and times where they must be, an author, content in each entry; the same ids each time it is read."""
    _fill(database)
    ids = []
    for path in ("/areas/Dorchester.atom", "/areas/Dorchester.atom?language=es", "/areas/South%20Boston.atom"):
        status, _, body = await _get(database, boston, path)
        feed = ET.fromstring(body)  # noqa: S314 - our own
        assert (status, feed.tag) == (200, f"{{{_NAMES['a']}}}feed")
        links = {link.get("rel"): link.get("href") for link in feed.findall("a:link", _NAMES)}
        assert urlsplit(links["self"] or "").netloc == "city.example"
        assert feed.findtext("a:author/a:name", namespaces=_NAMES)
        entries = feed.findall("a:entry", _NAMES)
        for one in (feed, *entries):
            for name in ("id", "title", "updated"):
                assert len(one.findall(f"a:{name}", _NAMES)) == 1, name
            name = one.findtext("a:id", "", _NAMES)
            assert urlsplit(name).scheme
            assert " " not in name
            moment = datetime.fromisoformat(one.findtext("a:updated", "", _NAMES))
            assert moment.tzinfo is not None
            assert moment <= datetime.fromisoformat(feed.findtext("a:updated", "", _NAMES))
        assert all(entry.findtext("a:content", "", _NAMES) for entry in entries), "without content a link is a must"
        ids.append([entry.findtext("a:id", "", _NAMES) for entry in entries])
    assert ids[0] == ids[1]
    assert ids[0]
    assert ids[2] == []


async def test_a_calendar_is_what_rfc_5545_asks_for(database: Database, boston: House) -> None:
    """Lines of at most 75 octets that unfold to whole words, times in UTC, one stamp and one lasting name an event."""
    _fill(database)
    with database.transaction() as session:
        opened(session)
    status, kind, body = await _get(database, boston, "/areas/Dorchester.ics")
    assert (status, kind) == (200, "text/calendar")
    assert body.endswith(b"\r\n")
    assert b"\n" not in body.replace(b"\r\n", b"")
    assert max(map(len, body.split(b"\r\n"))) <= 75
    lines = body.decode().replace("\r\n ", "").split("\r\n")[:-1]
    assert lines[0] == "BEGIN:VCALENDAR"
    assert lines[-1] == "END:VCALENDAR"
    assert {"VERSION:2.0", "PRODID:-//Agora//Agora//EN"} <= set(lines)
    events = [
        block.split("\n")[1:-1] for block in re.findall(r"BEGIN:VEVENT.*?END:VEVENT", "\n".join(lines), re.DOTALL)
    ]
    known = [dict(line.split(":", 1) for line in event) for event in events]
    assert [one["SUMMARY"] for one in known] == ["Trees\\, benches\\; and what else? " * 4, "Spring vote"]
    assert len({one["UID"] for one in known}) == 2
    for one in known:
        assert all(re.fullmatch(r"\d{8}T\d{6}Z", one[name]) for name in ("DTSTAMP", "DTSTART", "DTEND"))
        assert one["DTSTART"] < one["DTEND"]
    assert (await _get(database, boston, "/areas/Dorchester.ics"))[2] == body


async def test_what_is_no_area_is_not_found(database: Database, boston: House) -> None:
    """Whatever a path says, nothing is made up for it."""
    for path in ("/areas/Atlantis.atom", "/areas/Atlantis.ics", "/areas/%0d%0aX.ics"):
        assert (await _get(database, boston, path))[0] == 404
