"""Schedules: when a summary is due, on somebody's own wall clock."""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import count
from zoneinfo import ZoneInfo

from storage.digests import Frequency

_DAY = timedelta(days=1)


@dataclass(frozen=True, kw_only=True)
class Schedule:
    """How often and when, on the wall clock of `zone`: `weekday` from Monday, 0, `monthday` from 1.

    A month without that day ends earlier: the 31st is the 30th in April, the 28th or 29th in February.
    """

    frequency: Frequency
    zone: ZoneInfo
    hour: int = 18
    weekday: int = 4
    monthday: int = 1

    def next_after(self, moment: datetime) -> datetime | None:
        """The first time that is due later than a moment, in UTC; None for never."""
        if self.frequency is Frequency.NEVER:
            return None
        # The day before, because a day that a zone skips ends up on the next one.
        first = moment.astimezone(self.zone).date() - _DAY
        return next(due for due in map(self._moment, self._days(first)) if due > moment)

    def period(self, due: datetime) -> str:
        """The day of a due time, on this schedule's own calendar, as in ISO 8601."""
        return due.astimezone(self.zone).date().isoformat()

    def _days(self, first: date) -> Iterator[date]:
        match self.frequency:
            case Frequency.MONTHLY:
                return (_day_of_month(first.year, month, self.monthday) for month in count(first.month))
            case Frequency.WEEKLY:
                ahead = (self.weekday - first.weekday()) % 7
                return (first + timedelta(days=number) for number in count(ahead, 7))
            case _:
                return (first + timedelta(days=number) for number in count())

    def _moment(self, day: date) -> datetime:
        # An hour that the clock shows twice counts the first time; one that it skips is when it has skipped it.
        return datetime.combine(day, time(self.hour), self.zone).astimezone(UTC)


def _day_of_month(year: int, month: int, day: int) -> date:
    """A day of a month counted on from January of a year, 1; the month's last day where it has fewer."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return date(year, month, min(day, monthrange(year, month)[1]))


@dataclass(frozen=True)
class Waking:
    """The hours in which somebody may be written to, on the wall clock of `zone`.

    `telling` are the city's; `quiet` their own hours (from, until) of silence, which may lie over midnight, such as
    (21, 7).
    """

    zone: ZoneInfo
    telling: tuple[time, time]
    quiet: tuple[int, int] | None = None

    @property
    def exists(self) -> bool:
        """Whether there is any such hour at all."""
        return any(self._allows(one) for one in self._beginnings())

    def at(self, moment: datetime) -> bool:
        """Whether somebody may be written to now."""
        return self._allows(moment.astimezone(self.zone).time())

    def next(self, moment: datetime) -> datetime:
        """This moment, or the next one at which somebody may be written to, in UTC; raises ValueError when none is."""
        if self.at(moment):
            return moment
        if not self.exists:
            raise ValueError("the city's quiet hours and one's own leave no hour")
        today = moment.astimezone(self.zone).date()
        days = (today + timedelta(days=number) for number in count(-1))
        starts = (datetime.combine(day, at, self.zone).astimezone(UTC) for day in days for at in self._beginnings())
        return next(start for start in starts if start > moment and self.at(start))

    def _beginnings(self) -> list[time]:
        """When it may become allowed: as the city begins to tell, and as one's own silence ends."""
        return sorted({self.telling[0], *([time(self.quiet[1] % 24)] if self.quiet else [])})

    def _allows(self, clock: time) -> bool:
        first, last = self.telling
        return first <= clock < last and not self._is_silent(clock)

    def _is_silent(self, clock: time) -> bool:
        if self.quiet is None:
            return False
        start, end = self.quiet
        return start <= clock.hour < end if start <= end else clock.hour >= start or clock.hour < end
