"""A vote in a database, for tests and benches: made, frozen and opened."""

from datetime import UTC, datetime, timedelta

from sqlmodel import Session

from backend import roll, votes
from backend.tally.election import BallotKind
from storage.contacts import Contact
from storage.database import Database
from storage.votes import Budget, Heading, Level

NOW = datetime(2026, 5, 1, 8, 0, tzinfo=UTC)
CLOSES = NOW + timedelta(days=14)
COSTS = {"Trees": 60_000, "Benches": 50_000, "Books": 30_000, "Bins": 10_000}


def draft(
    session: Session,
    *,
    kind: BallotKind = BallotKind.APPROVAL,
    rule: str = "greedy",
    level: Level = Level.L0,
    limits: dict[str, int] | None = None,
    slug: str = "spring",
    now: datetime = NOW,
) -> tuple[Budget, Heading]:
    """A vote of four projects for 100,000."""
    budget = votes.create(
        session,
        slug=slug,
        names={"en": "Spring vote", "fr": "Vote de printemps", "es": "Votación de primavera"},
        kind=kind,
        rule=rule,
        limits=limits or {},
        level=level,
        currency="USD",
        opens_at=now,
        closes_at=now + (CLOSES - NOW),
        now=now,
    )
    heading = votes.add_heading(session, budget, code="city", names={"en": "The whole city"}, money=100_000)
    for number, (name, cost) in enumerate(COSTS.items(), start=1):
        words = f"{name} for everybody"
        votes.add_project(session, heading, name=name, cost=cost, description=words, reference=str(number))
    return budget, heading


def opened(
    session: Session,
    *,
    kind: BallotKind = BallotKind.APPROVAL,
    rule: str = "greedy",
    level: Level = Level.L0,
    limits: dict[str, int] | None = None,
    codes: int = 0,
) -> tuple[Budget, Heading]:
    """The same, frozen and open."""
    budget, heading = draft(session, kind=kind, rule=rule, level=level, limits=limits)
    roll.load(session, budget, [{"code": f"code-{number}", "area": "North"} for number in range(codes)])
    votes.freeze(session, budget, now=NOW)
    votes.turn_phases(session, now=NOW)
    return budget, heading


def contact(session: Session, name: str = "Ana") -> Contact:
    """Somebody."""
    person = Contact(name=name, language="en", created_at=NOW)
    session.add(person)
    session.flush()
    return person


def hold_vote(database: Database, words: str, now: datetime, currency: str = "USD") -> None:
    """Open a vote as a transcript describes it: ballots, rule, level and limits; on the roll: codes K-1 to K-3."""
    kind, rule, level, *limits = words.split()
    told = {name: int(value) for name, _, value in (limit.partition("=") for limit in limits)}
    with database.transaction() as session:
        budget, heading = draft(session, kind=BallotKind(kind), rule=rule, level=Level(level), limits=told, now=now)
        budget.currency = currency
        heading.names = {"en": "the whole city", "fr": "toute la ville", "es": "toda la ciudad"}
        roll.load(session, budget, [{"code": f"K-{number}"} for number in range(1, 4)])
        votes.freeze(session, budget, now=now)
        votes.turn_phases(session, now=now)
