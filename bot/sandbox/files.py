"""The files that passed through a bot."""

import base64
from dataclasses import dataclass

from bot.sandbox.wire import Json

_FOLDERS = {"photo": "photos", "document": "documents", "sticker": "stickers", "voice": "voice"}
_PREFIXES = {"photo": "AgACAgIAAx", "document": "BQACAgIAAx", "sticker": "CAACAgIAAx", "voice": "AwACAgIAAx"}


@dataclass(frozen=True)
class StoredFile:
    """A file under the id that one bot knows it by."""

    file_id: str
    unique_id: str
    path: str
    kind: str
    data: bytes
    mime: str = "application/octet-stream"
    name: str = ""
    width: int = 0
    height: int = 0

    def reference(self) -> Json:
        """The fields by which a message or an answer points to the file."""
        return {"file_id": self.file_id, "file_unique_id": self.unique_id, "file_size": len(self.data)}


class FileStore:
    """One bot's files, by id and by download path; another bot's ids mean nothing here."""

    def __init__(self, bot_id: int) -> None:
        self._bot_id = bot_id
        self._count = 0
        self._by_id: dict[str, StoredFile] = {}
        self._by_path: dict[str, StoredFile] = {}

    def add(self, kind: str, data: bytes, *, mime: str, name: str = "", width: int = 0, height: int = 0) -> StoredFile:
        """Keep a file."""
        self._count += 1
        number = f"{self._bot_id}:{kind}:{self._count}"
        file = StoredFile(
            file_id=_PREFIXES[kind] + _letters(number + ":id"),
            unique_id="AQAD" + _letters(number)[-12:],
            path=f"{_FOLDERS[kind]}/file_{self._count}{_suffix(name, mime)}",
            kind=kind,
            data=data,
            mime=mime,
            name=name,
            width=width,
            height=height,
        )
        self._by_id[file.file_id] = file
        self._by_path[file.path] = file
        return file

    def find(self, file_id: str) -> StoredFile | None:
        """The file of this id."""
        return self._by_id.get(file_id)

    def at(self, path: str) -> StoredFile | None:
        """The file at this download path."""
        return self._by_path.get(path)


def _letters(text: str) -> str:
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


def _suffix(name: str, mime: str) -> str:
    if "." in name:
        return "." + name.rpartition(".")[2]
    known = {"image/jpeg": ".jpg", "image/png": ".png", "image/webp": ".webp", "image/gif": ".gif", "audio/ogg": ".oga"}
    return known.get(mime, "")
