"""Broadcasts: one message to many, written in one statement, paused and stopped at once."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import func, update
from sqlmodel import Session, col, select

from backend.broadcasts import fanout, postage
from backend.broadcasts.fanout import Content, Plan
from backend.errors import BroadcastOver, BroadcastTooDear
from backend.staff.actions import log_action
from storage.asks import Ask, AskStatus
from storage.broadcasts import Broadcast, BroadcastStatus
from storage.mail import Outbox, OutboxStatus
from storage.people import Staff

SLICE = 5000
"""Rows that are changed at once: minutes of sending, milliseconds of work."""

_RECENT = timedelta(minutes=1)
"""The time over which the speed of sending is counted."""

_UNDERWAY = (OutboxStatus.WAITING, OutboxStatus.SENDING, OutboxStatus.HELD)

_ROWS = {
    BroadcastStatus.SENDING: ([OutboxStatus.HELD], OutboxStatus.WAITING),
    BroadcastStatus.PAUSED: ([OutboxStatus.WAITING], OutboxStatus.HELD),
    BroadcastStatus.CANCELLED: ([OutboxStatus.WAITING, OutboxStatus.HELD], OutboxStatus.CANCELLED),
}
"""What the unsent rows of a broadcast become."""


@dataclass(frozen=True)
class Progress:
    """How far a broadcast is: of `total` people, how many were sent it, and what became of the others."""

    status: BroadcastStatus
    total: int
    sent: int
    waiting: int
    failed: int
    blocked: int
    answered: int


def start(
    session: Session,
    plan: Plan,
    content: Content,
    *,
    staff: Staff | None,
    now: datetime,
    approver: Staff | None = None,
) -> Broadcast:
    """Write a broadcast into the outbox, a row for each person it reaches; returns it with their number.

    Nobody is written to twice, however many addresses they have, and nobody who has opted out, alerts apart. `approver`
    is the second pair of eyes. Raises BroadcastTooDear when its text messages take more than is left for them.
    """
    broadcast = Broadcast(
        subject=plan.subject, audience=plan.audience.model_dump(mode="json"), staff_id=staff.id if staff else None,
        urgent=plan.urgent, reason=plan.reason, created_at=now,
    )  # fmt: skip
    session.add(broadcast)
    session.flush()
    fanout.write(session, broadcast, plan, content, now)
    total = session.exec(select(func.count()).where(Outbox.broadcast_id == broadcast.id)).one()
    broadcast.total = total
    if not total:
        broadcast.status, broadcast.ended_at = BroadcastStatus.DONE, now
    segments = postage.due(session, broadcast.id, plan.postage) if plan.postage else 0
    if plan.postage and not plan.urgent and segments > plan.postage.most:
        raise BroadcastTooDear(needed=segments, budget=plan.postage.most)
    details = {
        "total": total, "urgent": plan.urgent, "audience": broadcast.audience, "segments": segments,
        "approved_by": approver.id if approver else None,
    }  # fmt: skip
    log_action(session, staff, "broadcast", f"broadcast:{broadcast.id}", now=now, reason=plan.reason, details=details)
    return broadcast


def pause(session: Session, id: int, staff: Staff, now: datetime) -> Broadcast:
    """Hold back what has not gone out; raises BroadcastOver unless it is going out."""
    return _turn(session, id, {BroadcastStatus.SENDING}, BroadcastStatus.PAUSED, staff=staff, now=now)


def resume(session: Session, id: int, staff: Staff, now: datetime) -> Broadcast:
    """Go on with a paused broadcast; raises BroadcastOver for another."""
    return _turn(session, id, {BroadcastStatus.PAUSED}, BroadcastStatus.SENDING, staff=staff, now=now)


def cancel(session: Session, id: int, staff: Staff, now: datetime) -> Broadcast:
    """Send no more of it; raises BroadcastOver when it is over."""
    live = {BroadcastStatus.SENDING, BroadcastStatus.PAUSED}
    broadcast = _turn(session, id, live, BroadcastStatus.CANCELLED, staff=staff, now=now)
    broadcast.ended_at = now
    return broadcast


def _turn(
    session: Session,
    id: int,
    allowed: Collection[BroadcastStatus],
    status: BroadcastStatus,
    *,
    staff: Staff,
    now: datetime,
) -> Broadcast:
    # The courier looks at the broadcast, so this counts at once; its many rows follow slice by slice.
    broadcast = session.exec(select(Broadcast).where(Broadcast.id == id).with_for_update()).first()
    if broadcast is None or broadcast.status not in allowed:
        raise BroadcastOver
    broadcast.status = status
    session.flush()
    _align(session, broadcast, now)
    log_action(session, staff, f"broadcast {status.value}", f"broadcast:{id}", now=now)
    return broadcast


def align(session: Session, now: datetime) -> None:
    """Bring the next slice of rows in line with the state of their broadcasts; the clock does so at every tick."""
    for broadcast in session.exec(select(Broadcast).where(Broadcast.status != BroadcastStatus.DONE)):
        _align(session, broadcast, now)


def _align(session: Session, broadcast: Broadcast, now: datetime) -> None:
    before, after = _ROWS[broadcast.status]
    out_of_line = (col(Outbox.broadcast_id) == broadcast.id, col(Outbox.status).in_(before))
    ids = session.exec(select(Outbox.id).where(*out_of_line).order_by(col(Outbox.id)).limit(SLICE)).all()
    if not ids:
        return
    rows = col(Outbox.id).in_(ids)
    session.execute(update(Outbox).where(rows, *out_of_line).values(status=after))
    if after is OutboxStatus.CANCELLED:
        unread = col(Ask.id).in_(select(Outbox.ask_id).where(rows))
        session.execute(update(Ask).where(unread).values(status=AskStatus.WITHDRAWN, closed_at=now))


def progress(session: Session, id: int) -> Progress:
    """How far a broadcast is, counted from its rows; raises NoResultFound for an unknown one."""
    broadcast = session.get_one(Broadcast, id)
    grouped = select(Outbox.status, func.count()).where(Outbox.broadcast_id == id).group_by(col(Outbox.status))
    counts = dict(session.exec(grouped).all())
    answered = select(func.count()).where(Ask.broadcast_id == id, Ask.status == AskStatus.ANSWERED)
    return Progress(
        status=broadcast.status,
        total=broadcast.total,
        sent=counts.get(OutboxStatus.SENT, 0),
        waiting=sum(counts.get(status, 0) for status in _UNDERWAY),
        failed=counts.get(OutboxStatus.PARKED, 0),
        blocked=counts.get(OutboxStatus.STOPPED, 0),
        answered=session.exec(answered).one(),
    )


def remaining(session: Session, id: int, now: datetime) -> timedelta | None:
    """How long the rest of a broadcast will take at the speed of the last minute; None while nothing goes out."""
    of_it = select(func.count()).where(Outbox.broadcast_id == id)
    waiting = session.exec(of_it.where(col(Outbox.status).in_(_UNDERWAY))).one()
    recent = session.exec(of_it.where(col(Outbox.sent_at) > now - _RECENT)).one()
    return waiting / recent * _RECENT if waiting and recent else None


def finish(session: Session, now: datetime) -> Sequence[Broadcast]:
    """Mark the broadcasts of which nothing waits any more as done; returns those."""
    left = select(Outbox.id).where(col(Outbox.broadcast_id) == col(Broadcast.id), col(Outbox.status).in_(_UNDERWAY))
    over = session.exec(select(Broadcast).where(Broadcast.status == BroadcastStatus.SENDING, ~left.exists())).all()
    for broadcast in over:
        broadcast.status, broadcast.ended_at = BroadcastStatus.DONE, now
    return over
