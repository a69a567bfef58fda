"""Summaries are issued once: with several clocks, over restarts and downtime, out of quiet hours, within the budget."""

import threading
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy.exc import OperationalError
from sqlmodel import Session, col, select

from backend.digests import timing, vote_changes
from backend.digests.project_changes import Projects, ProjectStep
from backend.votes import ballotbox, roll, votephases, votes
from bot.conversation.turn import House
from bot.digest import composing
from storage.broadcasts import Subscription, SubscriptionKind
from storage.contacts import Contact, Urn
from storage.database import Database
from storage.digests import Digest, DigestPreference, Frequency
from storage.followers import ServiceRequestFollower, Why
from storage.mail import Outbox
from storage.requests import ServiceRequest, ServiceRequestUpdate, UpdateKind
from storage.votes import VoteStep, VoteUpdate
from tests.conftest import START, Clock
from tests.tally.ballotdays import counted, draft

FRIDAY = datetime(2026, 3, 6, 23, 0, tzinfo=UTC)
"""Six in the evening in Boston."""


def person(session: Session, house: House, number: int, **chosen: Any) -> DigestPreference:
    """Somebody with a report of their own, who wants a summary."""
    session.add(Contact(id=number, language="en", created_at=START))
    session.flush()
    session.add(Urn(contact_id=number, channel="residents", address=f"telegram:{number}", last_seen_at=START))
    settings: dict[str, Any] = {"frequency": Frequency.WEEKLY, "hour": 18, "weekday": 4, **chosen}
    preference = DigestPreference(contact_id=number, told_until=START, **settings)
    session.add(preference)
    timing.plan(house.city, preference, START)
    request = ServiceRequest(
        contact_id=number, service_code="pothole", department="public_works", description="A hole",
        address="32 Church Street", area="Dorchester", lat=42.3086, lon=-71.0621,
        requested_at=START, expected_at=START + timedelta(days=3), updated_at=START,
    )  # fmt: skip
    session.add(request)
    session.flush()
    session.add(ServiceRequestFollower(request_id=request.id, contact_id=number, why=Why.REPORTED, since=START))
    moves(session, number, START + timedelta(hours=1))
    return preference


def moves(session: Session, contact_id: int, at: datetime, kind: UpdateKind = UpdateKind.TAKEN) -> None:
    """Something happens to somebody's report."""
    request = session.exec(select(ServiceRequest).where(ServiceRequest.contact_id == contact_id)).one()
    session.add(ServiceRequestUpdate(request_id=request.id, kind=kind, at=at, announced_at=at))
    session.flush()


def issue(database: Database, house: House, now: datetime) -> int:
    """What the clock does."""
    with database.transaction() as session:
        return composing.issue(session, house.city, now)


def periods(database: Database) -> list[tuple[int, str, bool]]:
    """Whose summaries were issued, for which day, and whether late."""
    with database.transaction() as session:
        rows = session.exec(select(Digest).order_by(col(Digest.contact_id), col(Digest.period)))
        return [(row.contact_id, row.period, row.late) for row in rows]


def test_it_comes_at_its_hour_and_once(database: Database, boston: House) -> None:
    """Not before; then once, however often the clock looks; and the next one holds only what came after."""
    with database.transaction() as session:
        person(session, boston, 1)
    assert issue(database, boston, FRIDAY - timedelta(seconds=1)) == 0
    for later in range(5):
        issue(database, boston, FRIDAY + timedelta(seconds=5 * later))
    assert periods(database) == [(1, "2026-03-06", False)]
    issue(database, boston, FRIDAY + timedelta(days=7))
    assert len(periods(database)) == 1, "nothing happened, so nothing is said"
    with database.transaction() as session:
        moves(session, 1, FRIDAY + timedelta(days=8))
    # The clocks have changed meanwhile: six in the evening is an hour earlier in UTC.
    issue(database, boston, FRIDAY + timedelta(days=14, hours=-1))
    assert periods(database)[1:] == [(1, "2026-03-20", False)]


def test_what_was_missed_comes_once_and_says_that_it_is_late(database: Database, boston: House) -> None:
    """Three weeks without a clock give one late summary, and the next is on time."""
    with database.transaction() as session:
        person(session, boston, 1)
    issue(database, boston, FRIDAY + timedelta(days=17, hours=-4))
    assert periods(database) == [(1, "2026-03-06", True)]
    with database.transaction() as session:
        moves(session, 1, FRIDAY + timedelta(days=18))
    issue(database, boston, FRIDAY + timedelta(days=21, hours=-1))
    assert periods(database)[1:] == [(1, "2026-03-27", False)]


