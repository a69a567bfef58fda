"""What is wrong with a city's calendar, a plain sentence a fault."""

from collections.abc import Iterator
from itertools import pairwise

from backend.city.calendar import Calendar, span
from backend.city.city import City

_OWNER = "city.toml: calendar"


def faults_of_calendar(city: City) -> Iterator[str]:
    """Hours that overlap, dates that stand twice, names that lack a language, services that nobody is open for."""
    yield from _of_opening(city.calendar)
    yield from _of_dates(city.calendar)
    yield from _of_names(city)
    if not any(city.calendar.opening.values()):
        for service in city.services:
            if service.counts == "working_hours":
                yield f"services.toml: service {service.code!r} counts working hours, but {_OWNER} has no opening hours"


def _of_opening(calendar: Calendar) -> Iterator[str]:
    for day, hours in calendar.opening.items():
        spans = sorted(span(part) for part in hours)
        if any(later[0] < earlier[1] for earlier, later in pairwise(spans)):
            yield f"{_OWNER}: the opening hours of {day} overlap"


def _of_dates(calendar: Calendar) -> Iterator[str]:
    dates = [date for holiday in calendar.holidays for date in holiday.dates]
    for date in sorted({date for date in dates if dates.count(date) > 1}):
        yield f"{_OWNER}: the holiday {date.isoformat()} stands {dates.count(date)} times"


def _of_names(city: City) -> Iterator[str]:
    for holiday in city.calendar.holidays:
        name = next(iter(holiday.name.values()), "")
        if not holiday.dates:
            yield f"{_OWNER}: holiday {name!r} has no dates"
        for language in city.languages:
            if not holiday.name.get(language, "").strip():
                yield f"{_OWNER}: holiday {name!r} has no text in {language!r}"
