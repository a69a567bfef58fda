"""Drafts of votes: made with rule, limits and dates; filled with parts and projects until they are published."""

from collections.abc import Mapping
from datetime import datetime

from pydantic import BaseModel, ConfigDict
from sqlmodel import Session, func, select

from backend.ballotlog.frozen import LIMITS
from backend.ballotlog.heads import new_key
from backend.errors import AlreadyFrozen
from backend.tally import rule as rules
from backend.tally.election import BallotKind, Election
from backend.tally.legality import limit
from backend.votes import ballotbox, votes
from storage.folding import folded
from storage.votes import Areas, Budget, Heading, Level, Project, Standing

FIRST_NUMBER = 11
"""Numbers of projects begin above those of a menu, so that a number typed means one thing only."""


class Dates(BaseModel):
    """When each phase of a vote begins; those before the vote may be missing."""

    model_config = ConfigDict(frozen=True)

    submission_at: datetime | None = None
    review_at: datetime | None = None
    publish_at: datetime | None = None
    opens_at: datetime
    closes_at: datetime

    def check(self) -> None:
        """Raise ValueError unless each phase follows the one before."""
        if not self.opens_at < self.closes_at:
            raise ValueError("a vote must open before it closes")
        known = [one for one in (self.submission_at, self.review_at, self.publish_at, self.opens_at) if one is not None]
        if known != sorted(set(known)):
            raise ValueError("submission, review, publication and vote must follow each other")


def create(
    session: Session,
    *,
    slug: str,
    names: Mapping[str, str],
    kind: BallotKind,
    rule: str,
    limits: Mapping[str, int],
    level: Level,
    currency: str,
    dates: Dates,
    now: datetime,
    scale: int = 1,
    areas: Areas = Areas.ALL,
) -> Budget:
    """Begin a draft; raises RuleInvalid for a rule that is none, ValueError for dates that don't follow each other."""
    dates.check()
    if unknown := unknown_limits(limits):
        raise ValueError(f"no limits: {', '.join(unknown)}")
    budget = Budget(
        slug=slug,
        names=dict(names),
        kind=kind.value,
        rule=str(rules.parse(rule)),
        limits=dict(limits),
        level=level,
        currency=currency,
        scale=scale,
        areas=areas,
        created_at=now,
        **dates.model_dump(),
    )
    session.add(budget)
    session.flush()
    session.add(ballotbox.new_secret(budget.id, new_key()))
    session.flush()
    return budget


def add_heading(
    session: Session, budget: Budget, *, code: str, names: Mapping[str, str], money: int, area: str | None = None
) -> Heading:
    """Add a part with its own money; raises AlreadyFrozen."""
    check_changeable(budget)
    heading = Heading(budget_id=budget.id, code=code, names=dict(names), money=money, area=area)
    session.add(heading)
    session.flush()
    return heading


def add_project(
    session: Session,
    heading: Heading,
    *,
    name: str,
    cost: int,
    description: str = "",
    reference: str = "",
    place: str = "",
    lat: float | None = None,
    lon: float | None = None,
    standing: Standing = Standing.ACCEPTED,
) -> Project:
    """Put a project on the ballot, under the next free number; raises AlreadyFrozen."""
    check_changeable(session.get_one(Budget, heading.budget_id))
    highest = session.exec(select(func.max(Project.number)).where(Project.budget_id == heading.budget_id)).one()
    number = (highest or FIRST_NUMBER - 1) + 1
    project = Project(
        budget_id=heading.budget_id,
        heading_id=heading.id,
        number=number,
        reference=reference or str(number),
        name=name,
        description=description,
        cost=cost,
        place=place,
        lat=lat,
        lon=lon,
        standing=standing,
        searchable=folded(f"{name} {description} {place}"),
    )
    session.add(project)
    session.flush()
    return project


def load(
    session: Session,
    budget: Budget,
    election: Election,
    *,
    code: str,
    names: Mapping[str, str],
    area: str | None = None,
) -> Heading:
    """A heading with all projects of an election file; raises AlreadyFrozen."""
    heading = add_heading(session, budget, code=code, names=names, money=election.budget, area=area)
    for one in election.projects:
        description = one.more.get("description", "")
        lat, lon = (_degrees(one.more.get(name, "")) for name in ("latitude", "longitude"))
        add_project(
            session,
            heading,
            name=one.name or one.id,
            cost=one.cost,
            description=description,
            reference=one.id,
            place=one.more.get("neighborhood", ""),
            lat=lat,
            lon=lon,
        )
    return heading


def unknown_limits(limits: Mapping[str, int]) -> list[str]:
    """Names among these that limit nothing."""
    return sorted(set(limits) - set(LIMITS))


def limits_of(election: Election) -> dict[str, int]:
    """The limits for a ballot that an election file names; money in smallest units."""
    limits = {name: value for name in LIMITS if (value := limit(election.meta, name)) is not None}
    if "max_sum_cost" in limits:
        limits["max_sum_cost"] *= election.scale
    if election.kind is BallotKind.CHOOSE_ONE:
        limits["max_length"] = 1
    return limits


def check_changeable(budget: Budget) -> None:
    """Raise AlreadyFrozen once what can be chosen was published."""
    if budget.phase not in votes.BEFORE:
        raise AlreadyFrozen


def _degrees(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None
