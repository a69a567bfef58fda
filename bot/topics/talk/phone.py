"""Phones: keywords before anything else, and long answers page by page."""

from datetime import timedelta

from sqlmodel import col, select

from backend.people import limits, restraints, spending
from bot.channels.sms import pages
from bot.conversation.ask import close, open_asks
from bot.conversation.reply import Moment, Paragraph, Reply, text
from bot.conversation.turn import Turn
from bot.topics.reports import follow
from bot.topics.talk import digits, language, linking, steering
from bot.topics.talk.keywords import Keyword, Order, keyword
from storage import mailbox
from storage.asks import Ask, AskStatus
from storage.contacts import UrnStatus
from storage.mail import Outbox, OutboxStatus

_FEW_WORDS = 3
"""Fewer words than this are said again and again by people too: "1", "yes please"."""
_LOOP = 2
"""So many times before, within minutes, make the same words a loop."""
_FRESH = timedelta(hours=1)
"""A menu so new is what CANCEL means."""


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
    if spending.spent_on(turn.session, phone, turn.now) < turn.city.texting.segments_a_day:
        return False
    if restraints.active(turn.session, turn.contact.id, turn.now) is None:
        until = spending.frees_at(turn.session, phone, turn.now)
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
    for ask in open_asks(turn.session, turn.contact.id, turn.now):
        if not ask.standing:
            close(ask, AskStatus.WITHDRAWN, turn.now)
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
    elif (menu := digits.newest_ask(turn)) is not None and not digits.is_over(turn, menu) and _is_fresh(turn, menu):
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
