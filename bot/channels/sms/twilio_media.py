"""Pictures by phone: what Twilio keeps of an MMS, named in its webhook and handed out to whoever has the account.

It answers with a redirection to a place that is open for some hours; the account's password stays behind
(https://www.twilio.com/docs/messaging/api/media-resource).
"""

import re
import time
from collections.abc import Mapping
from http import HTTPStatus
from urllib.parse import urlsplit

import requests

from backend.errors import PictureUnusable
from bot.channels.channel import TryAgain, Undeliverable

API = "https://api.twilio.com"
LARGEST = 5 * 1024 * 1024
"""Bytes that an MMS may have at Twilio, all its parts together."""
_MOST = 10
_PATIENCE = 10.0
"""Seconds for a picture: less than its message waits for it (`bot.unpacking`)."""
_CHUNK = 64 * 1024


def pictures(form: Mapping[str, str], account: str) -> tuple[str, ...]:
    """The paths of the pictures in a message, of this account only: what else stands in the form is not fetched."""
    own = re.compile(rf"/2010-04-01/Accounts/{re.escape(account)}/Messages/\w{{1,64}}/Media/\w{{1,64}}")
    found = []
    for place in range(_count(form)):
        path = urlsplit(form.get(f"MediaUrl{place}", "")).path
        if _is_picture(form.get(f"MediaContentType{place}", "")) and own.fullmatch(path):
            found.append(path)
    return tuple(found)


def _count(form: Mapping[str, str]) -> int:
    count = form.get("NumMedia", "0")
    return min(int(count), _MOST) if count.isascii() and count.isdecimal() else 0


def _is_picture(kind: str) -> bool:
    # A drawing in SVG is a program.
    return kind.startswith("image/") and "svg" not in kind


def fetched(url: str, account: str, token: str) -> bytes:
    """A picture's bytes; raises TryAgain, Undeliverable, or PictureUnusable for one that is too big."""
    try:
        with requests.get(url, auth=(account, token), timeout=_PATIENCE, stream=True) as answer:
            status = answer.status_code
            if status == HTTPStatus.TOO_MANY_REQUESTS or status >= HTTPStatus.INTERNAL_SERVER_ERROR:
                raise TryAgain(f"Twilio says {status}")
            if status != HTTPStatus.OK:
                raise Undeliverable(f"Twilio says {status}")
            return _read(answer)
    except requests.exceptions.RequestException as error:
        raise TryAgain(type(error).__name__) from None


def _read(answer: requests.Response) -> bytes:
    begun, content = time.monotonic(), bytearray()
    for chunk in answer.iter_content(_CHUNK):
        content += chunk
        if len(content) > LARGEST:
            raise PictureUnusable("too-big")
        if time.monotonic() - begun > _PATIENCE:
            raise TryAgain("its picture is too slow")
    return bytes(content)
