"""What a reply becomes on Telegram: one message or several, the buttons under the last."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.channels.splitting import split, units
from bot.conversation.message import Point
from bot.conversation.reply import Rendered

TEXT_LIMIT = 4096
CAPTION_LIMIT = 1024
ALBUM_LIMIT = 10


@dataclass(frozen=True)
class Keys:
    """What can be pressed under a message: rows of (label, payload), or one key that shares position or number."""

    buttons: Sequence[Sequence[tuple[str, str]]] = ()
    point_button: str | None = None
    phone_button: str | None = None

    def __bool__(self) -> bool:
        return bool(self.buttons or self.point_button or self.phone_button)


@dataclass(frozen=True)
class TextPart:
    """Words."""

    text: str
    keys: Keys = field(default_factory=Keys)


@dataclass(frozen=True)
class PhotoPart:
    """A picture with or without a caption."""

    photo: bytes
    caption: str = ""
    keys: Keys = field(default_factory=Keys)


@dataclass(frozen=True)
class AlbumPart:
    """Pictures that belong together; nothing can be pressed under them."""

    photos: Sequence[bytes]


@dataclass(frozen=True)
class PlacePart:
    """A pin on the map."""

    point: Point
    keys: Keys = field(default_factory=Keys)


Part = TextPart | PhotoPart | AlbumPart | PlacePart


def keys_of(rendered: Rendered) -> Keys:
    """What can be pressed; Telegram has room for one kind only, and answers go before the position."""
    if rendered.buttons:
        return Keys(rendered.buttons)
    return Keys(point_button=rendered.point_button, phone_button=rendered.phone_button)


def plan(rendered: Rendered, photos: Sequence[bytes]) -> list[Part]:
    """The messages to send, in order; none when there is nothing to say."""
    keys = keys_of(rendered)
    text = rendered.text.strip()
    if len(photos) == 1 and units(text) <= CAPTION_LIMIT:
        return [*_place(rendered), PhotoPart(photos[0], text, keys)]
    parts = [*_place(rendered), *_pictures(photos, keys_follow=bool(text) or not keys)]
    if texts := split(text, TEXT_LIMIT):
        return [*parts, *map(TextPart, texts[:-1]), TextPart(texts[-1], keys)]
    return [*parts[:-1], _with_keys(parts[-1], keys)] if parts else []


def weight(part: Part) -> int:
    """How many messages Telegram counts it for."""
    return len(part.photos) if isinstance(part, AlbumPart) else 1


def _place(rendered: Rendered) -> list[Part]:
    return [PlacePart(rendered.point)] if rendered.point else []


def _pictures(photos: Sequence[bytes], *, keys_follow: bool) -> list[Part]:
    if not keys_follow and photos:
        return [*_pictures(photos[:-1], keys_follow=True), PhotoPart(photos[-1])]
    groups = [photos[start : start + ALBUM_LIMIT] for start in range(0, len(photos), ALBUM_LIMIT)]
    return [AlbumPart(group) if len(group) > 1 else PhotoPart(group[0]) for group in groups]


def _with_keys(part: Part, keys: Keys) -> Part:
    match part:
        case PhotoPart(photo=photo, caption=caption):
            return PhotoPart(photo, caption, keys)
        case PlacePart(point=point):
            return PlacePart(point, keys)
    return part
