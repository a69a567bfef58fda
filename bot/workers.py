"""Workers: they keep the desk at work, in threads, for as long as messages come."""

import asyncio
import contextlib
import logging
from typing import Self

from sqlalchemy.exc import SQLAlchemyError

from bot.desk import Desk

log = logging.getLogger(__name__)

_LOOK_AGAIN = 0.5
"""Seconds after which the inbox is looked into even when nobody rang: other processes put messages there too."""
_DATABASE_AWAY = 2.0


class Workers:
    """`count` workers at one desk; SQLite is served by one, PostgreSQL by several."""

    def __init__(self, desk: Desk, count: int) -> None:
        self._desk = desk
        self._count = count
        self._bell = asyncio.Event()
        self._closing = False
        self._tasks: list[asyncio.Task[None]] = []

    async def __aenter__(self) -> Self:
        self._tasks = [asyncio.create_task(self._work()) for _ in range(self._count)]
        return self

    async def __aexit__(self, *_: object) -> None:
        """Finish the turns that have begun, and begin no more."""
        self._closing = True
        self._bell.set()
        await asyncio.gather(*self._tasks)

    def wake(self) -> None:
        """Something has come in; to be called on the event loop."""
        self._bell.set()

    async def _work(self) -> None:
        while not self._closing:
            self._bell.clear()
            try:
                worked = await asyncio.to_thread(self._desk.turn)
            except SQLAlchemyError:
                log.exception("the database is away; messages wait")
                await asyncio.sleep(_DATABASE_AWAY)
                continue
            if not worked:
                await self._rest()

    async def _rest(self) -> None:
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._bell.wait(), _LOOK_AGAIN)
