"""A place for a report that exists already: typed, shared, or chosen from what it could mean."""

from bot.conversation.ask import Accepts, Answer, Question
from bot.conversation.places import address_of, shown
from bot.conversation.reply import Choice, Text, text
from bot.conversation.turn import Turn
from bot.topics.reports.draft import Draft, with_place
from nlp.reading import Place

ACCEPTS = frozenset({Accepts.PLACE, Accepts.DICTATION})
"""What answers the question for a place."""


def understood(turn: Turn, answer: Answer) -> tuple[Place | None, list[Place]]:
    """The place that an answer surely names, and those that it could name."""
    point = answer.message.point
    if point is not None:
        place = turn.house.gazetteer.locate(point.lat, point.lon)
        return (place if place.inside else None), []
    draft = with_place(Draft(), answer.reading)
    options = [place for place in draft.places if place.is_enough and place.inside]
    if draft.place is None and len(options) == 1:
        return options[0], []
    return draft.place, options


def which(options: list[Place]) -> Question:
    """Ask which of several places is meant; choice `p0` is the first."""
    choices = [Choice(id=f"p{index}", label=shown(place)) for index, place in enumerate(options)]
    return Question(paragraphs=[text("place-which")], choices=choices, accepts=ACCEPTS, columns=1)


def not_found(answer: Answer) -> Text:
    """Say that the city does not know the place, or that it lies outside."""
    if answer.message.point is not None or any(not place.inside for place in answer.reading.places):
        return text("place-outside")
    return text("place-not-understood", words=answer.message.text.strip()[:80])


def address(place: Place) -> str:
    """A place as a report keeps it."""
    return address_of(place)


def point(place: Place) -> tuple[float, float] | None:
    """Latitude and longitude of a place that has them."""
    return (place.lat, place.lon) if place.lat is not None and place.lon is not None else None
