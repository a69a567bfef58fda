"""Search: reports by the words in them, whatever their case and accents."""

from collections.abc import Sequence

from sqlmodel import Session, col, select

from backend.city.city import City
from storage import wordindex
from storage.folding import folded
from storage.people import Role, Staff
from storage.requests import ServiceRequest

MOST = 200
"""Hits that are counted: nobody pages through more, and counting all would take longer than finding the newest."""
_WORDS = 12
"""Words of a search that count."""


def find(
    session: Session, city: City, staff: Staff, words: str, *, offset: int = 0, limit: int = 10
) -> tuple[Sequence[ServiceRequest], int]:
    """A page of the reports that hold every one of the words, newest first, and how many there are, up to MOST + 1.

    A word may stand in the description, in the place, or in the name of the service in any language. Where no report
    holds them all, longer words that begin so will do. An agent finds their own department's reports only.
    """
    wanted = [_meant(city, word) for word in folded(words).split()[:_WORDS]]
    if not wanted:
        return [], 0
    if staff.role is Role.AGENT:
        wanted.append([wordindex.token("d", staff.department or "")])
    numbers = wordindex.newest(session, wanted, limit=MOST + 1)
    page = select(ServiceRequest).where(col(ServiceRequest.id).in_(numbers[offset : offset + limit]))
    return session.exec(page.order_by(col(ServiceRequest.id).desc())).all(), len(numbers)


def _meant(city: City, word: str) -> list[str]:
    """A word, or the services whose name in any language holds it."""
    services = [service for service in city.services if any(_names(name, word) for name in service.name.values())]
    return [wordindex.indexed(word), *(wordindex.token("s", service.code) for service in services)]


def _names(name: str, word: str) -> bool:
    # "streetlight" is "Street light" too.
    plain = folded(name)
    return word in plain or (len(word) > 4 and word in plain.replace(" ", ""))
