"""Steering a conversation: cancel, back, start over, a button that comes too late, a question put again."""

from datetime import timedelta

from bot.conversation.phones import PHONES
from bot.conversation.reply import text
from bot.conversation.turn import Turn
from bot.orders import grammar
from nlp.reading import Act
from storage.asks import Ask, AskStatus

_DOUBLE_TAP = timedelta(seconds=10)
"""A second tap on the same button within this time is the same tap."""


_REMINDERS = 2
"""How often a question that nobody answers is put again."""


def steered(turn: Turn, form: Ask | None) -> bool:
    """Deal with cancel, back and start over; False when the message is none of them."""
    act = turn.reading.act
    if act is Act.START_OVER:
        _start_over(turn, form)
    elif (act is Act.CANCEL and not _is_of_one(turn, form)) or (act is Act.STOP and form is not None):
        _cancel(turn, form)
    elif act is Act.BACK and form is not None:
        _back(turn, form)
    else:
        return False
    return True


def _is_of_one(turn: Turn, form: Ask | None) -> bool:
    """Whether only one of several reports is meant: "cancel the second one"."""
    return form is not None and form.topic == "report" and turn.reading.ordinal is not None


def command_cancel(turn: Turn, _rest: str) -> None:
    """The command /cancel."""
    _cancel(turn, turn.open_form())


def command_back(turn: Turn, _rest: str) -> None:
    """The command /back."""
    form = turn.open_form()
    if form is None:
        turn.say(text("nothing-open"))
    else:
        _back(turn, form)


def _cancel(turn: Turn, form: Ask | None) -> None:
    if form is None:
        turn.say(text("nothing-open"))
        return
    turn.settle(form, AskStatus.WITHDRAWN)
    while grammar.wishes(turn.message.text, "everything", turn.city.languages) and (older := turn.open_form()):
        turn.settle(older, AskStatus.WITHDRAWN)
    turn.say(text("cancelled"))


def _start_over(turn: Turn, form: Ask | None) -> None:
    if form is not None:
        turn.settle(form, AskStatus.WITHDRAWN)
    turn.say(text("start-over"))


def _back(turn: Turn, form: Ask) -> None:
    previous = turn.session.get(Ask, form.previous_id) if form.previous_id else None
    if previous is None:
        turn.say(text("back-at-beginning"))
        turn.put(form)
        return
    turn.settle(form, AskStatus.WITHDRAWN)
    _renew(turn, previous)


def too_late(turn: Turn, ask: Ask) -> None:
    """A button of a question that is over: a double tap is passed by, the rest is told and led back."""
    if ask.status is AskStatus.ANSWERED:
        if ask.closed_at is None or turn.now - ask.closed_at > _DOUBLE_TAP:
            turn.say(text("button-answered"))
    elif ask.status is AskStatus.WITHDRAWN:
        turn.say(text("button-withdrawn"))
    else:
        turn.say(text("button-expired"))
        _renew(turn, ask)


def offer_again(turn: Turn, form: Ask) -> None:
    """Put an open question again after something else was dealt with; who passes it by is not asked for ever."""
    # On a phone each time is paid for.
    if turn.times_put(form) <= (1 if turn.urn.channel in PHONES else _REMINDERS):
        turn.say(text("where-we-were"))
        turn.put(form)


def _renew(turn: Turn, ask: Ask) -> None:
    if ask.status is AskStatus.OPEN:
        turn.settle(ask, AskStatus.EXPIRED)
    turn.renew(ask)
