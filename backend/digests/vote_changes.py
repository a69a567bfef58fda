"""Votes that opened, are about to close, or were decided lately, and whom of many people that concerns."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from sqlalchemy import distinct, func
from sqlmodel import Session, col, or_, select

from backend.broadcasts import audience as audiences
from backend.broadcasts.audience import Audience
from backend.digests.changes import Stretch
from backend.votes import votes
from storage.among import among
from storage.contacts import Contact
from storage.roll import Voter
from storage.votes import Budget, Phase, Project

SOON = timedelta(days=3)
"""So long before its close a vote closes soon; for whoever hears less often, before the next time that they hear."""


class Voting(StrEnum):
    """What became of a vote."""

    OPENED = "opened"
    CLOSING = "closing"
    DECIDED = "decided"


@dataclass(frozen=True)
class VoteChange:
    """A vote that took a step, for one person; whether they voted is nobody's business, so everybody is told."""

    contact_id: int
    step: Voting
    budget: Budget


@dataclass(frozen=True)
class Result:
    """What a vote decided: the names of what won, heading by heading in the order of winning, and who took part."""

    voters: int
    won: Sequence[str]


class Votes:
    """The votes that took a step after a moment, read once."""

    def __init__(self, session: Session, since: datetime, _until: datetime) -> None:
        moments = (Budget.opens_at, Budget.closes_at, Budget.counted_at)
        rows = select(Budget).where(
            col(Budget.phase).in_((Phase.OPEN, Phase.COUNTED)), or_(*(col(one) > since for one in moments))
        )
        self._budgets = session.exec(rows.order_by(col(Budget.id))).all()
        self._areas = {budget.id: _areas(session, budget) for budget in self._budgets}
        self._results: dict[int, Result] = {}

    def of(self, session: Session, stretches: Mapping[int, Stretch]) -> Iterator[VoteChange]:
        """The newest step of each vote that concerns each of these people, within their stretch."""
        for budget in self._budgets:
            for contact_id in self._concerned(session, budget, stretches):
                step = _newest(budget, stretches[contact_id])
                if step is not None:
                    yield VoteChange(contact_id, step, budget)

    def result(self, session: Session, budget: Budget) -> Result:
        """What was decided, from the statement that closes the log: nothing is counted again."""
        if budget.id not in self._results:
            self._results[budget.id] = _result(session, budget)
        return self._results[budget.id]

    def _concerned(self, session: Session, budget: Budget, people: Mapping[int, Stretch]) -> Sequence[int]:
        """Everybody, or those of the areas that alone have a ballot."""
        if not self._areas[budget.id]:
            return list(people)
        meant = audiences.contacts(Audience(areas=self._areas[budget.id]))
        return session.scalars(meant.where(among(Contact.id, people)).order_by(col(Contact.id))).all()


def _areas(session: Session, budget: Budget) -> list[str]:
    areas = [heading.area for heading in votes.headings_of(session, budget)]
    return [area for area in areas if area] if all(areas) else []


def _newest(budget: Budget, stretch: Stretch) -> Voting | None:
    since, until = stretch
    is_open = budget.opens_at <= until < budget.closes_at
    steps = {
        Voting.DECIDED: budget.counted_at,
        Voting.CLOSING: budget.closes_at - max(SOON, until - since) if is_open else None,
        Voting.OPENED: budget.opens_at if is_open else None,
    }
    return next((step for step, at in steps.items() if at is not None and since < at <= until), None)


def winners(session: Session, budget: Budget) -> Sequence[Project]:
    """What won a counted vote, heading by heading in the order of winning, from the statements that close the logs."""
    won: list[Project] = []
    for heading in votes.headings_of(session, budget):
        projects = {project.reference: project for project in votes.projects_of(session, heading)}
        result = json.loads(heading.closing)["statement"]["result"] if heading.closing else {}
        won += [projects[one] for one in (*result.get("winners", ()), *result.get("topped_up", ())) if one in projects]
    return won


def _result(session: Session, budget: Budget) -> Result:
    # Who votes for their area and for the city is one person, under one hash.
    took = select(func.count(distinct(col(Voter.identity)))).where(
        col(Voter.heading_id).in_([heading.id for heading in votes.headings_of(session, budget)])
    )
    return Result(session.exec(took).one(), [project.name for project in winners(session, budget)])
