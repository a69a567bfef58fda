"""How satisfied residents were with what became of their reports."""

from datetime import datetime

from sqlalchemy import UniqueConstraint
from sqlmodel import Field, SQLModel

from storage.base import key


class Satisfaction(SQLModel, table=True):
    """One person asked about one report, once; `score` is 1 to 5, None as long as they have not answered."""

    __table_args__ = (UniqueConstraint("request_id", "contact_id"),)

    id: int = Field(default=None, primary_key=True, sa_type=key)
    request_id: int = Field(foreign_key="service_request.id", sa_type=key)
    contact_id: int = Field(foreign_key="contact.id", index=True, sa_type=key)
    asked_at: datetime
    score: int | None = None
    words: str = ""
    answered_at: datetime | None = None
