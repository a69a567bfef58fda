"""What became of the projects that people proposed to a vote: won or not, planned, under way, done."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from sqlmodel import Session, col, select

from backend.digests import vote_changes
from backend.digests.changes import Stretch
from storage.votes import Budget, Project, Standing, VoteStep, VoteUpdate


class ProjectStep(StrEnum):
    """A step that is worth a line some days later."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"
    WON = "won"
    LOST = "lost"
    WITHDRAWN = "withdrawn"
    PLANNED = "planned"
    IN_PROGRESS = "in_progress"
    MILESTONE = "milestone"
    DONE = "done"


class ProjectMove(NamedTuple):
    """A step of a project, and what one says of both."""

    step: ProjectStep
    at: datetime
    number: int
    title: str
    words: str


@dataclass(frozen=True)
class ProjectChange:
    """The newest telling step of a project, for its author."""

    contact_id: int
    project_id: int
    move: ProjectMove


class Projects:
    """Every telling step after a moment of projects that residents proposed, read once."""

    def __init__(self, session: Session, since: datetime, _until: datetime) -> None:
        self._moves: dict[int, list[ProjectMove]] = defaultdict(list)
        self._own: dict[int, set[int]] = defaultdict(set)
        told = [step.value for step in ProjectStep]
        steps = (
            select(VoteUpdate, Project)
            .join(Project, col(Project.id) == col(VoteUpdate.project_id))
            .where(VoteUpdate.at > since, col(VoteUpdate.kind).in_([one for one in VoteStep if one.value in told]))
        )
        for update, project in session.exec(steps.where(col(Project.contact_id).is_not(None))):
            self._add(project, ProjectStep(update.kind.value), update.at, update.words)
        self._read_results(session, since)
        for moves in self._moves.values():
            moves.sort(key=lambda move: move.at, reverse=True)

    def of(self, stretches: Mapping[int, Stretch]) -> Iterator[ProjectChange]:
        """The newest step of each project that each of these people proposed, within their stretch."""
        for contact_id in stretches.keys() & self._own.keys():
            since, until = stretches[contact_id]
            for project_id in sorted(self._own[contact_id]):
                move = next((move for move in self._moves[project_id] if since < move.at <= until), None)
                if move is not None:
                    yield ProjectChange(contact_id, project_id, move)

    def _read_results(self, session: Session, since: datetime) -> None:
        for budget in session.exec(select(Budget).where(col(Budget.counted_at) > since)):
            won = {project.id for project in vote_changes.winners(session, budget)}
            on_it = (Project.budget_id == budget.id, Project.standing == Standing.ACCEPTED)
            for project in session.exec(select(Project).where(*on_it, col(Project.contact_id).is_not(None))):
                step = ProjectStep.WON if project.id in won else ProjectStep.LOST
                self._add(project, step, budget.counted_at or since, "")

    def _add(self, project: Project, step: ProjectStep, at: datetime, words: str) -> None:
        self._moves[project.id].append(ProjectMove(step, at, project.number, project.name, words))
        self._own[project.contact_id or 0].add(project.id)
