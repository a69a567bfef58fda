"""Wall clocks and calendars, read off half hour by half hour: nothing here knows how the city reckons.

What `backend/digests/schedules.py` computes is looked up here in a table of every half hour of the year, so that a
mistake of the one is not repeated by the other.
"""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from functools import cached_property
from zoneinfo import ZoneInfo

from bot.simulation.people import Person
from storage.digests import Frequency

STEP = timedelta(minutes=30)
"""Every zone that is simulated differs from UTC by whole half hours."""


class WallClock:
    """What a clock in a zone shows at every half hour from `begin` to `end`."""

    def __init__(self, zone: str, begin: datetime, end: datetime) -> None:
        self._begin = begin
        count = round((end - begin) / STEP) + 1
        self._shown = [
            (begin + STEP * number).astimezone(ZoneInfo(zone)).replace(tzinfo=None) for number in range(count)
        ]

    @cached_property
    def _beginnings(self) -> Mapping[tuple[date, int], datetime]:
        """The first moment of each day at which an hour, or a later one, is shown."""
        found: dict[tuple[date, int], datetime] = {}
        for number, shown in enumerate(self._shown):
            for hour in range(shown.hour + 1):
                found.setdefault((shown.date(), hour), self._begin + STEP * number)
        return found

    def due(self, person: Person) -> list[datetime]:
        """All moments at which somebody's summaries are due, later than the beginning."""
        days = sorted({shown.date() for shown in self._shown})
        moments = ((day, self._beginnings.get((day, person.hour))) for day in days if _is_day(person, day))
        return [moment for _, moment in moments if moment is not None and moment > self._begin]

    def day(self, moment: datetime) -> str:
        """The day that it shows at a half hour, as in ISO 8601."""
        return self._shown[round((moment - self._begin) / STEP)].date().isoformat()

    def awake(self, moment: datetime, telling: tuple[time, time], quiet: tuple[int, int] | None) -> bool:
        """Whether somebody may be written to; the clock is read at the last half hour and goes on from there."""
        number = (moment - self._begin) // STEP
        shown = (self._shown[number] + (moment - self._begin - STEP * number)).time()
        if not telling[0] <= shown < telling[1]:
            return False
        if quiet is None:
            return True
        hours = range(quiet[0], quiet[1] if quiet[0] < quiet[1] else quiet[1] + 24)
        return shown.hour not in hours and shown.hour + 24 not in hours


def _is_day(person: Person, day: date) -> bool:
    match person.frequency:
        case Frequency.NEVER:
            return False
        case Frequency.WEEKLY:
            return day.weekday() == person.weekday
        case Frequency.MONTHLY:
            is_last = (day + timedelta(days=1)).month != day.month
            return day.day == person.monthday or (is_last and day.day < person.monthday)
        case _:
            return True


class Looks:
    """The moments at which a clock looked, and the next at which somebody could be written to."""

    def __init__(self, looks: Iterable[datetime]) -> None:
        self._looks = sorted(looks)
        self._awake: dict[object, Sequence[datetime | None]] = {}

    def next(
        self, due: datetime, clock: WallClock, telling: tuple[time, time], quiet: tuple[int, int] | None
    ) -> datetime | None:
        """The first look from a moment on at which somebody with these hours is awake."""
        known = (clock, quiet)
        if known not in self._awake:
            following: datetime | None = None
            found = []
            for look in reversed(self._looks):
                following = look if clock.awake(look, telling, quiet) else following
                found.append(following)
            self._awake[known] = found[::-1]
        place = bisect_left(self._looks, due)
        return self._awake[known][place] if place < len(self._looks) else None
