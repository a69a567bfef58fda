"""Consultations: drafted, opened, closed, decided; and their questions as they were asked."""

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlmodel import Session, col, select

from backend.actions import log_action
from backend.audience import Audience
from backend.errors import IllegalStep, SomeoneElseWasFaster
from backend.survey import Condition, Item, Option, Survey
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
    consultation = Consultation(
        title=survey.title, why=survey.why, use=survey.use, audience=survey.audience.model_dump(mode="json"),
        opens_at=_in_zone(survey.opens, zone) if survey.opens else None, closes_at=_in_zone(survey.closes, zone),
        reminds_at=[_in_zone(moment, zone).isoformat() for moment in survey.reminders],
        staff_id=staff.id if staff else None, created_at=now,
    )  # fmt: skip
    session.add(consultation)
    session.flush()
    for position, item in enumerate(survey.questions):
        _add_question(session, consultation.id, position, item, now)
    log_action(session, staff, "consultation drafted", f"consultation:{consultation.id}", now=now)
    return consultation


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
    """Take a consultation to another state; raises IllegalStep, or SomeoneElseWasFaster for an older version."""
    consultation = session.exec(select(Consultation).where(Consultation.id == id).with_for_update()).first()
    if consultation is None or to not in _STEPS[consultation.status]:
        raise IllegalStep
    if version is not None and consultation.version != version:
        raise SomeoneElseWasFaster
    if to is ConsultationStatus.OPEN:
        consultation.opens_at = now
    if to in (ConsultationStatus.CLOSED, ConsultationStatus.CANCELLED):
        consultation.closed_at = now
    consultation.status = to
    consultation.version += 1
    log_action(session, staff, f"consultation {to.value}", f"consultation:{id}", now=now)
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
        raise IllegalStep
    if done and consultation.decided_at is None:
        raise IllegalStep
    if done:
        consultation.done_at = now
    else:
        consultation.decision, consultation.decided_at = decision, now
    consultation.version += 1
    log_action(session, staff, "consultation done" if done else "consultation decided", f"consultation:{id}", now=now)
    return consultation
