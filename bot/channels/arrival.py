"""What an update of Telegram means to the city, whichever library has read it.

Both libraries name their fields as the Bot API does, so one reading serves them both.
"""

import logging
import math
import re
from collections.abc import Callable
from datetime import UTC, datetime

import telegram

from bot.channels.content import album, caption_id, clean, is_empty, is_too_big, photos, unsupported
from bot.channels.lean import aiogram
from bot.conversation.message import MAX_TEXT, Event, Message, Point, Pressed

_log = logging.getLogger(__name__)

PhoneHash = Callable[[str], str | None]
"""Turns a telephone number into the keyed hash by which it is known; None for what is no number."""

Update = aiogram.types.Update | telegram.Update
Said = aiogram.types.Message | telegram.Message
Tap = aiogram.types.CallbackQuery | telegram.CallbackQuery
Membership = aiogram.types.ChatMemberUpdated | telegram.ChatMemberUpdated
User = aiogram.types.User | telegram.User

_PRESSED = re.compile(r"a:([0-9]{1,18}):(.{1,60})")
_LANGUAGE = re.compile(r"([a-zA-Z]{2})(?:[-_].*)?")
_EVENTS = {"kicked": Event.BLOCKED, "member": Event.UNBLOCKED}
_MAX_NAME = 100


def read(update: Update, channel: str, now: datetime, phones: PhoneHash | None = None) -> Message | None:
    """The message in an update, or nothing when it is not for the city; `phones` hides a number that was shared."""
    message = None
    if update.message is not None:
        message = _said(update.message, channel, update.update_id)
        phone = _own_phone(update.message, phones) if message is not None else None
        if message is not None and phone is not None:
            message = message.model_copy(update={"phone": phone, "unsupported": None})
    elif update.edited_message is not None:
        message = _edited(update.edited_message, channel, update.update_id)
    elif update.callback_query is not None:
        message = _tapped(update.callback_query, channel, update.update_id, now)
    elif update.my_chat_member is not None:
        message = _membership(update.my_chat_member, channel, update.update_id)
    if message is None:
        _log.info("update %s on %s is not for the city", update.update_id, channel)
    return message


def _said(said: Said, channel: str, update_id: int) -> Message | None:
    sender = said.from_user
    if said.chat.type != "private" or sender is None or sender.is_bot or is_empty(said):
        return None
    point = _point(said)
    return Message(
        **_who(sender),
        channel=channel,
        external_id=f"u{update_id}",
        text=clean(said.text or said.caption or "")[:MAX_TEXT],
        point=point,
        photos=photos(said, channel),
        album=album(said),
        replies_to=_replies_to(said),
        unsupported=unsupported(said, is_placed=point is not None),
        unusable="too-big" if is_too_big(said) else None,
        sent_at=_aware(said.date),
    )


def _edited(said: Said, channel: str, update_id: int) -> Message | None:
    # A live location edits itself every few seconds; only words that were changed by hand deserve a word.
    if not (said.text or said.caption):
        return None
    message = _said(said, channel, update_id)
    if message is None:
        return None
    return message.model_copy(
        update={"unsupported": "edit", "replies_to": str(said.message_id), "photos": [], "album": None}
    )


def _tapped(tap: Tap, channel: str, update_id: int, now: datetime) -> Message | None:
    if tap.message is None or tap.message.chat.type != "private":
        return None
    named = _PRESSED.fullmatch(clean(tap.data or ""))
    return Message(
        **_who(tap.from_user),
        channel=channel,
        external_id=f"u{update_id}",
        pressed=Pressed(ask=int(named[1]), choice=named[2]) if named else None,
        unsupported=None if named else "button",
        sent_at=now,
    )


def _membership(change: Membership, channel: str, update_id: int) -> Message | None:
    event = _EVENTS.get(change.new_chat_member.status)
    if change.chat.type != "private" or event is None:
        return None
    return Message(
        **_who(change.from_user),
        channel=channel,
        external_id=f"u{update_id}",
        event=event,
        sent_at=_aware(change.date),
    )


def _who(user: User) -> dict[str, str | None]:
    language = _LANGUAGE.fullmatch(user.language_code or "")
    return {
        "urn": f"telegram:{user.id}",
        "name": clean(user.full_name).strip()[:_MAX_NAME],
        "language": language[1].lower() if language else None,
    }


def _own_phone(said: Said, phones: PhoneHash | None) -> str | None:
    """The sender's own number as Telegram vouches for it: a contact that carries its sender's id."""
    contact, sender = said.contact, said.from_user
    if phones is None or contact is None or sender is None or contact.user_id != sender.id:
        return None
    return phones(clean(contact.phone_number))


def _point(said: Said) -> Point | None:
    place = said.location or (said.venue.location if said.venue else None)
    if place is None:
        return None
    lat, lon = float(place.latitude), float(place.longitude)
    on_earth = math.isfinite(lat) and math.isfinite(lon) and abs(lat) <= 90 and abs(lon) <= 180
    return Point(lat=lat, lon=lon) if on_earth else None


def _replies_to(said: Said) -> str | None:
    answered = said.reply_to_message
    if answered is None:
        return None
    by_bot = answered.from_user is not None and answered.from_user.is_bot
    return caption_id(answered.message_id) if by_bot and answered.caption else str(answered.message_id)


def _aware(moment: datetime) -> datetime:
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
