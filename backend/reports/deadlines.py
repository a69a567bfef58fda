"""What is due and what is overdue, for those who answer for it."""

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Session, col, func, select

from backend.city.city import City
from backend.reports import promise
from storage.people import Role, Staff
from storage.requests import ServiceRequest, Status

Page = tuple[Sequence[ServiceRequest], int]
"""The first reports of a list, and how many there are in all."""


def due_today(session: Session, city: City, staff: Staff, *, now: datetime, limit: int = 10) -> Page:
    """The open reports of a staff member whose promise ends between now and midnight, soonest first."""
    return _promised(session, staff, limit, now, promise.day_after(now, city.zone))


def overdue(session: Session, staff: Staff, *, now: datetime, limit: int = 10) -> Page:
    """The open reports of a staff member whose promise is over, oldest first."""
    return _promised(session, staff, limit, None, now)


def is_overdue(request: ServiceRequest, now: datetime) -> bool:
    """Whether a report is open after its promise."""
    return request.status is Status.OPEN and request.expected_at < now


def _promised(session: Session, staff: Staff, limit: int, begin: datetime | None, end: datetime) -> Page:
    seen = [col(ServiceRequest.status) == Status.OPEN, col(ServiceRequest.expected_at) < end]
    if begin is not None:
        seen.append(col(ServiceRequest.expected_at) >= begin)
    if staff.role is Role.AGENT:
        seen.append(col(ServiceRequest.department) == staff.department)
    order = (col(ServiceRequest.expected_at), col(ServiceRequest.id))
    rows = session.exec(select(ServiceRequest).where(*seen).order_by(*order).limit(limit)).all()
    return rows, session.exec(select(func.count()).select_from(ServiceRequest).where(*seen)).one()
