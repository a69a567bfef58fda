"""Kannel: the gateway of SMPP aggregators, spoken to over HTTP (POST form of `sendsms`, its user's guide, chapter 6).

It puts what phones send to `/kannel/mo` and tells of receipts at `/kannel/dlr`; both carry a secret in the address,
since it signs nothing.
"""

import hmac
import logging
import secrets
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import urlencode

from aiohttp import ClientConnectorError, ClientError, ClientSession, ClientTimeout, TCPConnector
from aiohttp.web import Request
from multidict import MultiMapping

from bot.channels.sms.gateway import Accepted, Outcome, Refused, Retry, Unknown
from bot.channels.sms.inbound import Arrival
from bot.channels.sms.segments import Encoding, Segmented
from storage.phones import TextState

_log = logging.getLogger(__name__)

NAME = "kannel"
RECEIPTS = {
    "1": TextState.DELIVERED,
    "2": TextState.FAILED,
    "4": TextState.BUFFERED,
    "8": TextState.SENT,
    "16": TextState.REFUSED,
}
_ALL_RECEIPTS = 31
_DATA = "1"
"""The `coding` of messages in eight bits."""
_PATIENCE = ClientTimeout(total=20, sock_connect=5)
_UNITS_PER_PART = 67


@dataclass(frozen=True)
class KannelAccess:
    """Where smsbox listens and how it is opened; `secret` is what it shows us."""

    url: str
    username: str
    password: str
    sender: str
    secret: str


class Kannel:
    """Sends by smsbox's `sendsms`; a connection that was never made is tried again, one that broke is not.

    `callback` is where it finds us for receipts.
    """

    name = NAME

    def __init__(self, access: KannelAccess, prefixes: tuple[str, ...] = ()) -> None:
        self.prefixes = prefixes
        self.callback = ""
        self._access = access
        self._session = ClientSession(timeout=_PATIENCE, connector=TCPConnector(force_close=True))

    async def send(self, token: str, number: str, text: Segmented) -> Outcome:
        """See `Gateway`; parts that Kannel would cut through a character are cut here."""
        if not _cut_badly(text):
            return await self._call(token, number, text.text, text.encoding)
        reference = secrets.randbelow(256)
        outcome: Outcome = Unknown("nothing was sent")
        for position, part in enumerate(text.parts, start=1):
            header = bytes((5, 0, 3, reference, len(text.parts), position))
            outcome = await self._call(token, number, part, text.encoding, header)
            if not isinstance(outcome, Accepted):
                # With a part on its way already, a second attempt would send that one twice.
                return outcome if position == 1 else Unknown(f"part {position} was not taken")
        return outcome

    async def close(self) -> None:
        """Hang up."""
        await self._session.close()

    async def _call(
        self, token: str, number: str, text: str, encoding: Encoding, header: bytes | None = None
    ) -> Outcome:
        headers = {
            "Content-Type": "text/plain; charset=UTF-8",
            "X-Kannel-Username": self._access.username,
            "X-Kannel-Password": self._access.password,
            "X-Kannel-From": self._access.sender,
            "X-Kannel-To": number,
            "X-Kannel-Coding": "2" if encoding is Encoding.UCS2 else "0",
            "X-Kannel-DLR-Mask": str(_ALL_RECEIPTS),
            "X-Kannel-DLR-Url": self._receipts(token),
            **({"X-Kannel-UDH": header.hex()} if header is not None else {}),
        }
        # Not by GET: that is repeated by aiohttp itself when a connection breaks, and so would the message be.
        address = f"{self._access.url}/cgi-bin/sendsms"
        try:
            async with self._session.post(address, data=text.encode(), headers=headers) as answer:
                return _outcome(answer.status, await answer.text(errors="replace"))
        except ClientConnectorError as error:
            return Retry(f"smsbox is out of reach: {type(error).__name__}")
        except (ClientError, TimeoutError) as error:
            return Unknown(type(error).__name__)

    def _receipts(self, token: str) -> str:
        query = urlencode({"mid": token, "k": self._access.secret})
        return f"{self.callback}/kannel/dlr?{query}&type=%d&reply=%A&smscid=%F"

    def knows(self, query: MultiMapping[str]) -> bool:
        """Whether somebody at the door has the secret."""
        given = query.get("k", "").encode("utf-8", "surrogateescape")
        return hmac.compare_digest(given, self._access.secret.encode())

    async def arrival(self, request: Request) -> Arrival | None:
        """What a phone sent, or nothing for what lacks an id or a sender."""
        query = request.query
        if not query.get("id") or not query.get("from"):
            return None
        # Eight bits are no words: a picture, a card, or the news that a picture lies somewhere.
        is_data = query.get("coding") == _DATA
        text = "" if is_data else (await request.read()).decode("utf-8", "replace")
        kind = "picture" if is_data else "other"
        return Arrival(NAME, query["id"], query["from"], text, _moment(query.get("ts", "")), unsupported=kind)


def _outcome(status: int, body: str) -> Outcome:
    if status in (200, 202):
        return Accepted()
    reason = f"smsbox says {status}"
    if status >= 500 or status in (401, 403, 429):
        # A wrong password is put right by somebody, and then what waited goes out.
        return Retry(f"{reason}: {body[:80]}")
    return Refused(f"{reason}: {body[:80]}")


def _cut_badly(text: Segmented) -> bool:
    """Whether Kannel's own cuts, every 67 units, would go through a character."""
    if text.encoding is Encoding.GSM7 or text.segments == 1:
        return False
    raw = text.text.encode("utf-16-be")
    cuts = [raw[start : start + 2 * _UNITS_PER_PART] for start in range(0, len(raw), 2 * _UNITS_PER_PART)]
    return [cut.decode("utf-16-be", "replace") for cut in cuts] != list(text.parts)


def _moment(stamp: str) -> datetime:
    """When the phone sent it; Kannel's %T is in Unix seconds."""
    return datetime.fromtimestamp(int(stamp), UTC) if stamp.isdecimal() and len(stamp) < 12 else datetime.now(UTC)
