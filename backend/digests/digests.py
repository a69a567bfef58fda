"""Digests: one person's summary of a stretch of time, what they chose, and what was issued."""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, select

from storage.contacts import Contact
from storage.digests import Digest, DigestPreference, Frequency
from storage.post import best_urn


@dataclass(frozen=True, kw_only=True)
class Due:
    """One person's summary that is due: of what happened after `since` until `until`, to go out at `sent_at`."""

    contact_id: int
    language: str
    urn_id: int
    channel: str
    frequency: Frequency
    period: str
    due_at: datetime
    since: datetime
    until: datetime
    sent_at: datetime
    late: bool


def again(session: Session, contact_id: int, period: str) -> Due | None:
    """A summary that was issued, to be read once more; None where there was none."""
    row = session.exec(select(Digest).where(Digest.contact_id == contact_id, Digest.period == period)).first()
    urn = best_urn(session, contact_id)
    if row is None or urn is None:
        return None
    return Due(
        contact_id=contact_id, language=session.get_one(Contact, contact_id).language, urn_id=urn.id,
        channel=urn.channel, frequency=row.frequency, period=period, due_at=row.due_at, since=row.since_at,
        until=row.until_at, sent_at=row.issued_at, late=row.late,
    )  # fmt: skip


def preference_of(session: Session, contact_id: int) -> DigestPreference | None:
    """What somebody chose, if they ever did."""
    return session.get(DigestPreference, contact_id)
