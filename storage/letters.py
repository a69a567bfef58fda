"""What the courier looks up and notes beside the outbox itself."""

from collections.abc import Collection, Mapping
from datetime import datetime

from sqlalchemy import update
from sqlmodel import Session, col, select

from storage.contacts import Urn
from storage.mail import Media, Outbox, OutboxStatus


def urn_of(session: Session, row: Outbox) -> Urn:
    """Where a message goes."""
    return session.exec(select(Urn).where(Urn.id == row.urn_id)).one()


def newest_of_ask(session: Session, ask_id: int) -> tuple[Outbox, Urn] | None:
    """The last message that was sent with this question, and where it went."""
    of_ask = (Outbox.ask_id == ask_id, Outbox.status == OutboxStatus.SENT, col(Outbox.external_id).is_not(None))
    newest = select(Outbox, Urn).join(Urn, col(Urn.id) == col(Outbox.urn_id)).where(*of_ask)
    return session.exec(newest.order_by(col(Outbox.sent_at).desc(), col(Outbox.id).desc()).limit(1)).first()


def pictures(session: Session, ids: Collection[int]) -> Mapping[int, Media]:
    """Pictures by their ids; those that are unknown are missing."""
    return {media.id: media for media in session.exec(select(Media).where(col(Media.id).in_(ids)))}


def keep_picture(session: Session, id: int, content: bytes, now: datetime) -> None:
    """Keep the bytes of a picture, so that they are fetched once."""
    session.exec(update(Media).where(col(Media.id) == id).values(content=content, fetched_at=now))


def postpone(session: Session, id: int, due_at: datetime, reason: str) -> None:
    """Put a message back because the channel asked for patience; that was no failed attempt."""
    _put_back(session, [id], due_at=due_at, error=reason[:2000], attempts=Outbox.attempts - 1)


def unclaim(session: Session, ids: Collection[int]) -> None:
    """Put messages back that were claimed and not finished, as if nothing had happened."""
    _put_back(session, ids, attempts=Outbox.attempts - 1)


def release_others(session: Session, claimed_before: datetime, mine: Collection[int]) -> int:
    """Free what other couriers claimed long ago and never finished; returns how many."""
    stale = (
        col(Outbox.status) == OutboxStatus.SENDING,
        col(Outbox.claimed_at) < claimed_before,
        col(Outbox.id).not_in(mine),
    )
    freed = update(Outbox).where(*stale).values(status=OutboxStatus.WAITING, claimed_at=None)
    return session.exec(freed).rowcount


def _put_back(session: Session, ids: Collection[int], **values: object) -> None:
    claimed = (col(Outbox.id).in_(ids), col(Outbox.status) == OutboxStatus.SENDING)
    session.exec(update(Outbox).where(*claimed).values(status=OutboxStatus.WAITING, claimed_at=None, **values))
