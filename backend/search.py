"""Search: reports by the words in them, whatever their case and accents."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement
from sqlmodel import Session, col, func, or_, select

from backend.city import City
from storage.folding import folded
from storage.people import Role, Staff
from storage.requests import ServiceRequest


def find(
    session: Session, city: City, staff: Staff, words: str, *, offset: int = 0, limit: int = 10
) -> tuple[Sequence[ServiceRequest], int]:
    """A page of the reports that hold every one of the words, newest first, and how many there are.

    A word may stand in the description, in the place, or in the name of the service in any language. An agent finds
    their own department's reports only.
    """
    wanted = [_holds(city, word) for word in folded(words).split()]
    if not wanted:
        return [], 0
    if staff.role is Role.AGENT:
        wanted.append(col(ServiceRequest.department) == staff.department)
    rows = select(ServiceRequest).where(*wanted).order_by(col(ServiceRequest.id).desc()).offset(offset).limit(limit)
    count = session.exec(select(func.count()).select_from(ServiceRequest).where(*wanted)).one()
    return session.exec(rows).all(), count


def _holds(city: City, word: str) -> ColumnElement[bool]:
    codes = [service.code for service in city.services if any(_names(name, word) for name in service.name.values())]
    inside = col(ServiceRequest.searchable).contains(word, autoescape=True)
    return or_(inside, col(ServiceRequest.service_code).in_(codes)) if codes else inside


def _names(name: str, word: str) -> bool:
    # "streetlight" is "Street light" too.
    plain = folded(name)
    return word in plain or (len(word) > 4 and word in plain.replace(" ", ""))
