"""What the control API takes, one model for each thing a person can do."""

from pydantic import BaseModel, ConfigDict, Field

from bot.sandbox.faults import Cut, Failure, Flood


class Body(BaseModel):
    """A JSON body; a field that nobody knows is a mistake worth telling."""

    model_config = ConfigDict(extra="forbid", coerce_numbers_to_str=True)


class OpenPhone(Body):
    """Open a phone for a person of this name, its apps in this language."""

    person: str = Field(min_length=1, max_length=64, pattern=r"\S")
    language: str | None = Field(default=None, pattern=r"^[A-Za-z]{2,3}(-[A-Za-z0-9]+)*$")


class Act(OpenPhone):
    """Something that a person does in the chat with a bot."""

    bot: str = "residents"


class Start(Act):
    """Press Start, or follow a deep link with its payload."""

    payload: str = Field(default="", max_length=64, pattern=r"^[A-Za-z0-9_-]*$")


class Speech(Act):
    """Something sent into a chat; `open` presses Start silently when nobody did, `reply_to` answers a message."""

    reply_to: int | None = None
    open: bool = True


class Say(Speech):
    """Send words."""

    text: str = Field(min_length=1, max_length=4096)


class Tap(Act):
    """Tap a button by its label or by its data, on the newest message that has it or on a given one."""

    label: str | None = None
    data: str | None = None
    message_id: int | None = None


class SendFile(Speech):
    """Send a picture, document, sticker or voice note: bytes in base64, or a sample."""

    caption: str = Field(default="", max_length=1024)
    base64: str | None = None
    sample: str | None = None
    filename: str | None = None
    mime: str = "application/octet-stream"


class SendAlbum(Speech):
    """Send several pictures at once, by sample names or base64."""

    caption: str = Field(default="", max_length=1024)
    samples: list[str] = []
    base64: list[str] = []


class SendLocation(Speech):
    """Send a place, with the accuracy that the phone claims, in metres."""

    lat: float = Field(ge=-90, le=90)
    lon: float = Field(ge=-180, le=180)
    accuracy: float | None = Field(default=None, ge=0, le=1500)


class SendContact(Speech):
    """Send a phone number, by default as one's own."""

    phone: str = Field(min_length=3, max_length=20)
    name: str | None = None


class EditText(Act):
    """Change words that one sent."""

    message_id: int
    text: str = Field(min_length=1, max_length=4096)


class React(Act):
    """Put an emoji on a message; an empty one takes it away."""

    message_id: int
    emoji: str = "👍"


class Vote(Act):
    """Choose options of a poll by their places, counted from 0; none takes the vote back."""

    message_id: int
    options: list[int]


class FaultOrder(Body):
    """What is to go wrong, for one bot or for all; only the fields that are given change."""

    bot: str | None = None
    flood: Flood | None = None
    fail: Failure | None = None
    cut: Cut | None = None
    latency: float | None = Field(default=None, ge=0, le=60)
    duplicate: int | None = Field(default=None, ge=0)
    resend_taps: int | None = Field(default=None, ge=0)
    reorder: int | None = Field(default=None, ge=0)


class LimitOrder(Body):
    """How strict the flood limits are, for one bot or for all; only the fields that are given change.

    `shut` refuses whatever is sent for so many seconds.
    """

    bot: str | None = None
    enabled: bool | None = None
    per_second: int | None = Field(default=None, ge=1)
    per_chat: int | None = Field(default=None, ge=1)
    shut: float | None = Field(default=None, ge=0, le=3600)
