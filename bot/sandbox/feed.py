"""The news that the page listens to."""

import asyncio

from bot.sandbox.wire import Json

_MOST_WAITING = 2000


class Feed:
    """Hands every change to everybody who listens."""

    def __init__(self) -> None:
        self._listeners: set[asyncio.Queue[Json | None]] = set()

    def subscribe(self) -> asyncio.Queue[Json | None]:
        """Start to listen; `None` on the queue means that the sandbox closes."""
        queue: asyncio.Queue[Json | None] = asyncio.Queue(_MOST_WAITING)
        self._listeners.add(queue)
        return queue

    def knows(self, queue: asyncio.Queue[Json | None]) -> bool:
        """Whether the queue still gets news."""
        return queue in self._listeners

    def unsubscribe(self, queue: asyncio.Queue[Json | None]) -> None:
        """Stop listening."""
        self._listeners.discard(queue)

    def publish(self, news: Json | None) -> None:
        """Tell everybody; a listener that no longer reads is dropped and will ask anew."""
        for queue in list(self._listeners):
            try:
                queue.put_nowait(news)
            except asyncio.QueueFull:
                self._listeners.discard(queue)
