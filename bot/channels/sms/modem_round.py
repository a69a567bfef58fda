"""A modem's round: what came is brought over, how texts fared is passed on, and smsd's copies are deleted."""

import asyncio
import logging

from sqlalchemy.exc import SQLAlchemyError

from bot.channels.sms.doors import Reception
from bot.channels.sms.gammu import Gammu
from storage.phones import TextState

_log = logging.getLogger(__name__)


class ModemRound:
    """Looks into smsd's database again and again."""

    def __init__(self, gammu: Gammu, reception: Reception, *, every: float = 1.0) -> None:
        self._gammu = gammu
        self._reception = reception
        self._every = every
        self._told: dict[int, TextState | None] = {}

    async def serve(self) -> None:
        """Look every so many seconds, until cancelled."""
        while True:
            try:
                await self._bring()
                await self._tell()
            except SQLAlchemyError as error:
                _log.error("smsd's database can't be read: %s", type(error).__name__)
            await asyncio.sleep(self._every)

    async def _bring(self) -> None:
        waiting = await asyncio.to_thread(self._gammu.arrivals)
        stored = await asyncio.gather(*(self._reception.take(came) for _, came in waiting if came is not None))
        if waiting and all(stored):
            await asyncio.to_thread(self._gammu.forget, [id_ for id_, _ in waiting])

    async def _tell(self) -> None:
        fates = await asyncio.to_thread(self._gammu.fates)
        self._told = {fate.id: self._told[fate.id] for fate in fates if fate.id in self._told}
        for fate in fates:
            if self._told.get(fate.id) != fate.receipt.state and not await self._reception.hear(fate.receipt):
                continue
            self._told[fate.id] = fate.receipt.state
            if fate.is_last:
                await asyncio.to_thread(self._gammu.forget_sent, fate.id)
