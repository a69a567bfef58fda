"""Projects of a vote: entered from proposals, reviewed, withdrawn with a reason, and followed once they have won."""

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Session, col, select

from backend.errors import IllegalVoteStep
from backend.staff.actions import log_action
from backend.votes import votecount, votedraft, votes, votesteps
from storage.people import Staff
from storage.proposals import Proposal, ProposalState
from storage.votes import Budget, Heading, Phase, Progress, Project, Standing, VoteStep

_FOLLOWS: dict[VoteStep, tuple[Progress | None, ...]] = {
    VoteStep.PLANNED: (None,),
    VoteStep.IN_PROGRESS: (None, Progress.PLANNED),
    VoteStep.MILESTONE: (None, Progress.PLANNED, Progress.IN_PROGRESS),
    VoteStep.DONE: (None, Progress.PLANNED, Progress.IN_PROGRESS),
}
"""After which progress a step of the work may come."""


def waiting_proposals(session: Session, budget: Budget) -> Sequence[Proposal]:
    """Proposals that the city has accepted and that are not in this vote yet."""
    entered = select(Project.proposal_id).where(Project.budget_id == budget.id, col(Project.proposal_id).is_not(None))
    rows = select(Proposal).where(Proposal.state == ProposalState.ACCEPTED, col(Proposal.id).not_in(entered))
    return session.exec(rows.order_by(col(Proposal.id))).all()


def enter(session: Session, budget: Budget, proposal: Proposal, *, now: datetime, staff: Staff | None) -> Project:
    """Make a project of an accepted proposal, in its area's part where there is one; raises IllegalVoteStep.

    What it costs and whether it can be built is said at the review.
    """
    votedraft.check_changeable(budget)
    headings = votes.headings_of(session, budget)
    if not headings or proposal.state is not ProposalState.ACCEPTED:
        raise IllegalVoteStep
    project = votedraft.add_project(
        session,
        _heading_of(headings, proposal),
        name=proposal.title,
        cost=0,
        description=proposal.summary,
        reference=f"P{proposal.id}",
        place=proposal.address or proposal.area or "",
        lat=proposal.lat,
        lon=proposal.lon,
        standing=Standing.SUBMITTED,
    )
    project.contact_id, project.proposal_id = proposal.contact_id, proposal.id
    project.media_id = next(iter(proposal.photos), None)
    votesteps.note(session, budget, VoteStep.ENTERED, now=now, project=project, staff=staff)
    return project


def _heading_of(headings: Sequence[Heading], proposal: Proposal) -> Heading:
    own = [heading for heading in headings if heading.area is not None and heading.area == proposal.area]
    city = [heading for heading in headings if heading.area is None]
    return next(iter([*own, *city, *headings]))


def unreviewed(session: Session, budget: Budget) -> Sequence[Project]:
    """Projects that nobody has looked at, by number."""
    rows = select(Project).where(Project.budget_id == budget.id, Project.standing == Standing.SUBMITTED)
    return session.exec(rows.order_by(col(Project.number))).all()


def accept(session: Session, project: Project, cost: int, *, now: datetime, staff: Staff | None) -> None:
    """Put a project on the ballot, for what it costs (smallest units); raises AlreadyFrozen."""
    budget = _changeable(session, project)
    project.cost, project.standing, project.reason = cost, Standing.ACCEPTED, ""
    votesteps.note(session, budget, VoteStep.ACCEPTED, now=now, project=project, staff=staff)


def reject(session: Session, project: Project, reason: str, *, now: datetime, staff: Staff | None = None) -> None:
    """Keep a project off the ballot, with the reason that its author reads; raises AlreadyFrozen."""
    budget = _changeable(session, project)
    project.standing, project.reason = Standing.REJECTED, reason
    votesteps.note(session, budget, VoteStep.REJECTED, now=now, project=project, staff=staff, words=reason)


def withdraw(session: Session, project: Project, reason: str, *, now: datetime, staff: Staff | None = None) -> None:
    """Take a project out of the count after the ballot was published; the ballot stays, the reason is published.

    Raises IllegalVoteStep before the publication and after the count: a result does not change.
    """
    budget = session.get_one(Budget, project.budget_id)
    if budget.phase not in (Phase.FROZEN, Phase.OPEN) or project.standing is not Standing.ACCEPTED:
        raise IllegalVoteStep
    project.standing, project.reason = Standing.WITHDRAWN, reason
    votesteps.note(session, budget, VoteStep.WITHDRAWN, now=now, project=project, staff=staff, words=reason)
    log_action(session, staff, "withdrawn", f"project:{project.id}", now=now, reason=reason)


def won(session: Session, budget: Budget) -> list[Project]:
    """The projects that won a counted vote, by number; raises NotOpenYet before the count."""
    found = []
    for heading in votes.headings_of(session, budget):
        outcome = votecount.outcome(heading)
        chosen = {*outcome.winners, *outcome.topped_up}
        found += [one for one in votes.projects_of(session, heading) if one.reference in chosen]
    return found


def advance(
    session: Session, project: Project, step: VoteStep, words: str, *, now: datetime, staff: Staff | None
) -> None:
    """A step of the work on a project that won; raises IllegalVoteStep where it can't follow, NotOpenYet too early."""
    budget = session.get_one(Budget, project.budget_id)
    is_next = project.progress in _FOLLOWS.get(step, ())
    if not is_next or project.id not in {one.id for one in won(session, budget)}:
        raise IllegalVoteStep
    if step is not VoteStep.MILESTONE:
        project.progress = Progress(step.value)
    votesteps.note(session, budget, step, now=now, project=project, staff=staff, words=words)


def next_steps(project: Project) -> list[VoteStep]:
    """The steps of the work that may come now."""
    return [step for step, after in _FOLLOWS.items() if project.progress in after]


def _changeable(session: Session, project: Project) -> Budget:
    budget = session.get_one(Budget, project.budget_id)
    votedraft.check_changeable(budget)
    session.flush()
    return budget
