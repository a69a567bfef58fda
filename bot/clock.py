"""The clock: one tick that looks in the database for what is due. It keeps nothing in memory that matters."""

import logging
from collections.abc import Callable
from datetime import datetime
from typing import Protocol, Self

from apscheduler.executors.pool import ThreadPoolExecutor
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from sqlalchemy.exc import OperationalError
from sqlmodel import Session

from backend.broadcasts import broadcasts
from backend.proposals import deliberation, proposals
from backend.questions import meetings
from backend.reports import aftercare
from backend.votes import votecounting
from bot import budget, convening
from bot.announcing import announce_questions
from bot.announcing.announce import announce
from bot.conversation.turn import House
from bot.digest import composing, morning, weekly
from bot.digest.entry import Shared
from bot.topics.broadcasts import sending
from bot.topics.desk import approving
from bot.topics.votes import votealarm, voteclose
from storage.database import Database

log = logging.getLogger(__name__)

TICK = 5
"""Seconds between two looks."""


class Duty(Protocol):
    """Something that is due at times; returns how many things were told or looked at."""

    __name__: str

    def __call__(self, session: Session, house: House, now: datetime, /) -> int:
        """Do what is due now."""
        ...


def look(session: Session, house: House, now: datetime) -> int:
    """Do what is due and tell of what nobody has told yet; returns how many things were told or looked at.

    A duty that fails is undone and tried again at the next look; the others are done all the same. Raises
    OperationalError when the database is away.
    """
    return sum(_done(duty, session, house, now) for duty in _DUTIES)


def _done(duty: Duty, session: Session, house: House, now: datetime) -> int:
    try:
        with session.begin_nested():
            return duty(session, house, now)
    except OperationalError:
        raise
    except Exception:
        log.exception("the clock could not do %s; the next tick tries again", duty.__name__)
        return 0


def _turn_votes(session: Session, _house: House, now: datetime) -> int:
    voteclose.turn(session, now)
    return 0


def _watch_votes(session: Session, house: House, now: datetime) -> int:
    return votealarm.watch(session, house.city, now)


def _remind(session: Session, house: House, now: datetime) -> int:
    """What people have not asked for waits for the hours in which the city tells it."""
    city = house.city
    if city.calendar.tells_at(now, city.zone):
        aftercare.notice_slips(session, city, now)
        aftercare.settle_uncontested(session, now)
        proposals.expire(session, now)
        deliberation.remind(session, city, now)
        announce_questions.remind(session, city, now)
    return 0


def _keep_time(session: Session, house: House, now: datetime) -> int:
    meetings.keep_time(session, now)
    approving.end_late(session, house.city, now)
    return 0


def _send_to_many(session: Session, house: House, now: datetime) -> int:
    broadcasts.align(session, now)
    broadcasts.finish(session, now)
    session.flush()
    return convening.turn_pages(session, house, now) + sending.refresh(session, now)


def _watch_budget(session: Session, house: House, now: datetime) -> int:
    return budget.watch(session, house.city, now)


def _sum_up(session: Session, house: House, now: datetime) -> int:
    told = morning.tell(session, house.city, now) + weekly.tell(session, house, now)
    return composing.issue(session, house.city, now) + told


def _announce(session: Session, house: House, now: datetime) -> int:
    return announce(session, house.city, now)


_DUTIES: tuple[Duty, ...] = (
    *(_turn_votes, _watch_votes, _remind, _keep_time),
    *(_send_to_many, _watch_budget, _sum_up, _announce),
)
"""In this order: what is announced last is what the others have caused."""


class Clock:
    """Ticks on the event loop, works in a thread."""

    def __init__(
        self, database: Database, house: House, now: Callable[[], datetime], after_tick: Callable[[], None]
    ) -> None:
        self._database = database
        self._house = house
        self._now = now
        self._after_tick = after_tick
        self._scheduler = AsyncIOScheduler(timezone="UTC", executors={"default": ThreadPoolExecutor(1)})

    def __enter__(self) -> Self:
        # A late tick is made up for once, however many were missed.
        self._scheduler.add_job(
            self.tick, "interval", seconds=TICK, coalesce=True, max_instances=1, misfire_grace_time=None
        )
        self._scheduler.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._scheduler.shutdown(wait=True)

    def tick(self) -> None:
        """One look; also at steps that came from the terminal or another process."""
        try:
            with self._database.transaction() as session:
                told = look(session, self._house, self._now())
        except Exception:
            log.exception("a tick failed; the next one tries again")
            return
        if self._sum_up() or told:
            self._after_tick()
        self._count_votes()

    def _count_votes(self) -> None:
        """Count what has closed, in no transaction; the next tick tells of it."""
        try:
            votecounting.count_due(self._database, now=self._now())
        except Exception:
            log.exception("a vote could not be counted; the next tick tries again")

    def _sum_up(self) -> int:
        """Issue all the summaries that are due, some people at a time, so that the desk is never kept waiting long."""
        shared, looked = Shared(), 0
        try:
            while more := self._sum_up_some(shared):
                looked += more
        except Exception:
            log.exception("summaries could not be issued; the next tick tries again")
        return looked

    def _sum_up_some(self, shared: Shared) -> int:
        with self._database.transaction() as session:
            return composing.issue(session, self._house.city, self._now(), shared)
