"""Mornings: what waits for each of the staff as the day begins, told once."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, func
from sqlmodel import Session, col, select

from backend.city import City
from storage.digests import Digest, Frequency
from storage.people import Role, Staff
from storage.requests import ServiceRequest, Status, Substatus

_AROUND = timedelta(minutes=30)
"""The list comes at most so long before or after the offices open: later it is no morning list."""


@dataclass(frozen=True)
class Morning:
    """Open reports of a department, or of all: new since yesterday, due today, overdue, contested, waiting."""

    new: int
    due: int
    overdue: int
    contested: int
    waiting: int

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to tell."""
        return not any(asdict(self).values())


def due(session: Session, city: City, now: datetime) -> Iterator[tuple[Staff, Morning]]:
    """Those of the staff who have not had today's list and for whom there is one; noted as told."""
    today = now.astimezone(city.zone).date()
    spans = city.calendar.spans(today)
    opens = datetime.combine(today, spans[0][0], city.zone) if spans else None
    if opens is None or not opens - _AROUND <= now < opens + _AROUND:
        return
    period = today.isoformat()
    told = select(Digest.contact_id).where(Digest.period == period)
    waiting = select(Staff).where(col(Staff.left_at).is_(None), col(Staff.contact_id).not_in(told))
    known: dict[str | None, Morning] = {}
    for member in session.exec(waiting.order_by(col(Staff.id)).with_for_update(skip_locked=True)).all():
        department = member.department if member.role is Role.AGENT else None
        if department not in known:
            known[department] = _morning(session, city, department, now)
        morning = known[department]
        if not morning.is_empty:
            session.add(
                Digest(
                    contact_id=member.contact_id, period=period, frequency=Frequency.DAILY, due_at=opens, issued_at=now,
                    since_at=now - timedelta(days=1), until_at=now, items=sum(asdict(morning).values()),
                )
            )  # fmt: skip
            yield member, morning


def _morning(session: Session, city: City, department: str | None, now: datetime) -> Morning:
    end = city.calendar.end_of(now.astimezone(city.zone).date(), city.zone)
    conditions: dict[str, ColumnElement[bool]] = {
        "new": col(ServiceRequest.requested_at) > now - timedelta(days=1),
        "due": (col(ServiceRequest.expected_at) > now) & (col(ServiceRequest.expected_at) <= end),
        "overdue": col(ServiceRequest.expected_at) <= now,
        "contested": col(ServiceRequest.substatus) == Substatus.REOPENED,
        "waiting": col(ServiceRequest.substatus) == Substatus.WAITING,
    }
    counts = {name: _count(session, department, condition) for name, condition in conditions.items()}
    return Morning(**counts)


def _count(session: Session, department: str | None, condition: ColumnElement[bool]) -> int:
    rows = select(func.count()).select_from(ServiceRequest).where(ServiceRequest.status == Status.OPEN, condition)
    return session.exec(rows if department is None else rows.where(ServiceRequest.department == department)).one()
