"""Methods that send and hand out files."""

from typing import Any

from bot.sandbox import picture
from bot.sandbox.api.call import Call
from bot.sandbox.api.parameters import Upload
from bot.sandbox.api_error import ApiError, bad_request
from bot.sandbox.files import FileStore, StoredFile
from bot.sandbox.wire import Json

MAX_UPLOAD = 50 * 1024 * 1024
MAX_PHOTO = 10 * 1024 * 1024
MAX_DOWNLOAD = 20 * 1024 * 1024

_PREVIEW = 320


def send_photo(call: Call) -> Json:
    """Show a picture."""
    chat = call.chat()
    caption = call.formatted("caption").fields("caption")
    return call.send(chat, {"photo": _photo(call, "photo", call.parameters.text("photo")), **caption}).wire


def send_document(call: Call) -> Json:
    """Hand over a file as it is."""
    chat = call.chat()
    caption = call.formatted("caption").fields("caption")
    return call.send(chat, {"document": _document(call, "document", call.parameters.text("document")), **caption}).wire


def send_media_group(call: Call) -> list[Json]:
    """Show an album."""
    chat = call.chat()
    items = call.parameters.objects("media")
    if not 2 <= len(items) <= 10:
        raise bad_request("wrong number of messages in the album: 2-10 expected")
    contents = [_item(call, item) for item in items]
    if len({"photo" in content for content in contents}) > 1:
        raise bad_request("document can't be mixed with other media types")
    group = str(call.account.last_message_id + 10**12)
    return [call.send(chat, {**content, "media_group_id": group}).wire for content in contents]


def get_file(call: Call) -> Json:
    """Where a file can be downloaded."""
    file = call.account.files.find(call.parameters.text("file_id"))
    if file is None:
        raise bad_request("invalid file_id")
    if len(file.data) > MAX_DOWNLOAD:
        raise bad_request("file is too big")
    return {**file.reference(), "file_path": file.path}


def keep_photo(files: FileStore, data: bytes) -> list[Json]:
    """Keep a picture in the sizes that Telegram makes of it, smallest first."""
    found = picture.read(data)
    if found is None:
        raise bad_request("IMAGE_PROCESS_FAILED")
    long, short = max(found.width, found.height), min(found.width, found.height)
    if not short or long + short > 10_000 or long > 20 * short:
        raise bad_request("PHOTO_INVALID_DIMENSIONS")
    data = picture.without_exif(data)
    scale = min(1.0, _PREVIEW / long)
    widths = {(max(1, round(found.width * scale)), max(1, round(found.height * scale))), (found.width, found.height)}
    return [photo_size(files.add("photo", data, mime=found.mime, width=w, height=h)) for w, h in sorted(widths)]


def photo_size(file: StoredFile) -> Json:
    """One size of a photo, as messages carry it."""
    return {**file.reference(), "width": file.width, "height": file.height}


def keep_document(files: FileStore, upload: Upload) -> Json:
    """Keep a file, untouched, under its name."""
    file = files.add("document", upload.data, mime=upload.mime, name=upload.name)
    return document(file)


def document(file: StoredFile) -> Json:
    """A file as messages carry it."""
    return {**file.reference(), "file_name": file.name, "mime_type": file.mime}


def _item(call: Call, item: Json) -> Json:
    kind, media = item.get("type"), str(item.get("media", ""))
    if kind not in {"photo", "document"}:
        raise bad_request("can't parse InputMedia: type must be photo or document in the sandbox")
    words = call.read(
        str(item.get("caption") or ""), str(item.get("parse_mode") or ""), item.get("caption_entities") or []
    )
    content: Any = _photo(call, "media", media) if kind == "photo" else _document(call, "media", media)
    return {kind: content, **words.fields("caption")}


def _photo(call: Call, field: str, value: str) -> list[Json]:
    found = _source(call, field, value, "photo")
    if isinstance(found, StoredFile):
        return [photo_size(found)]
    if len(found.data) > MAX_PHOTO:
        raise bad_request("file is too big")
    return keep_photo(call.account.files, found.data)


def _document(call: Call, field: str, value: str) -> Json:
    found = _source(call, field, value, "document")
    return document(found) if isinstance(found, StoredFile) else keep_document(call.account.files, found)


def _source(call: Call, field: str, value: str, kind: str) -> Upload | StoredFile:
    upload = call.parameters.upload(value.removeprefix("attach://") if value.startswith("attach://") else field)
    if upload is not None:
        if not upload.data:
            raise bad_request("file must be non-empty")
        if len(upload.data) > MAX_UPLOAD:
            raise ApiError(413, "Request Entity Too Large")
        return upload
    if not value or value.startswith("attach://"):
        raise bad_request(f"there is no {kind} in the request")
    if value.startswith(("http://", "https://")):
        raise bad_request("failed to get HTTP URL content: the sandbox has no network")
    file = call.account.files.find(value)
    if file is None:
        raise bad_request("wrong file identifier/HTTP URL specified")
    if file.kind != kind:
        raise bad_request(f"can't use file of type {file.kind.title()} as {kind.title()}")
    return file
