"""The network between keypad phones and the town, with whatever is to go wrong on the way."""

import asyncio
import logging
import random
import time
import uuid
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from typing import Any

from aiohttp import ClientError, ClientSession, ClientTimeout
from pydantic import BaseModel, ConfigDict, Field

from bot.channels.sms.segments import segmented
from bot.sandbox.feed import Feed
from bot.sandbox.sms.handset import Handset, TextShown

_log = logging.getLogger(__name__)

_PATIENCE = ClientTimeout(total=10)
_TRIES = 60
_PAUSE = 1.0


class NetworkFaults(BaseModel):
    """What goes wrong: `delay` in seconds either way, `loss` the share of texts to phones that vanish (0 to 1)."""

    model_config = ConfigDict(extra="forbid")

    receipts: bool = True
    delay: float = Field(default=0, ge=0, le=60)
    loss: float = Field(default=0, ge=0, le=1)
    doubling: bool = False
    reordering: bool = False


@dataclass(frozen=True)
class Access:
    """What opens the gateway, and what it shows to the town."""

    username: str = "agora"
    password: str = "sandbox"  # noqa: S105  # the sandbox answers only to this machine
    secret: str = "sandbox"  # noqa: S105
    sender: str = "4040"


class Network:
    """Keypad phones by name; `numbers` gives the n-th its number. The town is at `town` once it is open."""

    def __init__(self, numbers: Callable[[int], str], feed: Feed, access: Access | None = None) -> None:
        self.access = access or Access()
        self.faults = NetworkFaults()
        self.town: str | None = None
        self.handsets: dict[str, Handset] = {}
        self._numbers = numbers
        self.feed = feed
        self._count = 0
        self._held: list[tuple[Handset, str, str]] = []
        self._under_way: set[asyncio.Task[None]] = set()

    def open(self, name: str) -> Handset:
        """The phone of somebody, who gets one when they have none."""
        if name not in self.handsets:
            self.handsets[name] = Handset(name, self._numbers(len(self.handsets)))
        return self.handsets[name]

    def say(self, name: str, words: str) -> TextShown:
        """Let somebody send a text."""
        handset = self.open(name)
        shown = self._show(handset, words, mine=True)
        copies = 2 if self.faults.doubling else 1
        for _ in range(copies):
            # As in real networks, the second copy has a name of its own.
            self._start(self._bring(handset.number, words, uuid.uuid4().hex))
        return shown

    def accept(self, number: str, words: str, receipts: str) -> None:
        """Take a text for a phone; `receipts` is the address of its receipts, with %d for the kind."""
        handset = next((one for one in self.handsets.values() if one.number == number), None)
        if handset is None:
            self._start(self._report(receipts, 16))
            return
        if self.faults.reordering and not self._held:
            self._held.append((handset, words, receipts))
            self._start(self._let_go_later())
            return
        self._start(self._deliver(handset, words, receipts))
        self._let_go()

    async def close(self) -> None:
        """Stop everything that is under way."""
        for task in self._under_way:
            task.cancel()
        await asyncio.gather(*self._under_way, return_exceptions=True)

    async def _deliver(self, handset: Handset, words: str, receipts: str) -> None:
        lost = random.random() < self.faults.loss
        # The receipt of the network and that of the phone go their own ways, and may come in any order.
        kinds = [8, 2 if lost else 1]
        if self.faults.reordering:
            kinds.reverse()
        await asyncio.sleep(self.faults.delay)
        self._show(handset, words, mine=False, state="lost" if lost else "delivered")
        if self.faults.doubling and not lost:
            self._show(handset, words, mine=False, state="delivered")
        if self.faults.receipts:
            for kind in kinds:
                await self._report(receipts, kind)

    async def _bring(self, number: str, words: str, id_: str) -> None:
        await asyncio.sleep(self.faults.delay * (random.random() + 0.5))
        query = {
            "id": id_,
            "from": number,
            "to": self.access.sender,
            "ts": str(int(time.time())),
            "coding": "0",
            "k": self.access.secret,
        }
        for _ in range(_TRIES):
            if self.town is not None and await self._call("POST", f"{self.town}/kannel/mo", query, words.encode()):
                return
            await asyncio.sleep(_PAUSE)
        _log.warning("the town did not take a text message")

    async def _report(self, receipts: str, kind: int) -> None:
        if receipts:
            await self._call("GET", receipts.replace("%d", str(kind)).replace("%A", "").replace("%F", ""), {}, b"")

    @staticmethod
    async def _call(method: str, url: str, query: dict[str, str], body: bytes) -> bool:
        try:
            async with (
                ClientSession(timeout=_PATIENCE) as session,
                session.request(method, url, params=query, data=body) as answer,
            ):
                return answer.status < 500
        except (ClientError, TimeoutError):
            return False

    async def _let_go_later(self) -> None:
        await asyncio.sleep(3)
        self._let_go()

    def _let_go(self) -> None:
        held, self._held = self._held, []
        for handset, words, receipts in held:
            self._start(self._deliver(handset, words, receipts))

    def _show(self, handset: Handset, words: str, *, mine: bool, state: str = "sent") -> TextShown:
        self._count += 1
        shown = TextShown(self._count, segmented(words).text, mine, time.time(), state)
        handset.texts.append(shown)
        self.feed.publish({"kind": "text", "phone": handset.name, "text": shown.view()})
        return shown

    def _start(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self._under_way.add(task)
        task.add_done_callback(self._under_way.discard)
