"""Who is not heard for a while, and why."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import Index
from sqlmodel import Field, SQLModel

from storage.base import key
from storage.columns import stored


class RestraintKind(StrEnum):
    """Why somebody is not heard: staff blocked them, they write faster than people do, or they report too much.

    Who reports too much is heard in everything but further reports.
    """

    BLOCKED = "blocked"
    TOO_FAST = "too_fast"
    TOO_MANY = "too_many"


class Restraint(SQLModel, table=True):
    """A time in which only a contact's emergencies are heard. `told_at` is when they were told so, once.

    `request_id` is the report for which staff blocked its writer.
    """

    __table_args__ = (Index("ix_restraint_contact", "contact_id", "until"),)

    id: int = Field(default=None, primary_key=True, sa_type=key)
    contact_id: int = Field(foreign_key="contact.id", sa_type=key)
    kind: RestraintKind = Field(sa_type=stored(RestraintKind))
    reason: str = ""
    staff_id: int | None = Field(default=None, foreign_key="staff.id", sa_type=key)
    request_id: int | None = Field(default=None, foreign_key="service_request.id", sa_type=key)
    at: datetime
    until: datetime
    told_at: datetime | None = None
