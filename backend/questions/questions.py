"""Questions that no written answer covers: passed on to staff with a promise, answered, and kept for the next one."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlmodel import Session, col, func, select

from backend.city.city import City
from backend.errors import NoSuchQuestion, NotAllowed, QuestionAnswered, ReasonsNeeded, TooManyQuestions
from backend.reports import promise
from backend.reports.issues import StaffAct
from backend.staff.actions import log_action
from storage.people import Role, Staff
from storage.questions import CityQuestion, QuestionState

_A_DAY = 10
"""Questions that one person passes on in a day."""
_AT_ONCE = 100


def ask(
    session: Session, city: City, words: str, *, language: str, contact_id: int, now: datetime, department: str = ""
) -> CityQuestion:
    """Pass a question on to a department, or the office that answers for everything; raises TooManyQuestions.

    The answer is promised within the working hours of the city folder, or plain hours for a city without opening hours.
    """
    recent = select(func.count()).where(
        CityQuestion.contact_id == contact_id, col(CityQuestion.asked_at) > now - timedelta(days=1)
    )
    if session.exec(recent).one() >= _A_DAY:
        raise TooManyQuestions(limit=_A_DAY)
    question = CityQuestion(
        contact_id=contact_id,
        words=words,
        language=language,
        department=department or city.general.department,
        asked_at=now,
        due_at=_due(city, now),
    )
    session.add(question)
    session.flush()
    return question


def _due(city: City, now: datetime) -> datetime:
    hours = timedelta(hours=city.participation.question_hours)
    if not any(city.calendar.opening.values()):
        return now + hours
    return promise.after_working(city.calendar, city.zone, now, hours)


def find(session: Session, number: int) -> CityQuestion:
    """The question with this number; raises NoSuchQuestion."""
    question = session.get(CityQuestion, number) if 0 < number < 2**63 else None
    if question is None:
        raise NoSuchQuestion(number=number)
    return question


def waiting(session: Session, member: Staff, *, limit: int = 10) -> tuple[Sequence[CityQuestion], int]:
    """The questions that a staff member answers for, soonest promise first, and how many there are."""
    seen = [col(CityQuestion.state) == QuestionState.WAITING]
    if member.role is Role.AGENT:
        seen.append(col(CityQuestion.department) == member.department)
    rows = select(CityQuestion).where(*seen).order_by(col(CityQuestion.due_at), col(CityQuestion.id)).limit(limit)
    return session.exec(rows).all(), session.exec(select(func.count()).select_from(CityQuestion).where(*seen)).one()


def mine(session: Session, contact_id: int, *, limit: int = 5) -> Sequence[CityQuestion]:
    """A resident's questions, newest first."""
    own = select(CityQuestion).where(CityQuestion.contact_id == contact_id)
    return session.exec(own.order_by(col(CityQuestion.id).desc()).limit(limit)).all()


def answer(session: Session, number: int, words: str, act: StaffAct) -> CityQuestion:
    """Answer a question; raises ReasonsNeeded without words, QuestionAnswered after a colleague, NotAllowed."""
    question = _held(session, number, act)
    if not words.strip():
        raise ReasonsNeeded
    question.answer, question.staff_id, question.answered_at = words.strip(), act.staff.id, act.now
    question.state, question.announced_at = QuestionState.ANSWERED, None
    session.flush()
    log_action(session, act.staff, "question_answered", f"question:{number}", now=act.now, reason=words)
    return question


def hand_over(session: Session, number: int, department: str, act: StaffAct) -> CityQuestion:
    """Give a question to the department that knows; its people are told."""
    question = _held(session, number, act)
    question.department, question.announced_at = department, None
    session.flush()
    log_action(session, act.staff, "question_given", f"question:{number}", now=act.now, details={"to": department})
    return question


def notice_late(session: Session, now: datetime) -> list[CityQuestion]:
    """The questions whose promise is over and of which nobody was reminded; they count as reminded now."""
    over = select(CityQuestion).where(
        CityQuestion.state == QuestionState.WAITING,
        col(CityQuestion.late_told_at).is_(None),
        col(CityQuestion.due_at) <= now,
    )
    rows = session.exec(over.order_by(col(CityQuestion.due_at)).limit(_AT_ONCE).with_for_update(skip_locked=True)).all()
    for question in rows:
        question.late_told_at = now
    return list(rows)


def _held(session: Session, number: int, act: StaffAct) -> CityQuestion:
    find(session, number)
    rows = select(CityQuestion).where(CityQuestion.id == number).with_for_update()
    question = session.exec(rows.execution_options(populate_existing=True)).one()
    if act.staff.role is Role.AGENT and act.staff.department != question.department:
        raise NotAllowed
    if question.state is not QuestionState.WAITING:
        raise QuestionAnswered(number=number)
    return question
