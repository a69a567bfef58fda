"""Asking Telegram for updates, again and again.

The offset moves on only after a batch is stored: until then Telegram keeps the updates and gives them out again.
"""

import asyncio
import logging
from collections.abc import Sequence
from typing import Protocol

from bot.channels.backoff import pause
from bot.channels.channel import Intake, TryAgain
from bot.channels.line import Contested
from bot.channels.trace import frames
from bot.conversation.message import Message

_log = logging.getLogger(__name__)

_LONGEST_PAUSE = 60.0
_AGAIN_PAUSE = 1.0


class Source(Protocol):
    """A channel that waits to be asked."""

    @property
    def name(self) -> str:
        """The channel's name."""
        ...

    async def updates(self, offset: int, patience: int) -> Sequence[object]:
        """Updates as they came, from `offset` on, which confirms all before it; waits for the first to come."""
        ...

    def take(self, raw: object) -> Message | None:
        """The message in an update, or nothing; never raises."""
        ...


async def poll(source: Source, intake: Intake, *, patience: int = 25) -> None:
    """Fetch and store updates until cancelled; each request waits up to `patience` seconds for the first update."""
    offset = 0
    while True:
        batch = await _next(source, offset, patience)
        await _store(source, [message for raw in batch if (message := source.take(raw)) is not None], intake)
        beyond = max((id + 1 for raw in batch if (id := _id(raw)) is not None), default=offset)
        if batch and beyond <= offset:
            # Confirmed long ago, or without a number to confirm: asking on at once would never end.
            _log.warning("%s gave %s updates again", source.name, len(batch))
            await asyncio.sleep(_AGAIN_PAUSE)
        offset = max(offset, beyond)


async def _next(source: Source, offset: int, patience: int) -> Sequence[object]:
    attempt = 0
    while True:
        try:
            return await source.updates(offset, patience)
        except Exception as error:  # noqa: BLE001 - nobody can write to the city while this loop is down
            attempt += 1
            seconds = pause(attempt, first=1, longest=_LONGEST_PAUSE)
            if isinstance(error, TryAgain):
                seconds = max(seconds, error.after or 0)
            _report(source, error, seconds)
            await asyncio.sleep(seconds)


async def _store(source: Source, messages: Sequence[Message], intake: Intake) -> None:
    attempt = 0
    while messages:
        try:
            await intake(messages)
        except Exception as error:  # noqa: BLE001 - what was sent to the city is never skipped, whatever is wrong here
            attempt += 1
            seconds = pause(attempt, first=0.2, longest=10)
            ids = [message.external_id for message in messages]
            _log.error(
                "%s could not store %s, again in %.1f s: %s\n%s",
                source.name,
                ids,
                seconds,
                type(error).__name__,
                frames(error),
            )
            await asyncio.sleep(seconds)
        else:
            return


def _report(source: Source, error: Exception, seconds: float) -> None:
    if isinstance(error, Contested):
        _log.error("%s: SOMEBODY ELSE FETCHES THE UPDATES OF THIS BOT; again in %.0f s", source.name, seconds)
    elif isinstance(error, TryAgain):
        _log.warning("%s can't be asked: %s; again in %.0f s", source.name, error, seconds)
    else:
        _log.error("%s failed: %s; again in %.0f s\n%s", source.name, type(error).__name__, seconds, frames(error))


def _id(raw: object) -> int | None:
    id = raw.get("update_id") if isinstance(raw, dict) else None
    return id if isinstance(id, int) else None
