"""Digits: what a phone's number means, the newest menu that was on its way to it, or an answer of its own."""

import re
import unicodedata
from datetime import timedelta

from sqlmodel import col, func, select

from bot.conversation.ask import Accepts, question_of
from bot.conversation.reply import text
from bot.conversation.turn import Turn
from bot.topics.talk import steering
from storage.asks import Ask, AskStatus
from storage.mail import Inbox, Outbox, OutboxStatus

_DIGITS = re.compile(r"[\[(#]?\s*(\d{1,2})\s*[\])!.,]*")
_MOST = 100
_TWICE = timedelta(seconds=10)
"""The same digit again within this time is a second press of the same key."""


def digit(text: str) -> int | None:
    """The number that a message is, in the digits of any script; None for anything else."""
    found = _DIGITS.fullmatch(text.strip())
    return int("".join(str(unicodedata.digit(char)) for char in found[1])) if found else None


def chosen(turn: Turn) -> int | None:
    """The choice that a message names by a digit or a word for one; longer numbers are reports or houses."""
    if (number := digit(turn.message.text)) is not None:
        return number
    named = turn.reading.choice_number
    return named if named is not None and named < _MOST else None


def newest_ask(turn: Turn) -> Ask | None:
    """The question that a digit can mean: the newest that was on its way to this phone when the digit came."""
    came = turn.session.get_one(Inbox, turn.inbox_id).received_at
    went = func.coalesce(col(Outbox.claimed_at), col(Outbox.sent_at))
    on_phone = col(Outbox.status).in_([OutboxStatus.SENT, OutboxStatus.SENDING])
    of_phone = select(Outbox.ask_id).where(Outbox.urn_id == turn.urn.id, col(Outbox.ask_id).is_not(None))
    row = turn.session.exec(of_phone.where(on_phone, went <= came).order_by(went.desc(), col(Outbox.id).desc()))
    newest = row.first()
    return turn.session.get(Ask, newest) if newest is not None else None


def too_late(turn: Turn, ask: Ask) -> None:
    """A digit for a question that is over never acts: a second press is passed by, the rest is asked."""
    if ask.status is AskStatus.EXPIRED or (ask.status is AskStatus.OPEN and ask.expires_at <= turn.now):
        steering.too_late(turn, ask)
    elif not _is_second_press(turn, ask):
        turn.say(text("sms-stale"))


def _is_second_press(turn: Turn, ask: Ask) -> bool:
    if ask.status is not AskStatus.ANSWERED or ask.closed_at is None or turn.now - ask.closed_at > _TWICE:
        return False
    earlier = select(Inbox).where(Inbox.contact_id == turn.contact.id, Inbox.id < turn.inbox_id)
    before = turn.session.exec(earlier.order_by(col(Inbox.id).desc()).limit(1)).first()
    words = before.payload.get("text", "") if before is not None else ""
    # Of a ballot no words are kept.
    return not words or digit(words) == digit(turn.message.text)


def is_over(turn: Turn, ask: Ask) -> bool:
    """Whether a digit comes too late: the question is closed, or it stands there for words that explain something."""
    question = question_of(ask)
    waits_for_words = ask.standing and not question.choices and not question.counts
    return ask.status is not AskStatus.OPEN or ask.expires_at <= turn.now or waits_for_words


def is_menu_only(ask: Ask) -> bool:
    """Whether a number can only be a choice: it may be a house's, an answer itself, or how a project is called."""
    question = question_of(ask)
    if question.counts or {Accepts.DICTATION, Accepts.NUMBER} <= question.accepts:
        return False
    is_place = Accepts.PLACE in question.accepts and Accepts.WORDS not in question.accepts
    return bool(question.choices) and not is_place


def no_such_choice(turn: Turn, ask: Ask) -> bool:
    """Put the newest menu again for a digit that it does not have; False when it is no menu."""
    question = question_of(ask)
    if question.counts or not (choices := question.choices):
        return False
    turn.say(text("sms-no-such-choice", count=len(choices)))
    turn.put(ask)
    return True


def choice_of(ask: Ask, number: int) -> str | None:
    """The choice that a digit means in this question; none where a number is an answer of its own."""
    question = question_of(ask)
    choices = [] if question.counts else question.choices
    return choices[number - 1].id if 1 <= number <= len(choices) else None
