"""Emergency: the number to call comes at once, before anything else; and that help has come is heard, too."""

from bot.conversation.reply import Lines, Named, text
from bot.conversation.turn import Turn
from bot.orders import grammar
from bot.topics.reports import evidence
from bot.topics.reports.bundle import Bundle


def warn(turn: Turn) -> None:
    """Tell the emergency numbers of the city."""
    lines = [
        text("emergency-line", number=emergency.number, what=Named(names=emergency.name))
        for emergency in turn.city.emergencies
    ]
    turn.say(Lines(lines=[text("emergency"), *lines]))


def helped(turn: Turn) -> bool:
    """Take it that help has come, from somebody who is still asked where it is needed; the words go to staff."""
    form = turn.open_form()
    if form is None or form.topic != "report" or not grammar.wishes(turn.message.text, "helped", turn.city.languages):
        return False
    bundle = Bundle.model_validate(form.state)
    number = bundle.matters[bundle.at].number
    if number is None:
        return False
    evidence.add(turn, number)
    turn.say(text("emergency-helped", number=str(number)))
    turn.put(form)
    return True
