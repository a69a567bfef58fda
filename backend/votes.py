"""Votes: made as a draft, frozen and published, opened and closed by the clock, counted, exported."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path

from sqlmodel import Session, col, delete, func, select

from backend import ballotbox, roll
from backend.ballotlog import export as exports
from backend.ballotlog.board import counted
from backend.ballotlog.frozen import LIMITS, FrozenVote
from backend.ballotlog.heads import new_key, public_key, written_time
from backend.errors import AlreadyFrozen, NoSuchVote, NotOpenYet
from backend.tally import counting
from backend.tally import rule as rules
from backend.tally.election import BallotKind, Election
from backend.tally.election import Project as Choosable
from backend.tally.legality import limit
from backend.tally.outcome import Outcome
from storage.folding import folded
from storage.roll import Eligibility, Voter
from storage.votes import Budget, BudgetSecret, Heading, Level, Phase, Project, Standing

FIRST_NUMBER = 11
"""Numbers of projects begin above those of a menu, so that a number typed means one thing only."""


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
    opens_at: datetime,
    closes_at: datetime,
    now: datetime,
    scale: int = 1,
) -> Budget:
    """Begin a draft; raises RuleInvalid for a rule that is none, ValueError for dates that don't follow each other."""
    if not opens_at < closes_at:
        raise ValueError("a vote must open before it closes")
    if unknown := set(limits) - set(LIMITS):
        raise ValueError(f"no limits: {', '.join(sorted(unknown))}")
    budget = Budget(
        slug=slug,
        names=dict(names),
        kind=kind.value,
        rule=str(rules.parse(rule)),
        limits=dict(limits),
        level=level,
        currency=currency,
        scale=scale,
        created_at=now,
        opens_at=opens_at,
        closes_at=closes_at,
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
    _check_draft(budget)
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
) -> Project:
    """Put a project on the ballot, under the next free number; raises AlreadyFrozen."""
    _check_draft(session.get_one(Budget, heading.budget_id))
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
        searchable=folded(f"{name} {description} {place}"),
    )
    session.add(project)
    session.flush()
    return project


def load(session: Session, budget: Budget, election: Election, *, code: str, names: Mapping[str, str]) -> Heading:
    """A heading with all projects of an election file; raises AlreadyFrozen."""
    heading = add_heading(session, budget, code=code, names=names, money=election.budget)
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


def limits_of(election: Election) -> dict[str, int]:
    """The limits for a ballot that an election file names; money in smallest units."""
    limits = {name: value for name in LIMITS if (value := limit(election.meta, name)) is not None}
    if "max_sum_cost" in limits:
        limits["max_sum_cost"] *= election.scale
    if election.kind is BallotKind.CHOOSE_ONE:
        limits["max_length"] = 1
    return limits


def reject(session: Session, project: Project, reason: str) -> None:
    """Take a project off a draft's ballot, with the reason that its author reads; raises AlreadyFrozen."""
    _check_draft(session.get_one(Budget, project.budget_id))
    project.standing, project.reason = Standing.REJECTED, reason


def withdraw(project: Project, reason: str) -> None:
    """Take a project out of the count after the ballot was published; the ballot stays, the reason is published."""
    project.standing, project.reason = Standing.WITHDRAWN, reason


def freeze(session: Session, budget: Budget, *, now: datetime) -> dict[str, str]:
    """Fix what can be chosen, the rule and the key; returns the hash of each heading, to be published now.

    Raises AlreadyFrozen, NoSuchVote when there is nothing to choose, RuleInvalid when the rule does not fit.
    """
    _check_draft(budget)
    headings = headings_of(session, budget)
    if not headings:
        raise NoSuchVote
    secret = session.get_one(BudgetSecret, budget.id)
    hashes = {}
    for heading in headings:
        on_ballot = projects_of(session, heading)
        if not on_ballot:
            raise NoSuchVote
        vote = FrozenVote(
            vote=f"{budget.slug}/{heading.code}",
            kind=BallotKind(budget.kind),
            rule=rules.parse(budget.rule),
            budget=heading.money,
            projects=tuple(Choosable(one.reference, one.cost, one.name) for one in on_ballot),
            level=budget.level.value,
            key=public_key(bytes.fromhex(secret.signing_key)),
            closes=written_time(budget.closes_at),
            scale=budget.scale,
            limits=budget.limits,
        )
        counting.count(vote.election(counted([], vote)), vote.rule)  # a rule that can't count this fails now, not later
        heading.frozen, heading.frozen_hash = vote.canonical.decode(), vote.hash
        hashes[heading.code] = vote.hash
    budget.phase, budget.frozen_at = Phase.FROZEN, now
    session.flush()
    return hashes


