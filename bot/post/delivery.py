"""One letter's way to its channel."""

import asyncio
import logging
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from backend.errors import PictureUnusable
from backend.reports import pictures
from bot.channels.channel import Blocked, Channel, DeliveryError, TryAgain, Undeliverable
from bot.post.letter import Letter
from bot.post.outcome import Outcome, Sent, Stopped, of_error
from storage import letters
from storage.database import Database
from storage.mail import Media

_log = logging.getLogger(__name__)

LONGEST = 90.0
"""Seconds that a delivery may take: well below the time after which its claim counts as forgotten."""

_PHOTO_ATTEMPTS = 3


class Delivery:
    """Brings letters over the channels, with their pictures."""

    def __init__(self, database: Database, channels: Mapping[str, Channel], clock: Callable[[], datetime]) -> None:
        self._database = database
        self._channels = channels
        self._clock = clock

    async def bring(self, letter: Letter) -> Outcome:
        """Bring a letter and say how that ended."""
        try:
            async with asyncio.timeout(LONGEST):
                return await self._do(letter)
        except Exception as error:  # noqa: BLE001 - one bad message must not stop the others
            return of_error(error, letter.attempts)

    async def _do(self, letter: Letter) -> Outcome:
        match letter.duty:
            case "drop":
                return Stopped()
            case "settle":
                return await self._settle(letter)
            case "change" if letter.before and await self._change(letter, letter.before[2]):
                return Sent(letter.before[2])
        return Sent(await self._send(letter))

    async def _settle(self, letter: Letter) -> Outcome:
        if letter.before is not None:
            name, address, external_id = letter.before
            try:
                await self._channel(name).settle(address, external_id)
            except (Undeliverable, Blocked) as refusal:
                _log.info("outbox %s: the buttons are out of reach: %s", letter.id, refusal)
        return Sent(None)

    async def _change(self, letter: Letter, external_id: str) -> bool:
        try:
            await self._channel(letter.channel).change(letter.address, external_id, letter.rendered)
        except Undeliverable as refusal:
            _log.info("outbox %s is sent anew: %s", letter.id, refusal)
            return False
        return True

    async def _send(self, letter: Letter) -> str:
        channel = self._channel(letter.channel)
        photos = await self._photos(letter)
        try:
            return await channel.send(letter.address, letter.rendered, photos)
        except Undeliverable as refusal:
            if not photos:
                raise
            _log.warning("outbox %s goes without its photos: %s", letter.id, refusal)
        return await channel.send(letter.address, letter.rendered, [])

    async def _photos(self, letter: Letter) -> Sequence[bytes]:
        if not letter.rendered.photos:
            return []
        known = await asyncio.to_thread(self._pictures, letter.rendered.photos)
        photos = []
        for id in letter.rendered.photos:
            try:
                photos.append(await self._photo(known.get(id)))
            except DeliveryError as refusal:
                if isinstance(refusal, TryAgain) and letter.attempts < _PHOTO_ATTEMPTS:
                    # Its patience is another bot's: it must neither hold this chat nor go uncounted.
                    raise TryAgain(f"photo {id}: {refusal}") from None
                _log.warning("outbox %s goes without photo %s: %s", letter.id, id, refusal)
        return photos

    async def _photo(self, media: Media | None) -> bytes:
        if media is None:
            raise Undeliverable("unknown")
        if media.content is None:
            content = await self._cleaned(media)
            await asyncio.to_thread(self._keep, media.id, content)
            return content
        return media.content

    async def _cleaned(self, media: Media) -> bytes:
        """A picture as it goes on: whoever sent it told the city where they live only if they said so."""
        try:
            fetched = await self._channel(media.channel).fetch(media.file_id)
            return await asyncio.to_thread(pictures.cleaned, fetched)
        except PictureUnusable as unusable:
            raise Undeliverable(f"not a picture that can be shown: {unusable.why}") from None

    def _channel(self, name: str) -> Channel:
        if channel := self._channels.get(name):
            return channel
        raise Undeliverable(f"there is no channel {name} here")

    def _pictures(self, ids: Sequence[int]) -> Mapping[int, Media]:
        with self._database.transaction() as session:
            return letters.pictures(session, ids)

    def _keep(self, id: int, content: bytes) -> None:
        with self._database.transaction() as session:
            letters.keep_picture(session, id, content, self._clock())
