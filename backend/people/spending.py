"""Spending: what texts to phones have taken of the city's budget."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, and_
from sqlmodel import Session, col, func, select

from backend.city.texting import Texting
from backend.staff.actions import log_action
from storage.people import ActionLog
from storage.phones import TextMessage, TextState

DAY = timedelta(days=1)


def spent_on(session: Session, phone_hash: str, now: datetime) -> int:
    """Segments sent to a phone within a day."""
    spent = select(func.coalesce(func.sum(TextMessage.segments), 0))
    return int(session.exec(spent.where(_paid(now - DAY), TextMessage.phone_hash == phone_hash)).one())


def frees_at(session: Session, phone_hash: str, now: datetime) -> datetime:
    """When the first of a day's segments to a phone is a day old."""
    oldest = select(func.min(TextMessage.created_at)).where(_paid(now - DAY), TextMessage.phone_hash == phone_hash)
    first: datetime | None = session.exec(oldest).one()
    return (first or now) + DAY


def spent_this_month(session: Session, zone: ZoneInfo, now: datetime) -> int:
    """Segments that the town has sent since the first of the month, in its own time."""
    spent = select(func.coalesce(func.sum(TextMessage.segments), 0))
    return int(session.exec(spent.where(_paid(_first_of_month(zone, now)))).one())


def states_this_month(session: Session, zone: ZoneInfo, now: datetime) -> dict[TextState, int]:
    """How many texts of the month stand where."""
    count = select(TextMessage.state, func.count()).where(TextMessage.created_at >= _first_of_month(zone, now))
    rows = session.exec(count.group_by(col(TextMessage.state))).all()
    return {TextState(state): number for state, number in rows}


def alarm_once(session: Session, texting: Texting, zone: ZoneInfo, now: datetime) -> int | None:
    """The month's segments when they pass the alarm, the first time in a month only; it is kept in the action log."""
    spent = spent_this_month(session, zone, now)
    if spent < texting.alarm * texting.segments_a_month:
        return None
    subject = f"texting:{now.astimezone(zone):%Y-%m}"
    told = select(ActionLog.id).where(ActionLog.subject == subject, ActionLog.action == "budget_alarm")
    if session.exec(told.limit(1)).first() is not None:
        return None
    log_action(session, None, "budget_alarm", subject, now=now, details={"segments": spent})
    return spent


def _paid(since: datetime) -> ColumnElement[bool]:
    return and_(col(TextMessage.created_at) > since, col(TextMessage.state) != TextState.REFUSED)


def _first_of_month(zone: ZoneInfo, now: datetime) -> datetime:
    return now.astimezone(zone).replace(day=1, hour=0, minute=0, second=0, microsecond=0)
