"""The roll: who may vote and who took a ballot. It never holds what was voted; ids are keyed hashes (HMAC-SHA256)."""

from datetime import datetime
from enum import StrEnum

from sqlmodel import Field, SQLModel

from storage.base import key
from storage.columns import stored


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


class AreaChoice(SQLModel, table=True):
    """In which area's part a person votes, where a vote allows one only; its key keeps a second one from counting."""

    __tablename__ = "area_choice"
    __table_args__ = ({"sqlite_with_rowid": False},)

    budget_id: int = Field(foreign_key="budget.id", primary_key=True, sa_type=key)
    identity: str = Field(primary_key=True)
    heading_id: int = Field(foreign_key="heading.id", sa_type=key)


class Participant(SQLModel, table=True):
    """A contact who took a ballot of a heading, so that the city can tell them what became of it; no time."""

    __table_args__ = ({"sqlite_with_rowid": False},)

    heading_id: int = Field(foreign_key="heading.id", primary_key=True, sa_type=key)
    contact_id: int = Field(foreign_key="contact.id", primary_key=True, index=True, sa_type=key)


class Purpose(StrEnum):
    """What a one-time code proves: that a ballot comes from this phone, or that its bearer stands at the desk."""

    PHONE = "phone"
    DESK = "desk"


class VoteCode(SQLModel, table=True):
    """The newest one-time code of a contact, as a keyed hash. Deleted at the close.

    `sent` counts the codes since `since`, `wrong` the wrong answers to the newest.
    """

    __tablename__ = "vote_code"

    budget_id: int = Field(foreign_key="budget.id", primary_key=True, sa_type=key)
    contact_id: int = Field(foreign_key="contact.id", primary_key=True, sa_type=key)
    purpose: Purpose = Field(primary_key=True, sa_type=stored(Purpose))
    code_hash: str
    expires_at: datetime
    wrong: int = 0
    sent: int = 0
    since: datetime
