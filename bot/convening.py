"""Convening: consultations go out, are reminded of, close, and everybody hears the outcome beside their own answer."""

from datetime import datetime

from sqlalchemy import ColumnElement, or_
from sqlmodel import Session, col, select

from backend.broadcasts import audience as audiences
from backend.broadcasts import broadcasts
from backend.broadcasts.audience import Audience
from backend.broadcasts.fanout import Content, Plan
from backend.broadcasts.fanout import Question as Asks
from backend.broadcasts.postage import Postage
from backend.city.city import City
from backend.consultations import consultations
from backend.consultations.results import QuestionResult
from backend.errors import BroadcastTooDear, ConsultationPast
from backend.staff import staff as staff_members
from bot.conversation.ask import STANDING_PATIENCE
from bot.conversation.reply import Choice, Named, Reply, text
from bot.conversation.texts import Texts
from bot.conversation.turn import House, notify, put_to, reply_of
from bot.drawing import charts
from bot.drawing.charts import Bar
from bot.topics.broadcasts import bytext
from bot.topics.consultations import inviting, outcome
from storage.broadcasts import Broadcast
from storage.consultations import Consultation, ConsultationStatus, QuestionKind, Response
from storage.contacts import Contact
from storage.mail import Media
from storage.people import Staff

TOLD_AT_ONCE = 200
"""People who hear the outcome in one tick of the clock: each hears it beside their own answer."""

_DRAWN = frozenset({QuestionKind.CHOICE, QuestionKind.CHOICES, QuestionKind.YES_NO})


def send(
    session: Session,
    house: House,
    id: int,
    *,
    staff: Staff | None,
    now: datetime,
    version: int | None = None,
    approver: Staff | None = None,
) -> Broadcast:
    """Open a consultation and invite its audience, within the hours and the budgets of the city.

    Raises BroadcastTooDear when it takes more text messages than are left for it.
    """
    consultation = consultations.step(session, id, ConsultationStatus.OPEN, staff=staff, now=now, version=version)
    asked = consultations.questions(session, id)
    question = inviting.invitation(consultation, len(asked))
    ask = Asks(
        topic="consult", step="invite", state=inviting.Asked(consultation=id).model_dump(mode="json"),
        question=question.model_dump(mode="json"), expires_at=now + STANDING_PATIENCE,
    )  # fmt: skip
    said = reply_of(question)
    postage = bytext.of(session, house.city, house.texts, said, now)
    content = Content(said.model_dump(mode="json", exclude_defaults=True), ask)
    plan = _plan(house.city, consultation, postage, now)
    return broadcasts.start(session, plan, content, staff=staff, approver=approver, now=now)


def release(
    session: Session, house: House, id: int, now: datetime, *, proposer: Staff, approver: Staff, version: int
) -> Broadcast | None:
    """What a colleague's word sets going: it is sent now, or waits for its day and None is returned."""
    opens = session.get_one(Consultation, id).opens_at
    if opens is not None and opens > now:
        consultations.step(session, id, ConsultationStatus.SCHEDULED, staff=approver, now=now, version=version)
        return None
    return send(session, house, id, staff=proposer, approver=approver, now=now, version=version)


def invitation(session: Session, consultation: Consultation) -> Reply:
    """What everybody who is asked gets."""
    return reply_of(inviting.invitation(consultation, len(consultations.questions(session, consultation.id))))


def reached(session: Session, city: City, consultation: Consultation, now: datetime) -> int:
    """How many people it would be sent to now."""
    audience = Audience.model_validate(consultation.audience)
    return audiences.reach(session, audience, city.limits.broadcasts_a_week, now).reached


def _plan(city: City, consultation: Consultation, postage: Postage, now: datetime) -> Plan:
    return Plan(
        subject=f"consultation:{consultation.id}",
        audience=Audience.model_validate(consultation.audience),
        due_at=city.calendar.next_telling(now, city.zone),
        budget=city.limits.broadcasts_a_week,
        postage=postage,
    )


def turn_pages(session: Session, house: House, now: datetime) -> int:
    """What the clock does: open what is scheduled, remind, close what is over, tell who answered; returns how many."""
    told, city = 0, house.city
    opening, closing = consultations.due(session, now)
    for consultation in opening:
        _open(session, house, consultation, now)
    for consultation in closing:
        consultations.step(session, consultation.id, ConsultationStatus.CLOSED, staff=None, now=now)
    if city.calendar.tells_at(now, city.zone):
        told += _remind(session, now)
        told += _tell_outcomes(session, city, house.texts, now)
    return told + len(opening)


