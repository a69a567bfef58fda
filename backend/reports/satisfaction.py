"""The one question after a settled report: how satisfied its reporter was."""

from datetime import datetime

from sqlmodel import Session, select

from storage.satisfaction import Satisfaction

SCORES = range(1, 6)
"""From not at all to entirely satisfied."""


def ask_once(session: Session, number: int, contact_id: int, *, now: datetime) -> bool:
    """Write down that somebody is asked about a report; False when they were asked before."""
    if _of(session, number, contact_id) is not None:
        return False
    session.add(Satisfaction(request_id=number, contact_id=contact_id, asked_at=now))
    session.flush()
    return True


def rate(session: Session, number: int, contact_id: int, score: int, *, now: datetime) -> None:
    """Keep the score, 1 to 5, of somebody who was asked; raises ValueError for any other."""
    row = _of(session, number, contact_id)
    if row is None or score not in SCORES:
        raise ValueError(f"{score} of report {number} by {contact_id}")
    row.score, row.answered_at = score, now


def add_words(session: Session, number: int, contact_id: int, words: str) -> None:
    """Keep the words that somebody adds to their score."""
    row = _of(session, number, contact_id)
    if row is not None:
        row.words = words


def _of(session: Session, number: int, contact_id: int) -> Satisfaction | None:
    own = select(Satisfaction).where(Satisfaction.request_id == number, Satisfaction.contact_id == contact_id)
    return session.exec(own).one_or_none()
