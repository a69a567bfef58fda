"""Meant: whether a message asks the city something, however it is put."""

from backend.questions.retrieval import Found
from bot.conversation.turn import Turn
from bot.orders import grammar
from nlp.decision import SURE
from nlp.reading import Act, Reading

_SURELY = 0.7
"""Probability from which a question that names a place is one, and no problem to fix there."""
_LOOSE = frozenset({Act.GREETING, Act.HELP})
"""Acts that a question may look like: "hello, a question about my dog?"."""
_HARDLY_MEANT = frozenset({Act.HELP, Act.OFF_TOPIC, Act.UNKNOWN})
"""Acts that a question without its mark may look like: "my son turns 16, what does he have to do"."""


def is_for_answers(turn: Turn) -> bool:
    """Whether a message asks about the city and is no report in the form of a question."""
    reading = turn.reading
    asks = reading.act is Act.QUESTION
    if turn.message.photos or turn.message.point:
        return False
    if not asks and "?" not in turn.message.text:
        return _may_ask(reading) and turn.house.answers.look_up(turn.message.text).quote is not None
    found = turn.house.answers.look_up(turn.message.text)
    if reading.act is not Act.STATUS and found.quote is not None:
        return not reading.places or asks
    known = found.near if reading.act in _LOOSE else ()
    if not reading.places and (known or (found.unanswered and reading.act in _LOOSE | {Act.OFF_TOPIC})):
        return True
    sure = reading.acts.get(Act.QUESTION, 0.0)
    return asks and (sure >= _SURELY if reading.places else sure > reading.acts.get(Act.REPORT, 0.0))


def _may_ask(reading: Reading) -> bool:
    return reading.act in _HARDLY_MEANT and reading.acts.get(reading.act, 0.0) < SURE


def is_unwritten(turn: Turn) -> bool:
    """Whether a message asks what people are known to ask and the city has written nothing on."""
    return turn.house.answers.look_up(turn.message.text).unanswered is not None


def is_known(turn: Turn) -> bool:
    """Whether the city has an answer, may have one, or knows that it has none."""
    return turn.house.answers.look_up(turn.message.text) != Found()


def complains(turn: Turn) -> bool:
    """Whether somebody says that they want to complain, about nothing that a crew could mend."""
    wants = grammar.wishes(turn.message.text, "complaint", turn.city.languages)
    return wants and turn.reading.act is not Act.REPORT and not turn.reading.places


def is_announced(turn: Turn) -> bool:
    """Whether words say themselves that they are a question: "I have a question about schools"."""
    if turn.message.photos or turn.message.point or turn.reading.act in _NOT_ANNOUNCED:
        return False
    return len(turn.message.text.split()) > _BARE and grammar.wishes(turn.message.text, "question", turn.city.languages)


_NOT_ANNOUNCED = frozenset({Act.REPORT, Act.STATUS, Act.COMPLAINT_ABOUT_CITY, Act.GREETING})
_BARE = 4
"""Words that announce a question and do not put it yet."""


def interrupts(turn: Turn) -> bool:
    """Whether somebody who is asked something asks back what the city has an answer to."""
    if turn.reading.act is not Act.QUESTION or turn.message.photos or turn.message.point:
        return False
    found = turn.house.answers.look_up(turn.message.text)
    return (found.quote or found.unanswered) is not None
