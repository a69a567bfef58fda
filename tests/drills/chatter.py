"""Chatter: residents who write while something else goes on, and how long they wait for their answers."""

import asyncio
import time
from collections.abc import Sequence
from dataclasses import dataclass

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
    """When the process was killed, and when the new one was up."""

    killed: float
    up: float

    def touches(self, wait: Wait) -> bool:
        """Whether somebody waited while nobody could answer."""
        return wait.said < self.up and wait.answered > self.killed


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
    """How long answers took: while all went well, and across a restart, there also from when the process was up."""
    troubled = {wait: outage for wait in waits for outage in outages if outage.touches(wait)}
    calm = [wait.seconds for wait in waits if wait not in troubled]
    across = [wait.seconds for wait in troubled]
    after_up = [max(0.0, wait.answered - max(wait.said, outage.up)) for wait, outage in troubled.items()]
    return {**spread("reply", calm), **spread("reply_across_kill", across), **spread("reply_after_start", after_up)}


def spread(name: str, seconds: Sequence[float]) -> dict[str, float]:
    """How many there were, their median, 95th percentile and worst, in seconds."""
    ordered = sorted(seconds)
    if not ordered:
        return {f"{name}_count": 0}
    at = {"p50": 0.5, "p95": 0.95, "max": 1.0}
    parts = {f"{name}_{part}": round(ordered[min(int(share * len(ordered)), len(ordered) - 1)], 2)
             for part, share in at.items()}  # fmt: skip
    return {f"{name}_count": len(ordered), **parts}
