"""How much one contact has written, against the city's limits."""

from datetime import datetime, timedelta

from sqlmodel import Session, col, func, select

from backend.city.limits import Limits
from backend.errors import TooManyReports
from storage.mail import Inbox, InboxStatus
from storage.requests import ServiceRequest

WINDOW = timedelta(minutes=10)
"""The time over which messages are counted."""


def check_reports(session: Session, limits: Limits, contact_id: int, now: datetime, *, new: int = 1) -> None:
    """Raise TooManyReports when so many new reports are more than a day's worth; emergencies don't come here."""
    recent = select(func.count()).where(
        ServiceRequest.contact_id == contact_id,
        col(ServiceRequest.urgent).is_(False),
        ServiceRequest.requested_at > now - timedelta(days=1),
    )
    if session.exec(recent).one() + new > limits.reports_a_day:
        raise TooManyReports(limit=limits.reports_a_day)


def free_again(session: Session, limits: Limits, contact_id: int, now: datetime) -> datetime:
    """When somebody who has filed a day's worth of reports may file again."""
    counted = select(ServiceRequest.requested_at).where(
        ServiceRequest.contact_id == contact_id, col(ServiceRequest.urgent).is_(False)
    )
    newest = counted.order_by(col(ServiceRequest.requested_at).desc()).offset(limits.reports_a_day - 1).limit(1)
    return (session.exec(newest).first() or now) + timedelta(days=1)


def is_too_fast(session: Session, limits: Limits, contact_id: int, now: datetime) -> bool:
    """Whether a contact has sent more than the limit in the last ten minutes, this message included."""
    recent = select(func.count()).where(Inbox.contact_id == contact_id, Inbox.received_at > now - WINDOW)
    return session.exec(recent).one() > limits.messages_in_ten_minutes


def repeats(session: Session, limits: Limits, inbox_id: int, now: datetime) -> int:
    """How many messages right before this one, within minutes, had the very same words."""
    own = session.get_one(Inbox, inbox_id)
    before = (
        select(Inbox)
        .where(
            Inbox.contact_id == own.contact_id,
            Inbox.id < own.id,
            Inbox.received_at > now - timedelta(minutes=limits.repeat_minutes),
        )
        .order_by(col(Inbox.id).desc())
        .limit(limits.messages_in_ten_minutes)
    )
    count = 0
    for row in session.exec(before):
        # What broke the turn was never dealt with: whoever was asked to send it again is heard.
        if row.status is InboxStatus.FAILED:
            break
        if row.payload.get("text", "").strip() != own.payload.get("text", "").strip():
            break
        count += 1
    return count
