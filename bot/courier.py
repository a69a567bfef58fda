"""The courier: takes what is due from the outbox to the channels, and notes how each delivery ended.

Every row is claimed, brought and noted on its own. What was in flight when the process died is brought again: at most
twice, never not at all.
"""

import asyncio
import logging
from collections.abc import Callable, Collection, Mapping
from contextlib import suppress
from datetime import datetime
from types import TracebackType
from typing import Self

from sqlalchemy.exc import SQLAlchemyError

from bot.channels.channel import Channel
from bot.post.delivery import Delivery
from bot.post.letter import Render
from bot.post.postbag import Postbag
from bot.post.quiet import Quiet
from bot.post.round import Round
from storage.database import Database

_log = logging.getLogger(__name__)

_TIDY_EVERY = 60.0


class Courier:
    """Serves all channels at once, with at most `in_flight` deliveries each.

    `quiet` knows in which hours nobody is written to unasked. `sole` says that no other process takes from this outbox,
    so that whatever is claimed at the start was forgotten.
    """

    def __init__(
        self,
        database: Database,
        channels: Mapping[str, Channel],
        render: Render,
        clock: Callable[[], datetime],
        *,
        quiet: Quiet | None = None,
        sole: bool = True,
        in_flight: int = 20,
    ) -> None:
        self._postbag = Postbag(database, render, clock, quiet)
        delivery = Delivery(database, channels, clock)
        self._rounds = [Round(name, self._postbag, delivery, in_flight) for name in channels]
        self._sole = sole
        self._loop: asyncio.AbstractEventLoop | None = None
        self._tasks: list[asyncio.Task[None]] = []

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        await self.close()

    async def start(self) -> None:
        """Begin to deliver, with what a courier before left unfinished."""
        self._loop = asyncio.get_running_loop()
        if self._sole:
            freed = await asyncio.to_thread(self._postbag.free_all)
        else:
            freed = await asyncio.to_thread(self._postbag.free_forgotten, [])
        if freed:
            _log.warning("%s messages were in flight when a courier stopped; they go out again", freed)
        self._tasks = [asyncio.create_task(round_.serve()) for round_ in self._rounds]
        self._tasks.append(asyncio.create_task(self._tidy()))

    def wake(self, channels: Collection[str] | None = None) -> None:
        """Look into the outbox now, for these channels or for all; may be called from any thread."""
        if self._loop is not None:
            with suppress(RuntimeError):  # the loop is closed, and so is the courier
                self._loop.call_soon_threadsafe(self._ring, channels)

    async def close(self, patience: float = 10) -> None:
        """Stop claiming, finish what is in flight, and put back what does not finish in time."""
        if self._tasks:
            await asyncio.gather(*(round_.close(patience) for round_ in self._rounds))
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        self._tasks = []

    def _ring(self, channels: Collection[str] | None) -> None:
        for round_ in self._rounds:
            if channels is None or round_.channel in channels:
                round_.ring()

    async def _tidy(self) -> None:
        while True:
            await asyncio.sleep(_TIDY_EVERY)
            mine = [id for round_ in self._rounds for id in round_.ids]
            try:
                await asyncio.to_thread(self._postbag.free_forgotten, mine)
            except SQLAlchemyError as error:
                _log.warning("forgotten messages wait a little longer: %s", type(error).__name__)
