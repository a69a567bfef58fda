"""Proposals of residents: what they ask the city to do, who supports it, what the city answers and does."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import BigInteger, Connection, Index, UniqueConstraint, event
from sqlalchemy.orm import Mapper
from sqlmodel import Field, SQLModel

from storage.base import key
from storage.columns import document, partial, stored
from storage.folding import folded


class ProposalState(StrEnum):
    """Where a proposal stands, from its author's draft to the finished work."""

    DRAFT = "draft"
    PRESCREENING = "prescreening"
    PUBLISHED = "published"
    THRESHOLD_REACHED = "threshold_reached"
    UNDER_CONSIDERATION = "under_consideration"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    PLANNED = "planned"
    IN_PROGRESS = "in_progress"
    DONE = "done"
    EXPIRED = "expired"
    WITHDRAWN = "withdrawn"


GATHERING = frozenset({ProposalState.PUBLISHED, ProposalState.THRESHOLD_REACHED, ProposalState.UNDER_CONSIDERATION})
"""The states in which a proposal gathers supporters."""


class Proposal(SQLModel, table=True):
    """A proposal, shown as P and its number. `version` counts staff-visible changes.

    `words` is what its author wrote, `title` and `summary` are cut out of it. `level` and `topic` are codes of the city
    folder; `threshold` and `expires_at` are fixed at publication, so that a change of the rules moves no running count.
    `supporters` is counted from the rows of ProposalSupport at every change. `answer_due_at` is when the city promised
    its answer, `reminded` how many reminders of it went out. `merged_into` is the proposal that took its supporters.
    """

    __table_args__ = (
        Index("ix_proposal_newest", "gathers", "published_at", "id"),
        Index("ix_proposal_most_supported", "gathers", "supporters", "id"),
        Index("ix_proposal_of_area", "gathers", "area", "supporters", "id"),
        Index("ix_proposal_of_topic", "gathers", "topic", "supporters", "id"),
        partial("ix_proposal_expiring", "expires_at", where="state = 'published'"),
        partial("ix_proposal_unanswered", "answer_due_at", where="answer_due_at IS NOT NULL AND answered_at IS NULL"),
        {"sqlite_autoincrement": True},
    )

    id: int = Field(default=None, primary_key=True, sa_type=key)
    contact_id: int = Field(foreign_key="contact.id", index=True, sa_type=key)
    language: str
    title: str
    summary: str
    words: str
    topic: str
    department: str
    level: str
    address: str = ""
    area: str | None = None
    lat: float | None = None
    lon: float | None = None
    photos: list[int] = Field(default=[], sa_type=document)
    state: ProposalState = Field(default=ProposalState.DRAFT, sa_type=stored(ProposalState))
    threshold: int = 0
    supporters: int = 0
    created_at: datetime
    updated_at: datetime
    published_at: datetime | None = None
    expires_at: datetime | None = None
    reached_at: datetime | None = None
    answer_due_at: datetime | None = None
    answered_at: datetime | None = None
    reminded: int = 0
    merged_into: int | None = Field(default=None, foreign_key="proposal.id", sa_type=key)
    staff_id: int | None = Field(default=None, foreign_key="staff.id", sa_type=key)
    version: int = 1
    gathers: bool = False
    searchable: str = ""


@event.listens_for(Proposal, "before_insert")
@event.listens_for(Proposal, "before_update")
def _derive(_mapper: Mapper[Proposal], _connection: Connection, proposal: Proposal) -> None:
    proposal.gathers = proposal.state in GATHERING
    proposal.searchable = folded(f"{proposal.title} {proposal.words} {proposal.address} {proposal.area or ''}")


class ProposalTerm(SQLModel, table=True):
    """The inverted index of similar proposals: what a proposal that can still be joined is about, a row a term.

    `term` is a hash (backend/words/ideas.py); `area` is empty for what is meant for the whole city.
    """

    __tablename__ = "proposal_term"
    __table_args__ = (Index("ix_proposal_term_newest", "term", "proposal_id"),)

    term: int = Field(primary_key=True, sa_type=BigInteger)
    area: str = Field(primary_key=True)
    proposal_id: int = Field(foreign_key="proposal.id", primary_key=True, index=True, sa_type=key)


