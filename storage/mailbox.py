"""Nothing is lost and nothing is doubled: receiving, taking, posting, claiming.

A message is acknowledged to its channel only after `receive` has committed, and marked handled in the transaction that
handled it. A reply exists once the transaction that wrote it has committed, and is marked after its own send.
"""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from typing import Any

from pydantic import BaseModel, ConfigDict
from sqlalchemy import BindParameter, ColumnElement, and_, bindparam, or_, update
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, select
from sqlmodel.sql.expression import SelectOfScalar

from storage.broadcasts import Broadcast, BroadcastStatus
from storage.contacts import Contact, Urn, UrnStatus
from storage.mail import ALERT_PRIORITY, BROADCAST_PRIORITY, Inbox, InboxStatus, Outbox, OutboxStatus

ALBUM_WAIT = timedelta(seconds=0.8)
"""How long an album may take to arrive: its photos come one by one and nothing says that it is complete."""


class Received(BaseModel):
    """What a channel hands in; `external_id` is unique within the channel.

    For as long as `patience` the desk leaves it alone, unless `complete` comes first.
    """

    model_config = ConfigDict(frozen=True)

    channel: str
    external_id: str
    address: str
    name: str
    language: str
    album: str | None
    payload: dict[str, Any]
    patience: timedelta = timedelta()


def receive(session: Session, received: Received, now: datetime) -> bool:
    """Put a message into the inbox; False when it was there already."""
    urn = _urn_of(session, received, now)
    # Whoever holds the contact's row decides alone whether this id is new: no two of one contact at a time.
    session.exec(select(Contact.id).where(Contact.id == urn.contact_id).with_for_update()).one()
    known = select(Inbox.id).where(Inbox.channel == received.channel, Inbox.external_id == received.external_id)
    if session.exec(known).first() is not None:
        return False
    urn.last_seen_at = now
    session.add(
        Inbox(
            channel=received.channel,
            external_id=received.external_id,
            contact_id=urn.contact_id,
            urn_id=urn.id,
            payload=received.payload,
            album=received.album,
            received_at=now,
            ready_at=now + max(ALBUM_WAIT if received.album else timedelta(), received.patience),
        )
    )
    session.flush()
    return True


def complete(session: Session, channel: str, external_id: str, payload: dict[str, Any], now: datetime) -> None:
    """Replace a waiting message by what was found out about it meanwhile, and let the desk have it."""
    waiting = select(Inbox).where(
        Inbox.channel == channel, Inbox.external_id == external_id, Inbox.status == InboxStatus.WAITING
    )
    row = session.exec(waiting.with_for_update()).first()
    if row is not None:
        row.payload, row.ready_at = payload, max(now, row.received_at + ALBUM_WAIT) if row.album else now


def _urn_of(session: Session, received: Received, now: datetime) -> Urn:
    known = select(Urn).where(Urn.channel == received.channel, Urn.address == received.address)
    if urn := session.exec(known).first():
        return urn
    contact = Contact(name=received.name, language=received.language, created_at=now)
    session.add(contact)
    session.flush()
    urn = Urn(contact_id=contact.id, channel=received.channel, address=received.address, last_seen_at=now)
    session.add(urn)
    session.flush()
    return urn


def take(session: Session, now: datetime, *, channels: Collection[str] | None = None) -> Sequence[Inbox]:
    """The next message of a contact that nobody else is serving (all of an album), or nothing."""
    oldest = select(Inbox.contact_id).where(Inbox.status == InboxStatus.WAITING, Inbox.ready_at <= now)
    if channels is not None:
        oldest = oldest.where(col(Inbox.channel).in_(channels))
    for contact_id in dict.fromkeys(session.exec(oldest.order_by(col(Inbox.id)).limit(50))):
        lock = select(Contact.id).where(Contact.id == contact_id).with_for_update(skip_locked=True)
        if session.exec(lock).first() is not None and (rows := _head(session, contact_id, now)):
            return rows
    return []


def _head(session: Session, contact_id: int, now: datetime) -> Sequence[Inbox]:
    waiting = select(Inbox).where(Inbox.contact_id == contact_id, Inbox.status == InboxStatus.WAITING)
    first = session.exec(waiting.order_by(col(Inbox.id)).limit(1)).first()
    if first is None or first.album is None:
        return [first] if first is not None and first.ready_at <= now else []
    album = session.exec(waiting.where(Inbox.album == first.album).order_by(col(Inbox.id))).all()
    return album if all(row.ready_at <= now for row in album) else []


def handled(rows: Sequence[Inbox], now: datetime) -> None:
    """Mark messages as handled, in the transaction that handled them."""
    for row in rows:
        row.status, row.handled_at = InboxStatus.HANDLED, now


def failed(session: Session, ids: Sequence[int], error: str, now: datetime) -> None:
    """Set messages aside that broke the turn: their words are kept, and the reason."""
    session.exec(
        update(Inbox)
        .where(col(Inbox.id).in_(ids))
        .values(status=InboxStatus.FAILED, error=error[:2000], handled_at=now)
    )


def claim(session: Session, channel: str, now: datetime, limit: int, *, bulk: int | None = None) -> Sequence[Outbox]:
    """Take the next messages to send, at most one a recipient, highest priority first; of what goes to many `bulk`."""
    rows: list[Outbox] = []
    left = limit if bulk is None else bulk
    for due, to_many in _CLASSES:
        room = min(limit - len(rows), left) if to_many else limit - len(rows)
        if room <= 0:
            continue
        found = session.exec(due.limit(room), params={"channel": channel, "now": now}).all()
        rows += found
        left -= len(found) if to_many else 0
    for row in rows:
        row.status, row.claimed_at, row.attempts = OutboxStatus.SENDING, now, row.attempts + 1
    return rows


