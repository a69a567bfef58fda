"""Twilio and gateways of its shape, by the official library.

Messages and receipts are signed over the public address and the form; answers are sent by REST, never in the webhook's
response, which would give them no identity. Error codes: https://www.twilio.com/docs/api/errors.
"""

import asyncio
import base64
import binascii
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from http import HTTPStatus
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import requests
from twilio.base.exceptions import TwilioRestException
from twilio.http.http_client import TwilioHttpClient
from twilio.http.response import Response
from twilio.request_validator import RequestValidator
from twilio.rest import Client

from bot.channels.sms.gateway import Accepted, Outcome, Refused, Retry, Unknown
from bot.channels.sms.inbound import Arrival
from bot.channels.sms.segments import Segmented
from bot.channels.sms.twilio_media import API, fetched, pictures
from storage.phones import TextState

NAME = "twilio"
OPTED_OUT = 21610
RECEIPTS = {
    "accepted": TextState.QUEUED,
    "scheduled": TextState.QUEUED,
    "queued": TextState.QUEUED,
    "sending": TextState.QUEUED,
    "sent": TextState.SENT,
    "delivered": TextState.DELIVERED,
    "read": TextState.DELIVERED,
    "undelivered": TextState.FAILED,
    "failed": TextState.FAILED,
    "canceled": TextState.FAILED,
}
_WRONG_CREDENTIALS = 20003
_PATIENCE = 15.0
_SHORTEST_CODED = 60


@dataclass(frozen=True)
class TwilioAccess:
    """The account; `public_url` is where Twilio finds us, `url` another server of the same shape."""

    account: str
    token: str
    sender: str
    public_url: str
    url: str | None = None


class Twilio:
    """Sends by the REST API; what may have been accepted before a time-out is not sent again."""

    name = NAME

    def __init__(self, access: TwilioAccess, prefixes: tuple[str, ...] = ()) -> None:
        self.prefixes = prefixes
        self._access = access
        self._http = _QuietClient(access.url)
        self._client = Client(access.account, access.token, http_client=self._http)
        self._validator = RequestValidator(access.token)

    async def send(self, token: str, number: str, text: Segmented) -> Outcome:
        """See `Gateway`."""
        return await asyncio.to_thread(self._send, token, number, text.text)

    async def close(self) -> None:
        """Hang up."""
        if self._http.session is not None:
            self._http.session.close()

    def _send(self, token: str, number: str, words: str) -> Outcome:
        try:
            message = self._client.messages.create(
                to=number,
                from_=self._access.sender,
                body=words,
                status_callback=f"{self._access.public_url}/twilio/status?mid={token}",
            )
        except TwilioRestException as error:
            return outcome_of(error.status, error.code)
        except (requests.exceptions.ConnectTimeout, requests.exceptions.SSLError) as error:
            return Retry(type(error).__name__)
        except requests.exceptions.ConnectionError as error:
            # Refused before a byte was sent; a connection that broke later leaves everything open.
            refused = "NewConnectionError" in repr(error) or "NameResolutionError" in repr(error)
            return Retry("out of reach") if refused else Unknown(type(error).__name__)
        except requests.exceptions.RequestException as error:
            return Unknown(type(error).__name__)
        return Accepted(message.sid)

    def arrival(self, form: Mapping[str, str]) -> Arrival | None:
        """What a phone sent, or nothing for what lacks an id or a sender."""
        id_, sender = form.get("MessageSid") or form.get("SmsSid"), form.get("From")
        if not id_ or not sender:
            return None
        media = pictures(form, self._access.account)
        return Arrival(NAME, id_, sender, _decoded(form.get("Body", "")), datetime.now(UTC), media)

    async def fetch(self, name: str) -> bytes:
        """See `BringsPictures`."""
        url = f"{self._access.url or API}{name}"
        return await asyncio.to_thread(fetched, url, self._access.account, self._access.token)

    def is_signed(self, path: str, form: Mapping[str, str], signature: str) -> bool:
        """Whether Twilio itself calls, by the address as it was configured; `path` is with the query."""
        return bool(self._validator.validate(f"{self._access.public_url}{path}", form, signature))


def outcome_of(status: int, code: int | None) -> Outcome:
    """What an error of the REST API means for the text."""
    if code == OPTED_OUT:
        return Refused(str(code), opted_out=True)
    if status == HTTPStatus.TOO_MANY_REQUESTS or status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        return Retry(f"Twilio says {code or status}")
    if code == _WRONG_CREDENTIALS:
        return Retry("Twilio does not know the account: check AGORA_SMS_TWILIO_ACCOUNT and AGORA_SMS_TWILIO_TOKEN")
    return Refused(str(code or status))


def _decoded(body: str) -> str:
    """Long texts sometimes come in base64; short words are valid base64 too, so only long ones are tried."""
    if len(body) < _SHORTEST_CODED or len(body) % 4 or " " in body:
        return body
    try:
        words = base64.b64decode(body, validate=True).decode()
    except (binascii.Error, UnicodeDecodeError):
        return body
    return words if sum(char.isprintable() or char.isspace() for char in words) >= 0.95 * len(words) else body


class _QuietClient(TwilioHttpClient):  # type: ignore[misc]  # the library has no types
    """Logs nothing, since the library would log numbers; goes to another server where one is named."""

    def __init__(self, url: str | None) -> None:
        super().__init__(timeout=_PATIENCE)
        self._url = url

    def request(self, method: str, url: str, *arguments: Any, **named: Any) -> Response:
        """See `TwilioHttpClient`."""
        if self._url is not None:
            ours, theirs = urlsplit(self._url), urlsplit(url)
            url = urlunsplit((ours.scheme, ours.netloc, theirs.path, theirs.query, ""))
        return super().request(method, url, *arguments, **named)

    def log_request(self, kwargs: dict[str, Any]) -> None:
        """Nothing."""

    def log_response(self, status_code: int, response: Any) -> None:
        """Nothing."""
