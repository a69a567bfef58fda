"""The budget's alarm: admins hear once a month that most of it is spent."""

from datetime import datetime

from sqlmodel import Session

from backend.city.city import City
from backend.people import spending
from backend.staff import staff
from bot.conversation.reply import Reply, text
from bot.conversation.turn import notify
from storage.people import Role


def watch(session: Session, city: City, now: datetime) -> int:
    """Tell admins and dispatchers when the month's segments pass the alarm; returns how many were told."""
    spent = spending.alarm_once(session, city.texting, city.zone, now)
    if spent is None:
        return 0
    told = [member for member in staff.members(session) if member.role is not Role.AGENT]
    warning = text("texts-alarm", spent=spent, budget=city.texting.segments_a_month)
    for member in told:
        notify(session, member.contact_id, Reply(paragraphs=[warning]), now=now)
    return len(told)
