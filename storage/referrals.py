"""What residents brought here and somebody else answers for: said so, and kept."""

from datetime import datetime
from enum import StrEnum

from sqlmodel import Field, SQLModel

from storage.base import key
from storage.columns import document, stored


class ReferralKind(StrEnum):
    """Why somebody else answers for it: it lies outside the city, or a service of another body."""

    OUTSIDE = "outside"
    BODY = "body"


class Referral(SQLModel, table=True):
    """One matter that was referred; `body` is the code of whom to, None when the city folder knows nobody there.

    `request_id` is the report that its writer had filed with the city all the same.
    """

    id: int = Field(default=None, primary_key=True, sa_type=key)
    contact_id: int = Field(foreign_key="contact.id", index=True, sa_type=key)
    kind: ReferralKind = Field(sa_type=stored(ReferralKind))
    body: str | None = None
    words: str
    service_code: str | None = None
    address: str = ""
    lat: float | None = None
    lon: float | None = None
    photos: list[int] = Field(default=[], sa_type=document)
    request_id: int | None = Field(default=None, foreign_key="service_request.id", sa_type=key)
    at: datetime = Field(index=True)