def test_clocks_set_back_repeat_nothing(database: Database, boston: House) -> None:
    """A clock that goes back a week issues nothing again, also for who changes their mind meanwhile."""
    with database.transaction() as session:
        person(session, boston, 1)
    issue(database, boston, FRIDAY)
    back = FRIDAY - timedelta(days=6)
    issue(database, boston, back)
    with database.transaction() as session:
        preference = session.get_one(DigestPreference, 1)
        preference.frequency = Frequency.DAILY
        timing.plan(boston.city, preference, back)
        moves(session, 1, FRIDAY - timedelta(days=1))
    for day in range(8):
        issue(database, boston, back + timedelta(days=day))
    assert [period for _, period, _ in periods(database)].count("2026-03-06") == 1


def test_a_crash_in_the_middle_has_not_happened(database: Database, boston: House) -> None:
    """What is rolled back is issued whole by whoever looks next."""
    with database.transaction() as session:
        person(session, boston, 1)
    with Session(database.engine) as session:
        composing.issue(session, boston.city, FRIDAY)
        session.rollback()
    assert periods(database) == []
    issue(database, boston, FRIDAY)
    with database.transaction() as session:
        assert len(session.exec(select(Outbox)).all()) == len(session.exec(select(Digest)).all()) == 1


def test_three_clocks_share_the_work(database: Database, boston: House) -> None:
    """Three clocks at once issue everybody's summary, nobody's twice."""
    with database.transaction() as session:
        for number in range(1, 61):
            person(session, boston, number)

    def tick() -> None:
        for _ in range(20):
            try:
                issue(database, boston, FRIDAY)
            except OperationalError:
                continue

    clocks = [threading.Thread(target=tick) for _ in range(3)]
    for clock in clocks:
        clock.start()
    for clock in clocks:
        clock.join()
    with database.transaction() as session:
        told = list(session.exec(select(Outbox.contact_id)).all())
    assert sorted(told) == list(range(1, 61))


def test_quiet_hours_wait_for_the_morning(database: Database, boston: House) -> None:
    """What comes due at night, by choice or by downtime, comes in the morning, for the day it was due."""
    with database.transaction() as session:
        person(session, boston, 1, hour=23)
        person(session, boston, 2, hour=18, quiet_from=17, quiet_until=11)
    for hours in range(24):
        issue(database, boston, FRIDAY + timedelta(hours=hours))
    assert periods(database) == [(1, "2026-03-06", False), (2, "2026-03-06", False)]
    with database.transaction() as session:
        for digest in session.exec(select(Digest)):
            hour = digest.issued_at.astimezone(boston.city.zone).hour
            assert hour == {1: 9, 2: 11}[digest.contact_id]


def test_who_opted_out_hears_nothing(database: Database, boston: House, clock: Clock) -> None:
    """STOP is stronger than an earlier choice."""
    with database.transaction() as session:
        person(session, boston, 1)
        session.get_one(Contact, 1).opted_out_at = clock()
    issue(database, boston, FRIDAY)
    assert periods(database) == []


def test_beyond_the_budget_it_joins_the_next(database: Database, boston: House) -> None:
    """Who had a week's worth of broadcasts is told everything with the next summary."""
    with database.transaction() as session:
        person(session, boston, 1)
        urn = session.exec(select(Urn)).one()
        for number in range(boston.city.limits.unasked_a_week):
            session.add(
                Outbox(channel="residents", contact_id=1, urn_id=urn.id, broadcast_id=number + 1, priority=1,
                       payload={}, created_at=FRIDAY - timedelta(days=1), due_at=FRIDAY)
            )  # fmt: skip
    issue(database, boston, FRIDAY)
    assert periods(database) == []
    issue(database, boston, FRIDAY + timedelta(days=7))
    assert periods(database) == [(1, "2026-03-13", False)]


def test_they_are_spread_over_the_hour(database: Database, boston: House) -> None:
    """Not all go out in the same minute, and none after the hour."""
    with database.transaction() as session:
        for number in range(1, 41):
            person(session, boston, number)
    issue(database, boston, FRIDAY)
    with database.transaction() as session:
        minutes = [(row.due_at - FRIDAY) / timedelta(minutes=1) for row in session.exec(select(Outbox))]
    assert 0 <= min(minutes) < 10
    assert 45 < max(minutes) < 60


