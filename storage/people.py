"""City staff: who they are, how they came in, what they did."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlmodel import Field, SQLModel

from storage.base import key
from storage.columns import document, stored


class Role(StrEnum):
    """What a staff member may do: their own department's reports, all reports, or everything."""

    AGENT = "agent"
    DISPATCHER = "dispatcher"
    ADMIN = "admin"


class Staff(SQLModel, table=True):
    """A staff member; `department` limits an agent to one office."""

    id: int = Field(default=None, primary_key=True, sa_type=key)
    contact_id: int = Field(foreign_key="contact.id", unique=True, sa_type=key)
    name: str
    role: Role = Field(sa_type=stored(Role))
    department: str | None = None
    enrolled_at: datetime
    left_at: datetime | None = None


class Invitation(SQLModel, table=True):
    """A code that makes one person staff, once; only its SHA-256 is kept."""

    id: int = Field(default=None, primary_key=True, sa_type=key)
    code_hash: str = Field(unique=True)
    role: Role = Field(sa_type=stored(Role))
    department: str | None = None
    created_at: datetime
    expires_at: datetime
    used_at: datetime | None = None


class ActionLog(SQLModel, table=True):
    """One act of a staff member: who, what, on what, when, why. Rows are only ever added."""

    __tablename__ = "action_log"

    id: int = Field(default=None, primary_key=True, sa_type=key)
    at: datetime
    staff_id: int | None = Field(default=None, foreign_key="staff.id", index=True, sa_type=key)
    action: str
    subject: str = Field(index=True)
    reason: str = ""
    details: dict[str, Any] = Field(default={}, sa_type=document)
