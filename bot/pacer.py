"""How fast a channel may be used: evenly, without bursts, one chat never holding up the others."""

import asyncio
import math
import time
from collections import deque
from collections.abc import Awaitable, Callable
from itertools import count

_STORM = 3
"""Refusals of so many different chats within a second mean the whole bot, not the chats."""

_CATCH_UP = 0.05
"""Seconds of waking up late that are made good: less than what lies between our pace and what the channel refuses."""

_SLOWEST = 8.0
_CALM_AFTER = 60.0
_MOST_CHATS = 10_000


class Pacer:
    """Gives out turns: `rate` a second over all chats, `chat_gap` seconds between two to one chat.

    Who asks first goes first, except that what is awaited overtakes, and a chat which must wait lets the others pass.
    """

    def __init__(
        self,
        rate: float,
        chat_gap: float,
        *,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._interval = 1 / rate
        self._gap = chat_gap
        self._clock = clock
        self._sleep = sleep
        self._tickets = count()
        self._waiting: dict[tuple[bool, int], str] = {}
        self._chats: dict[str, float] = {}
        self._due = -math.inf
        self._weight = 1
        self._gate = -math.inf
        self._refusals: deque[tuple[float, str, float]] = deque()
        self._slowness = 1.0
        self._calm_at = -math.inf

    async def turn(self, chat: str, messages: int = 1, *, awaited: bool = False) -> None:
        """Wait until the next message, or so many at once, may go to this chat."""
        asked_at = self._clock()
        ticket = (not awaited, next(self._tickets))
        self._waiting[ticket] = chat
        try:
            while (left := self._opens(ticket, chat) - self._clock()) > 0:
                await self._sleep(left)
        finally:
            del self._waiting[ticket]
        self._book(chat, messages, asked_at, awaited=awaited)

    def hold(self, chat: str, seconds: float, *, everyone: bool = False) -> None:
        """Leave a chat in peace for a while, because the channel said so; or, when the bot is meant, all of them."""
        now = self._clock()
        self._chats[chat] = max(self._opening(chat), now + seconds)
        self._refusals.append((now, chat, seconds))
        while self._refusals[0][0] < now - 1:
            self._refusals.popleft()
        if everyone or len({chat for _, chat, _ in self._refusals}) >= _STORM:
            self._slow_down(now)

    def held(self, chat: str) -> float:
        """Seconds until this chat opens again; 0 when it is open."""
        return max(0.0, max(self._opening(chat), self._gate) - self._clock())

    def _slow_down(self, now: float) -> None:
        # The shortest wait of the storm is what the bot as a whole was told; longer ones concern single chats.
        pause = min(seconds for _, _, seconds in self._refusals)
        self._gate = max(self._gate, now + pause)
        self._slowness = min(self._pace(now) * 2, _SLOWEST)
        self._calm_at = now + pause + _CALM_AFTER
        self._refusals.clear()

    def _pace(self, now: float, *, awaited: bool = False) -> float:
        # What made the storm is the many: whoever waits for an answer is not slowed down once the pause is over.
        return self._slowness if now < self._calm_at and not awaited else 1.0

    def _opening(self, chat: str) -> float:
        return self._chats.get(chat, -math.inf)

    def _opens(self, ticket: tuple[bool, int], chat: str) -> float:
        now = self._clock()
        pace = self._interval * self._pace(now, awaited=not ticket[0])
        free = max(now, self._due + self._weight * pace, self._gate)
        earlier = [waiting for other, waiting in self._waiting.items() if other < ticket]
        ahead = sum(1 for waiting in earlier if waiting == chat or self._opening(waiting) <= free)
        in_line = free + ahead * pace
        return max(in_line, self._opening(chat) + earlier.count(chat) * self._gap)

    def _book(self, chat: str, messages: int, asked_at: float, *, awaited: bool) -> None:
        now = self._clock()
        pace = self._interval * self._pace(now, awaited=awaited)
        # The line goes on from when this turn was due, unless nobody stood in it: rest is not saved up.
        next_ = self._due + self._weight * pace
        self._due = max(next_, self._gate, self._opening(chat), asked_at, now - _CATCH_UP)
        self._weight = messages
        self._chats[chat] = now + self._gap
        if len(self._chats) > _MOST_CHATS:
            self._chats = {chat: opening for chat, opening in self._chats.items() if opening > now}
