"""Sending something other than words: pictures, files, places, numbers."""

import base64
import binascii
import re
from pathlib import Path

from bot.sandbox.api.media import keep_document, keep_photo
from bot.sandbox.api.parameters import Upload
from bot.sandbox.api_error import ApiError
from bot.sandbox.chat import ChatMessage
from bot.sandbox.formatted import Formatted
from bot.sandbox.sim.bodies import SendAlbum, SendContact, SendFile, SendLocation
from bot.sandbox.sim.control_error import ControlError
from bot.sandbox.sim.phone import Phone
from bot.sandbox.wire import Json

DEFAULT_SAMPLE = "pothole"
SAMPLES = Path(__file__).parent.parent / "page" / "samples"


def photo(phone: Phone, order: SendFile) -> ChatMessage:
    """Send a picture; without bytes or a name, some sample."""
    picture = _decoded(order.base64) if order.base64 else sample(order.sample or DEFAULT_SAMPLE)
    return phone.send({"photo": _kept(phone, picture), **_words(order.caption)}, order)


def album(phone: Phone, order: SendAlbum) -> list[ChatMessage]:
    """Send several pictures as one; they reach the bot one by one, the words with the first."""
    pictures = [sample(name) for name in order.samples] + [_decoded(data) for data in order.base64]
    if not 2 <= len(pictures) <= 10:
        raise ControlError(f"an album has 2 to 10 pictures, not {len(pictures)}")
    sizes = [_kept(phone, data) for data in pictures]
    group = str(phone.account.last_message_id + 10**12)
    words = [_words(order.caption)] + [{}] * (len(sizes) - 1)
    contents = [{"photo": size, "media_group_id": group, **said} for size, said in zip(sizes, words, strict=True)]
    return [phone.send(content, order) for content in contents]


def document(phone: Phone, order: SendFile) -> ChatMessage:
    """Send a file, untouched."""
    data = _decoded(order.base64) if order.base64 else sample(order.sample or DEFAULT_SAMPLE)
    mime = order.mime if order.base64 else "image/jpeg"
    upload = Upload(order.filename or ("file" if order.base64 else "photo.jpg"), mime, data)
    return phone.send({"document": keep_document(phone.account.files, upload), **_words(order.caption)}, order)


def sticker(phone: Phone, order: SendFile) -> ChatMessage:
    """Send a sticker."""
    file = phone.account.files.add("sticker", b"RIFF\x1a\x00\x00\x00WEBP", mime="image/webp", width=512, height=512)
    fields = {"type": "regular", "width": 512, "height": 512, "is_animated": False, "is_video": False}
    return phone.send({"sticker": {**file.reference(), **fields, "emoji": order.sample or "👋"}}, order)


def voice(phone: Phone, order: SendFile) -> ChatMessage:
    """Send a voice note."""
    data = _decoded(order.base64) if order.base64 else b"OggS" + bytes(60)
    file = phone.account.files.add("voice", data, mime="audio/ogg")
    return phone.send({"voice": {**file.reference(), "duration": 3, "mime_type": "audio/ogg"}}, order)


def location(phone: Phone, order: SendLocation) -> ChatMessage:
    """Send a place."""
    place: Json = {"latitude": order.lat, "longitude": order.lon}
    if order.accuracy is not None:
        place["horizontal_accuracy"] = order.accuracy
    return phone.send({"location": place}, order)


def contact(phone: Phone, order: SendContact) -> ChatMessage:
    """Send a phone number; one's own carries one's own id, as the app's button makes it."""
    person = phone.chat.person
    fields: Json = {"phone_number": order.phone, "first_name": order.name or person.user()["first_name"]}
    if order.name is None:
        fields["user_id"] = person.id
    return phone.send({"contact": fields}, order)


def sample_names() -> list[str]:
    """The pictures that come with the sandbox, the default first."""
    return sorted((path.stem for path in SAMPLES.glob("*.jpg")), key=lambda name: (name != DEFAULT_SAMPLE, name))


def sample(name: str) -> bytes:
    """One of the pictures that come with the sandbox."""
    if not re.fullmatch(r"[a-z-]+", name) or not (SAMPLES / f"{name}.jpg").is_file():
        raise ControlError(f'there is no sample picture "{name}"; there are: {", ".join(sample_names())}')
    return (SAMPLES / f"{name}.jpg").read_bytes()


def words(text: str) -> Json:
    """What somebody typed, as the fields of a message."""
    said = Formatted(text).trimmed().detected().fields()
    if not said:
        raise ControlError("there is nothing but white space to say")
    return said


def _kept(phone: Phone, data: bytes) -> list[Json]:
    try:
        return keep_photo(phone.account.files, data)
    except ApiError as error:
        raise ControlError(f"Telegram would not take this as a photo: {error.description}") from None


def _decoded(text: str) -> bytes:
    try:
        return base64.b64decode(text.partition(",")[2] if text.startswith("data:") else text, validate=True)
    except binascii.Error as error:
        raise ControlError(f"the base64 is broken: {error}") from None


def _words(caption: str) -> Json:
    return Formatted(caption.strip()).detected().fields("caption")
