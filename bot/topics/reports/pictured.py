"""What a picture sent as a file tells: where it was taken, offered as the place; or that it can't be used."""

from bot.conversation.ask import Accepts, Answer, Question
from bot.conversation.form import Slot
from bot.conversation.places import shown
from bot.conversation.reply import Choice, text
from bot.conversation.turn import Turn
from bot.topics.reports import locating
from bot.topics.reports.draft import Draft
from nlp.reading import Act

_REASONS = frozenset({"heic", "broken", "too-big"})


def refused(turn: Turn) -> bool:
    """Say why a picture can't be used; True when there was nothing else in the message."""
    message = turn.message
    if message.unusable is None:
        return False
    why = message.unusable if message.unusable in _REASONS else "broken"
    turn.say(text(f"picture-{why}"))
    return not (message.text.strip() or message.photos or message.taken)


def noticed(turn: Turn, draft: Draft) -> Draft:
    """The draft with the position that a picture gives, as long as the place is open; one outside the city is none."""
    taken = turn.message.taken or draft.taken
    if draft.place is not None or taken is None or not turn.house.gazetteer.locate(taken.lat, taken.lon).inside:
        return draft.with_(taken=None)
    return draft.with_(taken=taken)


def _is_missing(turn: Turn, draft: Draft) -> bool:
    named = any(place.is_enough and place.inside for place in draft.places)
    return draft.taken is not None and not named and locating.PLACE.is_missing(turn, draft)


def _asked(turn: Turn, draft: Draft) -> Question:
    if draft.taken is None:
        raise AssertionError("asked about a position that no picture gave")
    place = turn.house.gazetteer.locate(draft.taken.lat, draft.taken.lon)
    choices = [
        Choice(id="yes", label=text("picture-place-yes"), means=Act.YES),
        Choice(id="no", label=text("picture-place-no"), means=Act.NO),
    ]
    accepts = frozenset({Accepts.PLACE, Accepts.PHOTO})
    return Question(paragraphs=[text("picture-place", place=shown(place))], choices=choices, accepts=accepts)


def _filled(turn: Turn, draft: Draft, answer: Answer) -> Draft:
    settled = draft.with_(taken=None)
    if answer.choice == "yes" and draft.taken is not None:
        return locating.at_pin(turn, settled, draft.taken)
    return settled if answer.choice == "no" else locating.PLACE.filled(turn, settled, answer)


PLACE = Slot[Draft](name="picture", is_missing=_is_missing, asked=_asked, filled=_filled)
"""Whether it is where the picture was taken: never taken for granted, and asked only while nothing else says where."""
