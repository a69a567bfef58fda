"""Votes: which there are, their parts, what can be chosen in them, and how many took a ballot."""

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Session, col, func, select

from backend.errors import NoSuchVote
from storage.folding import folded
from storage.roll import Voter
from storage.votes import Budget, Heading, Phase, Project, Standing

BEFORE = (Phase.DRAFT, Phase.SUBMISSION, Phase.REVIEW)
"""The phases in which what can be chosen may still change."""
OVER = (Phase.CLOSED, Phase.COUNTED)
"""The phases in which no ballot is taken any more."""


def turnout(session: Session, heading: Heading) -> int:
    """How many took a ballot; this may be told while the vote is open."""
    return session.exec(select(func.count()).select_from(Voter).where(Voter.heading_id == heading.id)).one()


def find(session: Session, slug: str) -> Budget:
    """A vote by its name in commands; raises NoSuchVote."""
    budget = known(session, slug)
    if budget is None:
        raise NoSuchVote
    return budget


def known(session: Session, slug: str) -> Budget | None:
    """The same, None when there is none."""
    return session.exec(select(Budget).where(Budget.slug == slug)).first()


def current(session: Session, now: datetime) -> Sequence[Budget]:
    """Votes that are open now, the one that closes first at the head."""
    rows = select(Budget).where(Budget.phase == Phase.OPEN, Budget.opens_at <= now, Budget.closes_at > now)
    return session.exec(rows.order_by(col(Budget.closes_at))).all()


def last(session: Session) -> Budget | None:
    """The vote that closed last, whether it is counted already or not."""
    rows = select(Budget).where(col(Budget.phase).in_(OVER)).order_by(col(Budget.closes_at).desc())
    return session.exec(rows).first()


def coming(session: Session) -> Sequence[Budget]:
    """Votes that residents may know of and that are not open yet, the next one first."""
    phases = (Phase.SUBMISSION, Phase.REVIEW, Phase.FROZEN)
    rows = select(Budget).where(col(Budget.phase).in_(phases))
    return session.exec(rows.order_by(col(Budget.opens_at))).all()


def headings_of(session: Session, budget: Budget) -> Sequence[Heading]:
    """The parts of a vote, in the order in which they were made."""
    return session.exec(select(Heading).where(Heading.budget_id == budget.id).order_by(col(Heading.id))).all()


def part(session: Session, budget: Budget, code: str) -> Heading:
    """A part of a vote by its short name; raises NoSuchVote."""
    found = session.exec(select(Heading).where(Heading.budget_id == budget.id, Heading.code == code)).first()
    if found is None:
        raise NoSuchVote
    return found


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


def project(session: Session, budget: Budget, number: int) -> Project:
    """A project of a vote by its number, also one that is not on the ballot; raises NoSuchVote."""
    found = session.exec(select(Project).where(Project.budget_id == budget.id, Project.number == number)).first()
    if found is None:
        raise NoSuchVote
    return found
