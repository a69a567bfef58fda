"""What the city has asked people and not yet forgotten."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Index
from sqlmodel import Field, SQLModel

from storage.base import key
from storage.columns import document, partial, stored


class AskStatus(StrEnum):
    """Whether an answer is still awaited."""

    OPEN = "open"
    ANSWERED = "answered"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"


class Ask(SQLModel, table=True):
    """A question put to one contact: which topic put it, what it must remember, what may be answered.

    `previous_id` is the ask whose answer led to this one: the way back. A `standing` ask waits under a notice or a card
    for as long as it likes, and is never offered again by itself.
    """

    __table_args__ = (
        Index("ix_ask_open", "contact_id", "status", "id"),
        partial("ix_ask_of_broadcast", "broadcast_id", "contact_id", where="broadcast_id IS NOT NULL"),
    )

    id: int = Field(default=None, primary_key=True, sa_type=key)
    contact_id: int = Field(foreign_key="contact.id", sa_type=key)
    topic: str
    step: str
    state: dict[str, Any] = Field(sa_type=document)
    question: dict[str, Any] = Field(sa_type=document)
    standing: bool = False
    status: AskStatus = Field(default=AskStatus.OPEN, sa_type=stored(AskStatus))
    created_at: datetime
    expires_at: datetime
    closed_at: datetime | None = None
    previous_id: int | None = Field(default=None, foreign_key="ask.id", sa_type=key)
    broadcast_id: int | None = Field(default=None, sa_type=key)
