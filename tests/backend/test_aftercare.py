"""What the clock does by itself, and what is counted of it, on both databases."""

from datetime import timedelta

import pytest
from sqlmodel import Session, select

from backend.errors import UnusableDate
from backend.reports import aftercare, contests, deadlines, issues, promise, satisfaction
from backend.reports.issues import StaffAct
from bot.clock import look
from bot.conversation.turn import House
from storage.closing import ClosingReason
from storage.database import Database
from storage.people import Role
from storage.requests import ServiceRequest, Substatus, UpdateKind
from storage.satisfaction import Satisfaction
from tests.backend.test_issues import employee, filed
from tests.conftest import START, Clock

DAY = 24 * 3600


def kinds(session: Session, request: ServiceRequest) -> list[UpdateKind]:
    """What happened to a report."""
    return [update.kind for update in issues.history(session, request.id)]


def test_a_slip_is_written_once_a_promise(database: Database, clock: Clock, boston: House) -> None:
    """Not before the promised day is over, not twice, and again for a new promise that slips."""
    with database.transaction() as session:
        request, sam = filed(session, clock, boston), employee(session, clock)
        clock.at = request.expected_at + timedelta(hours=1)
        assert aftercare.notice_slips(session, boston.city, clock()) == 0
        clock.advance(DAY)
        version = request.version
        assert [aftercare.notice_slips(session, boston.city, clock()) for _ in range(2)] == [1, 0]
        assert request.version == version
        issues.promise_again(session, request.id, clock() + timedelta(days=2), StaffAct(staff=sam, now=clock()))
        assert (request.late_told_at, request.version) == (None, version + 1)
        clock.advance(4 * DAY)
        assert aftercare.notice_slips(session, boston.city, clock()) == 1
        session.flush()
        written = kinds(session, request)
    assert written == [UpdateKind.SUBMITTED, UpdateKind.LATE, UpdateKind.RESCHEDULED, UpdateKind.LATE]


def test_what_is_closed_does_not_slip(database: Database, clock: Clock, boston: House) -> None:
    """A closed report has no promise any more; a contested one has a new one, which may slip too."""
    with database.transaction() as session:
        request, sam = filed(session, clock, boston), employee(session, clock)
        issues.close(session, request.id, ClosingReason.DONE, "", StaffAct(staff=sam, now=clock()))
        clock.advance(5 * DAY)
        assert aftercare.notice_slips(session, boston.city, clock()) == 0
        again = issues.contest(session, boston.city, request.id, "no", contact_id=request.contact_id, now=clock())
        assert again.expected_at == promise.due(boston.city, boston.city.service(again.service_code), clock())
        assert aftercare.notice_slips(session, boston.city, clock()) == 0
        clock.advance(5 * DAY)
        assert aftercare.notice_slips(session, boston.city, clock()) == 1


def test_nobody_is_told_at_night(database: Database, clock: Clock, boston: House) -> None:
    """The clock waits for the hours in which the city tells what nobody asked for."""
    with database.transaction() as session:
        request = filed(session, clock, boston)
        midnight = request.expected_at.astimezone(boston.city.zone).replace(hour=0) + timedelta(days=1)
        told = []
        for hour in (1, 8, 9, 10):
            look(session, boston, midnight + timedelta(hours=hour))
            told.append(UpdateKind.LATE in kinds(session, request))
    assert told == [False, False, True, True]


@pytest.mark.parametrize("days", [-1, 0, 367])
def test_a_new_date_lies_ahead(database: Database, clock: Clock, boston: House, days: int) -> None:
    """Neither the past nor the far future is a promise."""
    with database.transaction() as session:
        request, sam = filed(session, clock, boston), employee(session, clock)
        with pytest.raises(UnusableDate):
            issues.promise_again(session, request.id, clock() + timedelta(days=days), StaffAct(staff=sam, now=clock()))


