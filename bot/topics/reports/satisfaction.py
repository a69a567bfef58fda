"""Satisfaction: one question after a settled report, 1 to 5, and words if one likes."""

from datetime import datetime, timedelta

from pydantic import BaseModel, ConfigDict
from sqlmodel import Session

from backend.city.city import City
from backend.reports import followers, satisfaction
from bot.conversation.ask import Accepts, Answer, Question
from bot.conversation.reply import Choice, Named, Text, text
from bot.conversation.state import AboutReport
from bot.conversation.turn import Turn, put_to
from bot.topics.reports import report
from bot.topics.reports.draft import SURE
from nlp.reading import Act
from storage.asks import Ask
from storage.requests import ServiceRequest

_WORDS_PATIENCE = timedelta(days=1)
"""How long words after a score are taken as its reason, unless they reply to the question."""
_LOW = 2
"""Up to this score one asks what went wrong."""


class HeldWords(BaseModel):
    """Words that may explain a score, or begin a new report."""

    model_config = ConfigDict(frozen=True)

    number: int
    words: str


def ask_now(turn: Turn, number: int, thanks: Text) -> None:
    """Thank for the word that a report is settled, and ask, unless they were asked before."""
    if not satisfaction.ask_once(turn.session, number, turn.contact.id, now=turn.now):
        turn.say(thanks)
        return
    turn.ask(
        "satisfaction", "score", AboutReport(number=number), _question(thanks, text("satisfaction")), standing=True
    )


def ask_later(session: Session, city: City, request: ServiceRequest, now: datetime) -> None:
    """Ask about a report that settled by itself: everybody whose problem it was, and nobody who only followed it."""
    for contact_id in sorted(followers.voices(session, request.id)):
        if satisfaction.ask_once(session, request.id, contact_id, now=now):
            _ask(session, city, request, contact_id, now)


def _ask(session: Session, city: City, request: ServiceRequest, contact_id: int, now: datetime) -> None:
    service = Named(names=city.service(request.service_code).name)
    question = _question(text("satisfaction-later", number=str(request.id), service=service), text("satisfaction"))
    put_to(
        session,
        contact_id,
        question,
        topic="satisfaction",
        step="score",
        state=AboutReport(number=request.id),
        now=now,
        request_id=request.id,
    )


def answered(turn: Turn, ask: Ask, answer: Answer) -> bool:
    """A score, or the words that explain it; words that are plainly about something else are not taken."""
    match ask.step:
        case "score":
            _score(turn, AboutReport.model_validate(ask.state).number, int(answer.choice or ""))
            return True
        case "words":
            return _words(turn, ask, answer)
        case _:
            return _held(turn, HeldWords.model_validate(ask.state), answer)


def _words(turn: Turn, ask: Ask, answer: Answer) -> bool:
    number = AboutReport.model_validate(ask.state).number
    words = answer.message.text.strip()
    if turn.message.replies_to is None:
        if turn.now - ask.created_at > _WORDS_PATIENCE or answer.reading.places or turn.message.photos:
            return False
        if max(answer.reading.services.values(), default=0) >= SURE:
            _which(turn, HeldWords(number=number, words=words))
            return True
    _keep(turn, number, words)
    return True


def _which(turn: Turn, held: HeldWords) -> None:
    choices = [
        Choice(id="answer", label=text("held-answer"), means=Act.YES),
        Choice(id="new", label=text("held-new"), means=Act.NO),
    ]
    asked = text("held-which", number=str(held.number))
    turn.ask("satisfaction", "held", held, Question(paragraphs=[asked], choices=choices, columns=1))


def _held(turn: Turn, held: HeldWords, answer: Answer) -> bool:
    if answer.choice == "answer":
        _keep(turn, held.number, held.words)
    else:
        report.begin_with(turn, held.words, [])
    return True


def _keep(turn: Turn, number: int, words: str) -> None:
    satisfaction.add_words(turn.session, number, turn.contact.id, words)
    turn.say(text("satisfaction-words-kept"))


def _score(turn: Turn, number: int, score: int) -> None:
    satisfaction.rate(turn.session, number, turn.contact.id, score, now=turn.now)
    thanks = text("satisfaction-low" if score <= _LOW else "satisfaction-thanks")
    words = Question(paragraphs=[thanks], accepts=frozenset({Accepts.WORDS}))
    turn.ask("satisfaction", "words", AboutReport(number=number), words, standing=True)


def _question(*paragraphs: Text) -> Question:
    scores = [Choice(id=str(score), label=str(score)) for score in satisfaction.SCORES]
    return Question(paragraphs=list(paragraphs), choices=scores, columns=len(scores))
