"""The arithmetic of promises: holidays, closed hours, nights in which the clock is changed."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backend.city.calendar import Calendar, Holiday, Weekday
from backend.reports import promise
from bot.conversation.turn import House

ZONES = [ZoneInfo("America/New_York"), ZoneInfo("Europe/Paris")]
MINUTE = timedelta(minutes=1)
DAYS: tuple[Weekday, ...] = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
SPANS = [["09:00-17:00"], ["08:30-12:00", "13:30-17:30"], ["00:00-06:00"], ["00:00-23:59"], ["22:15-23:45"]]
CHANGES = [
    (ZONES[0], date(2026, 3, 8), 23),
    (ZONES[0], date(2026, 11, 1), 25),
    (ZONES[1], date(2026, 3, 29), 23),
    (ZONES[1], date(2026, 10, 25), 25),
]
"""Days on which the clock is changed, and how many hours they have."""

zones = st.sampled_from(ZONES)
moments = st.datetimes(datetime(2026, 1, 1), datetime(2026, 12, 31), timezones=st.just(UTC)).map(  # noqa: DTZ001  # the zone is drawn beside it
    lambda moment: moment.replace(second=0, microsecond=0)
)
near_a_change = st.sampled_from([day for _, day, _ in CHANGES]).flatmap(
    lambda day: st.integers(-3000, 3000).map(lambda shift: datetime.combine(day, time(6), UTC) + shift * MINUTE)
)
calendars = st.builds(
    lambda opening, days: Calendar(opening=opening, holidays=[Holiday(name={"en": "x"}, dates=days)]),
    st.dictionaries(st.sampled_from(DAYS), st.sampled_from(SPANS), min_size=1),
    st.lists(st.dates(date(2026, 1, 1), date(2027, 2, 1)), max_size=30, unique=True),
)
filed = moments | near_a_change
hours = st.integers(1, 60).map(lambda count: timedelta(hours=count))


def is_open(calendar: Calendar, zone: ZoneInfo, minute: datetime) -> bool:
    """Whether the wall clock, and nothing else, says that the offices are open in a minute."""
    local = minute.astimezone(zone)
    spans = calendar.opening.get(DAYS[local.weekday()], [])
    if any(local.date() in holiday.dates for holiday in calendar.holidays):
        return False
    return any(span[:5] <= f"{local:%H:%M}" < span[6:] for span in spans)


@given(calendars, zones, filed, st.integers(1, 12).map(lambda count: timedelta(hours=count)))
@settings(max_examples=150, deadline=None)
def test_the_hours_add_up_minute_by_minute(
    calendar: Calendar, zone: ZoneInfo, filed: datetime, hours: timedelta
) -> None:
    """Between filing and promise lie exactly as many open minutes as were promised."""
    due = promise.after_working(calendar, zone, filed, hours)
    minute, counted = filed, timedelta()
    while minute < min(due, filed + timedelta(days=40)):
        counted += MINUTE if is_open(calendar, zone, minute) else timedelta()
        minute += MINUTE
    assert counted == hours or (due > minute and counted < hours)


@given(calendars, zones, filed, hours)
@settings(max_examples=300, deadline=None)
def test_never_on_a_holiday_or_a_closed_hour(
    calendar: Calendar, zone: ZoneInfo, filed: datetime, hours: timedelta
) -> None:
    """The last minute before a promise of working hours is an open one."""
    due = promise.after_working(calendar, zone, filed, hours)
    assert is_open(calendar, zone, due - MINUTE)
    assert due.astimezone(zone).date() not in calendar.closed_dates


@given(calendars, zones, filed, filed, hours, hours)
@settings(max_examples=300, deadline=None)
def test_later_or_longer_is_never_sooner(
    calendar: Calendar, zone: ZoneInfo, one: datetime, other: datetime, short: timedelta, long: timedelta
) -> None:
    """Who files later is not promised earlier, and more hours are later."""
    one, other = sorted((one, other))
    due = promise.after_working(calendar, zone, one, short)
    assert due <= promise.after_working(calendar, zone, other, short)
    assert due < promise.after_working(calendar, zone, one, short + long)
    assert due >= one + short


@given(filed, st.integers(1, 2000))
def test_elapsed_hours_are_exact(boston: House, nantes: House, filed: datetime, count: int) -> None:
    """A promise of so many hours is so many hours, whatever the clock on the wall does."""
    for house in (boston, nantes):
        service = house.city.services[0].model_copy(update={"promise_hours": count, "counts": "hours"})
        assert promise.due(house.city, service, filed) - filed == timedelta(hours=count)


@pytest.mark.parametrize(("zone", "day", "length"), CHANGES, ids=[f"{zone.key}-{day}" for zone, day, _ in CHANGES])
def test_the_night_in_which_the_clock_is_changed(zone: ZoneInfo, day: date, length: int) -> None:
    """A day of 23 or 25 hours has as many open hours when it is open all day."""
    calendar = Calendar(opening={"sunday": ["00:00-23:59"]})
    midnight = datetime.combine(day, time(), zone).astimezone(UTC)
    all_day = timedelta(hours=length) - MINUTE
    assert promise.after_working(calendar, zone, midnight, all_day) == midnight + all_day
    assert promise.after_working(calendar, zone, midnight, all_day + MINUTE).astimezone(zone).date() == day + timedelta(
        days=7
    )


@pytest.mark.parametrize(("zone", "day", "length"), CHANGES, ids=[f"{zone.key}-{day}" for zone, day, _ in CHANGES])
def test_opening_hours_stay_on_the_wall(zone: ZoneInfo, day: date, length: int) -> None:
    """An office that opens at nine opens at nine on both sides of the change, an hour sooner or later by the sun."""
    calendar = Calendar(opening={"saturday": ["09:00-17:00"], "sunday": ["09:00-17:00"]})
    filed = datetime.combine(day - timedelta(days=1), time(16), zone)
    due = promise.after_working(calendar, zone, filed, timedelta(hours=2)).astimezone(zone)
    assert (due.date(), due.time()) == (day, time(10))
    assert (due.astimezone(UTC) - filed.astimezone(UTC)) == timedelta(hours=18 + length - 24)


def local(house: House, *parts: int) -> datetime:
    """A time on a city's wall clock."""
    year, month, day, hour = parts
    return datetime(year, month, day, hour, tzinfo=house.city.zone)


