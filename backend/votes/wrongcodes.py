"""Wrong codes of a vote, counted by the hour over everybody: what tells guessing, and nothing of who guessed."""

from datetime import datetime

from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, col, update

from storage.votealarms import WrongCodes


def hour_of(at: datetime) -> datetime:
    """The hour that a time is in."""
    return at.replace(minute=0, second=0, microsecond=0)


def note(session: Session, budget_id: int, *, now: datetime) -> None:
    """Count one more; also when several come at the same moment."""
    if _add(session, budget_id, now):
        return
    try:
        with session.begin_nested():
            session.add(WrongCodes(budget_id=budget_id, hour=hour_of(now), count=1))
    except IntegrityError:  # the hour's first two came together
        _add(session, budget_id, now)


def _add(session: Session, budget_id: int, now: datetime) -> bool:
    """Whether the hour was there to be added to; the database adds, so that none is lost."""
    row = update(WrongCodes).where(col(WrongCodes.budget_id) == budget_id, col(WrongCodes.hour) == hour_of(now))
    return session.exec(row.values(count=WrongCodes.count + 1)).rowcount > 0
