"""What staff do behind [More], search, limits and restraints, on both databases."""

import csv
import io
from datetime import timedelta

import pytest
from sqlmodel import Session, select

from backend.city.limits import Limits
from backend.errors import (
    AdminsOnly,
    IllegalStep,
    NotAllowed,
    NotOneself,
    NotYours,
    SomeoneElseWasFaster,
    TooManyReports,
)
from backend.people import limits, restraints
from backend.reports import casework, issues, own, search
from backend.reports.issues import NewReport, StaffAct
from backend.staff import actionlog, staff
from bot.conversation.turn import House
from storage.closing import ClosingReason
from storage.contacts import Contact
from storage.corrections import Correction
from storage.database import Database
from storage.people import ActionLog, Role, Staff
from storage.requests import ServiceRequest, Status, UpdateKind
from storage.restraints import RestraintKind
from tests.conftest import Clock


def person(session: Session, clock: Clock) -> Contact:
    """Somebody."""
    contact = Contact(name="Ana", language="en", created_at=clock())
    session.add(contact)
    session.flush()
    return contact


def employee(session: Session, clock: Clock, role: Role = Role.DISPATCHER, department: str | None = None) -> Staff:
    """A staff member."""
    return staff.enrol(
        session, staff.invite(session, role, department, now=clock()), person(session, clock), now=clock()
    )


def filed(session: Session, clock: Clock, house: House, words: str = "a hole", code: str = "pothole") -> ServiceRequest:
    """A report of somebody new."""
    new = NewReport(service_code=code, description=words, address="32 Church Street, Dorchester", area="Dorchester")
    return issues.report(session, house.city, new, contact_id=person(session, clock).id, now=clock())


def test_passing_on_frees_a_report_and_is_logged(database: Database, clock: Clock, boston: House) -> None:
    """A department gets a report that nobody has taken; a colleague gets it as theirs."""
    with database.transaction() as session:
        request, sam = filed(session, clock, boston), employee(session, clock)
        kim = employee(session, clock, Role.AGENT, "street_lighting")
        issues.take(session, request.id, StaffAct(staff=sam, now=clock()))
        casework.assign_to_department(session, request.id, "parks", StaffAct(staff=sam, now=clock()))
        assert (request.department, request.staff_id) == ("parks", None)
        casework.assign_to_person(session, request.id, kim, StaffAct(staff=sam, now=clock()))
        assert (request.department, request.staff_id) == ("street_lighting", kim.id)
        acts = [
            row.action for row in session.exec(select(ActionLog).where(ActionLog.subject == f"request:{request.id}"))
        ]
    assert acts == ["taken", "assigned", "assigned"]


def test_a_changed_service_takes_department_and_promise_along(database: Database, clock: Clock, boston: House) -> None:
    """The promise counts from filing, and what was wrong is kept as an example."""
    with database.transaction() as session:
        request, sam = filed(session, clock, boston), employee(session, clock)
        casework.change_service(session, boston.city, request.id, "street_light", StaffAct(staff=sam, now=clock()))
        assert request.department == "street_lighting"
        hours = boston.city.service("street_light").promise_hours
        assert request.expected_at == request.requested_at + timedelta(hours=hours)
        example = session.exec(select(Correction)).one()
        assert (example.text, example.field, example.before, example.after) == (
            "a hole",
            "service",
            "pothole",
            "street_light",
        )


def test_a_changed_place_is_an_example_too(database: Database, clock: Clock, boston: House) -> None:
    """Address, area and point change together, and the search finds the new place."""
    with database.transaction() as session:
        request, sam = filed(session, clock, boston), employee(session, clock)
        act = StaffAct(staff=sam, now=clock())
        casework.change_place(session, request.id, "45 Birch Street", act, area="Roslindale", point=(42.1, -71.1))
        session.flush()
        assert (request.area, request.lat) == ("Roslindale", 42.1)
        assert session.exec(select(Correction.field)).one() == "place"
        assert search.find(session, boston.city, sam, "birch roslindale")[1] == 1
        assert search.find(session, boston.city, sam, "church")[1] == 0


