"""Text messages as a channel, over one gateway or several."""

from collections.abc import Mapping, Sequence
from functools import partial
from types import TracebackType
from typing import Self

from bot.channels.channel import Blocked, TryAgain, Undeliverable
from bot.channels.sms.gateway import Accepted, BringsPictures, Gateway, Refused, Retry, Unknown
from bot.channels.sms.ledger import DOUBT, Attempt, Draft, Ledger
from bot.channels.sms.receipts import CHANNEL, Receipt
from bot.channels.sms.segments import segmented
from bot.conversation.reply import Rendered
from bot.together import Together
from storage.phones import Phone, TextState


class SmsChannel:
    """Sends each text by the gateway that its phone wrote to, or else by the one whose prefix fits best."""

    name = CHANNEL

    def __init__(self, gateways: Sequence[Gateway], ledger: Ledger) -> None:
        self.gateways: Mapping[str, Gateway] = {gateway.name: gateway for gateway in gateways}
        self._begin = Together[Draft, Attempt](partial(ledger.begin, gateway_for=self._gateway_for))
        self._note = Together[Receipt, bool](ledger.note)

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
        attempt = await self._begin(Draft(rendered.reference, address, text, rendered.regardless))
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
        """The bytes of a picture, where its gateway brings pictures."""
        gateway, _, name = file_id.partition(":")
        match self.gateways.get(gateway):
            case BringsPictures() as other:
                return await other.fetch(name)
        raise Undeliverable("no gateway here brings pictures")

    async def _noted(self, token: str, outcome: Accepted | Retry | Refused | Unknown) -> str:
        match outcome:
            case Accepted(provider_id=provider_id):
                await self._note(Receipt(TextState.QUEUED, token, provider_id=provider_id or ""))
                return token
            case Retry(reason=reason, after=after):
                await self._note(Receipt(TextState.RETRY, token, code=reason))
                raise TryAgain(reason, after)
            case Unknown(reason=reason):
                await self._note(Receipt(TextState.UNKNOWN, token, code=reason))
                raise TryAgain(f"unknown whether it was sent: {reason}", DOUBT.total_seconds())
            case Refused(code=code, opted_out=opted_out):
                await self._note(Receipt(TextState.REFUSED, token, code=code, opted_out=opted_out))
                raise Blocked(code) if opted_out else Undeliverable(code)

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
