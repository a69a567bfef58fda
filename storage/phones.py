"""Phones that write to the city, and the text messages that it sent them; no number stands here in clear."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import Index
from sqlmodel import Field, SQLModel

from storage.base import key
from storage.columns import stored


class Phone(SQLModel, table=True):
    """A phone, by the keyed hash of its number; `sealed` is the number itself, encrypted, None once it was wiped.

    `country` is its region (ISO 3166-1), `gateway` the one by which it wrote last and is answered.
    """

    hash: str = Field(primary_key=True)
    sealed: str | None = None
    country: str
    gateway: str
    seen_at: datetime


class TextState(StrEnum):
    """How far a text message is on its way."""

    TRYING = "trying"
    RETRY = "retry"
    UNKNOWN = "unknown"
    QUEUED = "queued"
    SENT = "sent"
    BUFFERED = "buffered"
    DELIVERED = "delivered"
    FAILED = "failed"
    REFUSED = "refused"


class TextMessage(SQLModel, table=True):
    """One text message to a phone, with what it cost; `token` is how gateways name it in their receipts.

    There is one for each row of the outbox, so that a second attempt knows of the first. `heard_at` is when a receipt
    came last.
    """

    __tablename__ = "text_message"
    __table_args__ = (
        Index("ix_text_message_provider", "gateway", "provider_id"),
        Index("ix_text_message_phone", "phone_hash", "created_at"),
        Index("ix_text_message_created", "created_at"),
    )

    id: int = Field(default=None, primary_key=True, sa_type=key)
    outbox_id: int = Field(foreign_key="outbox.id", unique=True, sa_type=key)
    phone_hash: str = Field(foreign_key="phone.hash")
    gateway: str
    token: str = Field(unique=True)
    provider_id: str | None = None
    state: TextState = Field(sa_type=stored(TextState))
    code: str = ""
    segments: int
    encoding: str
    attempts: int = 1
    created_at: datetime
    tried_at: datetime
    heard_at: datetime | None = None
