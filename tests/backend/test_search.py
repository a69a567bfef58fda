"""Search by words: what is found, by whom, in which order, and what a hostile search can't do."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlmodel import Session

from backend.reports import casework, issues, own, search
from backend.reports.issues import NewReport, StaffAct
from bot.conversation.turn import House
from storage.database import Database
from storage.people import Role
from storage.requests import ServiceRequest
from tests.backend.test_issues import employee, person
from tests.conftest import Clock


def said(session: Session, clock: Clock, house: House, words: str, service: str = "pothole") -> ServiceRequest:
    """A report with these words."""
    new = NewReport(service_code=service, description=words, address="32 Church Street")
    return issues.report(session, house.city, new, contact_id=person(session, clock).id, now=clock())


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("wheel", True),
        ("WHEELS", True),
        ("wheelbarrow", False),
        ("whe", True),
        ("wh", False),
        ("chaussee abimee", True),
        ("église", True),
        ("32 church", True),
        ("3 church", False),
        ("pothole", True),
        ("nid de poule", True),
        ("graffiti", False),
        ("wheel graffiti", False),
        ("", False),
        ("!!!", False),
    ],
)
def test_words(database: Database, clock: Clock, boston: House, words: str, found: bool) -> None:
    """Beginnings of words, the service's name in any language, without case and accents; numbers as they are."""
    with database.transaction() as session:
        request, sam = said(session, clock, boston, "my wheel broke near the Église"), employee(session, clock)
        rows, count = search.find(session, boston.city, sam, words)
        assert ([row.id for row in rows], count) == (([request.id], 1) if found else ([], 0))


def test_pages_come_newest_first(database: Database, clock: Clock, boston: House) -> None:
    """A page is cut out, and the count is of all."""
    with database.transaction() as session:
        numbers = [said(session, clock, boston, "a hole").id for _ in range(5)]
        sam = employee(session, clock)
        rows, count = search.find(session, boston.city, sam, "hole", offset=1, limit=2)
        assert ([row.id for row in rows], count) == ([numbers[3], numbers[2]], 5)


def test_more_than_anybody_pages_through_is_not_counted(
    database: Database, clock: Clock, boston: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Beyond the most the count says only that there are more."""
    monkeypatch.setattr(search, "MOST", 3)
    with database.transaction() as session:
        for _ in range(5):
            said(session, clock, boston, "a hole")
        assert search.find(session, boston.city, employee(session, clock), "hole")[1] == 4


def test_an_agent_finds_their_own_departments(database: Database, clock: Clock, boston: House) -> None:
    """Also after a report has changed hands."""
    with database.transaction() as session:
        request = said(session, clock, boston, "a hole")
        other = next(d.code for d in boston.city.departments if d.code != request.department)
        old = employee(session, clock, Role.AGENT, request.department)
        new = employee(session, clock, Role.AGENT, other)
        assert [search.find(session, boston.city, who, "hole")[1] for who in (old, new)] == [1, 0]
        casework.assign_to_department(session, request.id, other, StaffAct(staff=old, now=clock()))
        session.flush()
        assert [search.find(session, boston.city, who, "hole")[1] for who in (old, new)] == [0, 1]


def test_what_is_added_is_found_and_what_is_gone_is_not(database: Database, clock: Clock, boston: House) -> None:
    """The index follows the words."""
    with database.transaction() as session:
        request, sam = said(session, clock, boston, "a hole"), employee(session, clock)
        own.add(session, request.id, "with a cone in it", contact_id=request.contact_id, now=clock())
        session.flush()
        assert search.find(session, boston.city, sam, "cone hole")[1] == 1
        request.description = "a lamp"
        session.flush()
        assert [search.find(session, boston.city, sam, words)[1] for words in ("cone", "lamp")] == [0, 1]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    words=st.text(max_size=60) | st.sampled_from(['" OR *', "' | 'a", "NEAR(a b)", "a:* & !b", "\\", "%", "xsxpothole"])
)
def test_no_search_is_a_query_of_its_own(database: Database, clock: Clock, boston: House, words: str) -> None:
    """Whatever is typed is only ever words: an answer, never an error."""
    with database.transaction() as session:
        rows, count = search.find(session, boston.city, employee(session, clock), words)
        assert len(rows) <= count
        session.rollback()
