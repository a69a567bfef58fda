"""Service requests (residents say: reports) and every step of their life."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Index, event
from sqlmodel import Field, SQLModel

from storage.base import key
from storage.columns import document, partial, stored
from storage.folding import folded


class Status(StrEnum):
    """The status of Open311 GeoReport v2; all that is finer stands in the substatus."""

    OPEN = "open"
    CLOSED = "closed"


class Substatus(StrEnum):
    """Where an open report stands, or that it is closed or settled by its reporter's word."""

    SUBMITTED = "submitted"
    TAKEN = "taken"
    IN_PROGRESS = "in_progress"
    WAITING = "waiting"
    REOPENED = "reopened"
    CLOSED = "closed"
    SETTLED = "settled"
    WITHDRAWN = "withdrawn"


class ClosingReason(StrEnum):
    """Why a report was closed: the fixed list."""

    DONE = "done"
    NOT_OURS = "not_ours"
    BELOW_THRESHOLD = "below_threshold"
    DUPLICATE = "duplicate"
    NO_ACCESS = "no_access"


class ServiceRequest(SQLModel, table=True):
    """A report. `version` counts its changes, so that of two people acting at once the second is told.

    `searchable` holds its words and place as they are compared, and is kept by itself.
    """

    __tablename__ = "service_request"
    __table_args__ = (Index("ix_service_request_open", "status", "department", "id"), {"sqlite_autoincrement": True})

    id: int = Field(default=None, primary_key=True, sa_type=key)
    contact_id: int = Field(foreign_key="contact.id", index=True, sa_type=key)
    service_code: str
    department: str
    description: str
    address: str
    area: str | None = None
    lat: float | None = None
    lon: float | None = None
    attributes: dict[str, str] = Field(default={}, sa_type=document)
    urgent: bool = False
    status: Status = Field(default=Status.OPEN, sa_type=stored(Status))
    substatus: Substatus = Field(default=Substatus.SUBMITTED, sa_type=stored(Substatus))
    closing_reason: ClosingReason | None = Field(default=None, sa_type=stored(ClosingReason))
    closing_detail: str | None = None
    staff_id: int | None = Field(default=None, foreign_key="staff.id", sa_type=key)
    requested_at: datetime
    expected_at: datetime
    updated_at: datetime
    version: int = 1
    searchable: str = ""


@event.listens_for(ServiceRequest, "before_insert")
@event.listens_for(ServiceRequest, "before_update")
def _keep_searchable(_mapper: object, _connection: object, request: ServiceRequest) -> None:
    # Whoever changes words or place, the column that search looks into follows by itself.
    request.searchable = folded(f"{request.description} {request.address} {request.area or ''}")


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
    ASSIGNED = "assigned"
    RECLASSIFIED = "reclassified"
    MOVED = "moved"
    NOTE = "note"
    REPLY = "reply"
    MESSAGE = "message"
    CORRECTED = "corrected"
    WITHDRAWN = "withdrawn"


class ServiceRequestUpdate(SQLModel, table=True):
    """One step in a report's life; told to those it concerns by whoever sees it unannounced first."""

    __tablename__ = "service_request_update"
    __table_args__ = (partial("ix_service_request_update_unannounced", "id", where="announced_at IS NULL"),)

    id: int = Field(default=None, primary_key=True, sa_type=key)
    request_id: int = Field(foreign_key="service_request.id", index=True, sa_type=key)
    kind: UpdateKind = Field(sa_type=stored(UpdateKind))
    at: datetime
    staff_id: int | None = Field(default=None, foreign_key="staff.id", sa_type=key)
    words: str = ""
    photos: list[int] = Field(default=[], sa_type=document)
    details: dict[str, Any] = Field(default={}, sa_type=document)
    announced_at: datetime | None = None
