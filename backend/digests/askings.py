"""What the city asked and decided lately, and whom of many people that concerns."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import ColumnElement
from sqlmodel import Session, col, or_, select

from backend.broadcasts import audience as audiences
from backend.broadcasts.audience import Audience
from backend.digests.changes import Stretch
from storage.among import among
from storage.consultations import Consultation, ConsultationStatus, Response
from storage.contacts import Contact


class Asking(StrEnum):
    """What became of a consultation."""

    OPENED = "opened"
    CLOSED = "closed"
    DECIDED = "decided"
    DONE = "done"


@dataclass(frozen=True)
class Asked:
    """A consultation that took a step, for one person; `answered` says whether they took part."""

    contact_id: int
    step: Asking
    consultation: Consultation
    answered: bool


def of_consultations(session: Session, stretches: Mapping[int, Stretch]) -> Iterator[Asked]:
    """The newest step of each consultation that concerns each of these people, within their stretch.

    It concerns those it was put to and those who answered; a random panel only those who answered.
    """
    if not stretches:
        return
    first = min(since for since, _ in stretches.values())
    for consultation in session.exec(select(Consultation).where(*_moved_after(first))):
        answered = _answered(session, consultation.id, stretches)
        for contact_id in sorted(_concerned(session, consultation, stretches) | set(answered)):
            step = _newest(consultation, stretches[contact_id])
            if step is None or (step is Asking.OPENED and answered.get(contact_id)):
                continue
            yield Asked(contact_id, step, consultation, contact_id in answered)


def _moved_after(moment: datetime) -> tuple[ColumnElement[bool], ...]:
    moments = (Consultation.opens_at, Consultation.closed_at, Consultation.decided_at, Consultation.done_at)
    moved = or_(*(col(one) > moment for one in moments))
    return moved, col(Consultation.status).in_([ConsultationStatus.OPEN, ConsultationStatus.CLOSED])


def _answered(session: Session, id: int, people: Mapping[int, Stretch]) -> dict[int, bool]:
    """Those of these people who took part, and whether they finished."""
    rows = select(Response.contact_id, Response.finished_at).where(
        Response.consultation_id == id, among(Response.contact_id, people)
    )
    return {contact_id: finished is not None for contact_id, finished in session.exec(rows)}


def _concerned(session: Session, consultation: Consultation, people: Mapping[int, Stretch]) -> set[int]:
    audience = Audience.model_validate(consultation.audience)
    if audience.panel is not None:
        return set()
    return set(session.scalars(audiences.contacts(audience).where(among(Contact.id, people))))


def _newest(consultation: Consultation, stretch: Stretch) -> Asking | None:
    since, until = stretch
    steps = {
        Asking.DONE: consultation.done_at,
        Asking.DECIDED: consultation.decided_at,
        Asking.CLOSED: consultation.closed_at,
        Asking.OPENED: consultation.opens_at if consultation.status is ConsultationStatus.OPEN else None,
    }
    return next((step for step, at in steps.items() if at is not None and since < at <= until), None)