def test_the_spread_ends_where_somebodys_night_begins(database: Database, boston: House) -> None:
    """Made up for half an hour before the quiet hours begin: nobody's is put behind them."""
    with database.transaction() as session:
        for number in range(1, 41):
            person(session, boston, number)
        for number in range(41, 81):
            person(session, boston, number, quiet_from=19, quiet_until=11)
    late = FRIDAY + timedelta(minutes=90)
    assert issue(database, boston, FRIDAY + timedelta(minutes=30)) == 80
    with database.transaction() as session:
        for number in range(81, 121):
            person(session, boston, number)
    issue(database, boston, late)
    with database.transaction() as session:
        rows = session.exec(select(Outbox)).all()
        own = [row.due_at for row in rows if 41 <= row.contact_id <= 80]
        others = [row.due_at for row in rows if row.contact_id > 80]
    assert (len(own), len(others)) == (40, 40)
    assert max(own) < FRIDAY + timedelta(hours=1) < max(row.due_at for row in rows if row.contact_id <= 40)
    assert max(others) < FRIDAY + timedelta(hours=2)
    assert min(others) == late


def test_what_became_of_ones_own_project(database: Database, boston: House) -> None:
    """Its author hears the newest step of their stretch, lost or won or built; nobody else does."""
    with database.transaction() as session:
        for number in (1, 2):
            person(session, boston, number)
        budget, heading = draft(session, slug="spring", now=START - timedelta(days=3))
        votephases.freeze(session, budget, now=START - timedelta(days=3))
        votephases.turn_phases(session, now=START - timedelta(days=3))
        for name in ("a", "b"):
            identity = roll.identity_of(session, budget, {"a": 1, "b": 2}[name])
            ballotbox.cast(session, heading, identity, ["1", "3"], now=START - timedelta(days=3))
        budget.closes_at = START + timedelta(days=1)
        counted(session, START + timedelta(days=1))
        projects = {one.name: one for one in votes.projects_of(session, heading)}
        won = {one.name for one in vote_changes.winners(session, budget)}
        assert "Trees" in won
        lost = next(one for name, one in projects.items() if name not in won)
        projects["Trees"].contact_id, lost.contact_id = 1, 2
        at = START + timedelta(days=2)
        session.add(
            VoteUpdate(
                budget_id=budget.id, project_id=projects["Trees"].id, kind=VoteStep.DONE, at=at, words="All stand.",
                announced_at=at,
            )
        )  # fmt: skip
        session.flush()

        def told(since: datetime, until: datetime) -> list[tuple[int, ProjectStep, str]]:
            stretches = dict.fromkeys((1, 2, 3), (since, until))
            changes = Projects(session, since, until).of(stretches)
            return sorted((one.contact_id, one.move.step, one.move.words) for one in changes)

        assert told(START, FRIDAY) == [(1, ProjectStep.DONE, "All stand."), (2, ProjectStep.LOST, "")]
        assert told(START, at - timedelta(hours=1)) == [(1, ProjectStep.WON, ""), (2, ProjectStep.LOST, "")]
        assert told(at, FRIDAY) == []
    issue(database, boston, FRIDAY)
    with database.transaction() as session:
        said = {row.contact_id: str(row.payload) for row in session.exec(select(Outbox))}
    assert "digest-project-done" in said[1]
    assert "digest-project-lost" in said[2]
    assert "digest-project-lost" not in said[1]


def test_figures_of_an_area_and_around_a_place(database: Database, boston: House) -> None:
    """Who follows an area, a service or a place is told how much came in there; private reports are not counted."""
    with database.transaction() as session:
        person(session, boston, 1)
        person(session, boston, 2)
        for own in session.exec(select(ServiceRequestFollower)).all():
            session.delete(own)
        here = "42.30860,-71.06210,500"
        chosen = {SubscriptionKind.AREA: "Dorchester", SubscriptionKind.PLACE: here, SubscriptionKind.SERVICE: "tree"}
        for kind, value in chosen.items():
            session.add(Subscription(contact_id=1, kind=kind, value=value, since=START))
        for request in session.exec(select(ServiceRequest)).all():
            request.requested_at = START + timedelta(hours=1)
        session.exec(select(ServiceRequest).where(ServiceRequest.contact_id == 2)).one().private = True
    issue(database, boston, FRIDAY)
    with database.transaction() as session:
        (row,) = session.exec(select(Outbox)).all()
        lines = row.payload["paragraphs"][1]["lines"][1:]
    assert [line["args"]["what"] for line in lines] == [
        {"id": "digest-place", "args": {"metres": 500}},
        "Dorchester",
    ]
    assert {line["args"]["counts"]["args"]["reported"] for line in lines} == {1}
