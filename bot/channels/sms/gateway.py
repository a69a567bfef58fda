"""What a gateway is: it takes a text message for a number, and says how sure it is that it took it."""

from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from bot.channels.sms.segments import Segmented


@dataclass(frozen=True)
class Accepted:
    """The gateway has it; `provider_id` is its own name for it, where it gives one."""

    provider_id: str | None = None


@dataclass(frozen=True)
class Retry:
    """The gateway surely did not take it; later it may. `after` is in seconds when it says how long."""

    reason: str
    after: float | None = None


@dataclass(frozen=True)
class Refused:
    """The gateway will never take it; `opted_out` when the recipient told the gateway itself to stop."""

    code: str
    opted_out: bool = False


@dataclass(frozen=True)
class Unknown:
    """Nobody can say whether it was taken: it must not be sent again before somebody knows."""

    reason: str


Outcome = Accepted | Retry | Refused | Unknown


class Gateway(Protocol):
    """A way to phones."""

    @property
    def name(self) -> str:
        """The gateway's name in the ledger."""
        ...

    @property
    def prefixes(self) -> tuple[str, ...]:
        """The beginnings of the numbers (E.164) that it serves; empty for all."""
        ...

    async def send(self, token: str, number: str, text: Segmented) -> Outcome:
        """Send a text; receipts name it by the token."""
        ...

    async def close(self) -> None:
        """Hang up."""
        ...


@runtime_checkable
class BringsPictures(Protocol):
    """A gateway that keeps the pictures of an MMS until they are fetched."""

    async def fetch(self, name: str) -> bytes:
        """A picture's bytes by the gateway's own name; raises DeliveryError or PictureUnusable."""
        ...
