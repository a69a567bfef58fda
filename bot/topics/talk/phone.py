"""Phones: keywords before anything else, digits for the newest menu only, long answers page by page."""

import re
import unicodedata
from datetime import timedelta

from sqlmodel import col, func, select

from backend.city import texting
from backend.people import limits, restraints
from bot.channels.sms import pages
from bot.conversation.ask import Accepts, close, question_of
from bot.conversation.reply import Moment, Paragraph, Reply, text
from bot.conversation.turn import Turn
from bot.topics.reports import follow
from bot.topics.talk import language, linking, steering
from bot.topics.talk.keywords import Keyword, Order, keyword
from storage import mailbox
from storage.asks import Ask, AskStatus
from storage.contacts import UrnStatus
from storage.mail import Inbox, Outbox, OutboxStatus

_DIGITS = re.compile(r"[\[(#]?\s*(\d{1,2})\s*[\])!.,]*")
_MOST = 100
_FEW_WORDS = 3
"""Fewer words than this are said again and again by people too: "1", "yes please"."""
_LOOP = 2
"""So many times before, within minutes, make the same words a loop."""
_FRESH = timedelta(hours=1)
"""A menu so new is what CANCEL means."""
_TWICE = timedelta(seconds=10)
"""The same digit again within this time is a second press of the same key."""


def ordered(turn: Turn) -> bool:
    """Deal with a keyword; who has said STOP is answered by nothing else, except in danger."""
    found = keyword(turn.message.text)
    if found is None and _is_machine(turn):
        return True
    if found is None:
        turn.regardless = turn.reading.danger
        return not turn.reading.danger and (turn.urn.status is UrnStatus.STOPPED or _has_had_enough(turn))
    if found.language in turn.city.languages and not turn.contact.language_fixed:
        turn.contact.language = found.language
    _OBEYED[found.order](turn, found)
    return True


def _is_machine(turn: Turn) -> bool:
    """Whether a machine seems to answer each of our texts with the same words, which would go on for ever.

    That stops even talk of danger: it was answered twice.
    """
    if len(turn.message.text.split()) < _FEW_WORDS:
        return False
    return limits.repeats(turn.session, turn.city.limits, turn.inbox_id, turn.now) >= _LOOP


def _has_had_enough(turn: Turn) -> bool:
    """Whether a day's segments for this phone are spent; it is told so once, and until when."""
    phone = turn.urn.address.removeprefix("tel:")
    if texting.spent_on(turn.session, phone, turn.now) < turn.city.texting.segments_a_day:
        return False
    if restraints.active(turn.session, turn.contact.id, turn.now) is None:
        until = texting.frees_at(turn.session, phone, turn.now)
        restraints.slow_down(turn.session, turn.contact.id, turn.now, until=until).told_at = turn.now
        emergency = turn.city.emergencies[0].number
        _tell(turn, text("gate-too-fast", until=Moment(at=until, style="datetime"), emergency=emergency))
    return True


def _help(turn: Turn, _found: Keyword) -> None:
    emergency = turn.city.emergencies[0].number
    _tell(turn, text("sms-help", city=turn.city.name, emergency=emergency))


def _stop(turn: Turn, _found: Keyword) -> None:
    if turn.urn.status is UrnStatus.STOPPED:
        return
    form = turn.open_form()
    if form is not None:
        close(form, AskStatus.WITHDRAWN, turn.now)
    mailbox.stop(turn.session, turn.urn.id)
    turn.session.refresh(turn.urn)
    _tell(turn, text("sms-stopped", city=turn.city.name))


def _start(turn: Turn, _found: Keyword) -> None:
    was_stopped = turn.urn.status is UrnStatus.STOPPED
    mailbox.resume(turn.session, turn.urn.id)
    turn.session.refresh(turn.urn)
    turn.say(text("sms-started" if was_stopped else "start", city=turn.city.name))


def _more(turn: Turn, _found: Keyword) -> None:
    newest = turn.session.exec(
        select(Outbox)
        .where(Outbox.urn_id == turn.urn.id, col(Outbox.status).in_([OutboxStatus.SENT, OutboxStatus.SENDING]))
        .order_by(col(Outbox.id).desc())
        .limit(20)
    )
    said = (Reply.model_validate(row.payload) for row in newest)
    last = next((reply for reply in said if reply.paragraphs), None)
    if last is None or last.page + 1 >= pages.count_of(last, turn.house.texts, turn.language):
        turn.post(Reply(paragraphs=[text("sms-no-more")]))
        return
    turn.post(last.model_copy(update={"page": last.page + 1, "replaces": None}))


def _cancel(turn: Turn, found: Keyword) -> None:
    if turn.open_form() is not None:
        steering.command_cancel(turn, "")
    elif (menu := newest_ask(turn)) is not None and not is_over(turn, menu) and _is_fresh(turn, menu):
        # What stands there to be chosen is left; its digits do nothing any more.
        close(menu, AskStatus.WITHDRAWN, turn.now)
        turn.say(text("sms-left"))
    else:
        # With nothing to cancel, the word can only mean the messages themselves.
        _stop(turn, found)


def _is_fresh(turn: Turn, menu: Ask) -> bool:
    return turn.now - menu.created_at <= _FRESH


def _status(turn: Turn, found: Keyword) -> None:
    if found.rest:
        follow.of_number(turn, int(found.rest.replace(" ", "")))
    else:
        follow.command(turn, "")


def _language(turn: Turn, _found: Keyword) -> None:
    language.begin(turn)


def _back(turn: Turn, _found: Keyword) -> None:
    steering.command_back(turn, "")


def _link(turn: Turn, found: Keyword) -> None:
    linking.command(turn, found.rest)


def _unlink(turn: Turn, _found: Keyword) -> None:
    linking.unlink(turn, "")


def _tell(turn: Turn, *paragraphs: Paragraph) -> None:
    """Answer even somebody who wants no messages, and put no question again."""
    turn.post(Reply(paragraphs=list(paragraphs), regardless=True))


_OBEYED = {
    Order.HELP: _help,
    Order.STOP: _stop,
    Order.START: _start,
    Order.MORE: _more,
    Order.BACK: _back,
    Order.CANCEL: _cancel,
    Order.STATUS: _status,
    Order.LANGUAGE: _language,
    Order.LINK: _link,
    Order.UNLINK: _unlink,
}


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
    return ask.status is AskStatus.ANSWERED and ask.closed_at is not None and turn.now - ask.closed_at <= _TWICE


def is_over(turn: Turn, ask: Ask) -> bool:
    """Whether a digit comes too late: the question is closed, or it stands there for words that explain something."""
    question = question_of(ask)
    waits_for_words = ask.standing and not question.choices and not question.counts
    return ask.status is not AskStatus.OPEN or ask.expires_at <= turn.now or waits_for_words


def is_menu_only(ask: Ask) -> bool:
    """Whether a number can only be a choice: where a place is asked for it may be a house's, or an answer itself."""
    question = question_of(ask)
    if question.counts:
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
