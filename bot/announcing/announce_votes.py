"""Announcing votes: every step reaches the staff, the authors of projects, and those who took a ballot."""

from datetime import datetime

from sqlmodel import Session, select

from backend.staff import staff
from backend.votes import voteprojects, votes, votesteps, voting
from bot.conversation.reply import Lines, Moment, Money, Named, Paragraph, Reply, Variable, text
from bot.mailing import tell_all
from storage.votes import Budget, Project, Standing, VoteStep, VoteUpdate

_FOR_STAFF = frozenset(
    {VoteStep.SUBMISSION, VoteStep.REVIEW, VoteStep.STUCK, VoteStep.PUBLISHED, VoteStep.OPENED, VoteStep.COUNTED}
)
"""Steps that the clock takes, told to dispatchers and admins unless one of them took it."""
_FOR_VOTERS = frozenset({VoteStep.WITHDRAWN, VoteStep.PLANNED, VoteStep.IN_PROGRESS, VoteStep.MILESTONE, VoteStep.DONE})
"""Steps of a project that everybody hears who took a ballot of its part, beside its author."""


def announce(session: Session, now: datetime) -> int:
    """Tell of every step of a vote that was not told yet; returns how many there were."""
    updates = votesteps.untold(session)
    for update in updates:
        budget = session.get_one(Budget, update.budget_id)
        if update.kind in _FOR_STAFF and update.staff_id is None:
            _tell_staff(session, budget, update, now)
        if update.project_id is not None:
            _tell_of_project(session, budget, update, now)
        elif update.kind in (VoteStep.PUBLISHED, VoteStep.OPENED, VoteStep.COUNTED):
            _tell_authors(session, budget, update, now)
        if update.kind is VoteStep.COUNTED:
            _tell_voters(session, budget, now)
        update.announced_at = now
    return len(updates)


def _tell_staff(session: Session, budget: Budget, update: VoteUpdate, now: datetime) -> None:
    head = text(f"vote-staff-notice-{update.kind.value}", **_of_budget(session, budget))
    paragraphs: list[Paragraph] = [head]
    if update.kind is VoteStep.STUCK:
        waiting = len(voteprojects.unreviewed(session, budget))
        paragraphs.append(text(update.words, count=waiting) if update.words.startswith("vote-") else head)
    if update.kind is VoteStep.PUBLISHED:
        paragraphs.append(_hashes(session, budget))
    concerned = [member.contact_id for member in staff.responsible(session, "")]
    tell_all(session, concerned, Reply(paragraphs=paragraphs), now=now)


def _hashes(session: Session, budget: Budget) -> Lines:
    headings = votes.headings_of(session, budget)
    lines = [text("vote-staff-hash", heading=Named(names=one.names), hash=one.frozen_hash or "") for one in headings]
    return Lines(lines=lines)


def _tell_of_project(session: Session, budget: Budget, update: VoteUpdate, now: datetime) -> None:
    project = session.get_one(Project, update.project_id)
    told = set() if project.contact_id is None else {project.contact_id}
    if update.kind in _FOR_VOTERS:
        told |= set(voting.participants(session, budget, project.heading_id))
    reply = Reply(paragraphs=[text(_notice(update), **_of_project(budget, project), words=update.words)])
    tell_all(session, sorted(told), reply, now=now)


def _notice(update: VoteUpdate) -> str:
    return f"vote-notice-{update.kind.value.replace('_', '-')}"


def _tell_authors(session: Session, budget: Budget, update: VoteUpdate, now: datetime) -> None:
    won = {one.id for one in voteprojects.won(session, budget)} if update.kind is VoteStep.COUNTED else set()
    for project in _with_authors(session, budget):
        kind = update.kind.value
        if update.kind is VoteStep.COUNTED:
            kind = "won" if project.id in won else "lost"
        said = text(f"vote-notice-{kind}", **_of_project(budget, project), **_of_budget(session, budget))
        tell_all(session, [project.contact_id or 0], Reply(paragraphs=[said]), now=now)


def _with_authors(session: Session, budget: Budget) -> list[Project]:
    """The projects on the ballot that a resident has proposed."""
    rows = select(Project).where(Project.budget_id == budget.id, Project.standing == Standing.ACCEPTED)
    return [one for one in session.exec(rows) if one.contact_id is not None]


def _tell_voters(session: Session, budget: Budget, now: datetime) -> None:
    said = text("vote-notice-counted", **_of_budget(session, budget))
    tell_all(session, voting.participants(session, budget), Reply(paragraphs=[said]), now=now)


def _of_project(budget: Budget, project: Project) -> dict[str, Variable]:
    return {
        "number": str(project.number),
        "title": project.name,
        "cost": Money(units=project.cost, scale=budget.scale, currency=budget.currency),
    }


def _of_budget(session: Session, budget: Budget) -> dict[str, Variable]:
    return {
        "vote": Named(names=budget.names),
        "opens": Moment(at=budget.opens_at, style="datetime"),
        "closes": Moment(at=budget.closes_at, style="datetime"),
        "waiting": len(voteprojects.unreviewed(session, budget)),
    }
