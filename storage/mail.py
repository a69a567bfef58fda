"""The mailbox: what came in and waits for the desk, what goes out and waits for the courier."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Index, UniqueConstraint
from sqlmodel import Field, SQLModel

from storage.base import key
from storage.columns import document, partial, stored


class InboxStatus(StrEnum):
    """How far the desk is with a message."""

    WAITING = "waiting"
    HANDLED = "handled"
    FAILED = "failed"


class Inbox(SQLModel, table=True):
    """A message that was received; unique on the channel's own id, so that it is taken once."""

    __table_args__ = (
        UniqueConstraint("channel", "external_id"),
        Index("ix_inbox_pace", "contact_id", "received_at"),
        partial("ix_inbox_waiting", "contact_id", "id", where="status = 'waiting'"),
    )

    id: int = Field(default=None, primary_key=True, sa_type=key)
    channel: str
    external_id: str
    contact_id: int = Field(foreign_key="contact.id", sa_type=key)
    urn_id: int = Field(foreign_key="urn.id", sa_type=key)
    payload: dict[str, Any] = Field(sa_type=document)
    album: str | None = None
    received_at: datetime
    ready_at: datetime
    handled_at: datetime | None = None
    status: InboxStatus = Field(default=InboxStatus.WAITING, sa_type=stored(InboxStatus))
    error: str | None = None


BROADCAST_PRIORITY = 1
"""The lowest: replies and notices overtake what goes to many."""

ALERT_PRIORITY = 7
"""An urgent broadcast overtakes every other one and notices; only replies go before it, and those are few."""

TO_MANY = (BROADCAST_PRIORITY, ALERT_PRIORITY)
"""What goes to many."""


class OutboxStatus(StrEnum):
    """How far the courier is with a message."""

    WAITING = "waiting"
    SENDING = "sending"
    SENT = "sent"
    PARKED = "parked"
    STOPPED = "stopped"
    HELD = "held"
    CANCELLED = "cancelled"


class Outbox(SQLModel, table=True):
    """A message to be sent. `external_id` is the channel's id of it once sent, by which it can be changed later.

    Parked rows can never be sent and say why in `error`; stopped rows were meant for a person who blocked the city.
    Held and cancelled rows belong to a broadcast that staff paused or stopped.
    """

    __table_args__ = (
        partial("ix_outbox_waiting", "channel", "priority", "due_at", "id", where="status = 'waiting'"),
        partial("ix_outbox_of_urn", "urn_id", "id", where="status IN ('waiting', 'sending')"),
        partial("ix_outbox_of_broadcast", "broadcast_id", "status", where="broadcast_id IS NOT NULL"),
        partial("ix_outbox_budget", "contact_id", "created_at", where="broadcast_id IS NOT NULL"),
    )

    id: int = Field(default=None, primary_key=True, sa_type=key)
    channel: str
    contact_id: int = Field(foreign_key="contact.id", sa_type=key)
    urn_id: int = Field(foreign_key="urn.id", sa_type=key)
    inbox_id: int | None = Field(default=None, foreign_key="inbox.id", index=True, sa_type=key)
    ask_id: int | None = Field(default=None, foreign_key="ask.id", index=True, sa_type=key)
    request_id: int | None = Field(default=None, foreign_key="service_request.id", sa_type=key)
    broadcast_id: int | None = Field(default=None, sa_type=key)
    priority: int
    payload: dict[str, Any] = Field(sa_type=document)
    created_at: datetime
    due_at: datetime
    claimed_at: datetime | None = None
    sent_at: datetime | None = None
    attempts: int = 0
    status: OutboxStatus = Field(default=OutboxStatus.WAITING, sa_type=stored(OutboxStatus))
    external_id: str | None = Field(default=None, index=True)
    error: str | None = None


class Media(SQLModel, table=True):
    """A picture, known by its channel's file id; the bytes are fetched when somebody needs them.

    `content` is always the cleaned picture (`backend.pictures.cleaned`): whoever serves it gives nothing away.
    """

    __table_args__ = (UniqueConstraint("channel", "file_id"),)

    id: int = Field(default=None, primary_key=True, sa_type=key)
    channel: str
    file_id: str
    content: bytes | None = None
    fetched_at: datetime | None = None