class ProposalSupport(SQLModel, table=True):
    """One person supporting one proposal; the key is what makes it one support a person."""

    __tablename__ = "proposal_support"

    proposal_id: int = Field(foreign_key="proposal.id", primary_key=True, sa_type=key)
    contact_id: int = Field(foreign_key="contact.id", primary_key=True, index=True, sa_type=key)
    since: datetime


class ProposalStep(StrEnum):
    """What happened to a proposal."""

    SUBMITTED = "submitted"
    RETURNED = "returned"
    PUBLISHED = "published"
    THRESHOLD_REACHED = "threshold_reached"
    UNDER_CONSIDERATION = "under_consideration"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    AMENDED = "amended"
    PLANNED = "planned"
    IN_PROGRESS = "in_progress"
    MILESTONE = "milestone"
    DONE = "done"
    EXPIRED = "expired"
    WITHDRAWN = "withdrawn"
    MERGED = "merged"
    COMMENTED = "commented"
    COMMENT_ANSWERED = "comment_answered"
    REMINDED = "reminded"


class ProposalUpdate(SQLModel, table=True):
    """One step in a proposal's life, by staff, a contact or the clock; told to those it concerns by whoever sees it.

    `texts` holds the city's words by language, where they were written in several.
    """

    __tablename__ = "proposal_update"
    __table_args__ = (partial("ix_proposal_update_unannounced", "id", where="announced_at IS NULL"),)

    id: int = Field(default=None, primary_key=True, sa_type=key)
    proposal_id: int = Field(foreign_key="proposal.id", index=True, sa_type=key)
    kind: ProposalStep = Field(sa_type=stored(ProposalStep))
    at: datetime
    staff_id: int | None = Field(default=None, foreign_key="staff.id", sa_type=key)
    contact_id: int | None = Field(default=None, foreign_key="contact.id", sa_type=key)
    words: str = ""
    texts: dict[str, str] = Field(default={}, sa_type=document)
    photos: list[int] = Field(default=[], sa_type=document)
    details: dict[str, Any] = Field(default={}, sa_type=document)
    announced_at: datetime | None = None


class OfficialAnswer(SQLModel, table=True):
    """What the city answers to a proposal: by which office, signed by whom, when, in its languages.

    Rows are only ever added; `amends_id` is the answer that this one replaces.
    """

    __tablename__ = "official_answer"

    id: int = Field(default=None, primary_key=True, sa_type=key)
    proposal_id: int = Field(foreign_key="proposal.id", index=True, sa_type=key)
    verdict: str
    office: str
    signer: str
    texts: dict[str, str] = Field(default={}, sa_type=document)
    at: datetime
    staff_id: int = Field(foreign_key="staff.id", sa_type=key)
    amends_id: int | None = Field(default=None, foreign_key="official_answer.id", sa_type=key)


class Side(StrEnum):
    """Whether a comment speaks for a proposal or against it."""

    FOR = "for"
    AGAINST = "against"


class CommentState(StrEnum):
    """Whether a comment was looked at, and may be shown."""

    WAITING = "waiting"
    SHOWN = "shown"
    HIDDEN = "hidden"


class ProposalComment(SQLModel, table=True):
    """One person's short comment on one proposal, and the city's public answer to it where there is one."""

    __tablename__ = "proposal_comment"
    __table_args__ = (
        UniqueConstraint("proposal_id", "contact_id"),
        Index("ix_proposal_comment_shown", "proposal_id", "state", "side", "id"),
        partial("ix_proposal_comment_waiting", "id", where="state = 'waiting'"),
    )

    id: int = Field(default=None, primary_key=True, sa_type=key)
    proposal_id: int = Field(foreign_key="proposal.id", sa_type=key)
    contact_id: int = Field(foreign_key="contact.id", index=True, sa_type=key)
    side: Side = Field(sa_type=stored(Side))
    words: str
    language: str
    at: datetime
    state: CommentState = Field(default=CommentState.WAITING, sa_type=stored(CommentState))
    reason: str = ""
    staff_id: int | None = Field(default=None, foreign_key="staff.id", sa_type=key)
    answer: dict[str, str] = Field(default={}, sa_type=document)
    answered_at: datetime | None = None
