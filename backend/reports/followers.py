"""Followers: who reported, who has the same problem, who wants to know; each hears of every step.

Who follows a duplicate follows the report that it was merged into, for as long as it is merged: nothing is copied, so
nobody is lost when it is split off again. A report's `joined` is counted from the rows at every change, under the
report's lock, so it always equals them.
"""

from collections.abc import Collection, Iterator, Sequence
from datetime import datetime

from pydantic import BaseModel, ConfigDict
from sqlmodel import Session, col, select

from backend.errors import NoSuchRequest, NotYours
from backend.reports import lifecycle
from storage.followers import ServiceRequestFollower, Why
from storage.requests import ServiceRequest, ServiceRequestUpdate, UpdateKind

VOICES = frozenset({Why.REPORTED, Why.JOINED})
"""Whose problem it is: their word on whether it is fixed counts, and the city may ask them."""


class Follower(BaseModel):
    """Somebody who hears of a report, and why; `own` is the one that they reported: this, or a duplicate of it."""

    model_config = ConfigDict(frozen=True)

    contact_id: int
    why: Why
    since: datetime
    own: int | None = None


def reported(session: Session, request: ServiceRequest, *, now: datetime) -> None:
    """Make the reporter of a new report its first follower."""
    _add(session, request.id, request.contact_id, Why.REPORTED, now)
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
    if follower is None or follower.why is Why.FOLLOWS:
        _voice(session, number, contact_id, now)
    elif not words and not photos:
        return request
    recount(session, request)
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
    """Hear no more of a report; False for somebody who did not follow, and for a reporter, whose report it stays."""
    request = _locked(session, number)
    rows = _rows(session, circle(session, number), contact_id)
    if not rows or any(row.why is Why.REPORTED for row in rows):
        return False
    for row in rows:
        session.delete(row)
    session.flush()
    # Their row may have been one of a duplicate, or of a duplicate's duplicate: all counts that it was in.
    within = [_locked(session, number) for number in sorted(circle(session, number))]
    for report in (*within, *survivors(session, request)):
        recount(session, report)
    return True


def circle(session: Session, number: int) -> list[int]:
    """A report and all that were merged into it, also by way of others; itself first."""
    found, layer = [number], [number]
    while layer:
        merged = select(ServiceRequest.id).where(col(ServiceRequest.merged_into).in_(layer))
        layer = list(session.exec(merged.order_by(col(ServiceRequest.id))).all())
        found += layer
    return found


def survivors(session: Session, request: ServiceRequest) -> Iterator[ServiceRequest]:
    """The report that this one was merged into, the one that that one was merged into, and so on; locked."""
    while request.merged_into is not None:
        request = _locked(session, request.merged_into)
        yield request


def find(session: Session, number: int, contact_id: int) -> Follower | None:
    """How a contact follows a report, if they do."""
    return next(iter(_seen(session, number, contact_id)), None)


def followers_of(session: Session, number: int) -> Sequence[Follower]:
    """Everybody who follows a report or a duplicate of it, once each: the reporter first, then the oldest."""
    return sorted(_seen(session, number), key=lambda one: (one.why is not Why.REPORTED, one.since, one.contact_id))


def voices(session: Session, number: int) -> set[int]:
    """The contacts whose problem a report is, its reporter among them."""
    return {one.contact_id for one in followers_of(session, number) if one.why in VOICES}


def followed_by(session: Session, contact_id: int, *, limit: int = 10) -> Sequence[ServiceRequest]:
    """The reports of others that a contact joined or follows, newest first; of duplicates the one that stays."""
    rows = (
        select(ServiceRequest)
        .join(ServiceRequestFollower, col(ServiceRequestFollower.request_id) == col(ServiceRequest.id))
        .where(ServiceRequestFollower.contact_id == contact_id)
        .order_by(col(ServiceRequest.id).desc())
        .limit(5 * limit)
    )
    stay = {stays.id: stays for stays in (root(session, request) for request in session.exec(rows).all())}
    others = [request for request in stay.values() if request.contact_id != contact_id]
    return sorted(others, key=lambda request: -request.id)[:limit]


def root(session: Session, request: ServiceRequest) -> ServiceRequest:
    """The report that a duplicate is handled with; any other report itself."""
    while request.merged_into is not None:
        request = session.get_one(ServiceRequest, request.merged_into)
    return request


def check_voice(session: Session, number: int, contact_id: int) -> None:
    """Refuse somebody whose problem it is not; raises NotYours."""
    follower = find(session, number, contact_id)
    if follower is None or follower.why not in VOICES:
        raise NotYours(number=str(number))


def check_visible(session: Session, request: ServiceRequest, contact_id: int) -> None:
    """Refuse a stranger to a private report as if there were none; raises NoSuchRequest."""
    if request.private and find(session, request.id, contact_id) is None:
        raise NoSuchRequest(number=str(request.id))


def recount(session: Session, request: ServiceRequest) -> None:
    """Count anew who has the problem beside the reporter."""
    session.flush()
    request.joined = len(voices(session, request.id) - {request.contact_id})
    session.flush()


def _seen(session: Session, number: int, contact_id: int | None = None) -> Collection[Follower]:
    found: dict[int, Follower] = {}
    for row in _rows(session, circle(session, number), contact_id):
        # Whoever reported a duplicate has the same problem as the survivor's reporter: they have joined it.
        why = Why.JOINED if row.request_id != number and row.why in VOICES else row.why
        known = found.get(row.contact_id)
        if known is None or (known.why not in VOICES and why in VOICES):
            own = row.request_id if row.why is Why.REPORTED else None
            found[row.contact_id] = Follower(contact_id=row.contact_id, why=why, since=row.since, own=own)
    return found.values()


def _rows(session: Session, numbers: Sequence[int], contact_id: int | None = None) -> Sequence[ServiceRequestFollower]:
    rows = select(ServiceRequestFollower).where(col(ServiceRequestFollower.request_id).in_(numbers))
    if contact_id is not None:
        rows = rows.where(ServiceRequestFollower.contact_id == contact_id)
    # One's own report comes before others by way of which one hears of the same matter.
    order = (col(ServiceRequestFollower.why) != Why.REPORTED, col(ServiceRequestFollower.since))
    return session.exec(rows.order_by(*order, col(ServiceRequestFollower.request_id))).all()


def _locked(session: Session, number: int) -> ServiceRequest:
    chosen = select(ServiceRequest).where(ServiceRequest.id == number).with_for_update()
    request = session.exec(chosen.execution_options(populate_existing=True)).first() if 0 < number < 2**63 else None
    if request is None:
        raise NoSuchRequest(number=str(number))
    return request


def _voice(session: Session, number: int, contact_id: int, now: datetime) -> None:
    row = session.get(ServiceRequestFollower, (number, contact_id))
    if row is None:
        _add(session, number, contact_id, Why.JOINED, now)
    else:
        row.why = Why.JOINED


def _add(session: Session, number: int, contact_id: int, why: Why, now: datetime) -> None:
    session.add(ServiceRequestFollower(request_id=number, contact_id=contact_id, why=why, since=now))


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
