"""Service requests (residents say: reports) and every step of their life."""

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import BigInteger, Connection, Index, event
from sqlalchemy.orm import Mapper
from sqlmodel import Field, SQLModel

from storage.base import key
from storage.closing import ClosingReason
from storage.columns import document, partial, stored
from storage.grid import cell_of
from storage.wordindex import indexed, token


class Status(StrEnum):
    """The status of Open311 GeoReport v2; all that is finer stands in the substatus."""

    OPEN = "open"
    CLOSED = "closed"


class Substatus(StrEnum):
    """Where an open report stands, or how it ended.

    Closed and waiting for its reporter's word, settled by it, withdrawn, merged into another, or hidden as spam or
    abuse.
    """

    SUBMITTED = "submitted"
    TAKEN = "taken"
    IN_PROGRESS = "in_progress"
    WAITING = "waiting"
    REOPENED = "reopened"
    CLOSED = "closed"
    SETTLED = "settled"
    WITHDRAWN = "withdrawn"
    MERGED = "merged"
    HIDDEN = "hidden"


class ServiceRequest(SQLModel, table=True):
    """A report. `version` counts its changes, so that of two people acting at once the second is told.

    `late_told_at` is when its reporter was told that the promise of `expected_at` was not kept.
    `public_description` is the description as others than its writer read it, None for a report from before there was
    one. A `private` report is shown to nobody else; an `anonymous` one does not tell staff who wrote it.
    `merged_into` is the report that a duplicate was merged into; while it is set, all who follow this one follow that.
    `joined` counts those who have the same problem, beside the reporter, those of its duplicates among them.
    `cell`, `queue_rank` and `searchable` follow from the other columns at every write: where it lies on the grid, how
    early it comes in the queue (lower first), and its words and place as they are compared.
    """

    __tablename__ = "service_request"
    __table_args__ = (
        Index("ix_service_request_expected", "status", "expected_at"),
        partial("ix_service_request_slipping", "expected_at", where="status = 'open' AND late_told_at IS NULL"),
        partial("ix_service_request_uncontested", "closed_at", where="substatus = 'closed'"),
        Index("ix_service_request_queue", "status", "queue_rank", "expected_at", "id"),
        Index("ix_service_request_department_queue", "status", "department", "queue_rank", "expected_at", "id"),
        Index("ix_service_request_nearby", "status", "cell", "service_code"),
        Index("ix_service_request_area_queue", "status", "area", "queue_rank", "expected_at", "id"),
        Index("ix_service_request_age", "status", "requested_at", "id"),
        Index("ix_service_request_department_age", "status", "department", "requested_at", "id"),
        {"sqlite_autoincrement": True},
    )

    id: int = Field(default=None, primary_key=True, sa_type=key)
    contact_id: int = Field(foreign_key="contact.id", index=True, sa_type=key)
    service_code: str
    department: str
    description: str
    public_description: str | None = None
    address: str
    area: str | None = None
    lat: float | None = None
    lon: float | None = None
    attributes: dict[str, str] = Field(default={}, sa_type=document)
    urgent: bool = False
    private: bool = False
    anonymous: bool = False
    status: Status = Field(default=Status.OPEN, sa_type=stored(Status))
    substatus: Substatus = Field(default=Substatus.SUBMITTED, sa_type=stored(Substatus))
    closing_reason: ClosingReason | None = Field(default=None, sa_type=stored(ClosingReason))
    closing_detail: str | None = None
    staff_id: int | None = Field(default=None, foreign_key="staff.id", index=True, sa_type=key)
    merged_into: int | None = Field(default=None, foreign_key="service_request.id", index=True, sa_type=key)
    requested_at: datetime
    expected_at: datetime
    late_told_at: datetime | None = None
    closed_at: datetime | None = None
    updated_at: datetime
    version: int = 1
    joined: int = 0
    cell: int | None = Field(default=None, sa_type=BigInteger)
    queue_rank: int = 0
    searchable: str = ""


def queue_rank(*, urgent: bool, joined: int) -> int:
    """Urgent reports first, then those that most people have; one ascending number, so that an index can hold it."""
    return -joined - 1_000_000 * urgent


_CODES = ("service_code", "department")


def searchable(columns: Mapping[str, Any]) -> str:
    """The words by which a report is found: what was written, where it is, its service and its department."""
    words = indexed(f"{columns['description']} {columns['address']} {columns['area'] or ''}")
    return f"{words} {token('s', columns['service_code'])} {token('d', columns['department'])}".strip()


@event.listens_for(ServiceRequest, "before_insert")
@event.listens_for(ServiceRequest, "before_update")
def _derive(_mapper: Mapper[ServiceRequest], _connection: Connection, request: ServiceRequest) -> None:
    request.cell = cell_of(request.lat, request.lon, request.address)
    request.queue_rank = queue_rank(urgent=request.urgent, joined=request.joined)
    request.searchable = searchable(request.model_dump(include={"description", "address", "area", *_CODES}))


class UpdateKind(StrEnum):
    """What happened to a report."""

    SUBMITTED = "submitted"
    PLACED = "placed"
    TAKEN = "taken"
    IN_PROGRESS = "in_progress"
    QUESTION = "question"
    ANSWER = "answer"
    CLOSED = "closed"
    REOPENED = "reopened"
    SETTLED = "settled"
    LATE = "late"
    RESCHEDULED = "rescheduled"
    JOINED = "joined"
    ASSIGNED = "assigned"
    RECLASSIFIED = "reclassified"
    MOVED = "moved"
    NOTE = "note"
    REPLY = "reply"
    MESSAGE = "message"
    CORRECTED = "corrected"
    WITHDRAWN = "withdrawn"
    MERGED = "merged"
    ABSORBED = "absorbed"
    SPLIT = "split"
    RELEASED = "released"
    FLAGGED = "flagged"
    PICTURED = "pictured"


class ServiceRequestUpdate(SQLModel, table=True):
    """One step in a report's life, by staff or a contact; told to those it concerns by whoever sees it first.

    `public_words` are the words as others than their writer read them, None where that is no different.
    """

    __tablename__ = "service_request_update"
    __table_args__ = (
        partial("ix_service_request_update_unannounced", "id", where="announced_at IS NULL"),
        Index("ix_service_request_update_kind", "kind", "at"),
    )

    id: int = Field(default=None, primary_key=True, sa_type=key)
    request_id: int = Field(foreign_key="service_request.id", index=True, sa_type=key)
    kind: UpdateKind = Field(sa_type=stored(UpdateKind))
    at: datetime
    staff_id: int | None = Field(default=None, foreign_key="staff.id", sa_type=key)
    contact_id: int | None = Field(default=None, foreign_key="contact.id", sa_type=key)
    words: str = ""
    public_words: str | None = None
    photos: list[int] = Field(default=[], sa_type=document)
    details: dict[str, Any] = Field(default={}, sa_type=document)
    announced_at: datetime | None = None
