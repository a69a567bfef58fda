"""Health: how the city's desk is doing, for whoever watches over it."""

import asyncio
from collections.abc import Mapping

from sqlalchemy import func
from sqlmodel import select

from storage.database import Database
from storage.mail import Inbox, InboxStatus, Outbox, OutboxStatus


async def look(database: Database) -> Mapping[str, object]:
    """Whether the database answers, how many messages wait for their turn, and how many could not be delivered."""
    return await asyncio.to_thread(_look, database)


def _look(database: Database) -> Mapping[str, object]:
    with database.transaction() as session:
        waiting = select(func.count()).select_from(Inbox).where(Inbox.status == InboxStatus.WAITING)
        parked = select(func.count()).select_from(Outbox).where(Outbox.status == OutboxStatus.PARKED)
        return {"ok": True, "waiting": session.exec(waiting).one(), "parked": session.exec(parked).one()}
