"""Timing: when a consultation opens and closes, and when those who have not finished are reminded."""

from datetime import date, datetime, time, timedelta

from backend.consultations import consultations
from bot.conversation.ask import Accepts, Answer, Question
from bot.conversation.reply import Choice, Text, text
from bot.conversation.turn import Turn
from bot.topics.consultations import consultcard
from bot.topics.consultations.consultcard import Shown
from storage.consultations import Consultation

STEPS = ("opens", "closes", "reminders")
_OPENS = (0, 1, 3, 7)
_CLOSES = (3, 7, 14, 30)
_REMINDERS = {"none": (), "one": (1,), "two": (3, 1)}
"""Days before the close."""
_LAST = time(20)
"""The hour at which it closes: evening, when people are at home."""
_FIRST = time(9)


def begin(turn: Turn, state: Shown, *, first: Text | None = None) -> None:
    """Ask when it opens."""
    choices = [Choice(id=str(days), label=text("timing-opens-in", count=days)) for days in _OPENS]
    _ask(turn, state, "opens", choices, first)


def _ask(turn: Turn, state: Shown, step: str, choices: list[Choice], first: Text | None = None) -> None:
    asked = [*([first] if first else []), text(f"timing-{step}")]
    accepts = frozenset() if step == "reminders" else frozenset({Accepts.DICTATION})
    turn.ask("consulting", step, state, Question(paragraphs=asked, choices=choices, accepts=accepts))


def answered(turn: Turn, state: Shown, step: str, answer: Answer) -> None:
    """A number of days from the buttons, or a date."""
    if step == "reminders":
        _remind(turn, state, answer.choice or "none")
        return
    known = turn.session.get_one(Consultation, state.consultation)
    begins = known.opens_at if step == "closes" and known.opens_at is not None else turn.now
    day = _day(turn, begins, answer)
    if day is None:
        _again(turn, state, step, text("timing-no-date"))
        return
    # Opening "now" is opening whenever a colleague has agreed.
    at_once = step == "opens" and answer.choice == "0"
    moment = None if at_once else datetime.combine(day, _FIRST if step == "opens" else _LAST, turn.city.zone)
    if moment is not None and moment <= begins:
        _again(turn, state, step, text("timing-past"))
        return
    if step == "opens":
        _opens(turn, state, known, moment)
    else:
        _closes(turn, state, moment)


def _again(turn: Turn, state: Shown, step: str, why: Text) -> None:
    if step == "opens":
        begin(turn, state, first=why)
    else:
        _ask_closes(turn, state, first=why)


def _day(turn: Turn, begins: datetime, answer: Answer) -> date | None:
    if answer.choice is not None:
        return begins.astimezone(turn.city.zone).date() + timedelta(days=int(answer.choice))
    try:
        return date.fromisoformat(answer.message.text.strip())
    except ValueError:
        return None


def _opens(turn: Turn, state: Shown, known: Consultation, moment: datetime | None) -> None:
    closes = known.closes_at
    if moment is not None and closes <= moment:
        closes = moment + timedelta(days=_CLOSES[1])
    state = _revised(turn, state, opens=moment, closes=closes, reminders=[])
    _ask_closes(turn, state)


def _ask_closes(turn: Turn, state: Shown, *, first: Text | None = None) -> None:
    choices = [Choice(id=str(days), label=text("compose-days", count=days)) for days in _CLOSES]
    _ask(turn, state, "closes", choices, first)


def _closes(turn: Turn, state: Shown, moment: datetime | None) -> None:
    state = _revised(turn, state, closes=moment, reminders=[])
    choices = [Choice(id=name, label=text(f"timing-remind-{name}")) for name in _REMINDERS]
    _ask(turn, state, "reminders", choices)


def _remind(turn: Turn, state: Shown, choice: str) -> None:
    closes = turn.session.get_one(Consultation, state.consultation).closes_at
    moments = [closes - timedelta(days=days) for days in _REMINDERS[choice]]
    _revised(turn, state, reminders=[moment for moment in moments if moment > turn.now])
    consultcard.show(turn, state.consultation)


def _revised(turn: Turn, state: Shown, **parts: object) -> Shown:
    revised = consultations.revise(
        turn.session, state.consultation, turn.city.zone, staff=turn.staff, now=turn.now, **parts
    )
    return state.model_copy(update={"version": revised.version})
