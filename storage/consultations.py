"""Consultations: what the city asks, who answered, what they said."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import UniqueConstraint
from sqlmodel import Field, SQLModel

from storage.base import key
from storage.columns import document, stored


class ConsultationStatus(StrEnum):
    """Where a consultation stands."""

    DRAFT = "draft"
    SCHEDULED = "scheduled"
    OPEN = "open"
    CLOSED = "closed"
    CANCELLED = "cancelled"


class Consultation(SQLModel, table=True):
    """A consultation: `title`, `why` it is asked, the `use` that is made of it, each by language.

    `audience` is a `backend.audience.Audience`. `reminds_at` are moments at which those who have not answered are
    reminded. `decision` is what the city made of it, by language, once staff have said so. `version` counts changes.
    """

    id: int = Field(default=None, primary_key=True, sa_type=key)
    title: dict[str, str] = Field(sa_type=document)
    why: dict[str, str] = Field(default={}, sa_type=document)
    use: dict[str, str] = Field(default={}, sa_type=document)
    audience: dict[str, Any] = Field(default={}, sa_type=document)
    status: ConsultationStatus = Field(default=ConsultationStatus.DRAFT, sa_type=stored(ConsultationStatus), index=True)
    opens_at: datetime | None = None
    closes_at: datetime
    reminds_at: list[str] = Field(default=[], sa_type=document)
    staff_id: int | None = Field(default=None, foreign_key="staff.id", sa_type=key)
    created_at: datetime
    closed_at: datetime | None = None
    decision: dict[str, str] = Field(default={}, sa_type=document)
    decided_at: datetime | None = None
    done_at: datetime | None = None
    version: int = 1


class QuestionKind(StrEnum):
    """How a question is answered."""

    CHOICE = "choice"
    CHOICES = "choices"
    YES_NO = "yes_no"
    SCALE = "scale"
    RANKING = "ranking"
    NUMBER = "number"
    TEXT = "text"
    PLACE = "place"
    PHOTO = "photo"
    STATEMENTS = "statements"


class ConsultationQuestion(SQLModel, table=True):
    """One question of a consultation; `position` orders them, `code` names it in conditions and exports.

    `options` are `{"code", "name": {language: words}}`. `least` and `most` bound how many options, or the number or the
    scale. `condition` is `{"question": code, "is": [codes]}` of an earlier question, or empty.
    """

    __tablename__ = "consultation_question"
    __table_args__ = (UniqueConstraint("consultation_id", "position"), UniqueConstraint("consultation_id", "code"))

    id: int = Field(default=None, primary_key=True, sa_type=key)
    consultation_id: int = Field(foreign_key="consultation.id", sa_type=key)
    position: int
    code: str
    kind: QuestionKind = Field(sa_type=stored(QuestionKind))
    wording: dict[str, str] = Field(sa_type=document)
    options: list[dict[str, Any]] = Field(default=[], sa_type=document)
    least: float | None = None
    most: float | None = None
    required: bool = False
    condition: dict[str, Any] = Field(default={}, sa_type=document)


class Response(SQLModel, table=True):
    """One person's part in a consultation: begun once, finished when nothing is left to ask."""

    __table_args__ = (UniqueConstraint("consultation_id", "contact_id"),)

    id: int = Field(default=None, primary_key=True, sa_type=key)
    consultation_id: int = Field(foreign_key="consultation.id", sa_type=key)
    contact_id: int = Field(foreign_key="contact.id", index=True, sa_type=key)
    language: str
    area: str | None = None
    begun_at: datetime
    finished_at: datetime | None = None
    told_at: datetime | None = None


class ResponseAnswer(SQLModel, table=True):
    """What one person said to one question; the newest word counts.

    `value` holds one of `codes`, `number`, `words`, `place`, `media`, or `skipped`.
    """

    __tablename__ = "response_answer"

    response_id: int = Field(foreign_key="response.id", primary_key=True, sa_type=key)
    question_id: int = Field(foreign_key="consultation_question.id", primary_key=True, index=True, sa_type=key)
    value: dict[str, Any] = Field(sa_type=document)
    at: datetime


class StatementStatus(StrEnum):
    """Whether a statement may be put to others."""

    PENDING = "pending"
    ACCEPTED = "accepted"
    REJECTED = "rejected"


class Statement(SQLModel, table=True):
    """Something to agree or disagree with; by the city, or by a resident (`contact_id`) and then moderated."""

    id: int = Field(default=None, primary_key=True, sa_type=key)
    question_id: int = Field(foreign_key="consultation_question.id", index=True, sa_type=key)
    contact_id: int | None = Field(default=None, foreign_key="contact.id", sa_type=key)
    words: dict[str, str] = Field(sa_type=document)
    status: StatementStatus = Field(default=StatementStatus.PENDING, sa_type=stored(StatementStatus))
    at: datetime


class StatementVote(SQLModel, table=True):
    """One person's word on one statement: 1 agree, -1 disagree, 0 pass."""

    __tablename__ = "statement_vote"

    statement_id: int = Field(foreign_key="statement.id", primary_key=True, sa_type=key)
    contact_id: int = Field(foreign_key="contact.id", primary_key=True, index=True, sa_type=key)
    vote: int
    at: datetime
