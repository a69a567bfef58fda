"""Chatter: residents who write while something else goes on, and how long they wait for their answers."""

import asyncio
import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from tests.town import Town

_PATIENCE = 300.0
"""Seconds that a resident waits for an answer, restarts and all."""


@dataclass(frozen=True)
class Wait:
    """When somebody wrote, and when they had the answer, by this process's clock."""

    said: float
    answered: float

    @property
    def seconds(self) -> float:
        """How long it took."""
        return self.answered - self.said


@dataclass(frozen=True)
class Outage:
    """When nobody could answer: the process was killed and came up again, or Telegram refused everything."""

    what: Literal["kill", "storm"]
    began: float
    ended: float

    @property
    def seconds(self) -> float:
        """How long it took."""
        return self.ended - self.began

    def touches(self, wait: Wait) -> bool:
        """Whether somebody waited while nobody could answer."""
        return wait.said < self.ended and wait.answered > self.began


async def chat(town: Town, name: str, moments: Sequence[float]) -> list[Wait]:
    """Say hello at these moments from now on, in seconds, each after the answer to the one before."""
    begun, waits = time.monotonic(), []
    for moment in sorted(moments):
        await asyncio.sleep(max(0.0, begun + moment - time.monotonic()))
        since, said = await town.phones.last(), time.monotonic()
        await town.phones.say(name, "hello")
        await town.phones.wait_for(name, "Hello!", since=since, timeout=_PATIENCE)
        waits.append(Wait(said, time.monotonic()))
    return waits


def told(waits: Sequence[Wait], outages: Sequence[Outage]) -> dict[str, float]:
    """How long answers took: while all went well, and across each kind of outage, there also from its end."""
    figures = spread("reply", [wait.seconds for wait in waits if not any(one.touches(wait) for one in outages)])
    for what in ("kill", "storm"):
        across = {wait: one for wait in waits for one in outages if one.what == what and one.touches(wait)}
        after = [max(0.0, wait.answered - max(wait.said, one.ended)) for wait, one in across.items()]
        figures |= spread(f"reply_across_{what}", [wait.seconds for wait in across])
        figures |= spread(f"reply_after_{what}", after)
    return figures


def spread(name: str, seconds: Sequence[float]) -> dict[str, float]:
    """How many there were, their median, 95th percentile and worst, in seconds."""
    ordered = sorted(seconds)
    if not ordered:
        return {f"{name}_count": 0}
    at = {"p50": 0.5, "p95": 0.95, "max": 1.0}
    parts = {f"{name}_{part}": round(ordered[min(int(share * len(ordered)), len(ordered) - 1)], 2)
             for part, share in at.items()}  # fmt: skip
    return {f"{name}_count": len(ordered), **parts}
