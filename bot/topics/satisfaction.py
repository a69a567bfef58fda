"""Satisfaction: one question after a settled report, 1 to 5, and words if one likes."""

from datetime import datetime, timedelta

from sqlmodel import Session

from backend import satisfaction
from backend.city import City
from bot.conversation.ask import Accepts, Answer, Question, open_ask
from bot.conversation.reply import Choice, Named, Text, text
from bot.conversation.state import AboutReport
from bot.conversation.turn import Turn, notify, reply_of
from bot.topics.draft import SURE
from storage.asks import Ask
from storage.requests import ClosingReason, ServiceRequest

_WORDS_PATIENCE = timedelta(hours=1)
"""How long words after a score are taken as its reason, unless they reply to the question."""
_LOW = 2
"""Up to this score one asks what went wrong."""


def ask_now(turn: Turn, number: int, thanks: Text) -> None:
    """Thank for the word that a report is settled, and ask, unless they were asked before."""
    if not satisfaction.ask_once(turn.session, number, turn.contact.id, now=turn.now):
        turn.say(thanks)
        return
    turn.ask(
        "satisfaction", "score", AboutReport(number=number), _question(thanks, text("satisfaction")), standing=True
    )


def ask_later(session: Session, city: City, request: ServiceRequest, now: datetime) -> None:
    """Ask about a report that settled by itself; a duplicate's reporter has nothing to say of it yet."""
    if request.closing_reason is ClosingReason.DUPLICATE:
        return
    if not satisfaction.ask_once(session, request.id, request.contact_id, now=now):
        return
    service = Named(names=city.service(request.service_code).name)
    question = _question(text("satisfaction-later", number=str(request.id), service=service), text("satisfaction"))
    ask = open_ask(
        session,
        contact_id=request.contact_id,
        topic="satisfaction",
        step="score",
        state=AboutReport(number=request.id),
        question=question,
        previous=None,
        standing=True,
        now=now,
    )
    notify(session, request.contact_id, reply_of(question, ask.id), now=now, request_id=request.id)


def answered(turn: Turn, ask: Ask, answer: Answer) -> bool:
    """A score, or the words that explain it; words that are plainly about something else are not taken."""
    number = AboutReport.model_validate(ask.state).number
    if ask.step == "score":
        _score(turn, number, int(answer.choice or ""))
        return True
    if turn.message.replies_to is None and _is_something_else(turn, ask, answer):
        return False
    satisfaction.add_words(turn.session, number, turn.contact.id, answer.message.text.strip())
    turn.say(text("satisfaction-words-kept"))
    return True


def _score(turn: Turn, number: int, score: int) -> None:
    satisfaction.rate(turn.session, number, turn.contact.id, score, now=turn.now)
    thanks = text("satisfaction-low" if score <= _LOW else "satisfaction-thanks")
    words = Question(paragraphs=[thanks], accepts=frozenset({Accepts.WORDS}))
    turn.ask("satisfaction", "words", AboutReport(number=number), words, standing=True)


def _is_something_else(turn: Turn, ask: Ask, answer: Answer) -> bool:
    reading = answer.reading
    names_more = bool(reading.places) or reading.report_number is not None or turn.message.photos
    sure = max(reading.services.values(), default=0) >= SURE
    return turn.now - ask.created_at > _WORDS_PATIENCE or bool(names_more) or sure


def _question(*paragraphs: Text) -> Question:
    scores = [Choice(id=str(score), label=str(score)) for score in satisfaction.SCORES]
    return Question(paragraphs=list(paragraphs), choices=scores, columns=len(scores))
