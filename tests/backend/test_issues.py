"""The life of a report, on both databases."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlmodel import Session, select

from backend.errors import (
    CodeInvalid,
    IllegalStep,
    MergedIntoItself,
    NoSuchRequest,
    NotAllowed,
    NotYours,
    SomeoneElseWasFaster,
)
from backend.reports import issues, lifecycle
from backend.reports.issues import NewReport, StaffAct
from backend.staff import staff
from bot.conversation.turn import House
from storage.closing import ClosingReason
from storage.contacts import Contact
from storage.database import Database
from storage.people import ActionLog, Role, Staff
from storage.requests import ServiceRequest, Status, Substatus, UpdateKind
from tests.conftest import Clock


def person(session: Session, clock: Clock, name: str = "Ana") -> Contact:
    """Somebody."""
    contact = Contact(name=name, language="en", created_at=clock())
    session.add(contact)
    session.flush()
    return contact


def employee(session: Session, clock: Clock, role: Role = Role.DISPATCHER, department: str | None = None) -> Staff:
    """A staff member."""
    code = staff.invite(session, role, department, now=clock())
    return staff.enrol(session, code, person(session, clock, "Sam"), now=clock())


def filed(session: Session, clock: Clock, house: House) -> ServiceRequest:
    """A report of somebody new."""
    service = house.city.services[0]
    new = NewReport(service_code=service.code, description="a hole", address="32 Church Street")
    return issues.report(session, house.city, new, contact_id=person(session, clock).id, now=clock())


def test_a_report_has_a_number_above_every_menu_and_a_promise(database: Database, clock: Clock, boston: House) -> None:
    """The first number is 1001, and the promise is the service's."""
    with database.transaction() as session:
        request = filed(session, clock, boston)
    assert request.id == 1001
    hours = (request.expected_at - request.requested_at).total_seconds() / 3600
    assert hours == boston.city.services[0].promise_hours


def test_the_whole_life(database: Database, clock: Clock, boston: House) -> None:
    """Taken, begun, asked, answered, closed, contested, closed again, settled: each step is written and logged."""
    with database.transaction() as session:
        request, sam = filed(session, clock, boston), employee(session, clock)
        number, owner = request.id, request.contact_id
        issues.take(session, number, StaffAct(staff=sam, now=clock()))
        issues.start(session, number, StaffAct(staff=sam, now=clock()))
        assert issues.ask_reporter(session, number, "where?", StaffAct(staff=sam, now=clock())).substatus == "waiting"
        assert issues.answer(session, number, "there", contact_id=owner, now=clock()).substatus is Substatus.TAKEN
        closed = issues.close(session, number, ClosingReason.DONE, "", StaffAct(staff=sam, now=clock()))
        assert (closed.status, closed.closing_reason) == (Status.CLOSED, ClosingReason.DONE)
        reopened = issues.contest(session, boston.city, number, "no", contact_id=owner, now=clock())
        assert (reopened.status, reopened.closing_reason) == (Status.OPEN, None)
        issues.close(session, number, ClosingReason.NO_ACCESS, "", StaffAct(staff=sam, now=clock()))
        issues.settle(session, number, contact_id=owner, now=clock())
        steps = [update.kind.value for update in issues.history(session, number)]
        acts = [
            entry.action for entry in session.exec(select(ActionLog).where(ActionLog.subject == f"request:{number}"))
        ]
    assert steps == [
        "submitted",
        "taken",
        "in_progress",
        "question",
        "answer",
        "closed",
        "reopened",
        "closed",
        "settled",
    ]
    assert acts == ["taken", "in_progress", "question", "closed", "closed"]


def test_the_second_of_two_is_told(database: Database, clock: Clock, boston: House) -> None:
    """Acting on an older version of a report is refused, and nothing is overwritten."""
    with database.transaction() as session:
        request = filed(session, clock, boston)
        sam, kim = employee(session, clock), employee(session, clock)
        seen = request.version
        issues.take(session, request.id, StaffAct(staff=sam, now=clock(), version=seen))
        with pytest.raises(SomeoneElseWasFaster):
            issues.take(session, request.id, StaffAct(staff=kim, now=clock(), version=seen))
        assert issues.find(session, request.id).staff_id == sam.id


