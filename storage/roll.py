"""The roll: who may vote and who took a ballot. It never holds what was voted; ids are keyed hashes (HMAC-SHA256)."""

from datetime import datetime

from sqlmodel import Field, SQLModel

from storage.base import key


class RollEntry(SQLModel, table=True):
    """A person who may vote. `identity` is a keyed hash of what the city knows them by."""

    __tablename__ = "roll_entry"

    budget_id: int = Field(foreign_key="budget.id", primary_key=True, sa_type=key)
    identity: str = Field(primary_key=True)
    area: str = ""


class RollCredential(SQLModel, table=True):
    """A way to prove being that person: the keyed hash of a code by letter, or of document, birth date and postcode."""

    __tablename__ = "roll_credential"

    budget_id: int = Field(foreign_key="budget.id", primary_key=True, sa_type=key)
    credential: str = Field(primary_key=True)
    identity: str


class Eligibility(SQLModel, table=True):
    """As whom a contact votes, while the vote is open; wrong codes are counted. Deleted at the close."""

    budget_id: int = Field(foreign_key="budget.id", primary_key=True, sa_type=key)
    contact_id: int = Field(foreign_key="contact.id", primary_key=True, sa_type=key)
    identity: str | None = None
    wrong: int = 0
    barred_until: datetime | None = None


class Voter(SQLModel, table=True):
    """Somebody took a ballot of a heading. No time and no number: their order would lead to the box."""

    __table_args__ = ({"sqlite_with_rowid": False},)

    heading_id: int = Field(foreign_key="heading.id", primary_key=True, sa_type=key)
    identity: str = Field(primary_key=True)
