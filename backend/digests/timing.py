"""Timing: when somebody's summaries come, by what they chose and by the hours in which they may be written to."""

from dataclasses import dataclass
from datetime import datetime, time
from functools import lru_cache
from typing import Protocol
from zoneinfo import ZoneInfo

from backend.city.calendar import span
from backend.city.city import City
from backend.digests.schedules import Schedule, Waking
from storage.digests import DigestPreference, Frequency

_KNOWN = 4096
"""Different timings that are remembered: many people choose the same."""


class Chosen(Protocol):
    """What somebody chose, as a whole row of `DigestPreference` or a part of it."""

    @property
    def frequency(self) -> Frequency: ...  # noqa: D102 - the columns of DigestPreference say what each is
    @property
    def hour(self) -> int: ...  # noqa: D102
    @property
    def weekday(self) -> int: ...  # noqa: D102
    @property
    def monthday(self) -> int: ...  # noqa: D102
    @property
    def zone(self) -> str | None: ...  # noqa: D102
    @property
    def quiet_from(self) -> int | None: ...  # noqa: D102
    @property
    def quiet_until(self) -> int | None: ...  # noqa: D102


@dataclass(frozen=True)
class Timing:
    """When summaries are due, and when they may go out."""

    schedule: Schedule
    waking: Waking

    def after(self, moment: datetime) -> tuple[datetime | None, datetime | None]:
        """When the next one is due later than a moment, and when it is issued; None for never."""
        return _after(self, moment)


@lru_cache(_KNOWN)
def _after(timing: Timing, moment: datetime) -> tuple[datetime | None, datetime | None]:
    due = timing.schedule.next_after(moment)
    return due, due and timing.waking.next(due)


def of(city: City, chosen: Chosen) -> Timing:
    """The timing of what somebody chose: the city's hours on their own wall clock, without their own quiet ones."""
    zone = ZoneInfo(chosen.zone) if chosen.zone else city.zone
    when = (chosen.frequency, chosen.hour, chosen.weekday, chosen.monthday)
    return _timing(zone, city.calendar.telling, when, (chosen.quiet_from, chosen.quiet_until))


@lru_cache(_KNOWN)
def _timing(
    zone: ZoneInfo, telling: str, when: tuple[Frequency, int, int, int], quiet: tuple[int | None, int | None]
) -> Timing:
    frequency, hour, weekday, monthday = when
    schedule = Schedule(frequency=frequency, zone=zone, hour=hour, weekday=weekday, monthday=monthday)
    hours: tuple[time, time] = span(telling)
    own = (quiet[0], quiet[1]) if quiet[0] is not None and quiet[1] is not None else None
    return Timing(schedule, Waking(zone, hours, own))


def plan(city: City, preference: DigestPreference, now: datetime) -> None:
    """Set when somebody's next summary comes, anew: what was due before `now` is not made up for."""
    preference.due_at, preference.next_at = of(city, preference).after(now)
