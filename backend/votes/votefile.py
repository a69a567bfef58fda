"""Budgets as files: TOML with names, rule, dates and parts, that somebody writes beside their desk."""

import tomllib
from datetime import UTC, datetime
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator
from sqlmodel import Session

from backend.errors import AgoraError
from backend.tally.election import BallotKind
from backend.votes import votedraft, votes
from backend.votes.votedraft import Dates
from storage.votes import Areas, Budget, Level


class BudgetInvalid(AgoraError):
    """A file is no budget; the message says why."""


class Part(BaseModel):
    """A part with money of its own, in smallest units of the currency; with `area` it is that area's."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    code: str = Field(pattern="^[a-z0-9-]{1,30}$")
    names: dict[str, str]
    money: int = Field(gt=0)
    area: str | None = None


class Plan(BaseModel):
    """A budget as it is written down; `limits` bound a ballot, dates without a zone are UTC."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    slug: str = Field(pattern="^[a-z0-9-]{1,40}$")
    names: dict[str, str]
    kind: BallotKind = BallotKind.APPROVAL
    rule: str = "greedy"
    limits: dict[str, int] = {}
    level: Level = Level.L0
    areas: Areas = Areas.ALL
    currency: str = Field(default="EUR", pattern="^[A-Z]{3}$")
    scale: int = Field(default=1, gt=0)
    dates: Dates
    parts: list[Part] = Field(min_length=1)

    @field_validator("dates")
    @classmethod
    def _in_order(cls, dates: Dates) -> Dates:
        aware = {name: _aware(at) for name, at in dates}
        known = Dates.model_validate(aware)
        known.check()
        return known


def load(path: Path) -> Plan:
    """Read a budget from a TOML file; raises BudgetInvalid."""
    try:
        return Plan.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise BudgetInvalid(f"{path.name}: {error}") from None
    except ValidationError as error:
        faults = [f"{'.'.join(map(str, one['loc']))}: {one['msg']}" for one in error.errors()]
        raise BudgetInvalid("; ".join(faults)) from None


def draft(session: Session, plan: Plan, *, now: datetime) -> Budget:
    """Make the draft; raises BudgetInvalid when there is a vote of this name, RuleInvalid for a rule that is none."""
    if votes.known(session, plan.slug) is not None:
        raise BudgetInvalid(f"there is a vote {plan.slug} already")
    if unknown := votedraft.unknown_limits(plan.limits):
        raise BudgetInvalid(f"no limits: {', '.join(unknown)}")
    budget = votedraft.create(
        session,
        slug=plan.slug,
        names=plan.names,
        kind=plan.kind,
        rule=plan.rule,
        limits=plan.limits,
        level=plan.level,
        currency=plan.currency,
        dates=plan.dates,
        now=now,
        scale=plan.scale,
        areas=plan.areas,
    )
    for part in plan.parts:
        votedraft.add_heading(session, budget, code=part.code, names=part.names, money=part.money, area=part.area)
    return budget


def _aware(at: datetime | None) -> datetime | None:
    return at.replace(tzinfo=UTC) if at is not None and at.tzinfo is None else at
