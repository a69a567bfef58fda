"""Privacy: what the city keeps of somebody is told, and a person deals with what they want done with it."""

from bot.conversation.reply import text
from bot.conversation.turn import Turn
from bot.orders import grammar
from bot.topics.reports import report


def asked(turn: Turn) -> bool:
    """Tell who speaks of it ("delete my data") what is kept, and offer to pass that on; False for all else.

    Only a person can look into what is kept, or delete it.
    """
    if not grammar.wishes(turn.message.text, "own_data", turn.city.languages):
        return False
    command(turn)
    report.begin_for_people(turn)
    return True


def command(turn: Turn, _rest: str = "") -> None:
    """The command /privacy, which Telegram asks of every bot."""
    turn.say(text("data-kept", city=turn.city.name))
