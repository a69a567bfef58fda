"""What makes one person of several addresses, and several persons of one phone."""

from datetime import datetime

from sqlalchemy import UniqueConstraint
from sqlmodel import Field, SQLModel

from storage.base import key


class LinkCode(SQLModel, table=True):
    """A code that joins the address that sends it to a contact, once; only its SHA-256 is kept."""

    __tablename__ = "link_code"

    id: int = Field(default=None, primary_key=True, sa_type=key)
    code_hash: str = Field(unique=True)
    contact_id: int = Field(foreign_key="contact.id", sa_type=key)
    urn_id: int = Field(foreign_key="urn.id", sa_type=key)
    created_at: datetime
    expires_at: datetime
    used_at: datetime | None = None


class Profile(SQLModel, table=True):
    """One of the people who share an address, by the name they give; the others' messages are not theirs."""

    __table_args__ = (UniqueConstraint("urn_id", "called"), UniqueConstraint("contact_id"))

    id: int = Field(default=None, primary_key=True, sa_type=key)
    urn_id: int = Field(foreign_key="urn.id", sa_type=key)
    contact_id: int = Field(foreign_key="contact.id", sa_type=key)
    called: str
    created_at: datetime
