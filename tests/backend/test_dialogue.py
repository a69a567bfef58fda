"""Questions, meetings and patterns of reports."""

from datetime import timedelta
from pathlib import Path

import pytest
from sqlmodel import Session, select

from backend.city.city import City
from backend.errors import (
    DraftNotWritten,
    IllegalMeetingStep,
    NotAllowed,
    QuestionAnswered,
    ReasonsNeeded,
    TooManyQuestions,
    UnusableDate,
)
from backend.proposals import clusters
from backend.questions import answerdrafts, answers, meetingquestions, meetings, questions
from backend.questions.meetings import NewMeeting
from backend.questions.retrieval import Retriever
from backend.reports import issues
from backend.reports.issues import NewReport
from bot.conversation.turn import House
from storage.clusters import ReportCluster
from storage.database import Database
from storage.meetings import Meeting, MeetingState
from storage.people import Role
from storage.questions import QuestionState
from tests.backend.test_proposals import people, staff_act
from tests.conftest import START


def test_a_question_is_promised_in_working_hours(database: Database, boston: House) -> None:
    """Sixteen working hours from Monday ten o'clock end on Wednesday at ten; a second answer is refused."""
    with database.transaction() as session:
        [ana] = people(session, 1)
        asked = questions.ask(session, boston.city, "Chickens?", language="en", contact_id=ana, now=START)
        assert asked.due_at == START + timedelta(days=2)
        act = staff_act(session)
        with pytest.raises(ReasonsNeeded):
            questions.answer(session, asked.id, " ", act)
        agent = staff_act(session, role=Role.AGENT, department="parks")
        with pytest.raises(NotAllowed):
            questions.answer(session, asked.id, "No.", agent)
        questions.hand_over(session, asked.id, "parks", act)
        questions.answer(session, asked.id, "No.", agent)
        assert asked.state is QuestionState.ANSWERED
        with pytest.raises(QuestionAnswered):
            questions.answer(session, asked.id, "Yes.", act)


def test_a_late_question_is_told_of_once(database: Database, boston: House) -> None:
    """At its very promise and not before; the reminder is not repeated."""
    with database.transaction() as session:
        [ana] = people(session, 1)
        asked = questions.ask(session, boston.city, "Chickens?", language="en", contact_id=ana, now=START)
        assert questions.notice_late(session, asked.due_at - timedelta(seconds=1)) == []
        assert questions.notice_late(session, asked.due_at) == [asked]
        assert questions.notice_late(session, asked.due_at + timedelta(days=9)) == []


def test_ten_questions_a_day(database: Database, boston: House) -> None:
    """The eleventh waits until tomorrow."""
    with database.transaction() as session:
        [ana] = people(session, 1)
        for number in range(10):
            questions.ask(session, boston.city, f"{number}?", language="en", contact_id=ana, now=START)
        with pytest.raises(TooManyQuestions):
            questions.ask(session, boston.city, "11?", language="en", contact_id=ana, now=START)
        questions.ask(session, boston.city, "11?", language="en", contact_id=ana, now=START + timedelta(days=1))


def test_a_draft_is_for_review(database: Database, boston: House, tmp_path: Path) -> None:
    """What staff answered is written beside the answers, is quoted to nobody, and becomes one once it is completed."""
    with database.transaction() as session:
        [ana] = people(session, 1)
        words = 'May I keep "chickens"\\ at home?\nReally?'
        asked = questions.ask(session, boston.city, words, language="en", contact_id=ana, now=START)
        questions.answer(session, asked.id, "Only with a permit.", staff_act(session))
        path = answerdrafts.write(tmp_path, asked, by="Sam")
    assert answers.load(tmp_path) == []
    moved = tmp_path / "answers" / "more.toml"
    moved.write_text(path.read_text(encoding="utf-8").replace('source = ""', 'source = "boston.gov"'), encoding="utf-8")
    [answer] = answers.load(tmp_path)
    assert answer.question == {"en": words}
    assert Retriever([answer]).look_up("may i keep chickens at home").quote == answer
    assert list(answers.faults(tmp_path, ["en", "fr"], [])) == [
        "answers: 'q1' has no question in 'fr'",
        "answers: 'q1' has no text in 'fr'",
    ]


def test_a_draft_that_cannot_be_written_is_said(database: Database, boston: House, tmp_path: Path) -> None:
    """A city folder that is a file refuses kindly."""
    (tmp_path / "answers").write_text("in the way")
    with database.transaction() as session:
        [ana] = people(session, 1)
        asked = questions.ask(session, boston.city, "Chickens?", language="en", contact_id=ana, now=START)
        questions.answer(session, asked.id, "No.", staff_act(session))
        with pytest.raises(DraftNotWritten):
            answerdrafts.write(tmp_path, asked, by="Sam")


