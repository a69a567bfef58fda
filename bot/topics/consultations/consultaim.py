"""Whom a consultation asks: narrowed down on its card, step by step."""

from backend.broadcasts.audience import Audience
from backend.consultations import consultations
from bot.conversation.ask import Answer
from bot.conversation.reply import text
from bot.conversation.turn import Turn
from bot.topics.broadcasts import aiming
from bot.topics.consultations import consultcard
from bot.topics.consultations.consultcard import Shown
from storage.consultations import Consultation

PREFIX = "aim-"
"""Steps of these asks begin so."""


def begin(turn: Turn, state: Shown) -> None:
    """Show whom it asks so far, and the ways to narrow that down."""
    _aim(turn, state, _audience(turn, state))


def _audience(turn: Turn, state: Shown) -> Audience:
    return consultcard.audience(turn.session.get_one(Consultation, state.consultation))


def _aim(turn: Turn, state: Shown, audience: Audience, *, unknown: bool = False) -> None:
    first = text("aim-unknown") if unknown else None
    turn.ask("consulting", f"{PREFIX}menu", state, aiming.menu(turn, audience, first=first))


def answered(turn: Turn, state: Shown, step: str, answer: Answer) -> bool:
    """A way to narrow it down, or the answer to what that asked for."""
    step = step.removeprefix(PREFIX)
    audience = _audience(turn, state)
    if step == "menu":
        match answer.choice:
            case None:
                return False
            case aiming.DONE:
                consultcard.show(turn, state.consultation)
            case choice if choice in aiming.WHOLE:
                _retarget(turn, state, aiming.WHOLE[choice])
            case choice:
                turn.ask("consulting", f"{PREFIX}{choice}", state, aiming.asked(turn, choice))
        return True
    found = aiming.narrowed(turn, audience, step, answer)
    if found is None:
        _aim(turn, state, audience, unknown=True)
    else:
        _retarget(turn, state, found)
    return True


def _retarget(turn: Turn, state: Shown, audience: Audience) -> None:
    revised = consultations.revise(
        turn.session, state.consultation, turn.city.zone, staff=turn.staff, now=turn.now,
        audience=audience.model_dump(mode="json"),
    )  # fmt: skip
    _aim(turn, state.model_copy(update={"version": revised.version}), audience)
