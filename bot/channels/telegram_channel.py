"""Telegram as a channel, over either library's line."""

import asyncio
import hashlib
import hmac
import logging
from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import UTC, datetime
from functools import partial
from types import TracebackType
from typing import Self, TypeVar

from bot.channels import arrival
from bot.channels.arrival import PhoneHash
from bot.channels.channel import TryAgain, Undeliverable
from bot.channels.content import caption_id
from bot.channels.errands import Errands
from bot.channels.line import ALLOWED_UPDATES, Line
from bot.channels.parts import (
    CAPTION_LIMIT,
    TEXT_LIMIT,
    AlbumPart,
    Part,
    PhotoPart,
    PlacePart,
    TextPart,
    keys_of,
    plan,
    weight,
)
from bot.channels.splitting import units
from bot.channels.trace import frames
from bot.conversation.message import Message
from bot.conversation.reply import Rendered
from bot.pacer import Pacer

_log = logging.getLogger(__name__)
_T = TypeVar("_T")

_PATIENCE = 20.0
"""Seconds that a send may wait for its chat; longer, and the outbox keeps it instead."""

_TRIES = 3
"""How often a later part of a message is tried: to begin anew would repeat the parts before it."""


class TelegramChannel:
    """A bot of the city on Telegram: what people send becomes messages, replies become what they see."""

    def __init__(
        self,
        name: str,
        line: Line,
        pacer: Pacer,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
        *,
        phones: PhoneHash | None = None,
    ) -> None:
        self._name = name
        self._line = line
        self._pacer = pacer
        self._clock = clock
        self._phones = phones
        self._errands = Errands()

    @property
    def name(self) -> str:
        """The channel's name in inbox and outbox."""
        return self._name

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        await self._errands.close()
        await self._line.close()

    async def updates(self, offset: int, patience: int) -> Sequence[object]:
        """Updates as they came, from `offset` on, which confirms all before it; waits for the first to come."""
        return await self._line.updates(offset, patience)

    def take(self, raw: object) -> Message | None:
        """Read an update and answer its tap, if it is one; what can't be read is logged and passed over."""
        try:
            update = self._line.parse(raw)
            if update.callback_query is not None:
                self._errands.start(self._line.answer(update.callback_query.id))
            return self.parse(update)
        except Exception as error:  # noqa: BLE001 - whatever a stranger sends, the next message must come through
            id = raw.get("update_id") if isinstance(raw, dict) else None
            number = id if isinstance(id, int) else "without a number"
            _log.warning("update %s on %s skipped: %s\n%s", number, self.name, type(error).__name__, frames(error))
            return None

    def parse(self, update: arrival.Update) -> Message | None:
        """What an update means, or nothing when it is not for the city."""
        return arrival.read(update, self.name, self._clock(), self._phones)

    async def send(self, address: str, rendered: Rendered, photos: Sequence[bytes]) -> str:
        """Send a message, in several parts if need be, and name the part with the buttons."""
        chat = _chat(address)
        parts = plan(rendered, photos)
        if not parts:
            raise Undeliverable("nothing to send")
        sent = await self._paced(address, lambda: self._part(chat, parts[0]), weight(parts[0]), rendered.awaited)
        for part in parts[1:]:
            sent = await self._insist(address, chat, part, awaited=rendered.awaited)
        return sent

    async def change(self, address: str, external_id: str, rendered: Rendered) -> None:
        """Change a message that was sent, text and buttons."""
        chat, message, is_caption = _chat(address), *_message(external_id)
        text, keys = rendered.text.strip(), keys_of(rendered)
        if not text or units(text) > (CAPTION_LIMIT if is_caption else TEXT_LIMIT):
            raise Undeliverable("the new text does not fit into the old message")
        edit = self._line.edit_caption if is_caption else self._line.edit_text
        change = partial(edit, chat, message, text, keys)
        await self._unless(address, change, "message is not modified", awaited=rendered.awaited)

    async def settle(self, address: str, external_id: str) -> None:
        """Take the buttons from a message that was sent; when it is gone, so are they."""
        chat, message, _ = _chat(address), *_message(external_id)
        await self._unless(address, lambda: self._line.drop_buttons(chat, message), "message")

    async def fetch(self, file_id: str) -> bytes:
        """The bytes of a picture."""
        return await self._line.download(file_id)

    async def set_commands(self, commands: Mapping[str | None, Sequence[tuple[str, str]]]) -> None:
        """Show commands in the menu, by language; those under None are for everybody else."""
        for language, menu in commands.items():
            await self._line.set_commands(language, menu)

    async def set_webhook(self, url: str, secret: str) -> None:
        """Have updates brought to an address, unless they are already.

        Telegram does not tell which secret it has, so the address carries a trace of it: a new secret is a new address.
        """
        trace = hmac.new(secret.encode(), b"agora webhook", hashlib.sha256).hexdigest()[:8]
        wanted = f"{url}?v={trace}"
        now = await self._line.webhook()
        if now.url != wanted or now.updates != set(ALLOWED_UPDATES):
            await self._line.set_webhook(wanted, secret)
            _log.info("webhook of %s set", self.name)

    async def delete_webhook(self) -> None:
        """Keep updates until they are asked for; none is dropped."""
        await self._line.delete_webhook()

    async def username(self) -> str:
        """The bot's name as people find it, without the @."""
        return await self._line.username()

    async def _part(self, chat: int, part: Part) -> str:
        match part:
            case TextPart():
                return str(await self._line.text(chat, part.text, part.keys))
            case PhotoPart():
                message = await self._line.photo(chat, part.photo, part.caption, part.keys)
                return caption_id(message) if part.caption else str(message)
            case AlbumPart():
                return str(await self._line.album(chat, part.photos))
            case PlacePart():
                return str(await self._line.place(chat, part.point, part.keys))

    async def _insist(self, address: str, chat: int, part: Part, *, awaited: bool) -> str:
        for attempt in range(1, _TRIES + 1):
            try:
                return await self._paced(address, lambda: self._part(chat, part), weight(part), awaited)
            except TryAgain as refusal:
                if attempt == _TRIES or (refusal.after or 0) > _PATIENCE:
                    raise
                await asyncio.sleep(0 if refusal.after else attempt)
        raise AssertionError("the last attempt returns or raises")

    async def _unless(
        self, address: str, call: Callable[[], Awaitable[None]], harmless: str, *, awaited: bool = False
    ) -> None:
        try:
            await self._paced(address, call, awaited=awaited)
        except Undeliverable as refusal:
            if harmless not in str(refusal).lower():
                raise

    async def _paced(
        self, address: str, call: Callable[[], Awaitable[_T]], messages: int = 1, awaited: bool = False
    ) -> _T:
        if (left := self._pacer.held(address)) > _PATIENCE:
            raise TryAgain("the chat is held", left)
        await self._pacer.turn(address, messages, awaited=awaited)
        try:
            return await call()
        except TryAgain as refusal:
            if refusal.after is not None:
                self._pacer.hold(address, refusal.after)
            raise


def _chat(address: str) -> int:
    scheme, _, number = address.partition(":")
    if scheme != "telegram" or not number.isdecimal():
        raise Undeliverable("not an address on Telegram")
    return int(number)


def _message(external_id: str) -> tuple[int, bool]:
    number = external_id.removeprefix("c")
    if not number.isdecimal():
        raise Undeliverable("not a message on Telegram")
    return int(number), external_id.startswith("c")
