"""Feeds: what the city did in an area, and when consultations and votes open and close, for programs of others."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, col, or_, select

from storage.closing import ClosingReason
from storage.consultations import Consultation, ConsultationStatus
from storage.requests import ServiceRequest, Status, Substatus
from storage.votes import Budget, Heading, Phase

NEWEST = 50
"""Entries in a feed."""
_NOT_SHOWN = (Substatus.HIDDEN, Substatus.MERGED, Substatus.WITHDRAWN)


@dataclass(frozen=True)
class Settled:
    """A public report that the city closed: no words of residents, whose reports they are stays theirs."""

    number: int
    service_code: str
    address: str
    reason: ClosingReason
    detail: str
    closed_at: datetime


def settled(session: Session, area: str) -> Sequence[Settled]:
    """The reports that were closed last in an area, the newest first; private ones are left out."""
    rows = (
        select(ServiceRequest)
        .where(
            ServiceRequest.status == Status.CLOSED,
            ServiceRequest.area == area,
            col(ServiceRequest.private).is_(False),
            col(ServiceRequest.substatus).not_in(_NOT_SHOWN),
            col(ServiceRequest.closing_reason).is_not(None),
        )
        .order_by(col(ServiceRequest.closed_at).desc())
        .limit(NEWEST)
    )
    return [
        Settled(row.id, row.service_code, row.address, row.closing_reason, row.closing_detail or "", row.closed_at)
        for row in session.exec(rows)
        if row.closing_reason is not None and row.closed_at is not None
    ]


def consultations(session: Session, area: str) -> Sequence[Consultation]:
    """The consultations of an area, or of everybody: scheduled, open, or over, the last to close first."""
    shown = [ConsultationStatus.SCHEDULED, ConsultationStatus.OPEN, ConsultationStatus.CLOSED]
    rows = select(Consultation).where(col(Consultation.status).in_(shown))
    newest = session.exec(rows.order_by(col(Consultation.closes_at).desc()).limit(4 * NEWEST)).all()
    of_area = [one for one in newest if not one.audience.get("areas") or area in one.audience["areas"]]
    return of_area[:NEWEST]


def votes(session: Session, area: str) -> Sequence[Budget]:
    """The votes whose dates are fixed and in which an area has a ballot, the last to close first."""
    shown = [Phase.FROZEN, Phase.OPEN, Phase.CLOSED, Phase.COUNTED]
    here = select(Heading.budget_id).where(or_(col(Heading.area).is_(None), Heading.area == area))
    rows = select(Budget).where(col(Budget.phase).in_(shown), col(Budget.id).in_(here))
    return session.exec(rows.order_by(col(Budget.closes_at).desc()).limit(NEWEST)).all()
