"""Who writes to the city, and where they can be reached."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import UniqueConstraint
from sqlmodel import Field, SQLModel

from storage.base import key
from storage.columns import stored


class Contact(SQLModel, table=True):
    """A person the city talks with. `language_fixed` is set once they chose it themselves.

    From `opted_out_at` on they want to hear nothing that they did not ask for.
    """

    id: int = Field(default=None, primary_key=True, sa_type=key)
    name: str = ""
    language: str
    language_fixed: bool = False
    created_at: datetime
    opted_out_at: datetime | None = None


class UrnStatus(StrEnum):
    """Whether the city may write to an address."""

    ACTIVE = "active"
    STOPPED = "stopped"


class Urn(SQLModel, table=True):
    """An address of a contact on a channel, such as `telegram:123`."""

    __table_args__ = (UniqueConstraint("channel", "address"),)

    id: int = Field(default=None, primary_key=True, sa_type=key)
    contact_id: int = Field(foreign_key="contact.id", index=True, sa_type=key)
    channel: str
    address: str
    status: UrnStatus = Field(default=UrnStatus.ACTIVE, sa_type=stored(UrnStatus))
    last_seen_at: datetime
