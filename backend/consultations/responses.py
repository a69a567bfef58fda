"""Responses: one person's answers to a consultation, question by question, until it closes."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlmodel import Session, col, func, select

from backend.consultations import consultations
from backend.consultations.survey import Value, unusable
from backend.errors import ConsultationOver
from storage.consultations import Consultation, ConsultationQuestion, Response, ResponseAnswer
from storage.contacts import Contact
from storage.requests import ServiceRequest


class Unfit(Exception):
    """A value does not answer the question; `message_id` names the text that says why."""

    def __init__(self, message_id: str) -> None:
        super().__init__(message_id)
        self.message_id = message_id


def begin(session: Session, consultation: Consultation, contact: Contact, now: datetime) -> Response:
    """One person's part, begun now or found where it stood; raises ConsultationOver when nothing is taken any more."""
    if not consultations.is_open(consultation, now):
        raise ConsultationOver
    # Whoever holds the contact's row decides alone: two taps at once begin one response.
    session.exec(select(Contact.id).where(Contact.id == contact.id).with_for_update()).one()
    own = select(Response).where(Response.consultation_id == consultation.id, Response.contact_id == contact.id)
    if response := session.exec(own).first():
        return response
    area = select(ServiceRequest.area).where(
        ServiceRequest.contact_id == contact.id, col(ServiceRequest.area).is_not(None)
    )
    newest = session.exec(area.order_by(col(ServiceRequest.id).desc()).limit(1)).first()
    response = Response(
        consultation_id=consultation.id, contact_id=contact.id, language=contact.language, area=newest, begun_at=now
    )
    session.add(response)
    session.flush()
    return response


def answer(
    session: Session,
    consultation: Consultation,
    response: Response,
    question: ConsultationQuestion,
    value: Value,
    *,
    now: datetime,
) -> None:
    """Take an answer, in place of an earlier one; raises Unfit, or ConsultationOver after the last second."""
    if not consultations.is_open(consultation, now):
        raise ConsultationOver
    if reason := unusable(consultations.item_of(question), value):
        raise Unfit(reason)
    known = session.get(ResponseAnswer, (response.id, question.id))
    if known is None:
        session.add(ResponseAnswer(response_id=response.id, question_id=question.id, value=value, at=now))
    else:
        known.value, known.at = value, now
    session.flush()
    # An answer that was changed may open a question that was not put before: then there is something left to say.
    is_finished = following(session, response) is None
    response.finished_at = (response.finished_at or now) if is_finished else None


def answers(session: Session, response: Response) -> dict[int, Value]:
    """What somebody has said so far, by question."""
    own = select(ResponseAnswer).where(ResponseAnswer.response_id == response.id)
    return {row.question_id: row.value for row in session.exec(own)}


def following(session: Session, response: Response) -> ConsultationQuestion | None:
    """The first question that is for this person and not answered yet; None when there is none left."""
    asked = consultations.questions(session, response.consultation_id)
    said = answers(session, response)
    for question in asked:
        if question.id not in said and is_for(question, asked, said):
            return question
    return None


def is_for(question: ConsultationQuestion, asked: Sequence[ConsultationQuestion], said: Mapping[int, Value]) -> bool:
    """Whether a question is put to somebody who has said this: its condition holds, and that of what it depends on."""
    if not question.condition:
        return True
    earlier = next(one for one in asked if one.code == question.condition["question"])
    chosen = said.get(earlier.id, {}).get("codes", [])
    return bool({*chosen} & {*question.condition["is"]}) and is_for(earlier, asked, said)


def count(session: Session, consultation_id: int) -> tuple[int, int]:
    """How many have begun to answer, and how many have finished."""
    begun = select(func.count(), func.count(col(Response.finished_at))).where(
        Response.consultation_id == consultation_id
    )
    return session.exec(begun).one()
