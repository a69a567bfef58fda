"""A contest goes to somebody other than who closed the report, with a promise that counts from then."""

from datetime import timedelta

from sqlmodel import Session

from backend.people.moderation import flag_report
from backend.reports import contests, issues, merging, promise
from backend.reports.issues import StaffAct
from backend.staff import staff
from bot.conversation.turn import House
from storage.closing import ClosingReason
from storage.database import Database
from storage.flags import FlagKind
from storage.people import Role, Staff
from storage.requests import ServiceRequest, ServiceRequestUpdate
from tests.backend.test_issues import employee, filed
from tests.conftest import Clock


def closed(session: Session, clock: Clock, house: House, by: Staff, approved_by: int | None = None) -> ServiceRequest:
    """A report that somebody has called done."""
    request = filed(session, clock, house)
    act = StaffAct(staff=by, now=clock(), approved_by=approved_by)
    return issues.close(session, request.id, ClosingReason.DONE, "", act)


def contested(session: Session, clock: Clock, house: House, request: ServiceRequest) -> ServiceRequestUpdate:
    """Its reporter's word that it is not, as it is written down."""
    issues.contest(session, house.city, request.id, "no", contact_id=request.contact_id, now=clock())
    return issues.history(session, request.id)[-1]


def told(session: Session, request: ServiceRequest, contest: ServiceRequestUpdate) -> list[int]:
    """Who of the staff hears of it."""
    return [member.id for member in contests.judging(session, request, contest)]


def test_it_goes_to_another_agent_with_the_least_in_hand(database: Database, clock: Clock, boston: House) -> None:
    """Of the department's other agents, the one with the fewest open reports has it, and is told alone."""
    with database.transaction() as session:
        department = boston.city.services[0].department
        closer, busy, free = (employee(session, clock, Role.AGENT, department) for _ in range(3))
        employee(session, clock)
        issues.take(session, filed(session, clock, boston).id, StaffAct(staff=busy, now=clock()))
        request = closed(session, clock, boston, closer)
        contest = contested(session, clock, boston, request)
        assert (request.staff_id, told(session, request, contest)) == (free.id, [free.id])


def test_without_an_agent_it_goes_to_the_dispatchers(database: Database, clock: Clock, boston: House) -> None:
    """Nobody has it, and every dispatcher but the closer is told, no admin."""
    with database.transaction() as session:
        closer, one, other = (employee(session, clock) for _ in range(3))
        employee(session, clock, Role.ADMIN)
        request = closed(session, clock, boston, closer)
        contest = contested(session, clock, boston, request)
        assert (request.staff_id, told(session, request, contest)) == (None, [one.id, other.id])


def test_who_approved_the_closing_does_not_judge_it(database: Database, clock: Clock, boston: House) -> None:
    """Of two who called it done neither looks at it again."""
    with database.transaction() as session:
        closer, approver, third = (employee(session, clock) for _ in range(3))
        request = closed(session, clock, boston, closer, approver.id)
        assert told(session, request, contested(session, clock, boston, request)) == [third.id]


def test_where_nobody_else_is_the_closer_is_told(database: Database, clock: Clock, boston: House) -> None:
    """It is given to nobody, but it is seen."""
    with database.transaction() as session:
        closer = employee(session, clock)
        request = closed(session, clock, boston, closer)
        contest = contested(session, clock, boston, request)
        assert (request.staff_id, told(session, request, contest)) == (None, [closer.id])


def test_whoever_has_left_is_not_asked(database: Database, clock: Clock, boston: House) -> None:
    """An agent who left judges nothing."""
    with database.transaction() as session:
        department = boston.city.services[0].department
        closer, leaver = (employee(session, clock, Role.AGENT, department) for _ in range(2))
        admin = employee(session, clock, Role.ADMIN)
        staff.remove(session, leaver.id, admin, now=clock())
        request = closed(session, clock, boston, closer)
        contest = contested(session, clock, boston, request)
        assert (request.staff_id, told(session, request, contest)) == (None, [admin.id])


def test_a_contest_has_a_new_promise(database: Database, clock: Clock, boston: House) -> None:
    """By the service's own hours, from the contest on; the old one is over."""
    with database.transaction() as session:
        request = closed(session, clock, boston, employee(session, clock))
        request.late_told_at = clock()
        clock.advance(30 * 24 * 3600)
        contested(session, clock, boston, request)
        due = promise.due(boston.city, boston.city.service(request.service_code), clock())
        assert (request.expected_at, request.late_told_at) == (due, None)


def test_the_rate_counts_closings_only(database: Database, clock: Clock, boston: House) -> None:
    """A contested merge or mark is no contested closing, also where a closing stands before it."""
    with database.transaction() as session:
        sam = employee(session, clock)
        stretch = (clock() - timedelta(days=1), clock() + timedelta(days=1))
        request, other = closed(session, clock, boston, sam), filed(session, clock, boston)
        contested(session, clock, boston, request)
        assert contests.closings(session, *stretch) == contests.Closings(1, 1)
        merging.merge(session, request.id, other.id, StaffAct(staff=sam, now=clock()))
        contested(session, clock, boston, request)
        flag_report(session, request.id, FlagKind.SPAM, "", StaffAct(staff=sam, now=clock()))
        contested(session, clock, boston, request)
        assert contests.closings(session, *stretch) == contests.Closings(1, 1)
        closed(session, clock, boston, sam)
        assert contests.closings(session, *stretch) == contests.Closings(2, 1)
