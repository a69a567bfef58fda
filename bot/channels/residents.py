"""The residents' bot: Telegram by way of aiogram."""

from collections.abc import Awaitable, Sequence
from io import BytesIO
from typing import Any, TypeVar

import bot.channels.lean  # noqa: F401  # before aiogram

# isort: split
import aiohttp
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import (
    AiogramError,
    ClientDecodeError,
    TelegramBadRequest,
    TelegramConflictError,
    TelegramEntityTooLarge,
    TelegramForbiddenError,
    TelegramMigrateToChat,
    TelegramRetryAfter,
)
from aiogram.methods import TelegramMethod
from aiogram.types import (
    BotCommand,
    BufferedInputFile,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaPhoto,
    KeyboardButton,
    LinkPreviewOptions,
    ReplyKeyboardMarkup,
    Update,
)

from bot.channels.arrival import PhoneHash
from bot.channels.channel import Blocked, DeliveryError, TryAgain, Undeliverable
from bot.channels.content import DOWNLOAD_LIMIT
from bot.channels.line import ALLOWED_UPDATES, Contested, Webhook
from bot.channels.parts import Keys
from bot.channels.telegram_channel import TelegramChannel
from bot.conversation.message import Point
from bot.pacer import Pacer

NAME = "residents"

_T = TypeVar("_T")
_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
_SECONDS_PER_CALL = 45


def connect(token: str, url: str, pacer: Pacer, phones: PhoneHash | None = None) -> TelegramChannel:
    """The channel by which residents reach the city; `phones` hides the numbers that they share."""
    return TelegramChannel(NAME, ResidentsLine(token, url), pacer, phones=phones)


class _RawUpdates(TelegramMethod[list[Any]]):
    """`getUpdates` without looking into the updates: a bad one must not hide the good ones beside it."""

    __returning__ = list[Any]
    __api_method__ = "getUpdates"

    offset: int
    timeout: int
    allowed_updates: list[str]


class ResidentsLine:
    """The residents' bot's line to Telegram."""

    def __init__(self, token: str, url: str) -> None:
        session = AiohttpSession(api=TelegramAPIServer.from_base(url), timeout=_SECONDS_PER_CALL)
        self._bot = Bot(token, session=session)

    def parse(self, raw: object) -> Update:
        """An update as aiogram sees it."""
        return Update.model_validate(raw)

    async def updates(self, offset: int, patience: int) -> Sequence[object]:
        """See `Line`."""
        method = _RawUpdates(offset=offset, timeout=patience, allowed_updates=list(ALLOWED_UPDATES))
        return await self._call(self._bot(method, request_timeout=patience + 10))

    async def text(self, chat: int, text: str, keys: Keys) -> int:
        """See `Line`."""
        send = self._bot.send_message(chat, text, reply_markup=_markup(keys), link_preview_options=_NO_PREVIEW)
        return (await self._call(send)).message_id

    async def photo(self, chat: int, photo: bytes, caption: str, keys: Keys) -> int:
        """See `Line`."""
        send = self._bot.send_photo(chat, _file(photo), caption=caption or None, reply_markup=_markup(keys))
        return (await self._call(send)).message_id

    async def album(self, chat: int, photos: Sequence[bytes]) -> int:
        """See `Line`."""
        send = self._bot.send_media_group(chat, [InputMediaPhoto(media=_file(photo)) for photo in photos])
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
        bytes_ = BytesIO()
        await self._call(self._bot.download_file(file.file_path, bytes_, timeout=_SECONDS_PER_CALL))
        return bytes_.getvalue()

    async def webhook(self) -> Webhook:
        """See `Line`."""
        info = await self._call(self._bot.get_webhook_info())
        return Webhook(info.url, frozenset(info.allowed_updates or ()))

    async def set_webhook(self, url: str, secret: str) -> None:
        """See `Line`."""
        await self._call(self._bot.set_webhook(url, secret_token=secret, allowed_updates=list(ALLOWED_UPDATES)))

    async def delete_webhook(self) -> None:
        """See `Line`."""
        await self._call(self._bot.delete_webhook(drop_pending_updates=False))

    async def set_commands(self, language: str | None, commands: Sequence[tuple[str, str]]) -> None:
        """See `Line`."""
        menu = [BotCommand(command=name, description=description) for name, description in commands]
        await self._call(self._bot.set_my_commands(menu, language_code=language))

    async def username(self) -> str:
        """See `Line`."""
        return (await self._call(self._bot.get_me())).username or ""

    async def close(self) -> None:
        """See `Line`."""
        await self._bot.session.close()

    async def _call(self, call: Awaitable[_T]) -> _T:
        try:
            return await call
        except (AiogramError, aiohttp.ClientError, OSError) as error:
            # The cause is dropped: what the libraries below say may hold the address, and with it the token.
            raise _refusal(error) from None


def _refusal(error: Exception) -> DeliveryError:
    match error:
        case TelegramRetryAfter():
            return TryAgain("too many requests", float(error.retry_after))
        case TelegramForbiddenError():
            return Blocked(error.message)
        case TelegramConflictError():
            return Contested(error.message)
        case TelegramBadRequest() | TelegramEntityTooLarge() | TelegramMigrateToChat():
            return Undeliverable(error.message)
        case ClientDecodeError(data={"ok": True}):
            # It was done, only the answer can't be read: to try again would do it twice.
            return Undeliverable("done, but the answer could not be read")
    return TryAgain(type(error).__name__)


def _file(photo: bytes) -> BufferedInputFile:
    return BufferedInputFile(photo, filename="photo.jpg")


def _markup(keys: Keys) -> InlineKeyboardMarkup | ReplyKeyboardMarkup | None:
    if keys.phone_button:
        row = [KeyboardButton(text=keys.phone_button, request_contact=True)]
        return ReplyKeyboardMarkup(keyboard=[row], one_time_keyboard=True, resize_keyboard=True)
    if keys.point_button:
        row = [KeyboardButton(text=keys.point_button, request_location=True)]
        return ReplyKeyboardMarkup(keyboard=[row], one_time_keyboard=True, resize_keyboard=True)
    return _inline(keys)


def _inline(keys: Keys) -> InlineKeyboardMarkup | None:
    if not keys.buttons:
        return None
    rows = [[InlineKeyboardButton(text=label, callback_data=data) for label, data in row] for row in keys.buttons]
    return InlineKeyboardMarkup(inline_keyboard=rows)
