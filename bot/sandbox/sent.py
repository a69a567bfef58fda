"""All that the bots said and did, in order."""

import asyncio
from bisect import bisect_right
from dataclasses import asdict, dataclass, field

from bot.sandbox.bell import Bell
from bot.sandbox.wire import Json


@dataclass(frozen=True)
class Sent:
    """One thing a bot did in a chat; `buttons` are rows of `{text, data or url}`, `keyboard` rows of labels."""

    seq: int
    bot: str
    chat_id: int
    person: str
    method: str
    message_id: int | None
    text: str
    at: str
    content: str = "text"
    buttons: list[list[Json]] = field(default_factory=list)
    keyboard: list[list[str]] = field(default_factory=list)


class SentLog:
    """The outbox of all bots together; numbers only grow, even over a reset."""

    def __init__(self) -> None:
        self._entries: list[Sent] = []
        self.last = 0
        self._bell = Bell()

    def add(self, entry: Sent) -> None:
        """Note what a bot did."""
        self._entries.append(entry)
        self.last = entry.seq
        self._bell.ring()

    async def since(self, seq: int, *, wait: float, bot: str | None = None, person: str | None = None) -> list[Json]:
        """Everything after `seq`; when there is nothing yet, wait for it that many seconds."""
        clock = asyncio.get_running_loop().time
        until = clock() + wait
        while True:
            # Hundreds may wait while thousands are written to: each looks at what is new, not at everything again.
            news = self._entries[bisect_right(self._entries, seq, key=lambda entry: entry.seq) :]
            found = [asdict(entry) for entry in news if bot in {None, entry.bot} and person in {None, entry.person}]
            seq = news[-1].seq if news else seq
            left = until - clock()
            if found or left <= 0:
                return found
            await self._bell.wait(left)

    def clear(self) -> None:
        """Forget what was said."""
        self._entries.clear()
