"""Correcting in words what is not sent yet: another place, another number, another service, more words."""

import re

from bot.conversation.ask import Answer
from bot.conversation.form import AnotherMatter
from bot.conversation.places import is_same
from bot.conversation.turn import Turn
from bot.topics.reports import locating
from bot.topics.reports.draft import SURE, Draft, with_place, with_service
from nlp.reading import Act, Reading

_NUMBER_LAST = re.compile(r"\b(\d{1,5}[a-z]?)\W*$", re.IGNORECASE)

_TOO_SHORT_TO_ADD = 5
"""Words up to which a message that names a report only says that something is wrong with it."""


def corrected(turn: Turn, draft: Draft, answer: Answer, *, is_named: bool = False) -> Draft:
    """What a message changes in a report that is not sent yet; `is_named` when it says that it is about this one.

    Raises AnotherMatter when it is about something else.
    """
    draft = draft.with_(photos=[*draft.photos, *turn.photos()])
    if answer.message.point is not None:
        return locating.at_pin(turn, draft, answer.message.point)
    if not answer.message.text.strip():
        return draft
    if not is_named and _is_another_matter(draft, answer.reading):
        raise AnotherMatter
    return _reworded(turn, draft, answer, is_named=is_named)


def _is_another_matter(draft: Draft, reading: Reading) -> bool:
    best = max(reading.services, key=lambda code: reading.services[code], default=None)
    differs = best is not None and best != draft.service and reading.services[best] >= SURE
    return reading.act is Act.REPORT and differs and len(reading.text.split()) > 3


def _reworded(turn: Turn, draft: Draft, answer: Answer, *, is_named: bool) -> Draft:
    reading = answer.reading
    corrects = is_named or reading.act is Act.CORRECTION
    changed = draft
    if reading.places:
        changed = with_place(draft.with_(places=[]), reading)
    elif corrects:
        changed = _renumbered(turn, draft, reading)
    if reading.services and (corrects or not reading.places):
        changed = with_service(changed, reading)
    if changed != draft:
        return changed
    if reading.act is Act.CORRECTION:
        return _the_other_one(draft)
    if is_named and len(reading.text.split()) <= _TOO_SHORT_TO_ADD:
        return draft.with_(changing=True)
    return draft.telling(answer.message.text)


def _renumbered(turn: Turn, draft: Draft, reading: Reading) -> Draft:
    """Another house number on the street that is known: "no, it's at 14"."""
    number, place = _NUMBER_LAST.search(reading.text), draft.place
    if number is None or place is None or place.street is None:
        return draft
    where = ", ".join(part for part in (f"{number[1]} {place.street}", place.area) if part)
    return with_place(draft.with_(places=[]), turn.read(where))


def _the_other_one(draft: Draft) -> Draft:
    """Take the other place or service that the words allowed; ask which part is wrong when there is none."""
    others = [place for place in draft.places if place.is_enough and not (draft.place and is_same(place, draft.place))]
    if others:
        return draft.with_(place=others[0] if len(others) == 1 else None, places=others)
    services = [code for code in draft.services if code != draft.service]
    if services:
        return draft.with_(service=None, services=services)
    return draft.with_(changing=True)
