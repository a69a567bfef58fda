"""A vote in a database, for tests and benches: made, frozen and opened."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

from sqlmodel import Session

from backend.tally.election import BallotKind
from backend.votes import roll, votecounting, votedraft, votephases, voting
from backend.votes.votedraft import Dates
from storage.contacts import Contact
from storage.database import Database
from storage.votes import Areas, Budget, Heading, Level

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
    budget = votedraft.create(
        session,
        slug=slug,
        names={"en": "Spring vote", "fr": "Vote de printemps", "es": "Votación de primavera"},
        kind=kind,
        rule=rule,
        limits=limits or {},
        level=level,
        currency="USD",
        dates=Dates(opens_at=now, closes_at=now + (CLOSES - NOW)),
        now=now,
    )
    heading = votedraft.add_heading(session, budget, code="city", names={"en": "The whole city"}, money=100_000)
    for number, (name, cost) in enumerate(COSTS.items(), start=1):
        words = f"{name} for everybody"
        votedraft.add_project(session, heading, name=name, cost=cost, description=words, reference=str(number))
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
    votephases.freeze(session, budget, now=NOW)
    votephases.turn_phases(session, now=NOW)
    return budget, heading


def held(session: Session, people: Mapping[str, int], areas: Areas | None = None) -> tuple[Budget, Heading]:
    """A vote on a roll with areas, in which so many people of each take a ballot of the city's part, for project 1."""
    budget, heading = draft(session, level=Level.L2)
    if areas is not None:
        add_areas(session, budget, areas)
    lives = [area for area, count in people.items() for _ in range(count)]
    roll.load(session, budget, [{"code": f"K-{number}", "area": area} for number, area in enumerate(lives)])
    votephases.freeze(session, budget, now=NOW)
    votephases.turn_phases(session, now=NOW)
    for number in range(len(lives)):
        who = contact(session).id
        roll.prove_by_code(session, budget, who, f"K-{number}", now=NOW)
        voting.cast(session, heading, who, ["1"], now=NOW)
    return budget, heading


def counted(session: Session, now: datetime = CLOSES) -> None:
    """What is over by then is closed and counted."""
    votephases.turn_phases(session, now=now)
    while (waiting := votecounting.due(session)) is not None:
        votecounting.store(session, waiting.counted(), now=now)


def contact(session: Session, name: str = "Ana") -> Contact:
    """Somebody."""
    person = Contact(name=name, language="en", created_at=NOW)
    session.add(person)
    session.flush()
    return person


def add_areas(session: Session, budget: Budget, areas: Areas = Areas.ONE) -> list[Heading]:
    """Two areas with 20,000 each and a project of their own."""
    budget.areas = areas
    headings = []
    for area in ("Dorchester", "Roxbury"):
        names = dict.fromkeys(("en", "fr", "es"), area)
        heading = votedraft.add_heading(session, budget, code=area.lower(), names=names, money=20_000, area=area)
        votedraft.add_project(session, heading, name=f"Playground in {area}", cost=15_000)
        headings.append(heading)
    return headings


def plan(session: Session, now: datetime, currency: str = "USD") -> Budget:
    """A budget whose phases the clock will turn: ideas at once, the review after two days, the vote from the fifth."""
    days = {"submission_at": 0, "review_at": 2, "publish_at": 4, "opens_at": 5, "closes_at": 9}
    budget = votedraft.create(
        session,
        slug="green",
        names={"en": "Green budget", "fr": "Budget vert", "es": "Presupuesto verde"},
        kind=BallotKind.APPROVAL,
        rule="greedy",
        limits={"max_length": 2},
        level=Level.L0,
        currency=currency,
        dates=Dates.model_validate({name: now + timedelta(days=count) for name, count in days.items()}),
        now=now,
    )
    names = {"en": "the whole city", "fr": "toute la ville", "es": "toda la ciudad"}
    heading = votedraft.add_heading(session, budget, code="city", names=names, money=20_000)
    votedraft.add_project(session, heading, name="Trees", cost=15_000, lat=42.3, lon=-71.06)
    return budget


def hold_vote(database: Database, words: str, now: datetime, currency: str = "USD") -> None:
    """Open a vote as a transcript describes it: ballots, rule, level and limits; on the roll: codes K-1 to K-3.

    Of these live in Roxbury, in Dorchester and nowhere that is known.
    """
    kind, rule, level, *limits = words.split()
    named = dict(limit.split("=") for limit in limits if "=" in limit)
    areas = named.pop("areas", None)
    told = {name: int(value) for name, value in named.items()}
    with database.transaction() as session:
        if "draft" in limits:
            plan(session, now, currency)
            return
        budget, heading = draft(session, kind=BallotKind(kind), rule=rule, level=Level(level), limits=told, now=now)
        budget.currency = currency
        heading.names = {"en": "the whole city", "fr": "toute la ville", "es": "toda la ciudad"}
        if areas is not None:
            add_areas(session, budget, Areas(areas))
        lives = enumerate(("Roxbury", "Dorchester", ""), start=1)
        roll.load(session, budget, [{"code": f"K-{number}", "area": area} for number, area in lives])
        votephases.freeze(session, budget, now=now)
        votephases.turn_phases(session, now=now)