def test_casework_respects_departments_versions_and_ends(database: Database, clock: Clock, boston: House) -> None:
    """An agent of elsewhere, an old version and a closed report are refused; a note is always possible."""
    with database.transaction() as session:
        request, sam = filed(session, clock, boston), employee(session, clock)
        stranger = employee(session, clock, Role.AGENT, "parks")
        with pytest.raises(NotAllowed):
            casework.note(session, request.id, "x", StaffAct(staff=stranger, now=clock()))
        with pytest.raises(NotAllowed):
            restraints.block(session, request.id, 1, "x", StaffAct(staff=stranger, now=clock()))
        with pytest.raises(SomeoneElseWasFaster):
            casework.assign_to_department(session, request.id, "parks", StaffAct(staff=sam, now=clock(), version=9))
        issues.close(session, request.id, ClosingReason.DONE, "", StaffAct(staff=sam, now=clock()))
        with pytest.raises(IllegalStep):
            casework.assign_to_department(session, request.id, "parks", StaffAct(staff=sam, now=clock()))
        casework.note(session, request.id, "x", StaffAct(staff=sam, now=clock()))
        assert request.status is Status.CLOSED


def test_ones_own_report(database: Database, clock: Clock, boston: House) -> None:
    """Its reporter adds, writes, answers and withdraws; others are refused, and a withdrawn report stays so."""
    with database.transaction() as session:
        request, sam = filed(session, clock, boston), employee(session, clock)
        mine = request.contact_id
        own.add(session, request.id, "and glass", contact_id=mine, now=clock())
        assert request.description == "a hole\nand glass"
        own.write(session, request.id, "worse", contact_id=mine, now=clock())
        issues.ask_reporter(session, request.id, "where?", StaffAct(staff=sam, now=clock()))
        own.write(session, request.id, "there", contact_id=mine, now=clock())
        with pytest.raises(NotYours):
            own.withdraw(session, request.id, contact_id=person(session, clock).id, now=clock())
        own.withdraw(session, request.id, contact_id=mine, now=clock())
        assert request.status is Status.CLOSED
        with pytest.raises(IllegalStep):
            own.write(session, request.id, "x", contact_id=mine, now=clock())
        kinds = [update.kind for update in issues.history(session, request.id)]
    assert kinds == [
        UpdateKind.SUBMITTED,
        UpdateKind.CORRECTED,
        UpdateKind.MESSAGE,
        UpdateKind.QUESTION,
        UpdateKind.ANSWER,
        UpdateKind.WITHDRAWN,
    ]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("HOLE church", 1),
        ("pôthôle", 1),
        ("bache", 1),
        ("nid de poule", 1),
        ("100%", 1),
        ("%", 0),
        ("hole birch", 0),
        ("", 0),
    ],
)
def test_search(database: Database, clock: Clock, boston: House, words: str, found: int) -> None:
    """Every word must be there, without case and accents; the service counts by its name in any language."""
    with database.transaction() as session:
        filed(session, clock, boston, "a hole, 100% deep")
        rows, count = search.find(session, boston.city, employee(session, clock), words)
        assert (len(rows), count) == (found, found)


def test_pages_of_a_search_and_of_a_queue(database: Database, clock: Clock, boston: House) -> None:
    """Pages follow each other without a gap; a queue can be narrowed down; an agent finds their own."""
    with database.transaction() as session:
        numbers = [filed(session, clock, boston).id for _ in range(5)]
        lamp = filed(session, clock, boston, "no light", "street_light").id
        sam, kim = employee(session, clock), employee(session, clock, Role.AGENT, "street_lighting")
        first, count = search.find(session, boston.city, sam, "hole", limit=3)
        second, _ = search.find(session, boston.city, sam, "hole", offset=3, limit=3)
        assert count == 5
        assert [row.id for row in (*first, *second)] == numbers[::-1]
        assert [row.id for row in issues.queue(session, sam, department="street_lighting")[0]] == [lamp]
        assert issues.queue(session, sam, area="Dorchester")[1] == 6
        assert len(issues.queue(session, sam, area="Dorchester", offset=4)[0]) == 2
        assert search.find(session, boston.city, kim, "church")[1] == 1


