"""The promised date of a report, counted from its filing."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from backend.city.calendar import Calendar
from backend.city.city import City, Service

FURTHEST = timedelta(days=366)
"""How far ahead a new date may be promised."""


def due(city: City, service: Service, filed: datetime) -> datetime:
    """When a report of a service that is filed now is promised to be done."""
    hours = timedelta(hours=service.promise_hours)
    if service.counts == "working_hours":
        return after_working(city.calendar, city.zone, filed, hours)
    # Added in UTC: a promise of 24 hours is 24 hours, also over a night in which the clock is changed.
    return filed.astimezone(UTC) + hours


def after_working(calendar: Calendar, zone: ZoneInfo, filed: datetime, hours: timedelta) -> datetime:
    """When so many open hours (more than none) are over; raises ValueError for a city that never opens."""
    left = hours
    for begin, end in calendar.open_from(filed, zone):
        if left <= end - begin:
            return begin + left
        left -= end - begin
    raise ValueError("working hours need opening hours")


def day_after(moment: datetime, zone: ZoneInfo, days: int = 1) -> datetime:
    """Midnight at which the city's day of a moment is over, or a later one."""
    local = moment.astimezone(zone).date() + timedelta(days=days)
    return datetime(local.year, local.month, local.day, tzinfo=zone).astimezone(UTC)
