"""Moderation at the desk: mark spam and abuse, block whoever wrote it, see and lift blocks."""

from types import MappingProxyType

from pydantic import BaseModel, ConfigDict

from backend.people import moderation, restraints
from backend.staff import staff
from bot.conversation.ask import Accepts, Answer, Question
from bot.conversation.reply import Choice, Lines, Moment, Paragraph, Text, text
from bot.conversation.turn import Turn
from bot.topics.desk.doing import act_of
from nlp.reading import Act
from storage.asks import Ask
from storage.flags import FlagKind
from storage.requests import ServiceRequest
from storage.restraints import Restraint

BLOCK_DAYS = (1, 7, 30)
_SHOWN = 40
"""Characters of a message on its button."""
_DICTATION = frozenset({Accepts.DICTATION})


class Flagging(BaseModel):
    """What is being marked: a report, or with `update` a message about it; then who wrote it, and why it was marked."""

    model_config = ConfigDict(frozen=True)

    number: int = 0
    version: int | None = None
    update: int | None = None
    kind: FlagKind = FlagKind.SPAM
    contact: int = 0
    reason: str = ""


def begin(turn: Turn, request: ServiceRequest, version: int | None) -> None:
    """Ask what exactly is meant: the report, or one of the messages about it."""
    flagging = Flagging(number=request.id, version=version)
    messages = moderation.messages(turn.session, request.id)
    if not messages:
        _ask_kind(turn, flagging)
        return
    choices = [Choice(id="report", label=text("flag-the-report"))]
    choices += [Choice(id=str(update.id), label=_short(update.words)) for update in messages]
    asked = text("flag-what", number=str(request.id))
    turn.ask("moderation", "what", flagging, Question(paragraphs=[asked], choices=choices, columns=1))


def blocks(turn: Turn, _rest: str) -> None:
    """The command /blocks: who is not heard now, until when, and why."""
    if turn.staff is None:
        return
    held = restraints.blocks(turn.session, turn.staff, turn.now)
    paragraphs: list[Paragraph] = [
        text("blocks", count=len(held)),
        Lines(lines=[_line(turn, restraint) for restraint in held]),
    ]
    if not held:
        turn.say(*paragraphs)
        return
    choices = [Choice(id=str(restraint.id), label=text("blocks-lift", number=_report(restraint))) for restraint in held]
    turn.ask("moderation", "lift", Flagging(), Question(paragraphs=paragraphs, choices=choices), standing=True)


def answered(turn: Turn, ask: Ask, answer: Answer) -> bool:
    """What is marked, as what, why; and whether its writer is heard on."""
    _STEPS[ask.step](turn, Flagging.model_validate(ask.state), answer)
    return True


def _what(turn: Turn, flagging: Flagging, answer: Answer) -> None:
    update = None if answer.choice in (None, "report") else int(answer.choice or 0)
    _ask_kind(turn, flagging.model_copy(update={"update": update}))


def _ask_kind(turn: Turn, flagging: Flagging) -> None:
    choices = [Choice(id=kind.value, label=text(f"flag-{kind.value}")) for kind in FlagKind]
    asked = text("flag-as", number=str(flagging.number))
    turn.ask("moderation", "kind", flagging, Question(paragraphs=[asked], choices=choices))


def _kind(turn: Turn, flagging: Flagging, answer: Answer) -> None:
    chosen = flagging.model_copy(update={"kind": FlagKind(answer.choice or "")})
    why = text("flag-why" if flagging.update is None else "flag-why-message")
    turn.ask("moderation", "why", chosen, Question(paragraphs=[why], accepts=_DICTATION))


def _why(turn: Turn, flagging: Flagging, answer: Answer) -> None:
    reason, act = answer.message.text.strip()[:500], act_of(turn, flagging.version)
    if flagging.update is None:
        flag = moderation.flag_report(turn.session, flagging.number, flagging.kind, reason, act)
    else:
        flag = moderation.flag_message(turn.session, flagging.update, flagging.kind, reason, act)
    done = "flag-done" if flagging.update is None else "flag-done-message"
    said = [text(done, number=str(flagging.number)), _account(turn, flag.contact_id)]
    if restraints.active(turn.session, flag.contact_id, turn.now) is not None:
        turn.say(*said)
        return
    choices = [Choice(id=str(days), label=text("more-days", count=days)) for days in BLOCK_DAYS]
    choices.append(Choice(id="no", label=text("flag-no-block"), means=Act.NO))
    question = Question(paragraphs=[*said, text("flag-block")], choices=choices)
    turn.ask(
        "moderation", "block", flagging.model_copy(update={"contact": flag.contact_id, "reason": reason}), question
    )


def _account(turn: Turn, contact_id: int) -> Text:
    counts = moderation.counts(turn.session, contact_id)
    return text("flag-counts", spam=counts.get(FlagKind.SPAM, 0), abuse=counts.get(FlagKind.ABUSE, 0))


def _block(turn: Turn, flagging: Flagging, answer: Answer) -> None:
    number = flagging.number
    if answer.choice == "no":
        turn.say(text("flag-heard", number=str(number)))
        return
    days, act = int(answer.choice or 1), act_of(turn)
    held = restraints.block(turn.session, number, days, flagging.reason, act, contact_id=flagging.contact)
    turn.say(text("more-blocked", number=str(number), until=Moment(at=held.until, style="datetime")))


def _lift(turn: Turn, _flagging: Flagging, answer: Answer) -> None:
    restraint = restraints.lift(turn.session, int(answer.choice or 0), act_of(turn))
    turn.say(text("more-unblocked", number=_report(restraint)))


def _line(turn: Turn, restraint: Restraint) -> Text:
    who = staff.named(turn.session, restraint.staff_id).name if restraint.staff_id is not None else ""
    until = Moment(at=restraint.until, style="datetime")
    return text("blocks-line", number=_report(restraint), until=until, reason=restraint.reason, who=who or "–")


def _report(restraint: Restraint) -> str:
    return str(restraint.request_id) if restraint.request_id is not None else "–"


def _short(words: str) -> str:
    plain = " ".join(words.split())
    return plain if len(plain) <= _SHOWN else f"{plain[: _SHOWN - 1]}…"


_STEPS = MappingProxyType({"what": _what, "kind": _kind, "why": _why, "block": _block, "lift": _lift})
