"""Votes: a budget with its headings and projects, and its dates. Who votes and what is voted stand elsewhere."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import BigInteger, Text, UniqueConstraint
from sqlmodel import Field, SQLModel

from storage.base import key
from storage.columns import document, partial, stored


class Phase(StrEnum):
    """Where a vote stands; from frozen on, nothing of what can be chosen changes any more."""

    DRAFT = "draft"
    SUBMISSION = "submission"
    REVIEW = "review"
    FROZEN = "frozen"
    OPEN = "open"
    CLOSED = "closed"
    COUNTED = "counted"


class Level(StrEnum):
    """Who may vote: any contact, a proven phone, whoever is on the roll, whom staff enrolled in person."""

    L0 = "L0"
    L1 = "L1"
    L2 = "L2"
    L3 = "L3"


class Areas(StrEnum):
    """In which parts with an area of their own one may vote, beside the city's: in all, in one, where one lives."""

    ALL = "all"
    ONE = "one"
    OWN = "own"


class Standing(StrEnum):
    """Whether a project is on the ballot."""

    SUBMITTED = "submitted"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"


class Progress(StrEnum):
    """How far a project that won is."""

    PLANNED = "planned"
    IN_PROGRESS = "in_progress"
    DONE = "done"


class Budget(SQLModel, table=True):
    """One vote: its rule, its limits for a ballot, its level, its dates. `kind` is Pabulib's vote_type.

    Dates before `opens_at` may be missing: then staff take that step themselves. `stuck_at` is when it could not be
    published although its time had come.
    """

    id: int = Field(default=None, primary_key=True, sa_type=key)
    slug: str = Field(unique=True)
    names: dict[str, str] = Field(default={}, sa_type=document)
    kind: str
    rule: str
    limits: dict[str, int] = Field(default={}, sa_type=document)
    level: Level = Field(sa_type=stored(Level))
    currency: str
    scale: int = 1
    phase: Phase = Field(default=Phase.DRAFT, index=True, sa_type=stored(Phase))
    areas: Areas = Field(default=Areas.ALL, sa_type=stored(Areas))
    has_roll: bool = False
    created_at: datetime
    submission_at: datetime | None = None
    review_at: datetime | None = None
    publish_at: datetime | None = None
    opens_at: datetime
    closes_at: datetime
    frozen_at: datetime | None = None
    counted_at: datetime | None = None
    stuck_at: datetime | None = None


class BudgetSecret(SQLModel, table=True):
    """What a vote keeps secret, hex: the key of its roll, destroyed at the close, and the one that signs heads."""

    __tablename__ = "budget_secret"

    budget_id: int = Field(foreign_key="budget.id", primary_key=True, sa_type=key)
    roll_key: str | None
    signing_key: str


class Heading(SQLModel, table=True):
    """A part of a budget with money of its own: the city's, or an area's. Each is a ballot and a log.

    `frozen` and `closing` hold what is published, in canonical form; `outcome` is the count with all its reasons.
    """

    __table_args__ = (UniqueConstraint("budget_id", "code"),)

    id: int = Field(default=None, primary_key=True, sa_type=key)
    budget_id: int = Field(foreign_key="budget.id", sa_type=key)
    code: str
    names: dict[str, str] = Field(default={}, sa_type=document)
    area: str | None = None
    money: int = Field(sa_type=BigInteger)
    frozen: str | None = Field(default=None, sa_type=Text)
    frozen_hash: str | None = None
    closing: str | None = Field(default=None, sa_type=Text)
    outcome: str | None = Field(default=None, sa_type=Text)


class Project(SQLModel, table=True):
    """Something that can be chosen; `number` is what people type, unique in the budget. Money in smallest units."""

    __table_args__ = (UniqueConstraint("budget_id", "number"),)

    id: int = Field(default=None, primary_key=True, sa_type=key)
    budget_id: int = Field(foreign_key="budget.id", sa_type=key)
    heading_id: int = Field(foreign_key="heading.id", index=True, sa_type=key)
    number: int
    reference: str
    """Its id in files: what it was called before it got a number."""
    name: str
    description: str = Field(default="", sa_type=Text)
    cost: int = Field(sa_type=BigInteger)
    place: str = ""
    lat: float | None = None
    lon: float | None = None
    media_id: int | None = Field(default=None, foreign_key="media.id", sa_type=key)
    standing: Standing = Field(default=Standing.ACCEPTED, sa_type=stored(Standing))
    reason: str = ""
    searchable: str = ""
    contact_id: int | None = Field(default=None, foreign_key="contact.id", sa_type=key)
    """Its author, where a resident proposed it."""
    proposal_id: int | None = Field(default=None, foreign_key="proposal.id", sa_type=key)
    progress: Progress | None = Field(default=None, sa_type=stored(Progress))


class VoteStep(StrEnum):
    """What happened to a vote, or to a project in it."""

    SUBMISSION = "submission"
    REVIEW = "review"
    STUCK = "stuck"
    PUBLISHED = "published"
    OPENED = "opened"
    COUNTED = "counted"
    ENTERED = "entered"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    PLANNED = "planned"
    IN_PROGRESS = "in_progress"
    MILESTONE = "milestone"
    DONE = "done"


class VoteUpdate(SQLModel, table=True):
    """One step of a vote, or of a project in it, by staff or the clock; told to whom it concerns by whoever sees it."""

    __tablename__ = "vote_update"
    __table_args__ = (partial("ix_vote_update_unannounced", "id", where="announced_at IS NULL"),)

    id: int = Field(default=None, primary_key=True, sa_type=key)
    budget_id: int = Field(foreign_key="budget.id", index=True, sa_type=key)
    project_id: int | None = Field(default=None, foreign_key="project.id", sa_type=key)
    kind: VoteStep = Field(sa_type=stored(VoteStep))
    at: datetime
    staff_id: int | None = Field(default=None, foreign_key="staff.id", sa_type=key)
    words: str = ""
    announced_at: datetime | None = None
