"""Meetings with an official: announced, questions gathered and supported beforehand, answers kept."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Index
from sqlmodel import Field, SQLModel

from storage.base import key
from storage.columns import document, partial, stored


class MeetingState(StrEnum):
    """Whether a meeting is still to come, is being held, or is over."""

    ANNOUNCED = "announced"
    OPEN = "open"
    CLOSED = "closed"
    CANCELLED = "cancelled"


class Meeting(SQLModel, table=True):
    """An hour in which an official answers, shown as M and its number; `begins_at` opens it, `ends_at` closes it."""

    __table_args__ = (
        partial("ix_meeting_due", "begins_at", "id", where="state IN ('announced', 'open')"),
        {"sqlite_autoincrement": True},
    )

    id: int = Field(default=None, primary_key=True, sa_type=key)
    official: str
    titles: dict[str, str] = Field(default={}, sa_type=document)
    department: str
    begins_at: datetime
    ends_at: datetime
    state: MeetingState = Field(default=MeetingState.ANNOUNCED, sa_type=stored(MeetingState))
    staff_id: int = Field(foreign_key="staff.id", sa_type=key)
    created_at: datetime


class MeetingParticipant(SQLModel, table=True):
    """One contact who hears of a meeting: who follows it, asked something or supported a question."""

    __tablename__ = "meeting_participant"

    meeting_id: int = Field(foreign_key="meeting.id", primary_key=True, sa_type=key)
    contact_id: int = Field(foreign_key="contact.id", primary_key=True, index=True, sa_type=key)
    since: datetime


class MeetingQuestion(SQLModel, table=True):
    """A question for a meeting; `supporters` is counted from the rows. Hidden ones are neither shown nor answered."""

    __tablename__ = "meeting_question"
    __table_args__ = (Index("ix_meeting_question_order", "meeting_id", "supporters", "id"),)

    id: int = Field(default=None, primary_key=True, sa_type=key)
    meeting_id: int = Field(foreign_key="meeting.id", sa_type=key)
    contact_id: int = Field(foreign_key="contact.id", index=True, sa_type=key)
    words: str
    language: str
    supporters: int = 0
    asked_at: datetime
    hidden_because: str = ""
    answer: dict[str, str] = Field(default={}, sa_type=document)
    answered_at: datetime | None = None
    staff_id: int | None = Field(default=None, foreign_key="staff.id", sa_type=key)


class MeetingSupport(SQLModel, table=True):
    """One person supporting one question of a meeting."""

    __tablename__ = "meeting_support"

    question_id: int = Field(foreign_key="meeting_question.id", primary_key=True, sa_type=key)
    contact_id: int = Field(foreign_key="contact.id", primary_key=True, index=True, sa_type=key)
    since: datetime


class MeetingStep(StrEnum):
    """What happened to a meeting."""

    ANNOUNCED = "announced"
    OPENED = "opened"
    ANSWERED = "answered"
    CLOSED = "closed"
    CANCELLED = "cancelled"


class MeetingUpdate(SQLModel, table=True):
    """One step of a meeting, told to those it concerns by whoever sees it first."""

    __tablename__ = "meeting_update"
    __table_args__ = (partial("ix_meeting_update_unannounced", "id", where="announced_at IS NULL"),)

    id: int = Field(default=None, primary_key=True, sa_type=key)
    meeting_id: int = Field(foreign_key="meeting.id", index=True, sa_type=key)
    kind: MeetingStep = Field(sa_type=stored(MeetingStep))
    at: datetime
    staff_id: int | None = Field(default=None, foreign_key="staff.id", sa_type=key)
    details: dict[str, Any] = Field(default={}, sa_type=document)
    announced_at: datetime | None = None
