"""What a person sent, whatever the channel it came by."""

from datetime import datetime
from enum import StrEnum

from pydantic import BaseModel, ConfigDict

MAX_TEXT = 20_000
"""Characters of a message that are kept; more is cut, and the person is told."""


class Event(StrEnum):
    """What happened to the connection itself, without a word said."""

    BLOCKED = "blocked"
    UNBLOCKED = "unblocked"


class Point(BaseModel):
    """A shared position, WGS 84 degrees."""

    model_config = ConfigDict(frozen=True)

    lat: float
    lon: float


class Photo(BaseModel):
    """A picture that stays with its channel until somebody needs the bytes; `file_id` is the channel's own.

    One that was sent as a file still holds all that its camera noted, and may be no picture at all.
    """

    model_config = ConfigDict(frozen=True)

    file_id: str
    channel: str
    is_file: bool = False


class Pressed(BaseModel):
    """A button that was pressed: the ask it stood under and the choice it named."""

    model_config = ConfigDict(frozen=True)

    ask: int
    choice: str


class Message(BaseModel):
    """One thing a person sent. `external_id` is unique within the channel and makes receiving idempotent.

    `language` is what the channel's app is set to (ISO 639-1), a hint for the very first word. `album` groups photos
    that arrive one by one. `unsupported` names content that Agora can't read (a sticker, a voice note). `taken` is
    where a picture sent as a file says that it was taken; `unusable` is why such a picture can't be used (see
    `backend.errors.PictureUnusable`), and it is not among `photos` then.
    `phone` is the keyed hash of a telephone number that the channel vouches to be the sender's own.
    """

    model_config = ConfigDict(frozen=True)

    channel: str
    external_id: str
    urn: str
    name: str = ""
    language: str | None = None
    text: str = ""
    point: Point | None = None
    photos: list[Photo] = []
    pressed: Pressed | None = None
    replies_to: str | None = None
    album: str | None = None
    event: Event | None = None
    unsupported: str | None = None
    taken: Point | None = None
    unusable: str | None = None
    phone: str | None = None
    sent_at: datetime

    @property
    def has_files(self) -> bool:
        """Whether a picture came as a file, with all that its camera noted."""
        return any(photo.is_file for photo in self.photos)
