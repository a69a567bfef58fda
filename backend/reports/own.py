"""One's own report: its reporter adds to it, corrects it, writes about it, or withdraws it."""

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Session

from backend.errors import NotYours
from backend.reports import issues, steps
from storage.requests import ServiceRequest, Substatus, UpdateKind

DESCRIPTION_LIMIT = 4000
"""Characters of a description (Open311 GeoReport v2)."""


def add(
    session: Session,
    number: int,
    words: str,
    *,
    contact_id: int,
    now: datetime,
    photos: Sequence[int] = (),
    public_words: str | None = None,
) -> ServiceRequest:
    """Add words or pictures to an open report; raises NotYours or IllegalStep, as all steps here do."""
    _check_reporter(session, number, contact_id)
    request = steps.reporter_step(
        session, number, UpdateKind.CORRECTED, contact_id, now, words=words, photos=photos, public_words=public_words
    )
    request.description = _joined(request.description, words)
    if request.public_description is not None:
        request.public_description = _joined(
            request.public_description, words if public_words is None else public_words
        )
    return request


def _joined(description: str, words: str) -> str:
    return "\n".join(part for part in (description, words) if part)[:DESCRIPTION_LIMIT]


def move(
    session: Session,
    number: int,
    address: str,
    *,
    area: str | None,
    point: tuple[float, float] | None,
    contact_id: int,
    now: datetime,
) -> ServiceRequest:
    """Give an open report another place; `point` is latitude and longitude (WGS 84 degrees)."""
    _check_reporter(session, number, contact_id)
    return issues.locate(session, number, address, area=area, point=point, contact_id=contact_id, now=now)


def write(
    session: Session,
    number: int,
    words: str,
    *,
    contact_id: int,
    now: datetime,
    photos: Sequence[int] = (),
    public_words: str | None = None,
) -> ServiceRequest:
    """Write to the city about an open report; where the city waits for an answer, this is it."""
    waits = issues.find(session, number).substatus is Substatus.WAITING
    kind = UpdateKind.ANSWER if waits else UpdateKind.MESSAGE
    return steps.reporter_step(
        session, number, kind, contact_id, now, words=words, photos=photos, public_words=public_words
    )


def withdraw(session: Session, number: int, *, contact_id: int, now: datetime) -> ServiceRequest:
    """Take an open report back: nobody works on it any more."""
    _check_reporter(session, number, contact_id)
    return steps.reporter_step(session, number, UpdateKind.WITHDRAWN, contact_id, now)


def _check_reporter(session: Session, number: int, contact_id: int) -> None:
    # Others who have the problem speak about a report too (decision 0005); what it says stays its reporter's.
    if issues.find(session, number).contact_id != contact_id:
        raise NotYours(number=str(number))
