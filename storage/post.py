"""Posting: what the city says goes into the outbox, in the transaction that decided to say it."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlmodel import Session, col, select

from storage.contacts import Urn, UrnStatus
from storage.links import Profile
from storage.mail import Media, Outbox, OutboxStatus

_POSTED = "posted"


def post(
    session: Session,
    urn: Urn,
    payload: dict[str, Any],
    *,
    priority: int,
    now: datetime,
    inbox_id: int | None = None,
    ask_id: int | None = None,
    request_id: int | None = None,
    regardless: bool = False,
    contact_id: int | None = None,
) -> Outbox:
    """Write a message for an address; for one that blocked the city it is kept, but not sent, unless `regardless`.

    `contact_id` is whom it is for, where several share the address.
    """
    row = Outbox(
        channel=urn.channel,
        contact_id=contact_id or urn.contact_id,
        urn_id=urn.id,
        inbox_id=inbox_id,
        ask_id=ask_id,
        request_id=request_id,
        priority=priority,
        payload=payload,
        created_at=now,
        due_at=now,
        status=OutboxStatus.WAITING if regardless or urn.status is UrnStatus.ACTIVE else OutboxStatus.STOPPED,
    )
    session.add(row)
    session.info.setdefault(_POSTED, set()).add(row.channel)
    return row


def posted(session: Session) -> Collection[str]:
    """The channels on which messages were written in this session: there is something to bring."""
    found: Collection[str] = session.info.get(_POSTED, ())
    return found


def best_urn(session: Session, contact_id: int) -> Urn | None:
    """Where a contact was last seen, reachable addresses first; None for one without any address."""
    order = (col(Urn.status) == UrnStatus.STOPPED, col(Urn.last_seen_at).desc())
    own = session.exec(select(Urn).where(Urn.contact_id == contact_id).order_by(*order).limit(1)).first()
    if own is not None:
        return own
    # On a shared phone the address is with whoever wrote last.
    shared = select(Urn).join(Profile, col(Profile.urn_id) == col(Urn.id)).where(Profile.contact_id == contact_id)
    return session.exec(shared).first()


def keep_media(session: Session, files: Sequence[tuple[str, str]]) -> list[int]:
    """Note pictures by (channel, file id) and return their media ids; the same picture is noted once."""
    ids = []
    for channel, file_id in files:
        media = session.exec(select(Media).where(Media.channel == channel, Media.file_id == file_id)).first()
        if media is None:
            media = Media(channel=channel, file_id=file_id)
            session.add(media)
            session.flush()
        ids.append(media.id)
    return ids
