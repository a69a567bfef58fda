"""The phases of a vote, turned by the clock: ideas, review, publication, voting, the close."""

from datetime import datetime

from sqlmodel import Session, col, delete, select

from backend.ballotlog.board import counted
from backend.ballotlog.frozen import FrozenVote
from backend.ballotlog.heads import public_key, written_time
from backend.errors import IllegalVoteStep, NothingToChoose, NotOpenYet, NotReviewed, VoteRefused
from backend.tally import counting
from backend.tally import rule as rules
from backend.tally.election import BallotKind
from backend.tally.election import Project as Choosable
from backend.tally.rule import RuleInvalid
from backend.votes import votelog, voteprojects, votes, votesteps
from backend.votes.votedraft import check_changeable
from storage.people import Staff
from storage.roll import AreaChoice, Eligibility, VoteCode
from storage.votealarms import WrongCodes
from storage.votes import Budget, BudgetSecret, Heading, Phase, VoteStep


def freeze(session: Session, budget: Budget, *, now: datetime, staff: Staff | None = None) -> dict[str, str]:
    """Fix what can be chosen, the rule and the key; returns the hash of each heading, which is published now.

    Raises AlreadyFrozen, NotReviewed, NothingToChoose, or RuleInvalid when the rule does not fit.
    """
    check_changeable(budget)
    headings = votes.headings_of(session, budget)
    if not headings:
        raise NothingToChoose
    if waiting := voteprojects.unreviewed(session, budget):
        raise NotReviewed(count=len(waiting))
    key = public_key(bytes.fromhex(session.get_one(BudgetSecret, budget.id).signing_key))
    hashes = {heading.code: _freeze(session, budget, heading, key) for heading in headings}
    budget.phase, budget.frozen_at, budget.stuck_at = Phase.FROZEN, now, None
    votesteps.note(session, budget, VoteStep.PUBLISHED, now=now, staff=staff)
    return hashes


def _freeze(session: Session, budget: Budget, heading: Heading, key: str) -> str:
    on_ballot = votes.projects_of(session, heading)
    if not on_ballot:
        raise NothingToChoose
    vote = FrozenVote(
        vote=f"{budget.slug}/{heading.code}",
        kind=BallotKind(budget.kind),
        rule=rules.parse(budget.rule),
        budget=heading.money,
        projects=tuple(Choosable(one.reference, one.cost, one.name) for one in on_ballot),
        level=budget.level.value,
        key=key,
        closes=written_time(budget.closes_at),
        scale=budget.scale,
        limits=budget.limits,
    )
    counting.count(vote.election(counted([], vote)), vote.rule)  # a rule that can't count this fails now, not later
    heading.frozen, heading.frozen_hash = vote.canonical.decode(), vote.hash
    return vote.hash


def turn_phases(session: Session, *, now: datetime) -> list[Budget]:
    """Take every step that is due, and sign heads of what is open; returns the votes that were closed."""
    rows = select(Budget).where(col(Budget.phase).not_in(votes.OVER)).order_by(col(Budget.id))
    closed: list[Budget] = []
    for budget in session.exec(rows).all():
        if budget.phase in votes.BEFORE:
            _prepare(session, budget, now)
        if budget.phase is Phase.FROZEN and budget.opens_at <= now:
            budget.phase = Phase.OPEN
            votesteps.note(session, budget, VoteStep.OPENED, now=now)
        if budget.phase is Phase.OPEN and _is_over(session, budget, now):
            closed.append(budget)
    return closed


def _prepare(session: Session, budget: Budget, now: datetime) -> None:
    """The steps before the vote, for as many as have a date; one that has none is taken by staff."""
    if budget.phase is Phase.DRAFT and is_due(budget.submission_at, now):
        take_ideas(session, budget, now=now)
    if budget.phase is not Phase.REVIEW and is_due(budget.review_at, now):
        review(session, budget, now=now)
    if is_due(budget.publish_at, now):
        _publish(session, budget, now)


def is_due(at: datetime | None, now: datetime) -> bool:
    """Whether a step has a date, and it has come."""
    return at is not None and at <= now


def take_ideas(session: Session, budget: Budget, *, now: datetime, staff: Staff | None = None) -> None:
    """Begin to take projects; raises IllegalVoteStep when that time is over."""
    if budget.phase is not Phase.DRAFT:
        raise IllegalVoteStep
    budget.phase = Phase.SUBMISSION
    votesteps.note(session, budget, VoteStep.SUBMISSION, now=now, staff=staff)


def review(session: Session, budget: Budget, *, now: datetime, staff: Staff | None = None) -> None:
    """Take no more projects and look at what there is; raises IllegalVoteStep when that time is over."""
    if budget.phase not in (Phase.DRAFT, Phase.SUBMISSION):
        raise IllegalVoteStep
    budget.phase = Phase.REVIEW
    votesteps.note(session, budget, VoteStep.REVIEW, now=now, staff=staff)


def _publish(session: Session, budget: Budget, now: datetime) -> None:
    try:
        with session.begin_nested():
            freeze(session, budget, now=now)
    except (VoteRefused, RuleInvalid) as refused:
        # Nobody stands at the machine: staff are told once, and every look tries again.
        if budget.stuck_at is None:
            budget.stuck_at = now
            votesteps.note(session, budget, VoteStep.STUCK, now=now, words=getattr(refused, "message_id", str(refused)))


def _is_over(session: Session, budget: Budget, now: datetime) -> bool:
    """Close a vote whose time has come; while it is open, sign its heads."""
    if budget.closes_at <= now:
        close(session, budget, now=now)
        return True
    for heading in votes.headings_of(session, budget):
        votelog.sign_due(session, heading, now=now)
    return False


def close(session: Session, budget: Budget, *, now: datetime) -> None:
    """Sign the last heads, and destroy what leads from people to ballots; `votecounting` counts."""
    if budget.phase is not Phase.OPEN:
        raise NotOpenYet
    for heading in votes.headings_of(session, budget):
        session.exec(select(Heading).where(Heading.id == heading.id).with_for_update()).one()
        votelog.sign_head(session, heading, now=now)
    session.get_one(BudgetSecret, budget.id).roll_key = None
    for table in (Eligibility, VoteCode, AreaChoice, WrongCodes):
        session.exec(delete(table).where(col(table.budget_id) == budget.id))
    budget.phase = Phase.CLOSED
