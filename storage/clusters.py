"""Patterns of reports: many of one service in one place, which may become a proposal."""

from datetime import datetime
from typing import Any

from sqlmodel import Field, SQLModel

from storage.base import key
from storage.columns import document, partial


class ReportCluster(SQLModel, table=True):
    """Reports of one service that lie together; its people are told once, and offered to start a proposal.

    `numbers` are the reports, `proposal_id` is what came of it.
    """

    __tablename__ = "report_cluster"
    __table_args__ = (partial("ix_report_cluster_unannounced", "id", where="announced_at IS NULL"),)

    id: int = Field(default=None, primary_key=True, sa_type=key)
    service_code: str
    address: str
    area: str | None = None
    lat: float
    lon: float
    cell: int = Field(index=True, sa_type=key)
    numbers: list[Any] = Field(default=[], sa_type=document)
    found_at: datetime
    proposal_id: int | None = Field(default=None, foreign_key="proposal.id", sa_type=key)
    announced_at: datetime | None = None
