"""The clock: one tick that looks in the database for what is due. It keeps nothing in memory that matters."""

import logging
from collections.abc import Callable
from datetime import datetime
from typing import Self

from apscheduler.executors.pool import ThreadPoolExecutor
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from sqlmodel import Session

from backend import aftercare, broadcasts, deliberation, meetings, proposals, votes
from bot import announce_questions, budget, convening
from bot.announce import announce
from bot.conversation.turn import House
from bot.digest import composing, morning
from bot.digest.entry import Shared
from bot.topics import approving, sending, voteforget
from storage.database import Database

log = logging.getLogger(__name__)

TICK = 5
"""Seconds between two looks."""


def look(session: Session, house: House, now: datetime) -> int:
    """Do what is due and tell of what nobody has told yet; returns how many things were told or looked at.

    What people have not asked for waits for the hours in which the city tells it.
    """
    city = house.city
    voteforget.forget(session, votes.turn_phases(session, now=now))
    if city.calendar.tells_at(now, city.zone):
        aftercare.notice_slips(session, city, now)
        aftercare.settle_uncontested(session, now)
        proposals.expire(session, now)
        deliberation.remind(session, city, now)
        announce_questions.remind(session, city, now)
        session.flush()
    meetings.keep_time(session, now)
    approving.end_late(session, city, now)
    broadcasts.align(session, now)
    broadcasts.finish(session, now)
    session.flush()
    told = convening.turn_pages(session, city, house.texts, now)
    told += sending.refresh(session, now) + budget.watch(session, city, now)
    told += composing.issue(session, city, now) + morning.tell(session, city, now)
    return told + announce(session, city, now)


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
