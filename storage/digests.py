"""Digests: what somebody wants summed up and how often, and every summary that was issued."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import UniqueConstraint
from sqlmodel import Field, SQLModel

from storage.base import key
from storage.columns import partial, stored


class Frequency(StrEnum):
    """How often somebody gets a summary.

    `EVENTS` is looked for every day, and sent only when something of one's own moved or the city asks or decides.
    """

    DAILY = "daily"
    WEEKLY = "weekly"
    MONTHLY = "monthly"
    EVENTS = "events"
    NEVER = "never"


class DigestPreference(SQLModel, table=True):
    """How one contact wants to be summed up to, on the wall clock of `zone` (None: the city's).

    `weekday` counts from Monday, 0; `monthday` is the last day of a shorter month. Nothing comes between the hours
    `quiet_from` and `quiet_until`, their own quiet hours beside the city's. `due_at` is when the next one is due by the
    calendar, `next_at` when it is issued, outside all quiet hours; None for never. Everything up to `told_until` has
    been summed up.
    """

    __tablename__ = "digest_preference"
    __table_args__ = (partial("ix_digest_preference_due", "next_at", "contact_id", where="next_at IS NOT NULL"),)

    contact_id: int = Field(foreign_key="contact.id", primary_key=True, sa_type=key)
    frequency: Frequency = Field(sa_type=stored(Frequency))
    hour: int = 18
    weekday: int = 4
    monthday: int = 1
    zone: str | None = None
    quiet_from: int | None = None
    quiet_until: int | None = None
    due_at: datetime | None = None
    next_at: datetime | None = None
    told_until: datetime


class Digest(SQLModel, table=True):
    """One summary for one contact: what happened after `since_at` until `until_at`, in `items` lines.

    `period` is the day on which it was due, on the contact's own calendar: nobody gets two of one day. `late` says that
    it was due more than a day before.
    """

    __table_args__ = (UniqueConstraint("contact_id", "period"),)

    id: int = Field(default=None, primary_key=True, sa_type=key)
    contact_id: int = Field(foreign_key="contact.id", sa_type=key)
    period: str
    frequency: Frequency = Field(sa_type=stored(Frequency))
    due_at: datetime
    issued_at: datetime
    since_at: datetime
    until_at: datetime
    items: int
    late: bool = False