def _open(session: Session, house: House, consultation: Consultation, now: datetime) -> None:
    """What can't be afforded on its day is a draft again, and whoever drafted it hears why."""
    try:
        with session.begin_nested():
            send(session, house, consultation.id, staff=None, now=now)
    except (BroadcastTooDear, ConsultationPast) as refusal:
        consultations.step(session, consultation.id, ConsultationStatus.DRAFT, staff=None, now=now)
        why = text(refusal.message_id, **refusal.variables)
        head = text("consulting-not-opened", title=Named(names=consultation.title))
        if consultation.staff_id is not None:
            owner = staff_members.named(session, consultation.staff_id)
            notify(session, owner.contact_id, Reply(paragraphs=[head, why]), now=now)


def _remind(session: Session, now: datetime) -> int:
    told = 0
    running = select(Consultation).where(Consultation.status == ConsultationStatus.OPEN)
    for consultation in session.exec(running):
        left = [moment for moment in consultation.reminds_at if datetime.fromisoformat(moment) > now]
        if len(left) < len(consultation.reminds_at):
            consultation.reminds_at = left
            told += _remind_unfinished(session, consultation, now)
    return told


def _remind_unfinished(session: Session, consultation: Consultation, now: datetime) -> int:
    """Those who began and stopped half-way; who never answered has said enough by that."""
    half = select(Response).where(Response.consultation_id == consultation.id, col(Response.finished_at).is_(None))
    question = inviting.reminder(consultation)
    people = session.exec(half).all()
    for response in people:
        put_to(
            session,
            response.contact_id,
            question,
            topic="consult",
            step="invite",
            state=inviting.Asked(consultation=consultation.id),
            now=now,
        )
    return len(people)


def _tell_outcomes(session: Session, city: City, texts: Texts, now: datetime) -> int:
    told_people = 0
    over = select(Consultation).where(Consultation.status == ConsultationStatus.CLOSED)
    for consultation in session.exec(over):
        waiting = select(Response).where(Response.consultation_id == consultation.id, _has_not_heard(consultation))
        people = session.exec(waiting.order_by(col(Response.id)).limit(TOLD_AT_ONCE)).all()
        if not people:
            continue
        counted = outcome.Outcome.of(session, consultation)
        pictures: dict[str, list[int]] = {}
        for response in people:
            language = session.get_one(Contact, response.contact_id).language
            if language not in pictures:
                pictures[language] = draw(session, city, texts, language, counted.results)
            first = response.told_at is None
            told = Reply(paragraphs=counted.beside(session, response), photos=pictures[language] if first else [])
            notify(session, response.contact_id, told, now=now)
            response.told_at = now
        told_people += len(people)
    return told_people


def _has_not_heard(consultation: Consultation) -> ColumnElement[bool]:
    """Who has not heard the newest of: the result, the decision, that it is done."""
    newest = max(filter(None, (consultation.closed_at, consultation.decided_at, consultation.done_at)))
    return or_(col(Response.told_at).is_(None), col(Response.told_at) < newest)


def draw(session: Session, city: City, texts: Texts, language: str, counted: list[QuestionResult]) -> list[int]:
    """Charts of the questions with options as media ids, at most a message's worth; drawn once a language."""
    ids = []
    for result in [one for one in counted if one.question.kind in _DRAWN and one.total.answered][:4]:
        name = f"chart:{result.question.id}:{language}:{result.total.answered}"
        known = session.exec(select(Media).where(Media.channel == "city", Media.file_id == name)).first()
        if known is None:
            known = Media(channel="city", file_id=name, content=_drawn(city, texts, language, result))
            session.add(known)
            session.flush()
        ids.append(known.id)
    return ids


def _drawn(city: City, texts: Texts, language: str, result: QuestionResult) -> bytes:
    item = consultations.item_of(result.question)
    total = result.total
    rows = [
        Bar(
            texts.label(Choice(id=code, label=outcome.name(item, code)), language),
            total.counts[code],
            total.counts[code] / total.answered,
        )
        for code in item.codes
    ]
    title = texts.label(Choice(id="", label=Named(names=item.wording)), language)
    return charts.bars(title, rows, city.colour)