def planned(session: Session) -> Meeting:
    """A meeting in two days."""
    new = NewMeeting(
        official="Ann Lee", titles={"en": "Parks"}, department="parks", begins_at=START + timedelta(days=2)
    )
    return meetings.announce(session, new, staff_act(session))


def state_of(session: Session, meeting: Meeting) -> MeetingState:
    """Where a meeting stands in the database."""
    return session.exec(select(Meeting.state).where(Meeting.id == meeting.id)).one()


def test_a_meeting_keeps_its_time(database: Database) -> None:
    """It opens and closes at the second; a question after it is refused."""
    with database.transaction() as session:
        [ana] = people(session, 1)
        meeting = planned(session)
        second = timedelta(seconds=1)
        assert meetings.keep_time(session, meeting.begins_at - second) == 0
        assert meetings.keep_time(session, meeting.begins_at) == 1
        assert state_of(session, meeting) is MeetingState.OPEN
        meetingquestions.ask(session, meeting.id, "Why?", language="en", contact_id=ana, now=meeting.begins_at)
        assert meetings.keep_time(session, meeting.ends_at - second) == 0
        assert meetings.keep_time(session, meeting.ends_at) == 1
        assert state_of(session, meeting) is MeetingState.CLOSED
        with pytest.raises(IllegalMeetingStep):
            meetingquestions.ask(session, meeting.id, "When?", language="en", contact_id=ana, now=meeting.ends_at)
        with pytest.raises(UnusableDate):
            meetings.announce(
                session,
                NewMeeting(official="X", titles={}, department="parks", begins_at=START),
                staff_act(session),
            )


def test_questions_of_a_meeting_are_supported_once(database: Database) -> None:
    """Ordered by support, counted once a person, answered once, five a person."""
    with database.transaction() as session:
        ana, ben = people(session, 2)
        meeting = planned(session)
        first = meetingquestions.ask(session, meeting.id, "First?", language="en", contact_id=ana, now=START)
        second = meetingquestions.ask(session, meeting.id, "Second?", language="en", contact_id=ana, now=START)
        assert meetingquestions.support(session, second.id, contact_id=ben, now=START) == (second, True)
        assert meetingquestions.support(session, second.id, contact_id=ben, now=START) == (second, False)
        assert [one.id for one in meetingquestions.listed(session, meeting.id)] == [second.id, first.id]
        act = staff_act(session)
        meetingquestions.answer(session, second.id, {"en": "Yes."}, act)
        with pytest.raises(IllegalMeetingStep):
            meetingquestions.answer(session, second.id, {"en": "No."}, act)
        with pytest.raises(IllegalMeetingStep):
            meetingquestions.support(session, second.id, contact_id=ana, now=START)
        meetingquestions.hide(session, first.id, "rude", act)
        assert meetingquestions.listed(session, meeting.id) == []
        assert set(meetings.participants(session, meeting.id)) == {ana, ben}
        for number in range(3):
            meetingquestions.ask(session, meeting.id, f"{number}?", language="en", contact_id=ana, now=START)
        with pytest.raises(IllegalMeetingStep):
            meetingquestions.ask(session, meeting.id, "Sixth?", language="en", contact_id=ana, now=START)


def filed(session: Session, city: City, contact_id: int, *, lat: float = 42.3, service: str = "traffic_safety") -> None:
    """A report at a place."""
    new = NewReport(service_code=service, description="too fast", address="1 Elm Street", lat=lat, lon=-71.06)
    issues.report(session, city, new, contact_id=contact_id, now=START)


def test_a_pattern_is_found_once(database: Database, boston: House) -> None:
    """Three near each other are one; two, or three far apart or of other services, are none; a fourth tells nothing."""
    with database.transaction() as session:
        crowd = people(session, 4)
        filed(session, boston.city, crowd[0])
        filed(session, boston.city, crowd[1], lat=42.33)
        filed(session, boston.city, crowd[1], service="noise")
        filed(session, boston.city, crowd[1])
        assert clusters.watch(session, boston.city, START) == []
        filed(session, boston.city, crowd[2], lat=42.3009)
        [cluster] = clusters.watch(session, boston.city, START)
        assert len(cluster.numbers) == 3
        assert clusters.people(session, cluster) == crowd[:3]
        filed(session, boston.city, crowd[3])
        assert clusters.watch(session, boston.city, START) == []
        assert len(session.exec(select(ReportCluster)).all()) == 1