def test_a_closing_settles_after_a_week(database: Database, clock: Clock, boston: House) -> None:
    """Seven days after the last closing, once; a contest starts the week anew; a settled one may still be contested."""
    with database.transaction() as session:
        request, sam = filed(session, clock, boston), employee(session, clock)
        owner = request.contact_id
        issues.close(session, request.id, ClosingReason.DONE, "", StaffAct(staff=sam, now=clock()))
        clock.advance(6 * DAY)
        assert aftercare.settle_uncontested(session, clock()) == 0
        issues.contest(session, boston.city, request.id, "no", contact_id=owner, now=clock())
        issues.close(session, request.id, ClosingReason.DONE, "", StaffAct(staff=sam, now=clock()))
        clock.advance(6 * DAY)
        assert aftercare.settle_uncontested(session, clock()) == 0
        clock.advance(DAY)
        assert [aftercare.settle_uncontested(session, clock()) for _ in range(2)] == [1, 0]
        assert request.substatus is Substatus.SETTLED
        assert request.closing_reason is ClosingReason.DONE
        # Decision 0005: "not fixed" of anybody who has the problem reopens it, also after it was settled.
        assert (
            issues.contest(session, boston.city, request.id, "no", contact_id=owner, now=clock()).substatus
            is Substatus.REOPENED
        )


def test_the_contested_rate_counts_closings(database: Database, clock: Clock, boston: House) -> None:
    """Of five closings two were contested, one of them in the time that is looked at."""
    with database.transaction() as session:
        sam = employee(session, clock)
        far = START + timedelta(days=365)
        assert contests.closings(session, START, far) == contests.Closings(0, 0)

        def close(request: ServiceRequest) -> None:
            issues.close(session, request.id, ClosingReason.DONE, "", StaffAct(staff=sam, now=clock()))

        def contest(request: ServiceRequest) -> None:
            issues.contest(session, boston.city, request.id, "no", contact_id=request.contact_id, now=clock())

        early = filed(session, clock, boston)
        close(early)
        clock.advance(DAY)
        later = clock()
        contest(early)
        close(early)
        close(filed(session, clock, boston))
        twice = filed(session, clock, boston)
        close(twice)
        contest(twice)
        close(twice)
        issues.settle(session, twice.id, contact_id=twice.contact_id, now=clock())
        assert contests.closings(session, START, far) == contests.Closings(5, 2)
        assert contests.closings(session, later, far) == contests.Closings(4, 1)
        assert contests.closings(session, START, later) == contests.Closings(1, 1), (
            "contested afterwards, and of that time all the same"
        )
        later_private = session.get_one(ServiceRequest, early.id)
        later_private.private = True
        session.flush()
        assert contests.closings(session, START, later) == contests.Closings(0, 0)


def test_satisfaction_is_asked_once_and_kept(database: Database, clock: Clock, boston: House) -> None:
    """One row a report and person, with a score of 1 to 5 and words."""
    with database.transaction() as session:
        request = filed(session, clock, boston)
        number, owner = request.id, request.contact_id
        assert [satisfaction.ask_once(session, number, owner, now=clock()) for _ in range(2)] == [True, False]
        for score in (0, 6):
            with pytest.raises(ValueError, match=str(number)):
                satisfaction.rate(session, number, owner, score, now=clock())
        satisfaction.rate(session, number, owner, 4, now=clock())
        satisfaction.add_words(session, number, owner, "quick")
        rows = session.exec(select(Satisfaction)).all()
    assert [(row.score, row.words) for row in rows] == [(4, "quick")]


def test_due_and_overdue_are_two_lists(database: Database, clock: Clock, boston: House) -> None:
    """Due is what ends today and is not over; an agent sees their own department's."""
    with database.transaction() as session:
        request, sam = filed(session, clock, boston), employee(session, clock)
        other = next(d.code for d in boston.city.departments if d.code != request.department)
        stranger = employee(session, clock, Role.AGENT, other)

        def lists() -> tuple[int, int]:
            due = deadlines.due_today(session, boston.city, sam, now=clock())
            return due[1], deadlines.overdue(session, sam, now=clock())[1]

        assert lists() == (0, 0)
        clock.at = request.expected_at - timedelta(hours=1)
        assert lists() == (1, 0)
        assert deadlines.due_today(session, boston.city, stranger, now=clock())[1] == 0
        clock.advance(2 * 3600)
        assert lists() == (0, 1)
        assert deadlines.is_overdue(request, clock())
        assert deadlines.overdue(session, stranger, now=clock())[1] == 0
