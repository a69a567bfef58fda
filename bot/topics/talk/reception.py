"""Reception: hello, thanks, what can you do, and what nobody understood."""

from types import MappingProxyType

from bot.conversation.phones import takes_pictures
from bot.conversation.reply import text
from bot.conversation.turn import Turn
from bot.orders import grammar
from nlp.decision import SURE
from nlp.reading import Act

_ANSWERS = MappingProxyType(
    {
        Act.GREETING: "greeting",
        Act.THANKS: "you-are-welcome",
        Act.HELP: "help",
        Act.STOP: "stop-explained",
        Act.OFF_TOPIC: "off-topic",
        Act.YES: "nothing-open",
        Act.NO: "nothing-open",
        Act.BACK: "nothing-open",
        Act.CORRECTION: "nothing-open",
    }
)

_BRIEF = 9
"""Words up to which a question about pictures is nothing but that."""
_UNREADABLE = MappingProxyType({"edit": "edited", "document": "unsupported-file", "picture": "unsupported-picture"})


def is_small_talk(turn: Turn) -> bool:
    """Whether a message is surely answered with a sentence, names no service of the city and opens nothing."""
    reading = turn.reading
    surely = reading.acts.get(reading.act, 1.0) >= SURE and not turn.message.photos
    return surely and reading.act in _ANSWERS and max(reading.services.values(), default=0) < SURE


def start(turn: Turn, _rest: str) -> None:
    """The command /start: who speaks here and how to begin."""
    turn.say(text("start", city=turn.city.name))


def help_(turn: Turn, _rest: str = "") -> None:
    """The command /help."""
    turn.say(text("help", city=turn.city.name))


def begin(turn: Turn) -> None:
    """Answer small talk."""
    id = _ANSWERS[turn.reading.act]
    if id == "nothing-open" and turn.open_form() is not None:
        id = "which-answer"
    turn.say(text(id, city=turn.city.name))


def doubts_a_person(turn: Turn) -> bool:
    """Whether somebody asks if they talk to a machine."""
    return grammar.wishes(turn.message.text, "machine", turn.city.languages)


def is_a_machine(turn: Turn) -> None:
    """Say so: nobody is to take this for a person."""
    turn.say(text("machine", city=turn.city.name))


def asked_about_pictures(turn: Turn) -> bool:
    """Tell who asks for nothing else whether a picture from there would arrive; False for all other messages."""
    words = turn.message.text
    if turn.message.photos or turn.reading.places or len(words.split()) > _BRIEF:
        return False
    if not grammar.wishes(words, "picture", turn.city.languages):
        return False
    arrives = takes_pictures(turn.session, turn.urn)
    turn.say(text("picture-welcome" if arrives else "unsupported-picture"))
    return True


def puzzled(turn: Turn) -> None:
    """Words that could mean anything: say so, and what can be done here."""
    turn.say(text("puzzled"))


def unsupported(turn: Turn) -> None:
    """Something came that can't be read: a sticker, a voice message, a change of what was dealt with already."""
    turn.say(text(_UNREADABLE.get(turn.message.unsupported or "", "unsupported")))


def unknown_command(turn: Turn, _rest: str) -> None:
    """A command that does not exist."""
    turn.say(text("unknown-command"))
