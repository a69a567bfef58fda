"""Texts: what the town spends on text messages, for staff."""

from backend.people import spending
from bot.conversation.reply import Lines, text
from bot.conversation.turn import Turn
from storage.phones import TextState

_UNDER_WAY = frozenset({TextState.TRYING, TextState.RETRY, TextState.QUEUED, TextState.SENT, TextState.BUFFERED})


def command(turn: Turn, _rest: str) -> None:
    """The command /texts: the month's segments, its budget, and what became of the texts."""
    zone, budget = turn.city.zone, turn.city.texting
    states = spending.states_this_month(turn.session, zone, turn.now)
    lines = [
        text(
            "texts-spent",
            spent=spending.spent_this_month(turn.session, zone, turn.now),
            budget=budget.segments_a_month,
        ),
        text(
            "texts-states",
            delivered=states.get(TextState.DELIVERED, 0),
            underway=sum(count for state, count in states.items() if state in _UNDER_WAY),
            failed=states.get(TextState.FAILED, 0) + states.get(TextState.REFUSED, 0),
            unknown=states.get(TextState.UNKNOWN, 0),
        ),
        text("texts-limits", day=budget.segments_a_day, broadcast=budget.segments_a_broadcast),
    ]
    turn.say(Lines(lines=lines))
