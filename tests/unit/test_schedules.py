"""When summaries are due: every setting, in every zone, over every clock change."""

from datetime import UTC, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as some

from backend.digests.schedules import Schedule, Waking
from storage.digests import Frequency

BOSTON, NANTES, LORD_HOWE = ZoneInfo("America/New_York"), ZoneInfo("Europe/Paris"), ZoneInfo("Australia/Lord_Howe")
zones = some.sampled_from(
    ["America/New_York", "Europe/Paris", "Australia/Lord_Howe", "Asia/Kolkata", "Africa/Cairo", "Pacific/Apia", "UTC"]
).map(ZoneInfo)
moments = some.datetimes(datetime(2010, 1, 1), datetime(2040, 1, 1), timezones=some.just(UTC))  # noqa: DTZ001
schedules = some.builds(
    Schedule,
    frequency=some.sampled_from([one for one in Frequency if one is not Frequency.NEVER]),
    zone=zones,
    hour=some.integers(0, 23),
    weekday=some.integers(0, 6),
    monthday=some.integers(1, 31),
)
wakings = some.builds(
    Waking,
    zones,
    some.tuples(some.integers(5, 11).map(time), some.integers(12, 23).map(time)),
    some.none() | some.tuples(some.integers(0, 23), some.integers(0, 23)),
)


def dues(schedule: Schedule, moment: datetime, number: int) -> list[datetime]:
    """The next so many due times, each counted from the one before."""
    found: list[datetime] = []
    for _ in range(number):
        following = schedule.next_after(found[-1] if found else moment)
        assert following is not None
        found.append(following)
    return found


@given(schedules, moments)
def test_each_period_comes_once_and_none_is_left_out(schedule: Schedule, moment: datetime) -> None:
    """Due times go up, one a day, a week or a month, and no two are of one day."""
    found = dues(schedule, moment, 15)
    assert found[0] > moment
    assert len({schedule.period(due) for due in found}) == len(found)
    longest = {Frequency.WEEKLY: 7, Frequency.MONTHLY: 31}.get(schedule.frequency, 1)
    # Samoa went without a day, and clocks without an hour.
    slack = timedelta(hours=2) + (timedelta(days=1) if schedule.zone.key == "Pacific/Apia" else timedelta())
    assert all(timedelta() < later - earlier <= timedelta(days=longest) + slack for earlier, later in pairwise(found))


@given(schedules, moments, some.floats(0, 1))
def test_it_does_not_matter_when_one_asks(schedule: Schedule, moment: datetime, share: float) -> None:
    """From any moment before a due time, it is the next one: restarts and late clocks change nothing."""
    first, second = dues(schedule, moment, 2)
    between = first + (second - first) * share
    assert schedule.next_after(between) == (second if between < second else dues(schedule, second, 1)[0])


@given(schedules, moments)
def test_it_is_due_when_the_wall_clock_says_so(schedule: Schedule, moment: datetime) -> None:
    """The chosen hour, unless that clock skipped it; the chosen weekday; the chosen day or the month's last."""
    (due,) = dues(schedule, moment, 1)
    local = due.astimezone(schedule.zone)
    if local.hour == schedule.hour and schedule.frequency is Frequency.WEEKLY:
        assert local.weekday() == schedule.weekday or schedule.zone.key == "Pacific/Apia"
    if local.hour != schedule.hour or local.minute:
        before = (due - timedelta(minutes=1)).astimezone(schedule.zone)
        assert before.utcoffset() != local.utcoffset()
    if schedule.frequency is Frequency.MONTHLY and local.day != schedule.monthday:
        assert (local + timedelta(days=1)).day == 1 or schedule.zone.key == "Pacific/Apia"


@pytest.mark.parametrize(
    ("schedule", "after", "expected"),
    [
        pytest.param(
            Schedule(frequency=Frequency.DAILY, zone=BOSTON, hour=2),
            "2026-03-07T12:00-05:00", "2026-03-08T03:00-04:00", id="the hour that spring skips",
        ),
        pytest.param(
            Schedule(frequency=Frequency.DAILY, zone=BOSTON, hour=1),
            "2026-10-31T12:00-04:00", "2026-11-01T01:00-04:00", id="the hour that autumn has twice",
        ),
        pytest.param(
            Schedule(frequency=Frequency.DAILY, zone=BOSTON, hour=1),
            "2026-11-01T01:00-04:00", "2026-11-02T01:00-05:00", id="and not again an hour later",
        ),
        pytest.param(
            Schedule(frequency=Frequency.DAILY, zone=LORD_HOWE, hour=2),
            "2026-10-03T12:00+10:30", "2026-10-04T02:30+11:00", id="an island that skips half an hour",
        ),
        pytest.param(
            Schedule(frequency=Frequency.WEEKLY, zone=NANTES, hour=18, weekday=4),
            "2026-03-27T18:00+01:00", "2026-04-03T18:00+02:00", id="a week with a change",
        ),
        pytest.param(
            Schedule(frequency=Frequency.MONTHLY, zone=NANTES, hour=9, monthday=31),
            "2026-03-31T09:00+02:00", "2026-04-30T09:00+02:00", id="a month without its 31st",
        ),
        pytest.param(
            Schedule(frequency=Frequency.MONTHLY, zone=NANTES, hour=9, monthday=29),
            "2026-02-01T09:00+01:00", "2026-02-28T09:00+01:00", id="February",
        ),
        pytest.param(
            Schedule(frequency=Frequency.MONTHLY, zone=NANTES, hour=9, monthday=31),
            "2028-02-01T09:00+01:00", "2028-02-29T09:00+01:00", id="a leap year's February",
        ),
        pytest.param(
            Schedule(frequency=Frequency.MONTHLY, zone=NANTES, hour=9, monthday=1),
            "2026-12-01T09:00+01:00", "2027-01-01T09:00+01:00", id="over the year's end",
        ),
    ],
)  # fmt: skip
def test_known_days(schedule: Schedule, after: str, expected: str) -> None:
    """The days on which calendars are odd."""
    assert schedule.next_after(datetime.fromisoformat(after)) == datetime.fromisoformat(expected)


def test_never_is_never() -> None:
    """Who wants no summary has no time for it."""
    assert Schedule(frequency=Frequency.NEVER, zone=BOSTON).next_after(datetime(2026, 3, 2, tzinfo=UTC)) is None


@given(wakings, moments)
def test_the_next_waking_moment_is_the_first(waking: Waking, moment: datetime) -> None:
    """It is allowed, it is not before, and no half hour between is allowed; where none is, that is said."""
    if not waking.exists:
        with pytest.raises(ValueError, match="no hour"):
            waking.next(moment)
        return
    found = waking.next(moment)
    assert found >= moment
    assert waking.at(found)
    probe = moment
    while probe < found:
        assert not waking.at(probe)
        probe += timedelta(minutes=30)


def test_silence_over_midnight() -> None:
    """Quiet from 21 to 10 is quiet at night and until ten."""
    waking = Waking(BOSTON, (time(9), time(20)), (21, 10))
    night = datetime.fromisoformat("2026-03-02T23:30-05:00")
    assert waking.next(night) == datetime.fromisoformat("2026-03-03T10:00-05:00")
