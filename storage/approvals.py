"""Acts that wait for a second person's word."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Index
from sqlmodel import Field, SQLModel

from storage.base import key
from storage.columns import document, stored


class ApprovalStatus(StrEnum):
    """What became of a proposed act; overtaken means that the report changed before anybody had decided."""

    PENDING = "pending"
    APPROVED = "approved"
    REFUSED = "refused"
    EXPIRED = "expired"
    OVERTAKEN = "overtaken"


class Approval(SQLModel, table=True):
    """One act on a report, proposed by one of the staff, to be decided by another.

    `deed` is the act with all that it needs, `version` the report's as the proposer saw it, `reach` the number of
    residents who would be told.
    """

    __table_args__ = (Index("ix_approval_pending", "status", "expires_at"),)

    id: int = Field(default=None, primary_key=True, sa_type=key)
    request_id: int = Field(foreign_key="service_request.id", index=True, sa_type=key)
    proposer_id: int = Field(foreign_key="staff.id", sa_type=key)
    deed: dict[str, Any] = Field(sa_type=document)
    version: int
    reach: int
    status: ApprovalStatus = Field(default=ApprovalStatus.PENDING, sa_type=stored(ApprovalStatus))
    at: datetime
    expires_at: datetime
    decided_by: int | None = Field(default=None, foreign_key="staff.id", sa_type=key)
    decided_at: datetime | None = None