_UNDERWAY: BindParameter[list[OutboxStatus]] = bindparam(
    "underway", [OutboxStatus.WAITING, OutboxStatus.SENDING], expanding=True, literal_execute=True
)
"""Written into the statement as it stands in the index: for bound values SQLite would read the whole outbox."""


def _due(priority: ColumnElement[bool]) -> SelectOfScalar[Outbox]:
    earlier = aliased(Outbox)
    overtaken = (
        select(earlier.id)
        .where(
            col(earlier.urn_id) == col(Outbox.urn_id),
            col(earlier.status).in_(_UNDERWAY),
            or_(
                col(earlier.status) == OutboxStatus.SENDING,
                and_(
                    col(earlier.status) == OutboxStatus.WAITING,
                    or_(
                        col(earlier.priority) > col(Outbox.priority),
                        and_(col(earlier.priority) == col(Outbox.priority), col(earlier.id) < col(Outbox.id)),
                    ),
                ),
            ),
        )
        .exists()
    )
    waiting = (
        Outbox.status == OutboxStatus.WAITING,
        col(Outbox.channel) == bindparam("channel"),
        col(Outbox.due_at) <= bindparam("now"),
    )
    return (
        select(Outbox)
        .where(*waiting, priority, ~overtaken)
        .order_by(col(Outbox.priority).desc(), col(Outbox.due_at), col(Outbox.id))
        .with_for_update(skip_locked=True)
    )


def _goes_out() -> ColumnElement[bool]:
    """Whether a row's broadcast is not held: a row that was being sent while it was paused comes back as waiting."""
    going = (col(Broadcast.id) == col(Outbox.broadcast_id), col(Broadcast.status) == BroadcastStatus.SENDING)
    return or_(col(Outbox.broadcast_id).is_(None), select(Broadcast.id).where(*going).exists())


# Put together once: that took a third of the time of every claim (measured).
_CLASSES: Sequence[tuple[SelectOfScalar[Outbox], bool]] = (
    (_due(col(Outbox.priority) > ALERT_PRIORITY), False),
    (_due(col(Outbox.priority) == ALERT_PRIORITY).where(_goes_out()), True),
    (_due(col(Outbox.priority).between(BROADCAST_PRIORITY + 1, ALERT_PRIORITY - 1)), False),
    (_due(col(Outbox.priority) == BROADCAST_PRIORITY).where(_goes_out()), True),
)
"""What is due by priority, from the top, and whether it goes to many: one priority alone comes in the order of the
index, however many wait."""


def sent(session: Session, id: int, external_id: str | None, now: datetime) -> None:
    """Note that a message went out, and what the channel calls it."""
    _mark(session, id, status=OutboxStatus.SENT, external_id=external_id, sent_at=now, error=None)


def empty(session: Session, id: int) -> None:
    """Keep nothing of what a message said, once it was sent."""
    session.exec(update(Outbox).where(col(Outbox.id) == id, col(Outbox.status) == OutboxStatus.SENT).values(payload={}))


def handed_over(row: Outbox, external_id: str, now: datetime) -> None:
    """Note that a message went out in the same transaction in which it was read, with no courier between."""
    row.status, row.external_id, row.sent_at = OutboxStatus.SENT, external_id, now
    if row.payload.get("unkept"):
        row.payload = {}


def retry(session: Session, id: int, due_at: datetime, error: str) -> None:
    """Put a message back, to be tried again later."""
    _mark(session, id, status=OutboxStatus.WAITING, due_at=due_at, claimed_at=None, error=error[:2000])


def park(session: Session, id: int, error: str) -> None:
    """Set a message aside that can never be sent, with the reason."""
    _mark(session, id, status=OutboxStatus.PARKED, error=error[:2000])


def _mark(session: Session, id: int, **values: Any) -> None:
    # A mark that comes late must not overwrite a row that somebody else has freed or claimed meanwhile.
    claimed = (col(Outbox.id) == id, col(Outbox.status) == OutboxStatus.SENDING)
    session.exec(update(Outbox).where(*claimed).values(**values))


def release(session: Session, claimed_before: datetime) -> int:
    """Free what a courier claimed and never finished, after it crashed; returns how many."""
    stale = and_(col(Outbox.status) == OutboxStatus.SENDING, col(Outbox.claimed_at) < claimed_before)
    return session.exec(update(Outbox).where(stale).values(status=OutboxStatus.WAITING, claimed_at=None)).rowcount


def stop(session: Session, urn_id: int) -> None:
    """Send nothing more to an address whose owner has blocked the city."""
    session.exec(update(Urn).where(col(Urn.id) == urn_id).values(status=UrnStatus.STOPPED))
    pending = col(Outbox.status).in_([OutboxStatus.WAITING, OutboxStatus.SENDING])
    session.exec(
        update(Outbox).where(col(Outbox.urn_id) == urn_id, pending).values(status=OutboxStatus.STOPPED, error="blocked")
    )


def resume(session: Session, urn_id: int) -> None:
    """Write again to an address whose owner has come back."""
    session.exec(update(Urn).where(col(Urn.id) == urn_id).values(status=UrnStatus.ACTIVE))
