"""The box and the log: what was voted, under tokens that nothing here leads back to a person from."""

from datetime import datetime

from sqlalchemy import Index, Text, UniqueConstraint
from sqlmodel import Field, SQLModel

from storage.base import key
from storage.columns import partial


class Ballot(SQLModel, table=True):
    """An entry of a heading's log: `leaf` is its hash, `receipt` the beginning of that, `position` its place.

    No time and no counted id: its order would lead to the voter. It gets its place when the next head is signed, among
    all that came since the last one in mixed order.
    """

    __table_args__ = (
        UniqueConstraint("heading_id", "token", "nth"),
        UniqueConstraint("heading_id", "position"),
        Index("ix_ballot_receipt", "receipt"),
        {"sqlite_with_rowid": False},
    )

    leaf: str = Field(primary_key=True)
    heading_id: int = Field(foreign_key="heading.id", sa_type=key)
    token: str
    nth: int
    entry: str = Field(sa_type=Text)
    receipt: str
    position: int | None = None


class LogHead(SQLModel, table=True):
    """A signed head as it was published, in canonical form; `watched_at` is when alarms looked at its batch."""

    __tablename__ = "log_head"
    __table_args__ = (
        UniqueConstraint("heading_id", "number"),
        partial("ix_log_head_unwatched", "id", where="watched_at IS NULL"),
    )

    id: int = Field(default=None, primary_key=True, sa_type=key)
    heading_id: int = Field(foreign_key="heading.id", sa_type=key)
    number: int
    size: int
    signed_at: str
    document: str = Field(sa_type=Text)
    watched_at: datetime | None = None
