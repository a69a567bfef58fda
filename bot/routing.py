"""Who deals with a message: the question it answers, or the topic it opens."""

import logging
from collections.abc import Mapping
from types import MappingProxyType
from typing import Protocol

from sqlmodel import col, select

from backend.errors import Refusal
from bot.conversation.ask import Answer, close, open_asks, question_of
from bot.conversation.fitting import fitting_answer
from bot.conversation.message import Event
from bot.conversation.reply import text
from bot.conversation.turn import Turn
from bot.topics import (
    answering,
    asking,
    browse,
    casework,
    commenting,
    council,
    dialogue,
    emergency,
    enrol,
    follow,
    following,
    gate,
    hosting,
    joining,
    language,
    listing,
    meeting,
    members,
    moderating,
    ordering,
    own,
    pattern,
    reception,
    report,
    satisfaction,
    steering,
    suggest,
    triage,
)
from nlp.reading import Act
from storage import mailbox
from storage.asks import Ask, AskStatus
from storage.mail import Outbox

log = logging.getLogger(__name__)

STAFF_CHANNELS = frozenset({"staff", "terminal-staff"})
"""Channels on which only staff are spoken to."""


class Topic(Protocol):
    """Something one can talk about: it puts questions and deals with their answers."""

    def answered(self, turn: Turn, ask: Ask, answer: Answer, /) -> bool:
        """Deal with an answer; False when it turns out to be about something else."""
        ...


_TOPICS: Mapping[str, Topic] = MappingProxyType(
    {
        "report": report,
        "follow": follow,
        "following": following,
        "joining": joining,
        "satisfaction": satisfaction,
        "language": language,
        "triage": triage,
        "casework": casework,
        "listing": listing,
        "members": members,
        "ordering": ordering,
        "own": own,
        "suggest": suggest,
        "browse": browse,
        "commenting": commenting,
        "pattern": pattern,
        "meeting": meeting,
        "hosting": hosting,
        "asking": asking,
        "answering": answering,
        "council": council,
        "moderating": moderating,
    }
)


def route(turn: Turn) -> None:
    """Deal with a message; a refusal of the backend is told to its writer."""
    try:
        with turn.session.begin_nested():
            _route(turn)
    except Refusal as refusal:
        turn.opened.clear()
        turn.say(text(refusal.message_id, **refusal.variables))
    _resume(turn)


def _resume(turn: Turn) -> None:
    """Offer an open question again after something else was dealt with, unless there is danger."""
    if turn.said and not turn.opened and not turn.reading.danger and (form := turn.open_form()) is not None:
        steering.offer_again(turn, form)


def _route(turn: Turn) -> None:
    if turn.message.event is not None:
        _connection_changed(turn)
    elif turn.urn.channel in STAFF_CHANNELS and turn.staff is None:
        enrol.begin(turn)
    elif turn.staff is None and gate.held(turn):
        return
    elif turn.message.pressed is not None:
        _pressed(turn, turn.message.pressed.ask, turn.message.pressed.choice)
    elif turn.staff is not None:
        _staff(turn)
    else:
        _resident(turn)


def _connection_changed(turn: Turn) -> None:
    if turn.message.event is Event.BLOCKED:
        mailbox.stop(turn.session, turn.urn.id)
    else:
        mailbox.resume(turn.session, turn.urn.id)


def _pressed(turn: Turn, ask_id: int, choice: str) -> None:
    ask = turn.session.get(Ask, ask_id) if 0 < ask_id < 2**63 else None
    if ask is None or ask.contact_id != turn.contact.id or choice not in _choices(ask):
        turn.say(text("button-unknown"))
    elif ask.status is AskStatus.OPEN and ask.expires_at > turn.now:
        _answered(turn, ask, Answer(choice=choice, message=turn.message, reading=turn.reading))
    else:
        steering.too_late(turn, ask)


def _choices(ask: Ask) -> set[str]:
    return {choice.id for choice in question_of(ask).choices}


