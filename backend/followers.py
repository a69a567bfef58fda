"""Followers: who reported, who has the same problem, who wants to know; each hears of every step.

A report's `joined` is counted from the rows at every change, under the report's lock, so it always equals them.
"""

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Session, col, func, select

from backend import lifecycle
from backend.errors import NoSuchRequest, NotYours
from storage.followers import ServiceRequestFollower, Why
from storage.requests import ServiceRequest, ServiceRequestUpdate, UpdateKind

VOICES = frozenset({Why.REPORTED, Why.JOINED})
"""Whose problem it is: their word on whether it is fixed counts, and the city may ask them."""


def reported(session: Session, request: ServiceRequest, *, now: datetime) -> None:
    """Make the reporter of a new report its first follower."""
    session.add(
        ServiceRequestFollower(request_id=request.id, contact_id=request.contact_id, why=Why.REPORTED, since=now)
    )
    session.flush()


def join(
    session: Session,
    number: int,
    *,
    contact_id: int,
    now: datetime,
    words: str = "",
    photos: Sequence[int] = (),
    public_words: str | None = None,
) -> ServiceRequest:
    """Say "me too": counted once, told of all that follows; words and photos are kept as evidence.

    Raises IllegalStep when the report is not open any more, NoSuchRequest when it is somebody's private one. Who
    speaks of it already only adds the evidence.
    """
    request = _locked(session, number)
    check_visible(session, request, contact_id)
    lifecycle.after(request.substatus, UpdateKind.JOINED, taken=request.staff_id is not None)
    follower = find(session, number, contact_id)
    if follower is None:
        _add(session, number, contact_id, Why.JOINED, now)
    elif follower.why is Why.FOLLOWS:
        follower.why = Why.JOINED
    elif not words and not photos:
        return request
    _recount(session, request)
    _write(session, request, contact_id, now=now, words=words, photos=photos, public_words=public_words)
    return request


def follow(session: Session, number: int, *, contact_id: int, now: datetime) -> bool:
    """Be told of every step without having the problem; False for somebody who is told already.

    Raises NoSuchRequest for somebody's private report.
    """
    check_visible(session, _locked(session, number), contact_id)
    if find(session, number, contact_id) is not None:
        return False
    _add(session, number, contact_id, Why.FOLLOWS, now)
    return True


def leave(session: Session, number: int, *, contact_id: int) -> bool:
    """Hear no more of a report; False for somebody who did not follow, and for its reporter, whose report it stays."""
    request = _locked(session, number)
    follower = find(session, number, contact_id)
    if follower is None or follower.why is Why.REPORTED:
        return False
    session.delete(follower)
    session.flush()
    _recount(session, request)
    return True


def carry_over(session: Session, source: int, survivor: int) -> int:
    """Let all who follow a duplicate follow the report that stays; returns how many were new there.

    Its reporter has the same problem as the survivor's: they have joined it.
    """
    # Always in the order of their numbers, so that two merges at once don't wait for each other.
    locked = {number: _locked(session, number) for number in sorted({source, survivor})}
    new = 0
    for follower in followers_of(session, source):
        why = Why.JOINED if follower.why in VOICES else Why.FOLLOWS
        there = find(session, survivor, follower.contact_id)
        if there is None:
            _add(session, survivor, follower.contact_id, why, follower.since)
            new += 1
        elif there.why is Why.FOLLOWS:
            there.why = why
    _recount(session, locked[survivor])
    return new


def find(session: Session, number: int, contact_id: int) -> ServiceRequestFollower | None:
    """How a contact follows a report, if they do."""
    return session.get(ServiceRequestFollower, (number, contact_id))


def followers_of(session: Session, number: int) -> Sequence[ServiceRequestFollower]:
    """Everybody who follows a report, the reporter and the oldest first."""
    order = (col(ServiceRequestFollower.why) != Why.REPORTED, col(ServiceRequestFollower.since))
    rows = select(ServiceRequestFollower).where(ServiceRequestFollower.request_id == number)
    return session.exec(rows.order_by(*order, col(ServiceRequestFollower.contact_id))).all()


def count(session: Session, number: int, *why: Why) -> int:
    """How many follow a report, for these reasons or for any."""
    rows = select(func.count()).select_from(ServiceRequestFollower).where(ServiceRequestFollower.request_id == number)
    return session.exec(rows.where(col(ServiceRequestFollower.why).in_(why or tuple(Why)))).one()


def followed_by(session: Session, contact_id: int, *, limit: int = 10) -> Sequence[ServiceRequest]:
    """The reports of others that a contact joined or follows, newest first."""
    rows = (
        select(ServiceRequest)
        .join(ServiceRequestFollower, col(ServiceRequestFollower.request_id) == col(ServiceRequest.id))
        .where(ServiceRequestFollower.contact_id == contact_id, ServiceRequestFollower.why != Why.REPORTED)
    )
    return session.exec(rows.order_by(col(ServiceRequest.id).desc()).limit(limit)).all()


def check_voice(session: Session, number: int, contact_id: int) -> None:
    """Refuse somebody whose problem it is not; raises NotYours."""
    follower = find(session, number, contact_id)
    if follower is None or follower.why not in VOICES:
        raise NotYours(number=str(number))


def check_visible(session: Session, request: ServiceRequest, contact_id: int) -> None:
    """Refuse a stranger to a private report as if there were none; raises NoSuchRequest."""
    if request.private and find(session, request.id, contact_id) is None:
        raise NoSuchRequest(number=str(request.id))


def _locked(session: Session, number: int) -> ServiceRequest:
    chosen = select(ServiceRequest).where(ServiceRequest.id == number).with_for_update()
    request = session.exec(chosen.execution_options(populate_existing=True)).first() if 0 < number < 2**63 else None
    if request is None:
        raise NoSuchRequest(number=str(number))
    return request


def _add(session: Session, number: int, contact_id: int, why: Why, now: datetime) -> None:
    session.add(ServiceRequestFollower(request_id=number, contact_id=contact_id, why=why, since=now))


def _recount(session: Session, request: ServiceRequest) -> None:
    session.flush()
    request.joined = count(session, request.id, Why.JOINED)
    session.flush()


def _write(
    session: Session,
    request: ServiceRequest,
    contact_id: int,
    *,
    now: datetime,
    words: str,
    photos: Sequence[int],
    public_words: str | None,
) -> None:
    # The version stays: whoever handles the report on a card is not held up by the city's sympathy.
    request.updated_at = now
    session.add(
        ServiceRequestUpdate(
            request_id=request.id,
            kind=UpdateKind.JOINED,
            at=now,
            contact_id=contact_id,
            words=words,
            public_words=public_words if public_words != words else None,
            photos=list(photos),
        )
    )
    session.flush()
