"""Announcing questions: staff hear of a new one and of a late one, whoever asked hears the answer."""

from collections.abc import Iterable
from datetime import datetime

from sqlmodel import Session, col, select

from backend.city.city import City
from backend.questions import questions
from backend.staff import staff
from bot.conversation.reference import Series
from bot.conversation.reply import Named, Reply, text
from bot.conversation.turn import notify, put_to
from bot.topics.questions import answering
from bot.topics.questions.answering import Answering
from storage.questions import CityQuestion, QuestionState


def announce(session: Session, city: City, now: datetime) -> int:
    """Tell of every question and every answer that was not told yet; returns how many there were."""
    pending = select(CityQuestion).where(col(CityQuestion.announced_at).is_(None)).order_by(col(CityQuestion.id))
    rows = session.exec(pending.with_for_update(skip_locked=True)).all()
    for question in rows:
        if question.state is QuestionState.ANSWERED:
            _tell_asker(session, city, question, now)
        else:
            _tell_staff(session, city, question, "answering-headline-new", now)
        question.announced_at = now
    return len(rows)


def _tell_asker(session: Session, city: City, question: CityQuestion, now: datetime) -> None:
    told = text(
        "notice-question-answered",
        number=Series.QUESTION.of(question.id),
        department=Named(names=city.department(question.department).name),
        question=question.words,
        words=question.answer,
    )
    notify(session, question.contact_id, Reply(paragraphs=[told]), now=now)


def remind(session: Session, city: City, now: datetime) -> int:
    """Tell staff of questions whose promise is over, once each; returns how many there were."""
    late = questions.notice_late(session, now)
    for question in late:
        _tell_staff(session, city, question, "answering-headline-late", now)
    return len(late)


def _tell_staff(session: Session, city: City, question: CityQuestion, headline: str, now: datetime) -> None:
    card = answering.card(city, question)
    card = card.model_copy(update={"paragraphs": [text(headline), *card.paragraphs]})
    for contact_id in _concerned(session, question):
        put_to(session, contact_id, card, topic="answering", step="card", state=Answering(number=question.id), now=now)


def _concerned(session: Session, question: CityQuestion) -> Iterable[int]:
    return [member.contact_id for member in staff.responsible(session, question.department)]
