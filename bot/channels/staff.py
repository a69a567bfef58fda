"""The staff bot: Telegram by way of python-telegram-bot."""

import logging
import os
from collections.abc import Awaitable, Sequence
from datetime import timedelta
from typing import Any, TypeVar

from telegram import (
    Bot,
    BotCommand,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaPhoto,
    KeyboardButton,
    LinkPreviewOptions,
    ReplyKeyboardMarkup,
    Update,
)
from telegram.error import BadRequest, ChatMigrated, Conflict, Forbidden, RetryAfter, TelegramError
from telegram.request import HTTPXRequest

from bot.channels.channel import Blocked, DeliveryError, TryAgain, Undeliverable
from bot.channels.content import DOWNLOAD_LIMIT
from bot.channels.line import ALLOWED_UPDATES, Contested, Webhook
from bot.channels.parts import Keys
from bot.channels.telegram_channel import TelegramChannel
from bot.conversation.message import Point
from bot.pacer import Pacer

NAME = "staff"

_T = TypeVar("_T")
_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
_SECONDS_PER_CALL = 45
_TALKATIVE = {"httpx": logging.WARNING, "httpcore": logging.WARNING, "telegram": logging.INFO}
"""Loggers that write addresses with the token in them, or what people said, when one lets them."""


def connect(token: str, url: str, pacer: Pacer) -> TelegramChannel:
    """The channel by which staff and the city talk."""
    return TelegramChannel(NAME, StaffLine(token, url), pacer)


class _Bot(Bot):
    async def raw_updates(self, offset: int, patience: int) -> list[Any]:
        """`getUpdates` without looking into the updates: a bad one must not hide the good ones beside it."""
        asked = {"offset": offset, "timeout": patience, "allowed_updates": list(ALLOWED_UPDATES)}
        return list(await self._post("getUpdates", asked, read_timeout=patience + 10))


