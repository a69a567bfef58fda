"""Questions of a meeting: gathered and supported beforehand, answered one by one in the official's name."""

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Session, col, func, select

from backend.errors import IllegalMeetingStep, NoSuchMeeting, ReasonsNeeded
from backend.questions import meetings
from backend.reports.issues import StaffAct
from backend.staff.actions import log_action
from storage.meetings import MeetingQuestion, MeetingStep, MeetingSupport

_A_PERSON = 5
"""Questions that one person may ask at one meeting."""


def ask(session: Session, number: int, words: str, *, language: str, contact_id: int, now: datetime) -> MeetingQuestion:
    """Ask something at a meeting, before or while it is held; its writer supports it and hears the answers.

    Raises IllegalMeetingStep once it is over, and after five questions of one person.
    """
    meetings.under_way(session, number)
    mine = select(func.count()).where(MeetingQuestion.meeting_id == number, MeetingQuestion.contact_id == contact_id)
    if session.exec(mine).one() >= _A_PERSON:
        raise IllegalMeetingStep
    question = MeetingQuestion(meeting_id=number, contact_id=contact_id, words=words, language=language, asked_at=now)
    session.add(question)
    session.flush()
    support(session, question.id, contact_id=contact_id, now=now)
    return question


def support(session: Session, id: int, *, contact_id: int, now: datetime) -> tuple[MeetingQuestion, bool]:
    """Support somebody's question, once; False when they did already. Raises IllegalMeetingStep once it is answered."""
    question = _held(session, id)
    meetings.under_way(session, question.meeting_id)
    if question.answered_at is not None or question.hidden_because:
        raise IllegalMeetingStep
    meetings.join(session, question.meeting_id, contact_id=contact_id, now=now)
    if session.get(MeetingSupport, (id, contact_id)) is not None:
        return question, False
    session.add(MeetingSupport(question_id=id, contact_id=contact_id, since=now))
    session.flush()
    rows = select(func.count()).select_from(MeetingSupport).where(MeetingSupport.question_id == id)
    question.supporters = session.exec(rows).one()
    return question, True


def listed(
    session: Session, number: int, *, answered: bool = False, offset: int = 0, limit: int = 5
) -> Sequence[MeetingQuestion]:
    """A meeting's questions that wait, the most supported first; or those that were answered, as they came."""
    rows = select(MeetingQuestion).where(MeetingQuestion.meeting_id == number, MeetingQuestion.hidden_because == "")
    if answered:
        rows = rows.where(col(MeetingQuestion.answered_at).is_not(None)).order_by(col(MeetingQuestion.answered_at))
    else:
        rows = rows.where(col(MeetingQuestion.answered_at).is_(None))
        rows = rows.order_by(col(MeetingQuestion.supporters).desc(), col(MeetingQuestion.id))
    return session.exec(rows.offset(offset).limit(limit)).all()


def answer(session: Session, id: int, texts: dict[str, str], act: StaffAct) -> MeetingQuestion:
    """Answer a question in the official's name; everybody who takes part hears it at once. Raises ReasonsNeeded."""
    question = _held(session, id)
    if not any(words.strip() for words in texts.values()):
        raise ReasonsNeeded
    if question.answered_at is not None:
        raise IllegalMeetingStep
    question.answer, question.answered_at, question.staff_id = texts, act.now, act.staff.id
    meeting = meetings.find(session, question.meeting_id)
    meetings.step(session, meeting, MeetingStep.ANSWERED, act.now, staff=act.staff, question=id)
    log_action(session, act.staff, "meeting_answered", f"meeting_question:{id}", now=act.now)
    return question


def hide(session: Session, id: int, reason: str, act: StaffAct) -> MeetingQuestion:
    """Keep a question out of a meeting, with the reason; raises ReasonsNeeded."""
    if not reason.strip():
        raise ReasonsNeeded
    question = _held(session, id)
    question.hidden_because = reason.strip()
    log_action(session, act.staff, "meeting_question_hidden", f"meeting_question:{id}", now=act.now, reason=reason)
    return question


def find(session: Session, id: int) -> MeetingQuestion:
    """A question by its id; raises NoSuchMeeting for none."""
    found = session.get(MeetingQuestion, id)
    if found is None:
        raise NoSuchMeeting(number=id)
    return found


def _held(session: Session, id: int) -> MeetingQuestion:
    find(session, id)
    rows = select(MeetingQuestion).where(MeetingQuestion.id == id).with_for_update()
    return session.exec(rows.execution_options(populate_existing=True)).one()
