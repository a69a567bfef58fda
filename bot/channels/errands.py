"""Small things done on the side, which nobody waits for and nobody misses when they fail."""

import asyncio
import logging
from collections.abc import Coroutine
from typing import Any

from bot.channels.channel import DeliveryError

_log = logging.getLogger(__name__)


class Errands:
    """The background tasks of a channel; none is left behind when it closes."""

    def __init__(self) -> None:
        self._running: set[asyncio.Task[None]] = set()

    def start(self, errand: Coroutine[Any, Any, None]) -> None:
        """Do it in the background."""
        task = asyncio.create_task(self._run(errand))
        self._running.add(task)
        task.add_done_callback(self._running.discard)

    async def close(self, patience: float = 5) -> None:
        """Wait for what is running, and drop what takes too long."""
        if self._running:
            _, late = await asyncio.wait(self._running, timeout=patience)
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)

    async def _run(self, errand: Coroutine[Any, Any, None]) -> None:
        try:
            await errand
        except DeliveryError as error:
            _log.info("an errand failed: %s", error)
