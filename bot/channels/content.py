"""What is in a message of Telegram beside its words."""

import telegram

from bot.channels.lean import aiogram
from bot.conversation.message import Photo

Said = aiogram.types.Message | telegram.Message

_UNSUPPORTED = (
    "contact",
    "sticker",
    "voice",
    "video",
    "video_note",
    "audio",
    "animation",  # before the document that every animation also pretends to be
    "poll",
    "dice",
    "game",
    "story",
    "checklist",
    "document",
)

_NOT_SAID = (
    "pinned_message",
    "message_auto_delete_timer_changed",
    "write_access_allowed",
    "chat_background_set",
    "connected_website",
)
"""What Telegram itself reports in a private chat: nobody said it, nobody awaits an answer."""

_MAX_ID = 300

DOWNLOAD_LIMIT = 20 * 1024 * 1024
"""Bytes of a file that Telegram hands out to a bot."""


def clean(text: str) -> str:
    """The text without what no database can keep: zero bytes and halves of characters."""
    return text.replace("\x00", "").encode("utf-8", "replace").decode("utf-8")


def caption_id(message_id: int) -> str:
    """The id of a message whose words stand under a picture: Telegram changes those in another way."""
    return f"c{message_id}"


def photos(said: Said, channel: str) -> list[Photo]:
    """The picture in a message, in its largest size, or sent as a file."""
    if said.photo:
        sizes = {size.width * size.height: size.file_id for size in said.photo}
        return [Photo(file_id=clean(sizes[max(sizes)])[:_MAX_ID], channel=channel)]
    file = _picture_file(said)
    if file is not None and not is_too_big(said):
        return [Photo(file_id=clean(file.file_id)[:_MAX_ID], channel=channel, is_file=True)]
    return []


def is_too_big(said: Said) -> bool:
    """Whether a picture was sent as a file that Telegram does not hand out to bots."""
    file = _picture_file(said)
    return file is not None and (file.file_size or 0) > DOWNLOAD_LIMIT


def album(said: Said) -> str | None:
    """What photos that were sent together have in common."""
    return clean(said.media_group_id)[:_MAX_ID] if said.media_group_id else None


def unsupported(said: Said, *, is_placed: bool) -> str | None:
    """The name of content that the city can't read, if that is what was sent."""
    if said.photo or is_placed or _picture_file(said):
        return None
    if said.location or said.venue:
        return "location"
    found = next((kind for kind in _UNSUPPORTED if getattr(said, kind, None)), None)
    return found or (None if said.text else "other")


def is_empty(said: Said) -> bool:
    """Whether nobody said anything: Telegram only notes that something happened in the chat."""
    return any(getattr(said, kind, None) for kind in _NOT_SAID)


def _picture_file(said: Said) -> aiogram.types.Document | telegram.Document | None:
    """A file that claims to be a picture: by its type, or by its name where the type says nothing."""
    file = said.document
    if file is None or said.animation:
        return None
    mime = file.mime_type or ""
    # A drawing in SVG is a program, and Telegram takes it for a photo in neither direction.
    named = mime in _TELLS_NOTHING and (file.file_name or "").lower().endswith(_ENDINGS)
    return file if named or (mime.startswith("image/") and "svg" not in mime) else None


_TELLS_NOTHING = ("", "application/octet-stream")
_ENDINGS = (".jpg", ".jpeg", ".png", ".webp", ".heic", ".heif")
