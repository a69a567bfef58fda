"""A bell that wakes those who wait for news."""

import asyncio
from contextlib import suppress


class Bell:
    """Wakes everybody who waits for the next change, once per change."""

    def __init__(self) -> None:
        self._next = asyncio.Event()

    def ring(self) -> None:
        """Something changed: let everybody who waits look again."""
        self._next.set()
        self._next = asyncio.Event()

    async def wait(self, seconds: float) -> None:
        """Return at the next change, or when the time is over."""
        # Not `wait_for`: before Python 3.12 it may swallow a cancellation that comes with the bell.
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._next.wait()
