"""Where it is: a typed place, a shared position, a number on a street named before, a picture."""

import re

from bot.conversation.ask import Accepts, Answer, Question
from bot.conversation.form import AnotherMatter, Slot, Unusable
from bot.conversation.message import Point
from bot.conversation.places import shown
from bot.conversation.reply import Choice, text
from bot.conversation.turn import Turn
from bot.orders import grammar
from bot.topics.reports.draft import Draft, known_street, nearest_streets, with_place
from nlp.reading import Act, Place, Precision, Reading
from nlp.words import cut

_ELSE, _PHOTO, _STREET, _SAME = "_else", "_photo", "_street", "_same"
_TELLING = 4
"""Letters from which a word is more than a mere "at" or "to"; a lone one, such as "near", says little among few."""
_SURELY = 0.75
"""Confidence that a chosen street gets: somebody named it."""


def at_pin(turn: Turn, draft: Draft, point: Point) -> Draft:
    """The draft with its place at a shared position, which is only taken inside the city."""
    place = turn.house.gazetteer.locate(point.lat, point.lon)
    return draft.with_(place=place if place.inside else None, places=[place])


def _is_missing(turn: Turn, draft: Draft) -> bool:
    needed = draft.number is not None or draft.service is None or turn.city.service(draft.service).needs_place
    return draft.place is None and needed


def _asked(_turn: Turn, draft: Draft) -> Question:
    options = _options(draft)
    choices = [Choice(id=f"p{index}", label=shown(place)) for index, place in enumerate(options)]
    street = known_street(draft)
    if options:
        asked = text("place-which")
        choices.append(Choice(id=_ELSE, label=text("somewhere-else"), means=Act.NO))
    elif any(not place.inside for place in draft.places):
        asked = text("place-outside")
    elif street is not None:
        asked = text("place-where-on-street", street=street)
        choices.append(Choice(id=_STREET, label=text("place-street-only", street=street)))
    else:
        asked = text("place-where")
        choices = [
            Choice(id=f"n{index}", label=text("place-on-street", street=place.street or ""))
            for index, place in enumerate(nearest_streets(draft))
        ]
    if draft.elsewhere is not None:
        choices.insert(0, Choice(id=_SAME, label=text("place-same", place=shown(draft.elsewhere))))
    if len(choices) == 1 and choices[0].id in (_STREET, _SAME):
        choices = [choices[0].model_copy(update={"means": Act.YES})]
    if draft.photos:
        choices.append(Choice(id=_PHOTO, label=text("place-photo-shows")))
    accepts = frozenset({Accepts.PLACE, Accepts.PHOTO})
    return Question(paragraphs=[asked], choices=choices, accepts=accepts, columns=1)


def _options(draft: Draft) -> list[Place]:
    """The places that are worth offering: exact enough, inside the city, and more than one street alone."""
    return [place for place in draft.places if place.is_enough and place.inside]


def _filled(turn: Turn, draft: Draft, answer: Answer) -> Draft:
    if answer.choice is not None:
        return _chosen(draft, answer.choice)
    if answer.message.point is not None:
        return at_pin(turn, draft, answer.message.point).with_(photos=[*draft.photos, *turn.photos()])
    if answer.message.photos and not answer.reading.places:
        raise Unusable(text("place-photo-kept"), draft.with_(photos=[*draft.photos, *turn.photos()]))
    if answer.reading.act is Act.REPORT and _is_other_service(draft, answer):
        raise AnotherMatter
    return _typed(turn, draft, answer)


def _is_other_service(draft: Draft, answer: Answer) -> bool:
    services = answer.reading.services
    return bool(services) and max(services, key=lambda code: services[code]) not in (draft.service, *draft.services)


def _chosen(draft: Draft, choice: str) -> Draft:
    if choice == _ELSE:
        return draft.with_(places=[])
    if choice == _SAME:
        return draft.with_(place=draft.elsewhere)
    if choice == _PHOTO:
        return draft.with_(place=Place(text="", precision=Precision.LANDMARK))
    if choice == _STREET:
        street = next(place for place in draft.places if place.precision is Precision.STREET)
        return draft.with_(place=street)
    if choice.startswith("n"):
        nearest = nearest_streets(draft)[int(choice.removeprefix("n"))]
        return draft.with_(places=[nearest.model_copy(update={"confidence": _SURELY})])
    return draft.with_(place=_options(draft)[int(choice.removeprefix("p"))])


def _typed(turn: Turn, draft: Draft, answer: Answer) -> Draft:
    words = answer.message.text.strip()
    photos = [*draft.photos, *turn.photos()]
    street, reading = known_street(draft), completed(turn, draft, answer)
    if draft.elsewhere is not None and grammar.wishes(words, "same_place", turn.city.languages):
        return _chosen(draft.with_(photos=photos), _SAME)
    placed = with_place(draft.with_(places=[], photos=photos), reading)
    if _says_more(turn, words, reading):
        placed = placed.telling(words)
    if placed.place is not None or _options(placed) or known_street(placed) not in (None, street):
        return placed
    if placed.places and not placed.places[0].inside:
        return placed
    if street is not None and grammar.wishes(words, "unsure", turn.city.languages):
        return _chosen(draft.with_(photos=photos, words=placed.words), _STREET)
    unknown = answer.reading.unknown_street
    if unknown is None:
        raise Unusable(text("place-not-understood", words=words[:80]), draft.with_(photos=photos))
    raise Unusable(text("place-unknown-street", words=unknown[:80]), placed)


def _says_more(turn: Turn, words: str, reading: Reading) -> bool:
    """Whether an answer tells more of a place than its address: "120, next to the bakery"."""
    names = [turn.city.name, *(f"{place.street} {place.cross} {place.area} {place.text}" for place in reading.places)]
    known = {word.text for name in names for word in cut(name).words}
    more = [word.text for word in cut(words).words if word.text not in known]
    telling = sum(len(word) >= _TELLING for word in more)
    return telling > 1 or (telling == 1 and len(more) > _TELLING)


def completed(turn: Turn, draft: Draft, answer: Answer) -> Reading:
    """What an answer says of a place together with the street named before: "32", "au 12", "corner of Main"."""
    street, said = known_street(draft), answer.reading
    words = answer.message.text.strip()
    number = house_number(words)
    if street is None and number and (offered := _options(draft)):
        # "No, it's 242" of a list of places is said of the first.
        street = offered[0].street
    if street is None or any(place.is_enough for place in said.places):
        return said
    fuller = turn.read(f"{number} {street}" if number else f"{words} & {street}")
    return fuller if not said.places or any(place.is_enough for place in fuller.places) else said


def house_number(words: str, most: int = 10) -> str | None:
    """The one number among at most so many words: "32", "devant le 20 bis"."""
    found = _NUMBERS.findall(words)
    return found[0] if len(found) == 1 and len(words.split()) <= most else None


_NUMBERS = re.compile(r"\b\d{1,5}(?:\s?(?:bis|ter|quater|[a-d]))?\b", re.IGNORECASE)


PLACE = Slot[Draft](name="place", is_missing=_is_missing, asked=_asked, filled=_filled)
"""Where a crew should go."""
