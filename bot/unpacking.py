"""Unpacking: a picture sent as a file is looked into before the desk reads its message.

The message is stored first and acknowledged; meanwhile it waits in the inbox, for a bounded time and alone. What comes
too late or not at all is no loss: the message is dealt with as it is (docs/decisions/0007-files.md).
"""

import asyncio
import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from types import TracebackType
from typing import Self

from backend.errors import PictureUnusable
from backend.reports import pictures
from bot.channels.channel import Channel, DeliveryError
from bot.channels.errands import Errands
from bot.channels.trace import frames
from bot.conversation.message import Message, Photo, Point
from storage import letters, mailbox
from storage.database import Database
from storage.post import keep_media

_log = logging.getLogger(__name__)

WAIT = timedelta(seconds=20)
"""How long a message waits for its files at most: after a crash, or while Telegram is slow."""
_PATIENCE = 15.0
"""Seconds in which the files of one message must be here; less than `WAIT`, so that the desk never comes first."""
_AT_ONCE = 2
"""Messages that are unpacked at once: each may hold 20 MB, and decoding takes a core."""


@dataclass(frozen=True)
class _Found:
    """One picture of a message after it was looked into; `content` is cleaned."""

    photo: Photo
    content: bytes | None = None
    taken: Point | None = None
    unusable: str | None = None


class Unpacking:
    """Fetches what came as files, notes where a picture was taken, and keeps the picture without that note."""

    def __init__(
        self,
        database: Database,
        channels: Mapping[str, Channel],
        clock: Callable[[], datetime],
        wake: Callable[[], None],
    ) -> None:
        self._database = database
        self._channels = channels
        self._clock = clock
        self._wake = wake
        self._errands = Errands()
        self._places = asyncio.Semaphore(_AT_ONCE)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        """Wait for what is under way; what is dropped waits in the inbox for the desk."""
        await self._errands.close()

    def begin(self, message: Message) -> None:
        """Look into the files of a stored message in the background; to be called on the event loop."""
        self._errands.start(self._unpack(message))

    async def _unpack(self, message: Message) -> None:
        found = [_Found(photo) for photo in message.photos]
        try:
            async with asyncio.timeout(_PATIENCE), self._places:
                for index, photo in enumerate(message.photos):
                    if photo.is_file:
                        found[index] = await self._look(photo)
        except TimeoutError:
            _log.info("%s %s: its files are too slow", message.channel, message.external_id)
        except Exception as error:  # noqa: BLE001 - whatever a file is, its message must reach the desk
            _log.warning("%s %s: %s\n%s", message.channel, message.external_id, type(error).__name__, frames(error))
        await asyncio.to_thread(self._complete, message, found)
        self._wake()

    async def _look(self, photo: Photo) -> _Found:
        channel = self._channels.get(photo.channel)
        if channel is None:
            return _Found(photo)
        try:
            content = await channel.fetch(photo.file_id)
        except PictureUnusable as unusable:
            return _Found(photo, unusable=unusable.why)
        except DeliveryError as refusal:
            # The courier tries again when somebody needs the picture.
            _log.info("a file of %s is not looked into: %s", photo.channel, refusal)
            return _Found(photo)
        return await asyncio.to_thread(_looked_into, photo, content)

    def _complete(self, message: Message, found: list[_Found]) -> None:
        now = self._clock()
        complete = message.model_copy(
            update={
                "photos": [one.photo for one in found if one.unusable is None],
                "taken": next((one.taken for one in found if one.taken is not None), None),
                "unusable": next((one.unusable for one in found if one.unusable is not None), None),
            }
        )
        with self._database.transaction() as session:
            for one in found:
                if one.content is not None:
                    (id,) = keep_media(session, [(one.photo.channel, one.photo.file_id)])
                    letters.keep_picture(session, id, one.content, now)
            payload = complete.model_dump(mode="json", exclude_defaults=True)
            mailbox.complete(session, message.channel, message.external_id, payload, now)


def _looked_into(photo: Photo, content: bytes) -> _Found:
    position = pictures.taken_at(content)
    taken = Point(lat=position[0], lon=position[1]) if position is not None else None
    try:
        return _Found(photo, content=pictures.cleaned(content), taken=taken)
    except PictureUnusable as unusable:
        return _Found(photo, taken=taken, unusable=unusable.why)
