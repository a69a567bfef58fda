"""Who deals with a message: the question it answers, or the topic it opens."""

import logging
from collections.abc import Callable, Sequence

from sqlmodel import col, select

from backend.errors import Refusal
from bot.conversation.ask import Accepts, Answer, close, open_asks, question_of
from bot.conversation.fitting import fitting_answer, folded
from bot.conversation.message import Event
from bot.conversation.phones import PHONES
from bot.conversation.reply import text
from bot.conversation.turn import Turn
from bot.directory import COMMANDS, STAFF_COMMANDS, TOPICS
from bot.orders import grammar
from bot.topics.consultations import inviting
from bot.topics.desk import enrol, ordering, triage
from bot.topics.digests import digest
from bot.topics.proposals import browse, council, suggest
from bot.topics.questions import answering, asking, hosting, meant, meeting
from bot.topics.reports import dialogue, emergency, evidence, follow, following, pictured, report
from bot.topics.talk import digits, gate, language, linking, phone, privacy, reception, steering
from bot.topics.votes import vote, votewords
from nlp.reading import Act
from storage import mailbox
from storage.asks import Ask, AskStatus
from storage.mail import Outbox

log = logging.getLogger(__name__)

STAFF_CHANNELS = frozenset({"staff", "terminal-staff"})
"""Channels on which only staff are spoken to."""


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
    """Offer an open question again after something else was dealt with, unless there is danger or one says goodbye."""
    if turn.reading.danger or turn.reading.act is Act.THANKS:
        return
    if turn.said and not turn.opened and (form := turn.open_form()) is not None:
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
    if not TOPICS[ask.topic].answered(turn, ask, answer):
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
    if form is not None and (_says_a_label(turn, form) or vote.is_filled(turn, form)) and _fits(turn, form):
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
    if vote.begun(turn) or (_may_steer(turn, form) and steering.steered(turn, form)) or dialogue.replied(turn):
        return
    if form is not None and not _takes_anything(form) and meant.interrupts(turn):
        asking.begin(turn)
        if turn.open_form() == form:
            steering.offer_again(turn, form)
    elif not _answers_any(turn, asks):
        _opens(turn)


def _says_a_label(turn: Turn, ask: Ask) -> bool:
    """Whether a message is what stands on a button, word by word: then it is nothing else, however it sounds."""
    said, act = folded(turn.message.text), turn.reading.act
    labels = [folded(turn.label(choice)) for choice in question_of(ask).choices if choice.means is not act]
    return bool(said) and said in labels


_BY_NAME = (
    emergency.helped,
    follow.asked_when,
    following.asked,
    dialogue.ordered,
    browse.asked,
    meeting.asked,
    privacy.asked,
    reception.asked_about_pictures,
)
"""What deals with words that name an emergency, a report, a proposal, a meeting, what is kept of somebody, pictures."""


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
    if ordering.begun(turn):
        return
    if (wanted := grammar.commanded(turn.message.text, turn.languages())) is not None:
        STAFF_COMMANDS[wanted.name](turn, wanted.rest)
    else:
        triage.begin(turn)


def _may_steer(turn: Turn, form: Ask | None) -> bool:
    # Words under a picture say what it shows.
    if turn.message.photos:
        return False
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
    if turn.reading.act in _BARE:
        # A "yes" is said to what was asked last, never to an older question that one has long forgotten.
        older = [ask for ask in ordered if not ask.standing][1:]
        ordered = [ask for ask in ordered if ask not in older or ask.id == replied]
    return any(_fits(turn, ask) for ask in ordered)


_BARE = frozenset({Act.YES, Act.NO})


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
    commands = STAFF_COMMANDS if turn.staff is not None else COMMANDS
    commands.get(name, reception.unknown_command)(turn, rest.strip())
    return True


def _opens(turn: Turn) -> None:
    next(begin for is_meant, begin in _OPENERS if is_meant(turn))(turn)


def _asks_for_a_language(turn: Turn) -> bool:
    act = turn.reading.act
    return act is Act.LANGUAGE or (turn.reading.asked_language is not None and act is Act.UNKNOWN)


_OPENERS: Sequence[tuple[Callable[[Turn], bool], Callable[[Turn], None]]] = (
    (lambda turn: turn.message.unsupported is not None, reception.unsupported),
    (evidence.is_meant, evidence.begin),
    (_asks_for_a_language, language.begin),
    (reception.doubts_a_person, reception.is_a_machine),
    (follow.names_a_report, follow.begin),
    (inviting.is_meant, inviting.command),
    (meant.complains, asking.complain),
    (lambda turn: turn.reading.act is Act.STATUS, follow.begin),
    (lambda turn: turn.reading.act is Act.VOTE and vote.is_open(turn) and vote.is_meant(turn), vote.begin),
    (meant.is_for_answers, asking.begin),
    (meant.is_announced, asking.begin),
    (lambda turn: turn.reading.act is Act.SUGGEST and bool(turn.city.participation.topics), suggest.begin),
    (lambda turn: turn.reading.act is Act.VOTE and vote.is_meant(turn), vote.begin),
    (reception.is_small_talk, reception.begin),
    (lambda _turn: True, report.begin),
)
"""What a message opens when nothing waits for it: the first that is meant; whatever is left is a report."""