def turn_phases(session: Session, *, now: datetime) -> list[Budget]:
    """Open and close what is due, and sign heads of what is open; returns the votes that were counted."""
    rows = select(Budget).where(col(Budget.phase).in_((Phase.FROZEN, Phase.OPEN))).order_by(col(Budget.id))
    closed = []
    for budget in session.exec(rows).all():
        if budget.phase is Phase.FROZEN and budget.opens_at <= now:
            budget.phase = Phase.OPEN
            session.flush()
        if budget.phase is Phase.OPEN:
            if budget.closes_at <= now:
                close(session, budget, now=now)
                closed.append(budget)
            else:
                for heading in headings_of(session, budget):
                    ballotbox.sign_due(session, heading, now=now)
    return closed


def close(session: Session, budget: Budget, *, now: datetime) -> None:
    """Sign the last heads, count, sign the result, and destroy what leads from people to ballots."""
    if budget.phase is not Phase.OPEN:
        raise NotOpenYet
    for heading in headings_of(session, budget):
        session.exec(select(Heading).where(Heading.id == heading.id).with_for_update()).one()
        ballotbox.sign_head(session, heading, now=now)
        board = ballotbox.board_of(session, heading)
        took = select(func.count()).select_from(Voter).where(Voter.heading_id == heading.id)
        _, closing = board.close(
            roll=roll.size(session, budget), took=session.exec(took).one(), out=_withdrawn(session, heading)
        )
        heading.closing = closing.decode()
    session.get_one(BudgetSecret, budget.id).roll_key = None
    session.exec(delete(Eligibility).where(col(Eligibility.budget_id) == budget.id))
    budget.phase, budget.counted_at = Phase.COUNTED, now
    session.flush()


def outcome(session: Session, heading: Heading) -> Outcome:
    """The result of a counted heading, with the reasons; raises NotOpenYet before the close: nobody is told sooner."""
    if heading.closing is None:
        raise NotOpenYet
    vote = ballotbox.frozen_of(heading)
    entries = ballotbox.board_of(session, heading).entries
    return counting.count(vote.election(counted(entries, vote), _withdrawn(session, heading)), vote.rule)


def export(session: Session, heading: Heading, path: Path) -> Path:
    """Write the zip from which anybody can check and count the vote; raises NotOpenYet before the close."""
    if heading.closing is None:
        raise NotOpenYet
    return exports.write(path, ballotbox.board_of(session, heading), heading.closing.encode())


def turnout(session: Session, heading: Heading) -> int:
    """How many took a ballot; this may be told while the vote is open."""
    return session.exec(select(func.count()).select_from(Voter).where(Voter.heading_id == heading.id)).one()


def find(session: Session, slug: str) -> Budget:
    """A vote by its name in commands; raises NoSuchVote."""
    budget = session.exec(select(Budget).where(Budget.slug == slug)).first()
    if budget is None:
        raise NoSuchVote
    return budget


def current(session: Session, now: datetime) -> Sequence[Budget]:
    """Votes that are open now, the one that closes first at the head."""
    rows = select(Budget).where(Budget.phase == Phase.OPEN, Budget.opens_at <= now, Budget.closes_at > now)
    return session.exec(rows.order_by(col(Budget.closes_at))).all()


def headings_of(session: Session, budget: Budget) -> Sequence[Heading]:
    """The parts of a vote, in the order in which they were made."""
    return session.exec(select(Heading).where(Heading.budget_id == budget.id).order_by(col(Heading.id))).all()


def projects_of(session: Session, heading: Heading) -> Sequence[Project]:
    """What is on the ballot, also what was withdrawn after it was published, by number."""
    on_ballot = (Standing.ACCEPTED, Standing.WITHDRAWN)
    rows = select(Project).where(Project.heading_id == heading.id, col(Project.standing).in_(on_ballot))
    return session.exec(rows.order_by(col(Project.number))).all()


def search(session: Session, heading: Heading, words: str, *, limit: int = 50) -> Sequence[Project]:
    """Projects on the ballot that hold all the words."""
    rows = select(Project).where(Project.heading_id == heading.id, Project.standing == Standing.ACCEPTED)
    for word in folded(words).split():
        rows = rows.where(col(Project.searchable).contains(word, autoescape=True))
    return session.exec(rows.order_by(col(Project.number)).limit(limit)).all()


def _withdrawn(session: Session, heading: Heading) -> dict[str, str]:
    rows = select(Project).where(Project.heading_id == heading.id, Project.standing == Standing.WITHDRAWN)
    return {project.reference: project.reason for project in session.exec(rows)}


def _check_draft(budget: Budget) -> None:
    if budget.phase is not Phase.DRAFT:
        raise AlreadyFrozen


def _degrees(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None
