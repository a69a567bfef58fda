"""What a channel is: a way in that ends in the inbox, and a way out that the courier uses.

DeliveryError
├── TryAgain     the channel is busy or out of reach; later it may work
├── Blocked      the person does not want to be written to
└── Undeliverable  this message can never be sent; the reason is the channel's own
"""

from collections.abc import Awaitable, Callable, Sequence
from typing import Protocol

from bot.conversation.message import Message
from bot.conversation.reply import Rendered

Intake = Callable[[Sequence[Message]], Awaitable[None]]
"""Stores messages in the inbox and returns once they are committed; only then may the channel acknowledge them."""


class DeliveryError(Exception):
    """A message did not reach the channel."""


class TryAgain(DeliveryError):
    """The channel asks for patience; `after` is in seconds when it says how long."""

    def __init__(self, reason: str, after: float | None = None) -> None:
        super().__init__(reason)
        self.after = after


class Blocked(DeliveryError):
    """The recipient blocked the city or is gone."""


class Undeliverable(DeliveryError):
    """The channel refuses this message for good."""


class Channel(Protocol):
    """One way to reach people. Addresses are urns, such as `telegram:123`."""

    @property
    def name(self) -> str:
        """The channel's name in inbox, outbox and urns."""
        ...

    async def send(self, address: str, rendered: Rendered, photos: Sequence[bytes]) -> str:
        """Send a message and return the channel's id of the part that carries the buttons; raises DeliveryError."""
        ...

    async def change(self, address: str, external_id: str, rendered: Rendered) -> None:
        """Change a message that was sent, text and buttons; raises DeliveryError."""
        ...

    async def settle(self, address: str, external_id: str) -> None:
        """Take the buttons from a message that was sent; raises DeliveryError."""
        ...

    async def fetch(self, file_id: str) -> bytes:
        """The bytes of a picture that somebody sent over this channel; raises DeliveryError or PictureUnusable."""
        ...
