"""Who deals with a message: the question it answers, or the topic it opens."""

import logging
from collections.abc import Mapping
from types import MappingProxyType
from typing import Protocol

from sqlmodel import col, select

from backend.errors import Refusal
from bot.conversation.ask import Accepts, Answer, close, open_asks, question_of
from bot.conversation.fitting import fitting_answer, folded
from bot.conversation.message import Event
from bot.conversation.phones import PHONES
from bot.conversation.reply import text
from bot.conversation.turn import Turn
from bot.topics.broadcasts import broadcasting, sending, weekly
from bot.topics.consultations import composing, consult, consulting, revising
from bot.topics.desk import (
    approving,
    casework,
    enrol,
    listing,
    members,
    moderation,
    ordering,
    originals,
    referred,
    teaching,
    texts,
    triage,
)
from bot.topics.digests import digest
from bot.topics.proposals import browse, commenting, council, moderating, pattern, suggest
from bot.topics.questions import answering, asking, hosting, meeting
from bot.topics.reports import dialogue, emergency, follow, following, joining, own, pictured, report, satisfaction
from bot.topics.talk import digits, gate, language, linking, phone, reception, steering
from bot.topics.votes import enrolling, vote, voteresult, votereview, votestaff, votewords, voteworks
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
        "linking": linking,
        "triage": triage,
        "casework": casework,
        "listing": listing,
        "members": members,
        "ordering": ordering,
        "approving": approving,
        "moderation": moderation,
        "own": own,
        "teaching": teaching,
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
        "vote": vote,
        "voteresult": voteresult,
        "votestaff": votestaff,
        "votereview": votereview,
        "voteworks": voteworks,
        "enrolling": enrolling,
        "consult": consult,
        "consulting": consulting,
        "composing": composing,
        "revising": revising,
        "broadcasting": broadcasting,
        "sending": sending,
        "digest": digest,
        "weekly": weekly,
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
    elif _is_dealt_with(turn):
        return
    elif turn.message.pressed is not None:
        _pressed(turn, turn.message.pressed.ask, turn.message.pressed.choice)
    elif turn.staff is not None:
        _staff(turn)
    else:
        _resident(turn)


def _is_dealt_with(turn: Turn) -> bool:
    """Whether a message ends before it is routed: a phone's keyword, one too many, a picture that can't be read."""
    if turn.urn.channel in PHONES and phone.ordered(turn):
        return True
    return (turn.staff is None and gate.held(turn)) or pictured.refused(turn)


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
    if votewords.numbers(turn) is None:  # "VOTE 12=5" is said in every language
        language.adopt(turn)
    asks = list(open_asks(turn.session, turn.contact.id, turn.now))
    form = next((ask for ask in asks if not ask.standing), None)
    if form is not None and _says_a_label(turn, form) and _fits(turn, form):
        return
    if turn.reading.danger:
        emergency.warn(turn)
        report.begin(turn)
        return
    if turn.urn.channel in PHONES and (linking.introduced(turn) or _dialled(turn)):
        return
    # "Withdraw 1024" is more than "withdraw": what names a report comes before what steers the conversation.
    if _command(turn) or any(asked(turn) for asked in _BY_NAME) or digest.asked(turn, _replied_to(turn)):
        return
    if (_may_steer(turn, form) and steering.steered(turn, form)) or vote.begun(turn) or dialogue.replied(turn):
        return
    if form is not None and not _takes_anything(form) and asking.interrupts(turn):
        asking.begin(turn)
        steering.offer_again(turn, form)
    elif not _answers_any(turn, asks):
        _opens(turn)


def _says_a_label(turn: Turn, ask: Ask) -> bool:
    """Whether a message is what stands on a button, word by word: then it is nothing else, however it sounds."""
    said, act = folded(turn.message.text), turn.reading.act
    labels = [folded(turn.label(choice)) for choice in question_of(ask).choices if choice.means is not act]
    return bool(said) and said in labels


_BY_NAME = (following.asked, dialogue.ordered, browse.asked, meeting.asked)
"""What deals with words that name a report, a proposal or a meeting."""


def _dialled(turn: Turn) -> bool:
    """Deal with a digit on a phone; False for words, and for numbers that answer no menu."""
    number = digits.chosen(turn)
    ask = digits.newest_ask(turn) if number is not None else None
    if number is None or ask is None:
        return False
    if ask.contact_id != turn.contact.id:
        linking.is_anothers(turn, ask)
        return True
    if digits.is_over(turn, ask):
        digits.too_late(turn, ask)
        return True
    if (choice := digits.choice_of(ask, number)) is not None:
        return _answered(turn, ask, Answer(choice=choice, message=turn.message, reading=turn.reading))
    return (not digits.is_menu_only(ask) and _fits(turn, ask)) or digits.no_such_choice(turn, ask)


def _staff(turn: Turn) -> None:
    asks = list(open_asks(turn.session, turn.contact.id, turn.now))
    form = next((ask for ask in asks if not ask.standing), None)
    if _command(turn) or (_is_short(turn) and steering.steered(turn, form)):
        return
    if form is not None and _fits(turn, form):
        return
    if council.asked(turn) or answering.asked(turn) or hosting.asked(turn):
        return
    if not ordering.begun(turn) and not listing.asked(turn):
        triage.begin(turn)


def _may_steer(turn: Turn, form: Ask | None) -> bool:
    return form is None or not _takes_anything(form) or _is_short(turn)


def _takes_anything(form: Ask) -> bool:
    return Accepts.DICTATION in question_of(form).accepts


def _is_short(turn: Turn) -> bool:
    """Whether words can be a mere "cancel" or "back": what is dictated often only sounds like it."""
    return len(turn.message.text.split()) <= _STEERING_WORDS


_STEERING_WORDS = 3


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
        "referrals": referred.command,
        "staff": members.command,
        "original": originals.command,
        "blocks": moderation.blocks,
        "confirm": teaching.command,
        "proposals": council.command,
        "questions": answering.command,
        "meetings": hosting.command,
        "meeting": hosting.begin,
        "votes": votestaff.command,
        "enrol": enrolling.command,
        "texts": texts.command,
        "unlink": linking.unlink_reporter,
        "consultations": consulting.command,
        "broadcast": broadcasting.command,
        "week": weekly.command,
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
        "vote": vote.begin,
        "receipt": vote.receipt,
        "consultations": consult.command,
        "digest": digest.command,
        "cancel": steering.command_cancel,
        "back": steering.command_back,
        "link": linking.command,
        "unlink": linking.unlink,
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
    elif act is Act.VOTE and vote.is_open(turn) and vote.is_meant(turn):
        vote.begin(turn)
    elif asking.is_for_answers(turn):
        asking.begin(turn)
    elif act is Act.SUGGEST and turn.city.participation.topics:
        suggest.begin(turn)
    elif act is Act.VOTE and vote.is_meant(turn):
        vote.begin(turn)
    elif reception.is_small_talk(turn):
        reception.begin(turn)
    else:
        report.begin(turn)
