"""The private chat of one person with one bot."""

from dataclasses import dataclass, field

from bot.sandbox.person import Person
from bot.sandbox.wire import Json

_OWN = ("text", "caption", "photo", "location", "document", "contact", "sticker", "voice", "poll")


@dataclass
class ChatMessage:
    """A message that stands in a chat, with what only its two sides know of it."""

    wire: Json
    by_bot: bool
    reactions: dict[str, str] = field(default_factory=dict)

    @property
    def id(self) -> int:
        """The message's number in the chat."""
        return int(self.wire["message_id"])

    @property
    def text(self) -> str:
        """The words of the message, wherever they stand in it."""
        return str(self.wire.get("text") or self.wire.get("caption") or "")

    @property
    def content(self) -> str:
        """What kind of message it is."""
        return next((kind for kind in reversed(_OWN) if kind in self.wire and kind != "caption"), "text")

    def view(self) -> Json:
        """The message as the person's phone shows it."""
        return {**self.wire, "by_bot": self.by_bot, "content": self.content, "reactions": self.reactions}

    def quoted(self) -> Json:
        """The message as it stands in an answer to it."""
        return {key: value for key, value in self.wire.items() if key != "reply_to_message"}


@dataclass
class Chat:
    """A chat as it stands: who, what was said, and whether the bot may write at all."""

    person: Person
    started: bool = False
    blocked: bool = False
    keyboard: Json | None = None
    messages: dict[int, ChatMessage] = field(default_factory=dict)

    def newest_first(self) -> list[ChatMessage]:
        """The messages from the last to the first."""
        return list(reversed(self.messages.values()))

    def transcript(self) -> str:
        """The chat as plain text, a line for each line said, buttons in brackets."""
        lines: list[str] = []
        for message in self.messages.values():
            who = message.wire["from"]["first_name"] if message.by_bot else self.person.name
            said = message.text if message.content == "text" else f"<{message.content}> {message.text}".strip()
            lines.append(f"{who}: {said}")
            rows = message.wire.get("reply_markup", {}).get("inline_keyboard", [])
            lines += ["  " + " ".join(f"[{button['text']}]" for button in row) for row in rows]
        return "\n".join(lines)
