"""Mailing: one notice to many people, written at once, so that thousands of supporters hold up nobody's turn."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import insert
from sqlmodel import Session, col, select

from bot.conversation.reply import Priority, Reply
from storage.contacts import Urn, UrnStatus
from storage.mail import Outbox, OutboxStatus

_FEW = 20
"""People up to whom a notice is as quick as any; to more of them it is a broadcast that others overtake."""
_BATCH = 500


def tell_all(session: Session, contact_ids: Sequence[int], reply: Reply, *, now: datetime) -> int:
    """Write a notice for each of these contacts to where they were last seen; returns how many have an address."""
    payload = reply.model_dump(mode="json", exclude_defaults=True)
    priority = Priority.NOTICE if len(contact_ids) <= _FEW else Priority.BROADCAST
    told = 0
    for start in range(0, len(contact_ids), _BATCH):
        urns = _best(session, contact_ids[start : start + _BATCH])
        rows = [
            {
                "channel": urn.channel,
                "contact_id": urn.contact_id,
                "urn_id": urn.id,
                "priority": priority,
                "payload": payload,
                "created_at": now,
                "due_at": now,
                "attempts": 0,
                "status": OutboxStatus.WAITING if urn.status is UrnStatus.ACTIVE else OutboxStatus.STOPPED,
            }
            for urn in urns
        ]
        if rows:
            session.connection().execute(insert(Outbox), rows)
        told += len(rows)
    return told


def _best(session: Session, contact_ids: Sequence[int]) -> list[Urn]:
    """Where each was last seen, reachable addresses first."""
    order = (col(Urn.status) == UrnStatus.STOPPED, col(Urn.last_seen_at).desc())
    best: dict[int, Urn] = {}
    for urn in session.exec(select(Urn).where(col(Urn.contact_id).in_(contact_ids)).order_by(*order)):
        best.setdefault(urn.contact_id, urn)
    return [best[contact_id] for contact_id in contact_ids if contact_id in best]
