"""Text messages as a channel, over one gateway or several."""

import asyncio
import logging
from collections.abc import Mapping, Sequence
from types import TracebackType
from typing import Self

from bot.channels.channel import Blocked, TryAgain, Undeliverable
from bot.channels.sms.gateway import Accepted, Gateway, Refused, Retry, Unknown
from bot.channels.sms.ledger import CHANNEL, DOUBT, Draft, Ledger
from bot.channels.sms.segments import segmented
from bot.conversation.reply import Rendered
from storage.phones import Phone, TextState

_log = logging.getLogger(__name__)


class SmsChannel:
    """Sends each text by the gateway that its phone wrote to, or else by the one whose prefix fits best."""

    name = CHANNEL

    def __init__(self, gateways: Sequence[Gateway], ledger: Ledger) -> None:
        self.gateways: Mapping[str, Gateway] = {gateway.name: gateway for gateway in gateways}
        self._ledger = ledger

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        for gateway in self.gateways.values():
            await gateway.close()

    async def send(self, address: str, rendered: Rendered, photos: Sequence[bytes]) -> str:
        """Send a text and return our name for it; what may have been sent before is not sent again."""
        if rendered.reference is None or not rendered.text.strip():
            raise Undeliverable("nothing to send")
        text = segmented(rendered.text)
        draft = Draft(rendered.reference, text, rendered.regardless)
        attempt = await asyncio.to_thread(self._ledger.begin, address, draft, self._gateway_for)
        match attempt.verdict:
            case "sent":
                return attempt.token
            case "wait":
                raise TryAgain(attempt.why, DOUBT.total_seconds() / 2)
            case "impossible":
                raise Undeliverable(attempt.why)
        outcome = await self.gateways[attempt.gateway].send(attempt.token, attempt.number, text)
        return await self._noted(attempt.token, outcome)

    async def change(self, address: str, external_id: str, rendered: Rendered) -> None:
        """What was sent to a phone stays as it is."""
        raise Undeliverable("a text message can't be changed")

    async def settle(self, address: str, external_id: str) -> None:
        """There are no buttons to take away."""

    async def fetch(self, file_id: str) -> bytes:
        """There are no pictures."""
        raise Undeliverable("a text message has no pictures")

    async def _noted(self, token: str, outcome: Accepted | Retry | Refused | Unknown) -> str:
        match outcome:
            case Accepted(provider_id=provider_id):
                await asyncio.to_thread(self._ledger.note, token, TextState.QUEUED, provider_id=provider_id)
                return token
            case Retry(reason=reason, after=after):
                await asyncio.to_thread(self._ledger.note, token, TextState.RETRY, code=reason)
                raise TryAgain(reason, after)
            case Unknown(reason=reason):
                await asyncio.to_thread(self._ledger.note, token, TextState.UNKNOWN, code=reason)
                raise TryAgain(f"unknown whether it was sent: {reason}", DOUBT.total_seconds())
            case Refused(code=code, opted_out=True):
                await asyncio.to_thread(self._ledger.note, token, TextState.REFUSED, code=code)
                await asyncio.to_thread(self._ledger.stopped, token)
                raise Blocked(code)
            case Refused(code=code):
                await asyncio.to_thread(self._ledger.note, token, TextState.REFUSED, code=code)
                raise Undeliverable(code)

    def _gateway_for(self, phone: Phone, number: str) -> str:
        """The gateway of the longest prefix; among equals the one that the phone wrote to."""
        fitting = [
            (max((len(prefix) for prefix in gateway.prefixes if number.startswith(prefix)), default=0), name)
            for name, gateway in self.gateways.items()
            if not gateway.prefixes or any(number.startswith(prefix) for prefix in gateway.prefixes)
        ]
        longest = max((length for length, _ in fitting), default=0)
        best = [name for length, name in fitting if length == longest]
        return phone.gateway if phone.gateway in best else next(iter(best), "")
