"""Lateness: telling of a promise that slipped, and giving a new date."""

import re
from datetime import date, datetime, timedelta

from backend.city.city import City
from backend.errors import UnusableDate
from bot.conversation.ask import Accepts, Question
from bot.conversation.reply import Moment, Named, Text, text
from bot.conversation.turn import Turn
from storage.requests import ServiceRequest, ServiceRequestUpdate, Substatus

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_SPELL = re.compile(r"(?P<count>\d{1,3})\s*(?P<unit>\w*)")


def notice(city: City, request: ServiceRequest, update: ServiceRequestUpdate) -> Question:
    """What the reporter is told when the promised day is over."""
    waits = request.substatus is Substatus.WAITING
    told = text(
        "notice-late-waiting" if waits else "notice-late",
        number=str(request.id),
        service=Named(names=city.service(request.service_code).name),
        department=Named(names=city.department(request.department).name),
        due=_due(update),
    )
    return Question(paragraphs=[told])


def new_date(update: ServiceRequestUpdate) -> Text:
    """A new date in the history of a report."""
    return text("history-rescheduled", due=_due(update))


def which_date(number: int, *, again: bool = False) -> Question:
    """The question for a new date, once more when the first answer was none."""
    asked = text(UnusableDate.message_id) if again else text("staff-new-date", number=str(number))
    return Question(paragraphs=[asked], accepts=frozenset({Accepts.DICTATION}))


def date_in(turn: Turn, words: str) -> datetime:
    """When the day that staff wrote ends: an ISO date, or a number of days or weeks; raises UnusableDate."""
    return turn.city.calendar.end_of(_day(turn, words.strip().casefold()), turn.city.zone)


def _day(turn: Turn, words: str) -> date:
    if _DATE.fullmatch(words):
        try:
            return date.fromisoformat(words)
        except ValueError:
            raise UnusableDate from None
    spell = _SPELL.fullmatch(words)
    if spell is None:
        raise UnusableDate
    today = turn.now.astimezone(turn.city.zone).date()
    return today + timedelta(days=int(spell["count"]) * _days_in(turn, spell["unit"]))


def _days_in(turn: Turn, unit: str) -> int:
    # How a language calls days and weeks stands with its words, as its way to write a date does.
    for id, days in (("unit-days", 1), ("unit-weeks", 7)):
        names = {name for language in turn.city.languages for name in _names(turn, id, language)}
        if unit in names or (not unit and days == 1):
            return days
    raise UnusableDate


def _names(turn: Turn, id: str, language: str) -> list[str]:
    return turn.house.texts.render(Text(id=id), language).split()


def _due(update: ServiceRequestUpdate) -> Moment:
    return Moment(at=datetime.fromisoformat(update.details["due"]))
