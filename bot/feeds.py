"""Feeds of an area as Atom (RFC 4287) and iCalendar (RFC 5545), served where AGORA_PUBLIC_URL says.

GET /areas/Dorchester.atom?language=fr        what was settled there
GET /areas/Dorchester.ics                     when consultations and votes open and close
"""

import asyncio
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import NamedTuple
from urllib.parse import quote
from xml.etree import ElementTree as ET

from aiohttp import web
from sqlmodel import Session

from backend.digests import feeds
from backend.digests.feeds import Settled
from bot.conversation.reply import Choice, Named, text
from bot.conversation.turn import House
from bot.topics.reports.states import closing
from storage.database import Database

_ATOM = "http://www.w3.org/2005/Atom"
_FOLD = 75
"""Octets of a line of iCalendar."""


class _Event(NamedTuple):
    """Something that people can take part in for a time; `name` stays the same whatever else changes."""

    name: str
    title: dict[str, str]
    why: dict[str, str]
    begin: datetime
    end: datetime


class Feeds:
    """The routes; they read and tell nobody's words."""

    def __init__(self, database: Database, house: House, url: str) -> None:
        self._database = database
        self._house = house
        self._url = url.rstrip("/")

    def routes(self) -> list[web.RouteDef]:
        """The routes, to be served from an application."""
        return [web.get("/areas/{area}.atom", self.atom), web.get("/areas/{area}.ics", self.calendar)]

    async def atom(self, request: web.Request) -> web.Response:
        """What the city settled in an area."""
        area, language = self._area(request), self._language(request)
        body = await asyncio.to_thread(self._atom, area, language)
        return web.Response(body=body, content_type="application/atom+xml", charset="utf-8")

    async def calendar(self, request: web.Request) -> web.Response:
        """When consultations and votes of an area are open."""
        area, language = self._area(request), self._language(request)
        body = await asyncio.to_thread(self._calendar, area, language)
        return web.Response(body=body, content_type="text/calendar", charset="utf-8")

    def _area(self, request: web.Request) -> str:
        area = request.match_info["area"]
        if area not in self._house.gazetteer.areas:
            raise web.HTTPNotFound
        return area

    def _language(self, request: web.Request) -> str:
        asked = request.query.get("language", "")
        return asked if asked in self._house.city.languages else self._house.city.languages[0]

    def _atom(self, area: str, language: str) -> bytes:
        with self._database.transaction() as session:
            return self.atom_of(session, area, language)

    def atom_of(self, session: Session, area: str, language: str) -> bytes:
        """The feed of an area as XML."""
        entries = feeds.settled(session, area)
        feed = ET.Element("feed", {"xmlns": _ATOM, "xml:lang": language})
        where = f"{self._url}/areas/{quote(area)}.atom"
        newest = entries[0].closed_at if entries else datetime(1970, 1, 1, tzinfo=UTC)
        _add(feed, id=where, title=f"{self._house.city.name}: {area}", updated=_stamp(newest))
        ET.SubElement(feed, "link", {"rel": "self", "href": f"{where}?language={language}"})
        _add(ET.SubElement(feed, "author"), name=self._house.city.name)
        for entry in entries:
            one = ET.SubElement(feed, "entry")
            title, why = self._words(entry, language)
            _add(one, id=f"{where}#{entry.number}", title=title, updated=_stamp(entry.closed_at), content=why)
        body: bytes = ET.tostring(feed, encoding="utf-8", xml_declaration=True)
        return body

    def _words(self, entry: Settled, language: str) -> tuple[str, str]:
        texts, city = self._house.texts, self._house.city
        service = Named(names=city.service(entry.service_code).name)
        id = "digest-report" if entry.address else "digest-report-placeless"
        title = text(id, number=str(entry.number), service=service, address=entry.address)
        why = closing(city, entry.service_code, entry.reason, entry.detail)
        return texts.render(title, language), texts.render(why, language)

    def _calendar(self, area: str, language: str) -> bytes:
        with self._database.transaction() as session:
            return self.calendar_of(session, area, language)

    def calendar_of(self, session: Session, area: str, language: str) -> bytes:
        """The calendar of an area's consultations and votes."""
        lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Agora//Agora//EN"]
        lines.append(f"X-WR-CALNAME:{_escaped(f'{self._house.city.name}: {area}')}")
        for event in self._events(session, area):
            lines += self._event(event, language)
        lines.append("END:VCALENDAR")
        return "".join(f"{folded}\r\n" for line in lines for folded in _folded(line)).encode()

    def _events(self, session: Session, area: str) -> Iterator[_Event]:
        for one in feeds.consultations(session, area):
            begin = one.opens_at or one.created_at
            yield _Event(f"consultation-{one.id}", one.title, one.why, begin, one.closes_at)
        for vote in feeds.votes(session, area):
            yield _Event(f"vote-{vote.id}", vote.names, {}, vote.opens_at, vote.closes_at)

    def _event(self, event: _Event, language: str) -> Iterator[str]:
        yield "BEGIN:VEVENT"
        yield f"UID:{event.name}@{self._url.partition('//')[2]}"
        # When it was put down is not kept: a stamp that stands still says that nothing has changed.
        yield f"DTSTAMP:{_compact(event.begin)}"
        yield f"DTSTART:{_compact(event.begin)}"
        yield f"DTEND:{_compact(event.end)}"
        yield f"SUMMARY:{_escaped(self._named(event.title, language))}"
        if event.why:
            yield f"DESCRIPTION:{_escaped(self._named(event.why, language))}"
        yield "END:VEVENT"

    def _named(self, names: dict[str, str], language: str) -> str:
        return self._house.texts.label(Choice(id="", label=Named(names=names)), language)


def _add(parent: ET.Element, **children: str) -> None:
    for name, words in children.items():
        ET.SubElement(parent, name).text = words


def _stamp(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="seconds")


def _compact(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")


def _escaped(words: str) -> str:
    escaped = words.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return escaped.replace("\r\n", "\\n").replace("\n", "\\n").replace("\r", "")


def _folded(line: str) -> Iterator[str]:
    """A line as RFC 5545 wants it: at most 75 octets, going on behind a space, no character torn apart."""
    piece, size = "", 0
    for character in line:
        width = len(character.encode())
        if size + width > _FOLD:
            yield piece
            piece, size = " ", 1
        piece, size = piece + character, size + width
    yield piece
