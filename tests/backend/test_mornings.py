"""The morning list: each department its own, everything for those who see all, once a day as the offices open."""

from datetime import UTC, datetime, timedelta
from typing import Any

from sqlmodel import Session

from backend.digests import mornings
from backend.digests.mornings import Morning
from bot.conversation.turn import House
from storage.contacts import Contact
from storage.database import Database
from storage.people import Role, Staff
from storage.proposals import Proposal, ProposalState
from storage.questions import CityQuestion
from storage.requests import ServiceRequest, Status, Substatus

MORNING = datetime(2026, 3, 3, 14, 0, tzinfo=UTC)
"""Nine on a Tuesday in Boston."""
_HOUR = timedelta(hours=1)
_DAY = 24 * _HOUR


def _report(session: Session, department: str, **columns: Any) -> None:
    known = {"requested_at": MORNING - 9 * _DAY, "expected_at": MORNING + 9 * _DAY, **columns}
    session.add(
        ServiceRequest(
            contact_id=1, service_code="pothole", department=department, description="", address="",
            updated_at=MORNING, **known,
        )
    )  # fmt: skip


def _fill(session: Session) -> None:
    for number in range(1, 5):
        session.add(Contact(id=number, language="en", created_at=MORNING - 99 * _DAY))
    session.flush()
    for number, role, department in (
        (2, Role.AGENT, "parks"),
        (3, Role.AGENT, "public_works"),
        (4, Role.DISPATCHER, None),
    ):
        session.add(Staff(contact_id=number, name="", role=role, department=department, enrolled_at=MORNING - _DAY))
    _report(session, "parks", requested_at=MORNING - _HOUR)
    _report(session, "parks", requested_at=MORNING - 25 * _HOUR)
    _report(session, "parks", expected_at=MORNING + 8 * _HOUR)
    _report(session, "parks", expected_at=MORNING + 30 * _HOUR)
    _report(session, "parks", expected_at=MORNING - _HOUR)
    _report(session, "parks", expected_at=MORNING - _HOUR, status=Status.CLOSED, substatus=Substatus.CLOSED)
    _report(session, "parks", substatus=Substatus.REOPENED)
    _report(session, "parks", substatus=Substatus.WAITING)
    _report(session, "sanitation", substatus=Substatus.WAITING)
    words = {"language": "en", "title": "", "summary": "", "words": "", "topic": "green", "level": "city"}
    same = {"contact_id": 1, "department": "parks", "created_at": MORNING, "updated_at": MORNING, **words}
    session.add(Proposal(state=ProposalState.THRESHOLD_REACHED, reached_at=MORNING - _DAY, **same))
    session.add(Proposal(state=ProposalState.PUBLISHED, **same))
    session.add(Proposal(state=ProposalState.ACCEPTED, reached_at=MORNING, answered_at=MORNING, **same))
    session.add(
        CityQuestion(
            contact_id=1, words="?", language="en", department="parks", asked_at=MORNING, due_at=MORNING + _DAY
        )
    )
    session.flush()


def test_each_hears_what_waits_for_them(database: Database, boston: House) -> None:
    """An agent of their department, a dispatcher of all; whoever has nothing to do hears nothing."""
    with database.transaction() as session:
        _fill(session)
        lists = {member.contact_id: morning for member, morning in mornings.due(session, boston.city, MORNING)}
        assert list(mornings.due(session, boston.city, MORNING + _HOUR / 4)) == []
    own = {"new": 1, "due": 1, "overdue": 1, "contested": 1, "questions": 1, "proposals": 1}
    assert lists == {2: Morning(**own, waiting=1), 4: Morning(**own, waiting=2)}


def test_it_comes_only_as_the_offices_open(database: Database, boston: House) -> None:
    """Not at night, not at noon, not on a Sunday."""
    with database.transaction() as session:
        _fill(session)
        for moment in (MORNING - 2 * _HOUR, MORNING + 3 * _HOUR, MORNING + 5 * _DAY):
            assert list(mornings.due(session, boston.city, moment)) == []
