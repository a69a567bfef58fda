"""What the clock does with reports by itself: tells of promises that slipped, settles closings that nobody contests."""

from datetime import datetime, timedelta

from sqlmodel import Session, col, select

from backend.city.city import City
from backend.reports import lifecycle, promise
from storage.requests import ServiceRequest, ServiceRequestUpdate, Status, Substatus, UpdateKind

PATIENCE = timedelta(days=7)
"""How long a closing may be contested before it settles by itself."""
_AT_ONCE = 200
"""Reports that one tick deals with, so that a backlog does not hold up the desk; the next tick goes on."""


def notice_slips(session: Session, city: City, now: datetime) -> int:
    """Write a step for every open report whose promised day is over, once a promise; returns how many there were.

    People are promised a day: until it is over, nothing has slipped for them.
    """
    slipped = (
        select(ServiceRequest)
        .where(
            ServiceRequest.status == Status.OPEN,
            col(ServiceRequest.late_told_at).is_(None),
            col(ServiceRequest.expected_at) < promise.day_after(now, city.zone, 0),
        )
        .order_by(col(ServiceRequest.expected_at))
    )
    rows = session.exec(slipped.limit(_AT_ONCE).with_for_update(skip_locked=True)).all()
    for request in rows:
        # No new version: nothing that staff are looking at has changed.
        request.late_told_at = now
        details = {"due": request.expected_at.isoformat()}
        session.add(ServiceRequestUpdate(request_id=request.id, kind=UpdateKind.LATE, at=now, details=details))
    return len(rows)


def settle_uncontested(session: Session, now: datetime) -> int:
    """Settle what has been closed for PATIENCE and nobody contested; returns how many reports there were."""
    closed = (
        select(ServiceRequest)
        .where(ServiceRequest.substatus == Substatus.CLOSED, col(ServiceRequest.closed_at) <= now - PATIENCE)
        .order_by(col(ServiceRequest.closed_at))
    )
    rows = session.exec(closed.limit(_AT_ONCE).with_for_update(skip_locked=True)).all()
    for request in rows:
        request.substatus = lifecycle.after(request.substatus, UpdateKind.SETTLED, taken=request.staff_id is not None)
        request.version += 1
        request.updated_at = now
        details = {"softly": True}
        session.add(ServiceRequestUpdate(request_id=request.id, kind=UpdateKind.SETTLED, at=now, details=details))
    return len(rows)


def settled_softly(update: ServiceRequestUpdate) -> bool:
    """Whether a step is a settling by the clock, not by the reporter's word."""
    return update.kind is UpdateKind.SETTLED and bool(update.details.get("softly"))