class StaffLine:
    """The staff bot's line to Telegram."""

    def __init__(self, token: str, url: str) -> None:
        for name, level in _TALKATIVE.items():
            logging.getLogger(name).setLevel(level)
        # The library warns about every flood refusal unless the environment has chosen its newer form.
        os.environ.setdefault("PTB_TIMEDELTA", "true")
        self._requests = (_request(pool=4), _request(pool=64))
        polling, others = self._requests
        base = url.rstrip("/")
        self._bot = _Bot(
            token,
            base_url=f"{base}/bot",
            base_file_url=f"{base}/file/bot",
            get_updates_request=polling,
            request=others,
        )

    def parse(self, raw: object) -> Update:
        """An update as python-telegram-bot sees it."""
        if not isinstance(raw, dict):
            raise TypeError("an update is an object")
        return Update.de_json(raw, self._bot)

    async def updates(self, offset: int, patience: int) -> Sequence[object]:
        """See `Line`."""
        return await self._call(self._bot.raw_updates(offset, patience))

    async def text(self, chat: int, text: str, keys: Keys) -> int:
        """See `Line`."""
        send = self._bot.send_message(chat, text, reply_markup=_markup(keys), link_preview_options=_NO_PREVIEW)
        return (await self._call(send)).message_id

    async def photo(self, chat: int, photo: bytes, caption: str, keys: Keys) -> int:
        """See `Line`."""
        send = self._bot.send_photo(chat, photo, caption=caption or None, reply_markup=_markup(keys))
        return (await self._call(send)).message_id

    async def album(self, chat: int, photos: Sequence[bytes]) -> int:
        """See `Line`."""
        send = self._bot.send_media_group(chat, [InputMediaPhoto(photo) for photo in photos])
        return (await self._call(send))[0].message_id

    async def place(self, chat: int, point: Point, keys: Keys) -> int:
        """See `Line`."""
        send = self._bot.send_location(chat, point.lat, point.lon, reply_markup=_markup(keys))
        return (await self._call(send)).message_id

    async def edit_text(self, chat: int, message: int, text: str, keys: Keys) -> None:
        """See `Line`."""
        buttons = _inline(keys)
        await self._call(
            self._bot.edit_message_text(
                text, chat_id=chat, message_id=message, reply_markup=buttons, link_preview_options=_NO_PREVIEW
            )
        )

    async def edit_caption(self, chat: int, message: int, caption: str, keys: Keys) -> None:
        """See `Line`."""
        buttons = _inline(keys)
        edit = self._bot.edit_message_caption(chat_id=chat, message_id=message, caption=caption, reply_markup=buttons)
        await self._call(edit)

    async def drop_buttons(self, chat: int, message: int) -> None:
        """See `Line`."""
        await self._call(self._bot.edit_message_reply_markup(chat_id=chat, message_id=message))

    async def answer(self, tap: str) -> None:
        """See `Line`."""
        await self._call(self._bot.answer_callback_query(tap))

    async def download(self, file_id: str) -> bytes:
        """See `Line`."""
        file = await self._call(self._bot.get_file(file_id))
        if file.file_path is None or (file.file_size or 0) > DOWNLOAD_LIMIT:
            raise Undeliverable("the file can't be downloaded")
        return bytes(await self._call(file.download_as_bytearray()))

    async def webhook(self) -> Webhook:
        """See `Line`."""
        info = await self._call(self._bot.get_webhook_info())
        return Webhook(info.url, frozenset(info.allowed_updates or ()))

    async def set_webhook(self, url: str, secret: str) -> None:
        """See `Line`."""
        await self._call(self._bot.set_webhook(url, secret_token=secret, allowed_updates=ALLOWED_UPDATES))

    async def delete_webhook(self) -> None:
        """See `Line`."""
        await self._call(self._bot.delete_webhook(drop_pending_updates=False))

    async def set_commands(self, language: str | None, commands: Sequence[tuple[str, str]]) -> None:
        """See `Line`."""
        menu = [BotCommand(name, description) for name, description in commands]
        await self._call(self._bot.set_my_commands(menu, language_code=language))

    async def username(self) -> str:
        """See `Line`."""
        return (await self._call(self._bot.get_me())).username or ""

    async def close(self) -> None:
        """See `Line`."""
        for request in self._requests:
            await request.shutdown()

    async def _call(self, call: Awaitable[_T]) -> _T:
        try:
            return await call
        except TelegramError as error:
            # The cause is dropped: what the libraries below say may hold the address, and with it the token.
            raise _refusal(error) from None


def _request(*, pool: int) -> HTTPXRequest:
    seconds = _SECONDS_PER_CALL
    return HTTPXRequest(
        connection_pool_size=pool,
        pool_timeout=seconds,
        read_timeout=seconds,
        write_timeout=seconds,
        media_write_timeout=seconds,
    )


def _refusal(error: TelegramError) -> DeliveryError:
    match error:
        case RetryAfter():
            after = error.retry_after
            return TryAgain("too many requests", after.total_seconds() if isinstance(after, timedelta) else after)
        case Forbidden():
            return Blocked(error.message)
        case Conflict():
            return Contested(error.message)
        case BadRequest() | ChatMigrated():
            return Undeliverable(error.message)
    # The library has no class of its own for what is too large.
    return Undeliverable(error.message) if "too large" in error.message.lower() else TryAgain(type(error).__name__)


def _markup(keys: Keys) -> InlineKeyboardMarkup | ReplyKeyboardMarkup | None:
    if keys.point_button:
        row = [KeyboardButton(keys.point_button, request_location=True)]
        return ReplyKeyboardMarkup([row], one_time_keyboard=True, resize_keyboard=True)
    return _inline(keys)


def _inline(keys: Keys) -> InlineKeyboardMarkup | None:
    if not keys.buttons:
        return None
    return InlineKeyboardMarkup(
        [[InlineKeyboardButton(label, callback_data=data) for label, data in row] for row in keys.buttons]
    )
