"""The line to Telegram: the few calls of the Bot API that Agora makes, in the words of neither library."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from bot.channels.arrival import Update
from bot.channels.channel import TryAgain
from bot.channels.parts import Keys
from bot.conversation.message import Point

ALLOWED_UPDATES = ("message", "edited_message", "callback_query", "my_chat_member")
"""What Agora wants to hear of. Telegram remembers the last list it got, so it is always given."""


class Contested(TryAgain):
    """Somebody else fetches the updates of this bot, by polling or by a webhook."""


@dataclass(frozen=True)
class Webhook:
    """Where Telegram delivers to, as it says itself; `url` is empty when it waits to be asked."""

    url: str
    updates: frozenset[str]


class Line(Protocol):
    """One bot's line. Chats and messages are Telegram's numbers; every call raises DeliveryError."""

    def parse(self, raw: object) -> Update:
        """An update in the library's own form; raises whatever the library raises."""
        ...

    async def updates(self, offset: int, patience: int) -> Sequence[object]:
        """Updates as they came, from `offset` on, which confirms all before it; waits for the first to come."""
        ...

    async def text(self, chat: int, text: str, keys: Keys) -> int:
        """Send words."""
        ...

    async def photo(self, chat: int, photo: bytes, caption: str, keys: Keys) -> int:
        """Send a picture."""
        ...

    async def album(self, chat: int, photos: Sequence[bytes]) -> int:
        """Send pictures that belong together; the first one's number stands for all."""
        ...

    async def place(self, chat: int, point: Point, keys: Keys) -> int:
        """Send a pin on the map."""
        ...

    async def edit_text(self, chat: int, message: int, text: str, keys: Keys) -> None:
        """Change words and buttons."""
        ...

    async def edit_caption(self, chat: int, message: int, caption: str, keys: Keys) -> None:
        """Change the words under a picture and the buttons."""
        ...

    async def drop_buttons(self, chat: int, message: int) -> None:
        """Take the buttons away."""
        ...

    async def answer(self, tap: str) -> None:
        """Let a pressed button stop waiting."""
        ...

    async def download(self, file_id: str) -> bytes:
        """The bytes of a file."""
        ...

    async def webhook(self) -> Webhook:
        """Where updates go now."""
        ...

    async def set_webhook(self, url: str, secret: str) -> None:
        """Have updates brought to an address."""
        ...

    async def delete_webhook(self) -> None:
        """Keep updates until they are asked for; none is dropped."""
        ...

    async def set_commands(self, language: str | None, commands: Sequence[tuple[str, str]]) -> None:
        """Show these commands in the menu, to people with this language or to all others."""
        ...

    async def username(self) -> str:
        """The bot's name as people find it."""
        ...

    async def close(self) -> None:
        """Hang up."""
        ...
