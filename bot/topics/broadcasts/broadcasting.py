"""Broadcasting: staff tell many at once, in every language, with a colleague's word; alerts with an admin's reason."""

from sqlmodel import col, select

from backend.broadcasts import audience as audiences
from backend.broadcasts import broadcasts
from backend.broadcasts.fanout import Content, Plan
from backend.errors import AdminsOnly, BroadcastDecided, NobodyToApprove, NoReason, NotOwnProposal
from backend.staff import staff
from bot.conversation.ask import Accepts, Answer, Question
from bot.conversation.reply import Choice, text
from bot.conversation.turn import Turn
from bot.topics.broadcasts import aiming, broadcastcard, bytext, seconding, sending
from bot.topics.broadcasts.broadcastcard import Message
from storage.asks import Ask
from storage.broadcasts import Broadcast
from storage.people import Role, Staff

_DICTATION = frozenset({Accepts.DICTATION})
_LONGEST = 1000
_AIM = "aim-"


def command(turn: Turn, rest: str) -> None:
    """The command /broadcast: what goes out now, and a new message, which may be said at once."""
    _check(turn)
    live = select(Broadcast).where(col(Broadcast.ended_at).is_(None)).order_by(col(Broadcast.id).desc()).limit(3)
    for broadcast in turn.session.exec(live):
        sending.show(turn, broadcast)
    if rest:
        _with_words(turn, Message(), rest)
    else:
        _ask_words(turn, Message())


def _check(turn: Turn) -> Staff:
    if turn.staff is None or turn.staff.role is Role.AGENT:
        raise AdminsOnly
    return turn.staff


def _ask_words(turn: Turn, message: Message) -> None:
    turn.ask("broadcasting", "words", message, Question(paragraphs=[text("broadcasting-words")], accepts=_DICTATION))


def go_on(turn: Turn, message: Message) -> None:
    """Go on with a message that was written elsewhere: to whom, then a colleague's word."""
    _check(turn)
    _aim(turn, message)


def answered(turn: Turn, ask: Ask, answer: Answer) -> bool:
    """One more part of the message, or a colleague's word on it."""
    member = _check(turn)
    message = Message.model_validate(ask.state)
    if ask.step.startswith(_AIM):
        return _aimed(turn, message, ask.step.removeprefix(_AIM), answer)
    match ask.step:
        case "words":
            _worded(turn, message, answer)
        case "reason":
            _urgent(turn, message, answer.message.text.strip()[:300])
        case "approve":
            _decided(turn, message, member, approves=answer.choice == "approve")
        case _:
            return _act(turn, ask, message, member, answer.choice)
    return True


def _worded(turn: Turn, message: Message, answer: Answer) -> None:
    if answer.choice == "skip":
        message = message.model_copy(update={"passed": [*message.passed, _missing(turn, message)]})
        _translated(turn, message)
    else:
        _with_words(turn, message, answer.message.text.strip())


def _with_words(turn: Turn, message: Message, words: str) -> None:
    written = {**message.words, _missing(turn, message): words[:_LONGEST]}
    _translated(turn, message.model_copy(update={"words": written}))


def _translated(turn: Turn, message: Message) -> None:
    """Ask for the next language that words are missing in, then for whom they are."""
    language = _missing(turn, message)
    if not language:
        _aim(turn, message)
        return
    asked = text("compose-translate", words=message.words[turn.language], language=text(f"language-{language}"))
    skip = Choice(id="skip", label=text("compose-skip"))
    question = Question(paragraphs=[asked], choices=[skip], accepts=_DICTATION)
    turn.ask("broadcasting", "words", message, question)


def _missing(turn: Turn, message: Message) -> str:
    """The next language without words, one's own first; empty when there is none."""
    return next((one for one in turn.languages() if one not in message.words and one not in message.passed), "")


def _aim(turn: Turn, message: Message, *, unknown: bool = False) -> None:
    first = text("aim-unknown") if unknown else None
    turn.ask("broadcasting", "aim-menu", message, aiming.menu(turn, message.audience, first=first))