def test_the_day_has_room_for_so_many_reports(database: Database, clock: Clock, boston: House) -> None:
    """The next one is refused, until a day has passed."""
    with database.transaction() as session:
        contact = person(session, clock)
        new = NewReport(service_code="pothole", description="x", address="y")
        for _ in range(2):
            issues.report(session, boston.city, new, contact_id=contact.id, now=clock())
        with pytest.raises(TooManyReports):
            limits.check_reports(session, Limits(reports_a_day=2), contact.id, clock())
        limits.check_reports(session, Limits(reports_a_day=3), contact.id, clock())
        with pytest.raises(TooManyReports):
            limits.check_reports(session, Limits(reports_a_day=3), contact.id, clock(), new=2)
        clock.advance(25 * 3600)
        limits.check_reports(session, Limits(reports_a_day=2), contact.id, clock())


def test_what_was_written_in_confidence_stays_private(database: Database, clock: Clock, boston: House) -> None:
    """A report becomes private with its service, and stays so when the service is another again."""
    with database.transaction() as session:
        request, sam = filed(session, clock, boston), employee(session, clock)
        assert not request.private
        for code in ("property", "pothole"):
            act = StaffAct(staff=sam, now=clock())
            assert casework.change_service(session, boston.city, request.id, code, act).private


def test_a_block_expires_or_is_lifted(database: Database, clock: Clock, boston: House) -> None:
    """Both ends stand in the log with their reasons."""
    with database.transaction() as session:
        request, sam = filed(session, clock, boston), employee(session, clock)
        restraints.block(session, request.id, 7, "spam", StaffAct(staff=sam, now=clock()))
        session.flush()
        held = restraints.active(session, request.contact_id, clock())
        assert held is not None
        assert (held.kind, held.reason) == (RestraintKind.BLOCKED, "spam")
        assert restraints.active(session, request.contact_id, clock() + timedelta(days=7)) is None
        restraints.unblock(session, request.id, StaffAct(staff=sam, now=clock()))
        assert restraints.active(session, request.contact_id, clock()) is None
        acts = session.exec(select(ActionLog).where(ActionLog.subject == f"contact:{request.contact_id}")).all()
        assert [(act.action, act.reason) for act in acts] == [("blocked", "spam"), ("unblocked", "")]


def test_only_an_admin_removes_and_nobody_themselves(database: Database, clock: Clock) -> None:
    """Whoever was removed is no member any more; their name stays in the log."""
    with database.transaction() as session:
        sam, ida = employee(session, clock), employee(session, clock, Role.ADMIN)
        with pytest.raises(AdminsOnly):
            staff.remove(session, ida.id, sam, now=clock())
        with pytest.raises(NotOneself):
            staff.remove(session, ida.id, ida, now=clock())
        staff.remove(session, sam.id, ida, now=clock())
        assert [member.id for member in staff.members(session)] == [ida.id]
        assert staff.member(session, sam.contact_id) is None


def test_the_log_as_a_table(database: Database, clock: Clock, boston: House) -> None:
    """Every act is a row, and what looks like a formula is not run by a spreadsheet."""
    with database.transaction() as session:
        request, sam = filed(session, clock, boston), employee(session, clock)
        casework.note(session, request.id, "=HYPERLINK(1)", StaffAct(staff=sam, now=clock()))
        session.flush()
        file = io.StringIO()
        assert actionlog.write_csv(session, file) == 3
    rows = list(csv.DictReader(io.StringIO(file.getvalue())))
    assert [row["action"] for row in rows] == ["invited", "enrolled", "note"]
    assert rows[-1]["reason"] == "'=HYPERLINK(1)"
