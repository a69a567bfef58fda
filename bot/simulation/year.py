"""A year of summaries in minutes: people with every setting, clocks that stop and start, and what went wrong."""

import random
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta

from sqlmodel import Session

from backend.city.calendar import span
from backend.city.city import City
from bot.digest import composing
from bot.digest.entry import Shared
from bot.simulation import account, people
from bot.simulation.account import Account, Rules
from bot.simulation.life import Diary, live
from bot.simulation.wallclock import STEP, Looks, WallClock
from storage.database import Database

BEGIN = datetime(2026, 1, 1, tzinfo=UTC)
_BUDGET = 3
"""Messages a week that nobody asked for: fewer than a city allows, so that the limit is met."""
_AT_ONCE = 50
"""People in one transaction: fewer than a city takes, so that a crash falls between two of them too."""
_DAY = timedelta(days=1)
_HOUR = timedelta(hours=1)


def run(
    database: Database, city: City, *, folk: int, days: int, seed: int, passed: Callable[[int], None],
    begin: datetime = BEGIN,
) -> Account:  # fmt: skip
    """Simulate so many people over so many days; `passed` is told of every day that is over."""
    chance = random.Random(seed)
    diary = Diary(random.Random(chance.random()))
    city = city.model_copy(update={"limits": city.limits.model_copy(update={"unasked_a_week": _BUDGET})})
    everybody = people.invented(city, folk, chance)
    with database.transaction() as session:
        people.settle(session, city, everybody, begin)
    looks: list[datetime] = []
    for day in range(days):
        today = begin + timedelta(days=day)
        with database.transaction() as session:
            live(session, city, everybody, today, diary)
        for look in _looks(today, chance, looks[-1] if looks else begin):
            looks.append(look)
            _tick(database, city, look, chance)
        passed(1)
    end = begin + timedelta(days=days)
    _tick(database, city, end, chance)
    # A day more: what is issued at the very end goes out within the hour after it.
    clocks = {zone: WallClock(zone, begin, end + _DAY) for zone in people.ZONES}
    rules = Rules(begin, clocks, Looks([*looks, end]), span(city.calendar.telling), _BUDGET)
    with database.transaction() as session:
        return account.drawn_up(session, everybody, diary, rules)


def _looks(day: datetime, chance: random.Random, last: datetime) -> Iterator[datetime]:
    """When a clock looks on a day: every half hour, but for the times it is down, up to three days."""
    down_until = last + timedelta(hours=chance.choice([6, 20, 40, 72])) if chance.random() < 0.04 else last
    for number in range(round(_DAY / STEP)):
        moment = day + number * STEP
        if moment > down_until and moment > last:
            yield moment


def _tick(database: Database, city: City, now: datetime, chance: random.Random) -> None:
    """One look; now and then it dies before it commits, a second clock looks too, or one goes wrong by hours."""
    if chance.random() < 0.02:
        with Session(database.engine) as session:
            composing.issue(session, city, now, Shared(), _AT_ONCE)
            session.rollback()
    clocks = [now, now] if chance.random() < 0.1 else [now]
    if chance.random() < 0.01:
        clocks.append(now - chance.randint(1, 30) * _HOUR)
    shared = Shared()
    dies = chance.random() < 0.02
    for clock in clocks:
        while _issued(database, city, clock, shared):
            if dies:
                shared, dies = Shared(), False


def _issued(database: Database, city: City, now: datetime, shared: Shared) -> int:
    with database.transaction() as session:
        return composing.issue(session, city, now, shared, _AT_ONCE)