def test_boston_over_thanksgiving(boston: House) -> None:
    """Three working days from a Wednesday noon: Thursday is Thanksgiving."""
    due = promise.due(boston.city, boston.city.general, local(boston, 2026, 11, 25, 12))
    assert due.astimezone(boston.city.zone) == local(boston, 2026, 12, 1, 12)


def test_nantes_over_easter(nantes: House) -> None:
    """Three working days from Good Friday noon, which is no holiday there: Monday is one."""
    due = promise.due(nantes.city, nantes.city.general, local(nantes, 2026, 4, 3, 12))
    assert due.astimezone(nantes.city.zone) == local(nantes, 2026, 4, 9, 12)


def test_a_city_that_never_opens_promises_no_working_hours() -> None:
    """It is refused rather than counted for ever."""
    with pytest.raises(ValueError, match="opening hours"):
        promise.after_working(Calendar(), ZONES[0], datetime(2026, 1, 1, tzinfo=UTC), timedelta(hours=1))


@given(filed, st.integers(0, 30))
def test_a_day_is_over_at_midnight(boston: House, filed: datetime, days: int) -> None:
    """The end of a day is the first moment of another, also in a night in which the clock is changed."""
    zone = boston.city.zone
    over = promise.day_after(filed, zone, days).astimezone(zone)
    assert over.time() == time()
    assert over.date() == filed.astimezone(zone).date() + timedelta(days=days)
