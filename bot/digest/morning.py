"""The morning list: what waits for each of the staff today."""

from dataclasses import asdict
from datetime import datetime

from sqlmodel import Session

from backend.city.city import City
from backend.digests import mornings
from bot.conversation.reply import Lines, Reply, text
from bot.conversation.turn import notify


def tell(session: Session, city: City, now: datetime) -> int:
    """Send today's lists to those who have not had theirs; returns how many."""
    told = 0
    for member, morning in mornings.due(session, city, now):
        counted = asdict(morning).items()
        lines = [text("morning-head"), *(text(f"morning-{name}", count=count) for name, count in counted if count)]
        notify(session, member.contact_id, Reply(paragraphs=[Lines(lines=lines)]), now=now)
        told += 1
    return told