def _aimed(turn: Turn, message: Message, step: str, answer: Answer) -> bool:
    if step == "menu":
        match answer.choice:
            case None:
                return False
            case aiming.DONE:
                broadcastcard.show(turn, message)
            case choice if choice in aiming.WHOLE:
                _aim(turn, message.model_copy(update={"audience": aiming.WHOLE[choice]}))
            case choice:
                turn.ask("broadcasting", f"{_AIM}{choice}", message, aiming.asked(turn, choice))
        return True
    found = aiming.narrowed(turn, message.audience, step, answer)
    aimed = message.model_copy(update={"audience": found}) if found else message
    _aim(turn, aimed, unknown=found is None)
    return True


def _act(turn: Turn, ask: Ask, message: Message, member: Staff, choice: str | None) -> bool:
    match choice:
        case "send":
            _propose(turn, message.model_copy(update={"origin": ask.id, "proposer": member.id}), member)
        case "urgent":
            question = Question(paragraphs=[text("broadcasting-reason")], accepts=_DICTATION)
            turn.ask("broadcasting", "reason", message, question)
        case "preview":
            broadcastcard.preview(turn, message)
        case "audience":
            _aim(turn, message)
        case "reword":
            _ask_words(turn, message.model_copy(update={"words": {}, "passed": []}))
        case "drop":
            turn.say(text("cancelled"))
        case _:
            return False
    return True


def _urgent(turn: Turn, message: Message, reason: str) -> None:
    if turn.staff is None or turn.staff.role is not Role.ADMIN:
        raise AdminsOnly
    if not reason:
        raise NoReason
    broadcastcard.show(turn, message.model_copy(update={"urgent": True, "reason": reason}))


def _propose(turn: Turn, message: Message, member: Staff) -> None:
    if not message.urgent:
        bytext.check(turn, message.reply, message.audience)
    colleagues = seconding.others(turn, member)
    if not colleagues:
        reach = audiences.reach(turn.session, message.audience, turn.city.limits.broadcasts_a_week, turn.now)
        raise NobodyToApprove(count=reach.reached)
    wanted = text("broadcasting-wanted", who=member.name or "–")
    card = [wanted, *broadcastcard.paragraphs(turn, message)]
    turn.say(seconding.wish(turn, colleagues, card, topic="broadcasting", state=message))


def _decided(turn: Turn, message: Message, member: Staff, *, approves: bool) -> None:
    """Whoever of the colleagues is first decides: the ask under which it was proposed remembers that."""
    if message.proposer == member.id:
        raise NotOwnProposal
    origin = turn.session.exec(select(Ask).where(Ask.id == message.origin).with_for_update()).one()
    if origin.state.get("decided"):
        raise BroadcastDecided(number="")
    origin.state = {**origin.state, "decided": member.id}
    proposer = staff.named(turn.session, message.proposer)
    if not approves:
        turn.say(text("consulting-refused"))
        told = text("consulting-refused-by", who=member.name or "–")
        broadcastcard.hand_back(turn, proposer, message, first=told)
        return
    sent = _send(turn, message, proposer, member)
    turn.say(text("consulting-sent", count=sent.total))
    sending.watch(turn.session, proposer.contact_id, sent, turn.now)


def _send(turn: Turn, message: Message, proposer: Staff, approver: Staff) -> Broadcast:
    if message.urgent and proposer.role is not Role.ADMIN:
        raise AdminsOnly
    due_at = turn.now if message.urgent else turn.city.calendar.next_telling(turn.now, turn.city.zone)
    plan = Plan(
        subject=f"message:{message.origin}", audience=message.audience, due_at=due_at,
        budget=turn.city.limits.broadcasts_a_week, urgent=message.urgent, reason=message.reason,
        postage=bytext.of(turn.session, turn.city, turn.house.texts, message.reply, turn.now),
    )  # fmt: skip
    content = Content(message.payload())
    return broadcasts.start(turn.session, plan, content, staff=proposer, approver=approver, now=turn.now)
