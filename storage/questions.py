"""Questions to city hall that no written answer covers: passed on to staff, with a clock."""

from datetime import datetime
from enum import StrEnum

from sqlmodel import Field, SQLModel

from storage.base import key
from storage.columns import partial, stored


class QuestionState(StrEnum):
    """Whether somebody still waits for an answer."""

    WAITING = "waiting"
    ANSWERED = "answered"
    WITHDRAWN = "withdrawn"


class CityQuestion(SQLModel, table=True):
    """A resident's question, shown as Q and its number, and what staff answered.

    `due_at` is the promised time of the answer; `late_told_at` when staff were reminded that it is over.
    `announced_at` is empty while something is to be told: the question to staff, the answer to whoever asked.
    `drafted_at` is when the answer was written
    to the drafts of the city folder's answers.
    """

    __tablename__ = "city_question"
    __table_args__ = (
        partial("ix_city_question_waiting", "due_at", "id", where="state = 'waiting'"),
        partial("ix_city_question_unannounced", "id", where="announced_at IS NULL"),
        {"sqlite_autoincrement": True},
    )

    id: int = Field(default=None, primary_key=True, sa_type=key)
    contact_id: int = Field(foreign_key="contact.id", index=True, sa_type=key)
    words: str
    language: str
    department: str
    state: QuestionState = Field(default=QuestionState.WAITING, sa_type=stored(QuestionState))
    asked_at: datetime
    due_at: datetime
    late_told_at: datetime | None = None
    answer: str = ""
    staff_id: int | None = Field(default=None, foreign_key="staff.id", sa_type=key)
    answered_at: datetime | None = None
    drafted_at: datetime | None = None
    announced_at: datetime | None = None
