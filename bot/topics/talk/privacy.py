"""Privacy: what the city keeps of somebody is told, and a person deals with what they want done with it."""

from bot.conversation.reply import text
from bot.conversation.turn import Turn
from bot.orders import grammar
from bot.topics.reports import report


def is_meant(turn: Turn) -> bool:
    """Whether somebody speaks of what is kept about them: "delete my data"."""
    return grammar.wishes(turn.message.text, "own_data", turn.city.languages)


def begin(turn: Turn) -> None:
    """Tell what is kept, and offer to pass the words on to a person: only they can look into it or delete it."""
    command(turn)
    report.begin_for_people(turn)


def command(turn: Turn, _rest: str = "") -> None:
    """The command /privacy, which Telegram asks of every bot."""
    turn.say(text("data-kept", city=turn.city.name))
