"""The city's calendar: when its offices are open, and its holidays."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import cached_property
from typing import Annotated, Literal
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, BaseModel, ConfigDict

Weekday = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
_WEEKDAYS: tuple[Weekday, ...] = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SPAN = re.compile(r"([01]\d|2[0-3]):([0-5]\d)-([01]\d|2[0-3]):([0-5]\d)")


def _a_span(value: str) -> str:
    if not _SPAN.fullmatch(value) or span(value)[0] >= span(value)[1]:
        raise ValueError(f"{value!r} is not a span of hours like 09:00-17:00")
    return value


def span(hours: str) -> tuple[time, time]:
    """Hours such as `09:00-17:00` as two times on the wall clock."""
    first, _, last = hours.partition("-")
    return time.fromisoformat(first), time.fromisoformat(last)


Span = Annotated[str, AfterValidator(_a_span)]


class Holiday(BaseModel):
    """A day on which the offices are closed, with its dates of the years to come."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: dict[str, str]
    dates: list[date]


class Calendar(BaseModel):
    """Opening hours by weekday, on the wall clock of the city; a day that is not named is no working day.

    `telling` are the hours in which the clock tells people what they have not asked for.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    opening: dict[Weekday, list[Span]] = {}
    holidays: list[Holiday] = []
    telling: Span = "09:00-20:00"

    @cached_property
    def closed_dates(self) -> frozenset[date]:
        """All dates that are holidays."""
        return frozenset(day for holiday in self.holidays for day in holiday.dates)

    def spans(self, day: date) -> list[tuple[time, time]]:
        """When the offices are open on a day, in order; empty on a holiday and on a day without opening hours."""
        if day in self.closed_dates:
            return []
        return sorted(span(hours) for hours in self.opening.get(_WEEKDAYS[day.weekday()], []))

    def open_from(self, moment: datetime, zone: ZoneInfo) -> Iterator[tuple[datetime, datetime]]:
        """The stretches of open time from a moment on, without end, in UTC; nothing when it never opens."""
        if not any(self.opening.values()):
            return
        day = moment.astimezone(zone).date()
        while True:
            for opens, closes in self.spans(day):
                # An hour that the clock shows twice is open both times: first opening, last closing.
                begin = datetime.combine(day, opens, zone).astimezone(UTC)
                end = datetime.combine(day, closes.replace(fold=1), zone).astimezone(UTC)
                if end > moment:
                    yield max(begin, moment.astimezone(UTC)), end
            day += timedelta(days=1)

    def tells_at(self, moment: datetime, zone: ZoneInfo) -> bool:
        """Whether people may be told now what they have not asked for."""
        first, last = span(self.telling)
        return first <= moment.astimezone(zone).time() < last

    def next_telling(self, moment: datetime, zone: ZoneInfo) -> datetime:
        """This moment, or the next one at which people may be told what they have not asked for; in UTC."""
        if self.tells_at(moment, zone):
            return moment
        local = moment.astimezone(zone)
        first, _ = span(self.telling)
        day = local.date() if local.time() < first else local.date() + timedelta(days=1)
        return datetime.combine(day, first, zone).astimezone(UTC)

    def end_of(self, day: date, zone: ZoneInfo) -> datetime:
        """When a day ends for whoever waits: the last closing, or the end of the day when nothing is open."""
        spans = self.spans(day)
        return datetime.combine(day, spans[-1][1] if spans else time(23, 59), zone).astimezone(UTC)
