"""What a vote does when its time has come: it takes its step, is forgotten by the conversations, and is counted."""

from datetime import datetime

from sqlmodel import Session

from backend.votes import votecounting, votephases
from bot.topics.votes import voteforget
from storage.database import Database


def turn(session: Session, now: datetime) -> None:
    """Every step that is due; a count takes longer than anybody may hold the database, and follows."""
    voteforget.forget(session, votephases.turn_phases(session, now=now))


def catch_up(database: Database, now: datetime) -> None:
    """Every step that is due, the count too."""
    with database.transaction() as session:
        turn(session, now)
    votecounting.count_due(database, now=now)
