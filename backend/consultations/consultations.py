"""Consultations: drafted, opened, closed, decided; and their questions as they were asked."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import delete
from sqlmodel import Session, col, select

from backend.broadcasts.audience import Audience
from backend.consultations.survey import Condition, Item, Option, Survey
from backend.errors import ConsultationChanged, ConsultationMoved, ConsultationPast
from backend.staff.actions import log_action
from storage.consultations import (
    Consultation,
    ConsultationQuestion,
    ConsultationStatus,
    Statement,
    StatementStatus,
)
from storage.people import Staff


def draft(session: Session, survey: Survey, zone: ZoneInfo, *, staff: Staff | None, now: datetime) -> Consultation:
    """Keep a survey as a draft, to be looked over and opened."""
    owner = staff.id if staff else None
    consultation = Consultation(**_fields(survey, zone), staff_id=owner, created_at=now)
    session.add(consultation)
    session.flush()
    for position, item in enumerate(survey.questions):
        _add_question(session, consultation.id, position, item, now)
    log_action(session, staff, "consultation drafted", f"consultation:{consultation.id}", now=now)
    return consultation


def _fields(survey: Survey, zone: ZoneInfo) -> dict[str, Any]:
    return {
        "title": survey.title, "why": survey.why, "use": survey.use,
        "audience": survey.audience.model_dump(mode="json"),
        "opens_at": _in_zone(survey.opens, zone) if survey.opens else None,
        "closes_at": _in_zone(survey.closes, zone),
        "reminds_at": [_in_zone(moment, zone).isoformat() for moment in survey.reminders],
    }  # fmt: skip


def _in_zone(moment: datetime, zone: ZoneInfo) -> datetime:
    return moment if moment.tzinfo else moment.replace(tzinfo=zone)


def _add_question(session: Session, consultation_id: int, position: int, item: Item, now: datetime) -> None:
    question = ConsultationQuestion(
        consultation_id=consultation_id, position=position, code=item.code, kind=item.kind, wording=item.wording,
        options=[option.model_dump() for option in item.options], least=item.least, most=item.most,
        required=item.required, condition=item.only_if.model_dump(by_alias=True) if item.only_if else {},
    )  # fmt: skip
    session.add(question)
    session.flush()
    session.add_all(
        Statement(question_id=question.id, words=words, status=StatementStatus.ACCEPTED, at=now)
        for words in item.statements
    )
    session.flush()


def questions(session: Session, consultation_id: int) -> Sequence[ConsultationQuestion]:
    """The questions of a consultation in the order in which they are asked."""
    own = select(ConsultationQuestion).where(ConsultationQuestion.consultation_id == consultation_id)
    return session.exec(own.order_by(col(ConsultationQuestion.position))).all()


def item_of(question: ConsultationQuestion) -> Item:
    """A question as it was written, without its statements, which people add to."""
    return Item(
        code=question.code, kind=question.kind, wording=question.wording, least=question.least, most=question.most,
        options=[Option.model_validate(option) for option in question.options], required=question.required,
        only_if=Condition.model_validate(question.condition) if question.condition else None,
    )  # fmt: skip


def survey_of(session: Session, consultation: Consultation) -> Survey:
    """A consultation as a survey again, to copy or to edit it."""
    items = []
    for question in questions(session, consultation.id):
        own = select(Statement.words).where(Statement.question_id == question.id, col(Statement.contact_id).is_(None))
        statements = list(session.exec(own.order_by(col(Statement.id))))
        items.append(item_of(question).model_copy(update={"statements": statements}))
    return Survey(
        title=consultation.title, why=consultation.why, use=consultation.use, questions=items,
        audience=Audience.model_validate(consultation.audience), opens=consultation.opens_at,
        closes=consultation.closes_at, reminders=[datetime.fromisoformat(moment) for moment in consultation.reminds_at],
    )  # fmt: skip


def copy(
    session: Session, id: int, closes: datetime, zone: ZoneInfo, *, staff: Staff | None, now: datetime
) -> Consultation:
    """A new draft that asks the same of the same people, open as soon as it is sent."""
    original = survey_of(session, session.get_one(Consultation, id))
    again = original.model_copy(update={"opens": None, "closes": closes, "reminders": []})
    return draft(session, again, zone, staff=staff, now=now)


def revise(
    session: Session, id: int, zone: ZoneInfo, *, staff: Staff | None, now: datetime, **parts: Any
) -> Consultation:
    """Change parts of a draft, named as in a survey; raises ConsultationMoved for one that is no draft any more.

    Raises ValidationError when the parts do not fit each other.
    """
    consultation = session.exec(select(Consultation).where(Consultation.id == id).with_for_update()).first()
    if consultation is None or consultation.status is not ConsultationStatus.DRAFT:
        raise ConsultationMoved
    known = survey_of(session, consultation).model_dump(mode="json", by_alias=True)
    survey = Survey.model_validate({**known, **parts})
    for field, value in _fields(survey, zone).items():
        setattr(consultation, field, value)
    if "questions" in parts:
        _replace_questions(session, id, survey, now)
    consultation.version += 1
    log_action(session, staff, "consultation changed", f"consultation:{id}", now=now, details={"parts": sorted(parts)})
    return consultation


def _replace_questions(session: Session, id: int, survey: Survey, now: datetime) -> None:
    for question in questions(session, id):
        session.execute(delete(Statement).where(col(Statement.question_id) == question.id))
        session.delete(question)
    session.flush()
    for position, item in enumerate(survey.questions):
        _add_question(session, id, position, item, now)


_STEPS = {
    ConsultationStatus.DRAFT: {ConsultationStatus.SCHEDULED, ConsultationStatus.OPEN, ConsultationStatus.CANCELLED},
    ConsultationStatus.SCHEDULED: {ConsultationStatus.DRAFT, ConsultationStatus.OPEN, ConsultationStatus.CANCELLED},
    ConsultationStatus.OPEN: {ConsultationStatus.CLOSED, ConsultationStatus.CANCELLED},
    ConsultationStatus.CLOSED: set[ConsultationStatus](),
    ConsultationStatus.CANCELLED: set[ConsultationStatus](),
}


def step(
    session: Session, id: int, to: ConsultationStatus, *, staff: Staff | None, now: datetime, version: int | None = None
) -> Consultation:
    """Take a consultation to another state.

    Raises ConsultationMoved, ConsultationChanged for an older version, ConsultationPast for one that can't be answered.
    """
    consultation = session.exec(select(Consultation).where(Consultation.id == id).with_for_update()).first()
    if consultation is None or to not in _STEPS[consultation.status]:
        raise ConsultationMoved
    if version is not None and consultation.version != version:
        raise ConsultationChanged
    if to in (ConsultationStatus.OPEN, ConsultationStatus.SCHEDULED) and consultation.closes_at <= now:
        raise ConsultationPast
    if to is ConsultationStatus.OPEN:
        consultation.opens_at = now
    if to in (ConsultationStatus.CLOSED, ConsultationStatus.CANCELLED):
        consultation.closed_at = now
    consultation.status = to
    consultation.version += 1
    log_action(session, staff, f"consultation {to.value}", f"consultation:{id}", now=now)
    return consultation


def refuse(session: Session, id: int, version: int, *, staff: Staff, now: datetime) -> Consultation:
    """A colleague says that it does not go out like this: nobody can agree to it any more before it is sent again."""
    consultation = session.exec(select(Consultation).where(Consultation.id == id).with_for_update()).first()
    if consultation is None or consultation.version != version:
        raise ConsultationChanged
    consultation.version += 1
    log_action(session, staff, "consultation refused", f"consultation:{id}", now=now)
    return consultation


def is_open(consultation: Consultation, now: datetime) -> bool:
    """Whether answers are taken: from its opening until its last second, by this clock."""
    return consultation.status is ConsultationStatus.OPEN and now < consultation.closes_at


def due(session: Session, now: datetime) -> tuple[Sequence[Consultation], Sequence[Consultation]]:
    """The consultations that are to be opened now, and those that are to be closed."""
    opening = select(Consultation).where(
        Consultation.status == ConsultationStatus.SCHEDULED, col(Consultation.opens_at) <= now
    )
    closing = select(Consultation).where(Consultation.status == ConsultationStatus.OPEN, Consultation.closes_at <= now)
    return session.exec(opening).all(), session.exec(closing).all()


def decide(
    session: Session, id: int, decision: dict[str, str], *, staff: Staff, now: datetime, done: bool = False
) -> Consultation:
    """Say what the city made of a consultation that is closed; or, with `done`, that this has come about."""
    consultation = session.exec(select(Consultation).where(Consultation.id == id).with_for_update()).first()
    if consultation is None or consultation.status is not ConsultationStatus.CLOSED:
        raise ConsultationMoved
    if done and consultation.decided_at is None:
        raise ConsultationMoved
    if done:
        consultation.done_at = now
    else:
        consultation.decision, consultation.decided_at = decision, now
    consultation.version += 1
    log_action(session, staff, "consultation done" if done else "consultation decided", f"consultation:{id}", now=now)
    return consultation