def _answered(turn: Turn, ask: Ask, answer: Answer) -> bool:
    turn.answering = ask
    if not _TOPICS[ask.topic].answered(turn, ask, answer):
        turn.answering = None
        return False
    if ask.id in turn.replaced:
        close(ask, AskStatus.ANSWERED, turn.now)
    elif ask.status is AskStatus.OPEN and ask.id not in turn.kept:
        turn.settle(ask)
    return True


def _resident(turn: Turn) -> None:
    language.adopt(turn)
    asks = list(open_asks(turn.session, turn.contact.id, turn.now))
    form = next((ask for ask in asks if not ask.standing), None)
    if turn.reading.danger:
        emergency.warn(turn)
        report.begin(turn)
        return
    if (
        _command(turn)
        or following.asked(turn)
        or browse.asked(turn)
        or meeting.asked(turn)
        or steering.steered(turn, form)
        or dialogue.begun(turn)
    ):
        return
    if not _answers_any(turn, asks):
        _opens(turn)


def _staff(turn: Turn) -> None:
    asks = list(open_asks(turn.session, turn.contact.id, turn.now))
    form = next((ask for ask in asks if not ask.standing), None)
    if _command(turn) or steering.steered(turn, form):
        return
    if form is not None and _fits(turn, form):
        return
    if not (council.asked(turn) or answering.asked(turn) or hosting.asked(turn)) and not ordering.begun(turn):
        triage.begin(turn)


def _answers_any(turn: Turn, asks: list[Ask]) -> bool:
    replied = _replied_to(turn)
    ordered = sorted(asks, key=lambda ask: (ask.id != replied, ask.standing))
    return any(_fits(turn, ask) for ask in ordered)


def _replied_to(turn: Turn) -> int | None:
    """The ask of the message that this one replies to, where the channel knows replies."""
    if turn.message.replies_to is None:
        return None
    sent = select(Outbox.ask_id).where(
        Outbox.urn_id == turn.urn.id, Outbox.external_id == turn.message.replies_to, col(Outbox.ask_id).is_not(None)
    )
    return turn.session.exec(sent).first()


def _fits(turn: Turn, ask: Ask) -> bool:
    answer = fitting_answer(question_of(ask), turn.message, turn.reading, turn.label)
    return answer is not None and _answered(turn, ask, answer)


def _command(turn: Turn) -> bool:
    words = turn.message.text.strip()
    if not words.startswith("/"):
        return False
    name, _, rest = words[1:].partition(" ")
    name = name.partition("@")[0].casefold()
    commands = _STAFF_COMMANDS if turn.staff is not None else _COMMANDS
    commands.get(name, reception.unknown_command)(turn, rest.strip())
    return True


_STAFF_COMMANDS = MappingProxyType(
    {
        **triage.COMMANDS,
        "queue": listing.queue,
        "find": listing.find,
        "staff": members.command,
        "proposals": council.command,
        "questions": answering.command,
        "meetings": hosting.command,
        "meeting": hosting.begin,
    }
)
_COMMANDS = MappingProxyType(
    {
        "start": reception.start,
        "help": reception.help_,
        "language": language.command,
        "mine": follow.command,
        "proposals": browse.command,
        "suggest": suggest.command,
        "meetings": meeting.command,
        "cancel": steering.command_cancel,
        "back": steering.command_back,
    }
)


def _opens(turn: Turn) -> None:
    act = turn.reading.act
    if turn.message.unsupported is not None:
        reception.unsupported(turn)
    elif act is Act.LANGUAGE or (turn.reading.asked_language and act is Act.UNKNOWN):
        language.begin(turn)
    elif act is Act.STATUS or follow.names_a_report(turn):
        follow.begin(turn)
    elif asking.is_for_answers(turn):
        asking.begin(turn)
    elif act is Act.SUGGEST and turn.city.participation.topics:
        suggest.begin(turn)
    elif reception.is_small_talk(turn):
        reception.begin(turn)
    else:
        report.begin(turn)
