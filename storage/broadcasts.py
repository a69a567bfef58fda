"""Broadcasts: one message to many, and what people want to hear about."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlmodel import Field, SQLModel

from storage.base import key
from storage.columns import document, stored


class BroadcastStatus(StrEnum):
    """Whether a broadcast goes out, waits for staff, was stopped, or has reached everybody it could."""

    SENDING = "sending"
    PAUSED = "paused"
    CANCELLED = "cancelled"
    DONE = "done"


class Broadcast(SQLModel, table=True):
    """One message to many contacts; its recipients are the rows of the outbox that name it.

    `subject` says what it is about, such as `consultation:12`. `urgent` ones break quiet hours and budgets, for
    `reason`.
    """

    id: int = Field(default=None, primary_key=True, sa_type=key)
    subject: str = Field(index=True)
    audience: dict[str, Any] = Field(default={}, sa_type=document)
    staff_id: int | None = Field(default=None, foreign_key="staff.id", sa_type=key)
    urgent: bool = False
    reason: str = ""
    status: BroadcastStatus = Field(default=BroadcastStatus.SENDING, sa_type=stored(BroadcastStatus), index=True)
    total: int = 0
    created_at: datetime
    ended_at: datetime | None = None


class PanelMember(SQLModel, table=True):
    """A contact who was drawn into the random panel of a broadcast."""

    __tablename__ = "panel_member"

    broadcast_id: int = Field(foreign_key="broadcast.id", primary_key=True, sa_type=key)
    contact_id: int = Field(foreign_key="contact.id", primary_key=True, sa_type=key)


class SubscriptionKind(StrEnum):
    """What somebody follows: an area, a service, a topic, or what lies around a place."""

    AREA = "area"
    SERVICE = "service"
    TOPIC = "topic"
    PLACE = "place"


class Subscription(SQLModel, table=True):
    """Something that a contact wants to hear about.

    `value` is the area's name, the code of the service or topic, `lat,lon,metres` of a place.
    """

    contact_id: int = Field(foreign_key="contact.id", primary_key=True, sa_type=key)
    kind: SubscriptionKind = Field(primary_key=True, sa_type=stored(SubscriptionKind))
    value: str = Field(primary_key=True, index=True)
    since: datetime