def test_an_agent_acts_in_their_own_department_only(database: Database, clock: Clock, boston: House) -> None:
    """Another department's report is refused to an agent, and not in their queue."""
    with database.transaction() as session:
        request = filed(session, clock, boston)
        other = next(d.code for d in boston.city.departments if d.code != request.department)
        stranger = employee(session, clock, Role.AGENT, other)
        colleague = employee(session, clock, Role.AGENT, request.department)
        with pytest.raises(NotAllowed):
            issues.take(session, request.id, StaffAct(staff=stranger, now=clock()))
        assert issues.queue(session, stranger)[1] == 0
        assert issues.queue(session, colleague)[1] == 1
        concerned = {member.id for member in staff.responsible(session, request.department)}
        assert colleague.id in concerned
        assert stranger.id not in concerned


def test_only_its_reporter_may_contest(database: Database, clock: Clock, boston: House) -> None:
    """Somebody else's word does not reopen a report."""
    with database.transaction() as session:
        request, sam = filed(session, clock, boston), employee(session, clock)
        issues.close(session, request.id, ClosingReason.DONE, "", StaffAct(staff=sam, now=clock()))
        with pytest.raises(NotYours):
            issues.contest(session, boston.city, request.id, "no", contact_id=person(session, clock).id, now=clock())


@pytest.mark.parametrize("number", [0, -1, 999, 2**63, 2**100])
def test_unknown_numbers_are_refused(database: Database, number: int) -> None:
    """A number that no report has is refused, however large."""
    with database.transaction() as session, pytest.raises(NoSuchRequest):
        issues.find(session, number)


@pytest.mark.parametrize("survivor", ["1001", "9999", "", "x"])
def test_a_duplicate_needs_another_report(database: Database, clock: Clock, boston: House, survivor: str) -> None:
    """A report is not a duplicate of itself or of nothing."""
    with database.transaction() as session:
        request, sam = filed(session, clock, boston), employee(session, clock)
        with pytest.raises((NoSuchRequest, MergedIntoItself)):
            issues.close(session, request.id, ClosingReason.DUPLICATE, survivor, StaffAct(staff=sam, now=clock()))


def test_an_invitation_works_once_and_for_a_week(database: Database, clock: Clock) -> None:
    """A used, an expired and an invented code are refused alike."""
    with database.transaction() as session:
        code = staff.invite(session, Role.ADMIN, None, now=clock())
        late = staff.invite(session, Role.ADMIN, None, now=clock())
        assert staff.enrol(session, code.lower(), person(session, clock), now=clock()).role is Role.ADMIN
        with pytest.raises(CodeInvalid):
            staff.enrol(session, code, person(session, clock), now=clock())
        clock.advance(8 * 24 * 3600)
        for wrong in (late, "AAAA-BBBB-CCCC", ""):
            with pytest.raises(CodeInvalid):
                staff.enrol(session, wrong, person(session, clock), now=clock())


@given(st.lists(st.sampled_from(list(UpdateKind)[1:]), max_size=30), st.booleans())
@settings(max_examples=200, suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_every_walk_through_the_life_is_legal_or_refused(steps: list[UpdateKind], taken: bool) -> None:
    """Any sequence of steps keeps status and substatus in agreement; what is not allowed is refused."""
    substatus = Substatus.SUBMITTED
    for step in steps:
        if step in lifecycle.steps_from(substatus):
            substatus = lifecycle.after(substatus, step, taken=taken)
        else:
            with pytest.raises(IllegalStep):
                lifecycle.after(substatus, step, taken=taken)
        closed = lifecycle.status_of(substatus) is Status.CLOSED
        assert closed == (UpdateKind.CLOSED not in lifecycle.steps_from(substatus))
