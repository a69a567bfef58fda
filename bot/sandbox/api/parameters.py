"""What a bot passed to a method, in any of the forms that Telegram takes."""

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from aiohttp import BodyPartReader, web

from bot.sandbox.api_error import bad_request
from bot.sandbox.wire import Json


@dataclass(frozen=True)
class Upload:
    """A file that came along with a call."""

    name: str
    mime: str
    data: bytes


class Parameters:
    """The parameters of one call by name."""

    def __init__(self, values: Mapping[str, Any], uploads: Mapping[str, Upload] | None = None) -> None:
        self._values = {name: value for name, value in values.items() if value is not None}
        self._uploads = dict(uploads or {})

    def text(self, name: str) -> str:
        """A parameter as it was written, empty when it is missing."""
        value = self._values.get(name, "")
        return value if isinstance(value, str) else json.dumps(value)

    def integer(self, name: str, default: int = 0) -> int:
        """A whole number."""
        try:
            return int(self.text(name) or default)
        except ValueError:
            raise bad_request(f'parameter "{name}" must be an Integer') from None

    def number(self, name: str) -> float | None:
        """A number, or nothing when it is missing."""
        try:
            value = float(self.text(name)) if self.text(name) else None
        except ValueError:
            raise bad_request(f'parameter "{name}" must be a Number') from None
        return value if value is None or math.isfinite(value) else None

    def flag(self, name: str) -> bool:
        """Whether something was switched on."""
        return self.text(name).lower() in {"true", "1", "yes"}

    def data(self, name: str) -> Any:
        """A parameter that is written as JSON, or nothing when it is missing."""
        value = self._values.get(name)
        if not isinstance(value, str):
            return value
        if not value:
            return None
        try:
            return json.loads(value)
        except ValueError:
            raise bad_request(f"can't parse {name.replace('_', ' ')} JSON object") from None

    def objects(self, name: str) -> list[Json]:
        """A list of JSON objects, empty when it is missing."""
        value = self.data(name) or []
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            raise bad_request(f"can't parse {name.replace('_', ' ')}: expected an Array of Objects")
        return value

    def upload(self, name: str) -> Upload | None:
        """The file in the part of this name."""
        return self._uploads.get(name)

    def written(self) -> Json:
        """All parameters as they were written, without the files."""
        return dict(self._values)

    def __contains__(self, name: str) -> bool:
        return name in self._values


async def read(request: web.Request) -> Parameters:
    """The parameters of a call from its query and its body, whatever the body's form."""
    values: dict[str, Any] = dict(request.query)
    uploads: dict[str, Upload] = {}
    match request.content_type:
        case "application/json":
            body = await request.read()
            values |= _object(body) if body.strip() else {}
        case "application/x-www-form-urlencoded":
            values |= {name: value for name, value in (await request.post()).items() if isinstance(value, str)}
        case "multipart/form-data":
            async for part in await request.multipart():
                if isinstance(part, BodyPartReader):
                    await _part(part, values, uploads)
        case _:
            await request.read()
    return Parameters(values, uploads)


def _object(body: bytes) -> Json:
    try:
        value = json.loads(body)
    except ValueError:
        raise bad_request("can't parse JSON object") from None
    if not isinstance(value, dict):
        raise bad_request("object expected")
    return value


async def _part(part: BodyPartReader, values: dict[str, Any], uploads: dict[str, Upload]) -> None:
    name = part.name or ""
    data = bytes(await part.read(decode=True))
    if part.filename is None:
        values[name] = data.decode("utf-8", "replace")
    else:
        mime = part.headers.get("Content-Type", "application/octet-stream")
        uploads[name] = Upload(part.filename, mime, data)
