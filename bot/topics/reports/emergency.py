"""Emergency: the number to call comes at once, before anything else."""

from bot.conversation.reply import Lines, Named, text
from bot.conversation.turn import Turn


def warn(turn: Turn) -> None:
    """Tell the emergency numbers of the city."""
    lines = [
        text("emergency-line", number=emergency.number, what=Named(names=emergency.name))
        for emergency in turn.city.emergencies
    ]
    turn.say(Lines(lines=[text("emergency"), *lines]))
