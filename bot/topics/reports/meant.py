"""Which of several matters somebody's words are about."""

from collections.abc import Iterable

from bot.conversation.ask import Answer
from bot.conversation.turn import Turn
from bot.orders import grammar
from bot.topics.reports.bundle import Bundle
from bot.topics.reports.draft import SURE
from nlp.reading import Act, Reading

_MOST_WORDS = 5
"""Words up to which "only the first" can be nothing else."""
_WISH_WITHIN = 3
"""First words of a message among which its wish stands."""


def matter(bundle: Bundle, reading: Reading) -> int | None:
    """The matter, counted from 0: by "the second one", by its service, by its street."""
    if reading.ordinal is not None:
        return reading.ordinal - 1 if reading.ordinal <= len(bundle.matters) else None
    by_name = by_service(bundle, reading)
    return _by_street(bundle, reading) if by_name is None else by_name


def by_service(bundle: Bundle, reading: Reading) -> int | None:
    """The only matter of the service that the words name."""
    best = _best(reading)
    return _only(index for index, draft in enumerate(bundle.matters) if best and draft.service == best)


def _by_street(bundle: Bundle, reading: Reading) -> int | None:
    streets = {place.street for place in reading.places if place.street}
    places = [draft.place for draft in bundle.matters]
    return _only(index for index, place in enumerate(places) if place is not None and place.street in streets)


def is_another_matter(bundle: Bundle, reading: Reading) -> bool:
    """Whether the words tell of something that is none of the matters."""
    best = _best(reading)
    if best is None or reading.ordinal is not None or reading.services[best] < SURE:
        return False
    known = {draft.service for draft in bundle.matters}
    return reading.act is Act.REPORT and best not in known and len(reading.text.split()) > 3


def kept(turn: Turn, bundle: Bundle, answer: Answer) -> list[int] | None:
    """The matters that stay after "only the first" or "without the second"; None when nothing like it was said."""
    ordinal, said = answer.reading.ordinal, answer.message.text.split()
    if ordinal is None or ordinal > len(bundle.matters) or len(said) > _MOST_WORDS:
        return None
    beginning = " ".join(said[:_WISH_WITHIN])
    if answer.reading.act is Act.CANCEL or grammar.wishes(beginning, "without", turn.city.languages):
        return [index for index in range(len(bundle.matters)) if index != ordinal - 1]
    return [ordinal - 1] if grammar.wishes(beginning, "only", turn.city.languages) else None


def _best(reading: Reading) -> str | None:
    return max(reading.services, key=lambda code: reading.services[code], default=None)


def _only(found: Iterable[int]) -> int | None:
    all_found = list(found)
    return all_found[0] if len(all_found) == 1 else None
