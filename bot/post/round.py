"""A channel's round: what is due for it goes out, a bounded number at a time."""

import asyncio
import logging
from collections.abc import Sequence
from contextlib import suppress
from itertools import count

from sqlalchemy.exc import SQLAlchemyError

from bot.channels.backoff import pause
from bot.channels.trace import frames
from bot.post.delivery import Delivery
from bot.post.letter import Letter
from bot.post.outcome import Outcome, report
from bot.post.postbag import Postbag
from bot.together import Together
from storage.mail import TO_MANY, Outbox

_log = logging.getLogger(__name__)

_LOOK_EVERY = 0.5

_BULK_SHARE = 2
"""Of what is in flight, broadcasts take at most one in so many: whoever writes to the city now waits behind few."""


class Round:
    """Claims for one channel and delivers, each row on its own."""

    def __init__(self, channel: str, postbag: Postbag, delivery: Delivery, most: int) -> None:
        self.channel = channel
        self._postbag = postbag
        self._delivery = delivery
        self._note = Together[tuple[Outbox, Outcome], None](postbag.note)
        self._most = most
        self._bell = asyncio.Event()
        self._in_flight: dict[asyncio.Task[None], Outbox] = {}
        self._closing = False
        self._served = asyncio.Event()

    @property
    def ids(self) -> Sequence[int]:
        """The rows that are in flight."""
        return [row.id for row in self._in_flight.values()]

    def ring(self) -> None:
        """Look into the outbox now."""
        self._bell.set()

    async def serve(self) -> None:
        """Deliver until closed."""
        failures = 0
        while not self._closing:
            self._bell.clear()
            try:
                await self._claim()
                failures = 0
            except Exception as error:  # noqa: BLE001 - without this loop nobody hears from the city any more
                failures += 1
                _log.error("outbox of %s: %s\n%s", self.channel, type(error).__name__, frames(error))
                await asyncio.sleep(pause(failures, first=0.2, longest=10))
            await self._rest()
        self._served.set()

    async def close(self, patience: float) -> None:
        """Claim no more, let what is in flight finish, and put back what does not finish in time."""
        self._closing = True
        self.ring()
        await self._served.wait()
        if not self._in_flight:
            return
        _, late = await asyncio.wait(set(self._in_flight), timeout=patience)
        ids = [self._in_flight[task].id for task in late]
        for task in late:
            task.cancel()
        await asyncio.gather(*late, return_exceptions=True)
        if ids:
            _log.warning("outbox %s put back unfinished", ids)
            await asyncio.to_thread(self._postbag.put_back, ids)

    async def _claim(self) -> None:
        if (room := self._most - len(self._in_flight)) <= 0:
            return
        underway = sum(1 for row in self._in_flight.values() if row.priority in TO_MANY)
        bulk = max(self._most // _BULK_SHARE - underway, 0)
        for row, opened in await asyncio.to_thread(self._postbag.take, self.channel, room, bulk):
            task = asyncio.create_task(self._deliver(row, opened))
            self._in_flight[task] = row
            task.add_done_callback(self._landed)

    async def _rest(self) -> None:
        with suppress(TimeoutError):
            await asyncio.wait_for(self._bell.wait(), _LOOK_EVERY)

    def _landed(self, task: asyncio.Task[None]) -> None:
        del self._in_flight[task]
        # The recipient's next message may be due; while much is in flight, claims are made by the batch.
        if len(self._in_flight) <= self._most // 2:
            self.ring()

    async def _deliver(self, row: Outbox, opened: Letter | Outcome) -> None:
        ended = await self._delivery.bring(opened) if isinstance(opened, Letter) else opened
        report(row.id, ended)
        for attempt in count(1):
            try:
                await self._note((row, ended))
            except SQLAlchemyError as error:
                # What was sent and can't be noted would be sent again: nothing else is done until it is noted.
                _log.error("outbox %s can't be noted: %s", row.id, type(error).__name__)
                await asyncio.sleep(pause(attempt, first=0.2, longest=5))
            else:
                return
