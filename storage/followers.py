"""Followers: who hears of every step of a report, and why."""

from datetime import datetime
from enum import StrEnum

from sqlmodel import Field, SQLModel

from storage.base import key
from storage.columns import stored


class Why(StrEnum):
    """What makes somebody a follower: they reported it, they have the same problem, or they want to know."""

    REPORTED = "reported"
    JOINED = "joined"
    FOLLOWS = "follows"


class ServiceRequestFollower(SQLModel, table=True):
    """One contact following one report; a contact follows a report once."""

    __tablename__ = "service_request_follower"

    request_id: int = Field(foreign_key="service_request.id", primary_key=True, sa_type=key)
    contact_id: int = Field(foreign_key="contact.id", primary_key=True, index=True, sa_type=key)
    why: Why = Field(sa_type=stored(Why))
    since: datetime
