"""The gate: who is not heard for a while is told so once; who says the same again is not answered twice."""

from backend.errors import TooManyReports
from backend.people import limits, restraints
from bot.conversation.reply import Moment, Reply, Text, text
from bot.conversation.turn import Turn
from bot.topics.reports.bundle import Bundle
from storage.restraints import Restraint, RestraintKind

_FEW_WORDS = 3
"""Fewer words than this are answers that people give twice: "2", "yes please"."""


def held(turn: Turn) -> bool:
    """Whether a resident's message ends here; danger always goes through."""
    if turn.reading.danger or turn.message.event is not None:
        return False
    if _is_about_danger(turn):
        return False
    return _is_restrained(turn) or _is_repetition(turn)


def may_report(turn: Turn, *, new: int = 1) -> bool:
    """Whether a resident may file so many reports more today; who may not is told so once, until they may again."""
    try:
        limits.check_reports(turn.session, turn.city.limits, turn.contact.id, turn.now, new=new)
    except TooManyReports as refusal:
        until = limits.free_again(turn.session, turn.city.limits, turn.contact.id, turn.now)
        if restraints.limit_reached(turn.session, turn.contact.id, until, turn.now):
            turn.say(text(refusal.message_id, **refusal.variables))
        return False
    return True


def _is_about_danger(turn: Turn) -> bool:
    """Whether an emergency that was filed at once still waits for its place."""
    form = turn.open_form()
    return form is not None and form.topic == "report" and Bundle.model_validate(form.state).is_filed


def _is_restrained(turn: Turn) -> bool:
    restraint = restraints.active(turn.session, turn.contact.id, turn.now)
    if restraint is None and limits.is_too_fast(turn.session, turn.city.limits, turn.contact.id, turn.now):
        restraint = restraints.slow_down(turn.session, turn.contact.id, turn.now)
    if restraint is None:
        return False
    if restraint.told_at is None:
        restraint.told_at = turn.now
        _tell(turn, _why(turn, restraint))
    return True


def _why(turn: Turn, restraint: Restraint) -> Text:
    until = Moment(at=restraint.until, style="datetime")
    emergency = turn.city.emergencies[0].number
    told = "gate-blocked" if restraint.kind is RestraintKind.BLOCKED else "gate-too-fast"
    return text(told, until=until, emergency=emergency, reason=restraint.reason)


def _is_repetition(turn: Turn) -> bool:
    message = turn.message
    if message.pressed or message.photos or message.point or len(message.text.split()) < _FEW_WORDS:
        return False
    before = limits.repeats(turn.session, turn.city.limits, turn.inbox_id, turn.now)
    if before == 1:
        # A second time may be doubt whether it arrived; a third is not.
        turn.say(text("gate-repeated"))
    return before > 0


def _tell(turn: Turn, told: Text) -> None:
    # Not as an answer: an open question is not put again to somebody who is not heard.
    turn.tell(turn.contact.id, Reply(paragraphs=[told]))
