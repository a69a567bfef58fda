"""What staff marked as spam or abuse."""

from datetime import datetime
from enum import StrEnum

from sqlmodel import Field, SQLModel

from storage.base import key
from storage.columns import stored


class FlagKind(StrEnum):
    """What is wrong with it: nobody's problem at all, or words that nobody has to read."""

    SPAM = "spam"
    ABUSE = "abuse"


class Flag(SQLModel, table=True):
    """One report, or with `update_id` one message about it, marked for its writer's account."""

    id: int = Field(default=None, primary_key=True, sa_type=key)
    contact_id: int = Field(foreign_key="contact.id", index=True, sa_type=key)
    request_id: int = Field(foreign_key="service_request.id", sa_type=key)
    update_id: int | None = Field(default=None, foreign_key="service_request_update.id", sa_type=key)
    kind: FlagKind = Field(sa_type=stored(FlagKind))
    reason: str = ""
    staff_id: int = Field(foreign_key="staff.id", sa_type=key)
    at: datetime
