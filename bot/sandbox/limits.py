"""How fast Telegram lets a bot talk."""

import math
from collections import defaultdict, deque

from pydantic import BaseModel, ConfigDict, Field

from bot.sandbox.api_error import too_many_requests
from bot.sandbox.wire import Clock


class Limits(BaseModel):
    """The flood limits of one token; off unless a test or a drill switches them on."""

    model_config = ConfigDict(extra="forbid")

    enabled: bool = False
    per_second: int = Field(default=30, ge=1)
    per_chat: int = Field(default=1, ge=1)


class FloodGate:
    """Counts a bot's messages over a sliding second and refuses what is too fast."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self.limits = Limits()
        self._all: deque[float] = deque()
        self._by_chat: dict[int, deque[float]] = defaultdict(deque)
        self._shut_until = -math.inf

    def shut(self, seconds: float) -> None:
        """Refuse everything for a while, each time with what is left of it: a storm, as the service has them."""
        self._shut_until = self._clock() + seconds

    def pass_through(self, chat_id: int, messages: int = 1) -> None:
        """Let messages through to a chat, or refuse them all; what is refused does not count."""
        now = self._clock()
        if now < self._shut_until:
            raise too_many_requests(math.ceil(self._shut_until - now))
        if not self.limits.enabled:
            return
        # An album counts as one message in its chat: nobody could ever send one otherwise.
        self._check(self._by_chat[chat_id], self.limits.per_chat, now, 1)
        self._check(self._all, self.limits.per_second, now, messages)
        self._by_chat[chat_id].append(now)
        self._all.extend([now] * messages)

    def clear(self) -> None:
        """Forget the past second, open, and switch the limits off."""
        self.limits = Limits()
        self._shut_until = -math.inf
        self._all.clear()
        self._by_chat.clear()

    @staticmethod
    def _check(past: deque[float], limit: int, now: float, messages: int) -> None:
        while past and past[0] <= now - 1:
            past.popleft()
        if past and len(past) + messages > limit:
            raise too_many_requests(max(1, math.ceil(past[0] + 1 - now)))
