"""One method call and what most methods need of it."""

from dataclasses import dataclass
from typing import Any

from bot.sandbox import keyboard, markup
from bot.sandbox.account import Account
from bot.sandbox.api.parameters import Parameters
from bot.sandbox.api_error import ApiError, bad_request
from bot.sandbox.chat import Chat, ChatMessage
from bot.sandbox.formatted import Formatted, units
from bot.sandbox.sandbox import Sandbox
from bot.sandbox.wire import Json

MAX_TEXT = 4096
MAX_CAPTION = 1024


@dataclass(frozen=True)
class Call:
    """A bot calls a method."""

    sandbox: Sandbox
    account: Account
    method: str
    parameters: Parameters

    def known_chat(self, name: str = "chat_id") -> Chat:
        """The chat that is meant, whether or not the person still listens."""
        written = self.parameters.text(name)
        if not written:
            raise bad_request(f"{name} is empty")
        chat = self.account.chats.get(int(written)) if written.lstrip("-").isdigit() else None
        if chat is None or not chat.started:
            raise bad_request("chat not found")
        return chat

    def chat(self) -> Chat:
        """The chat that the bot wants to write to."""
        chat = self.known_chat()
        if chat.blocked:
            raise ApiError(403, "Forbidden: bot was blocked by the user")
        return chat

    def formatted(self, name: str = "text") -> Formatted:
        """The words to be sent, read as their `parse_mode` says and within Telegram's length."""
        source = self.parameters.text(name)
        given = self.parameters.objects("entities" if name == "text" else f"{name}_entities")
        return self.read(source, self.parameters.text("parse_mode"), given, name)

    def read(self, source: str, mode: str, given: list[Json], name: str = "caption") -> Formatted:
        """Words in a parse mode, or with the entities given."""
        if mode.lower() == "html":
            words = markup.parse(source)
        elif mode:
            raise bad_request("unsupported parse_mode")
        else:
            words = Formatted(source, _within(source, given))
        words = words.trimmed().detected()
        if name == "text" and not words.text:
            raise bad_request("message text is empty")
        if units(words.text) > (MAX_TEXT if name == "text" else MAX_CAPTION):
            raise bad_request("message is too long" if name == "text" else "message caption is too long")
        return words

    def markup(self) -> Json | None:
        """The keyboard that comes with the message."""
        return keyboard.check(self.parameters.data("reply_markup"))

    def answered(self, chat: Chat) -> ChatMessage | None:
        """The message that is answered."""
        given: Any = self.parameters.data("reply_parameters") or {}
        id = given.get("message_id") or self.parameters.integer("reply_to_message_id")
        if not id:
            return None
        message = chat.messages.get(int(id))
        lenient = given.get("allow_sending_without_reply") or self.parameters.flag("allow_sending_without_reply")
        if message is None and not lenient:
            raise bad_request("message to be replied not found")
        return message

    def send(self, chat: Chat, content: Json) -> ChatMessage:
        """Put a message of the bot into the chat, with keyboard and quote as the call says."""
        keys = self.markup()
        quoted = self.answered(chat)
        if quoted:
            content = {**content, "reply_to_message": quoted.quoted()}
        if keys and "inline_keyboard" in keys:
            content = {**content, "reply_markup": keys}
        elif keys and "keyboard" in keys:
            chat.keyboard = keys
        elif keys and keys.get("remove_keyboard"):
            chat.keyboard = None
        if self.parameters.flag("protect_content"):
            content = {**content, "has_protected_content": True}
        message = self.sandbox.post(self.account, chat, content, by_bot=True)
        if keys and "inline_keyboard" not in keys:
            self.sandbox.tell(self.account, chat, "keyboard", keyboard=chat.keyboard)
        self.sandbox.note(self.account, chat, self.method, message)
        return message


def _within(source: str, entities: list[Json]) -> list[Json]:
    end = units(source)
    for entity in entities:
        first, length = entity.get("offset"), entity.get("length")
        if not isinstance(first, int) or not isinstance(length, int) or not 0 <= first < first + length <= end:
            raise bad_request("entity beyond the end of the text: wrong offset or length")
    return [dict(entity) for entity in entities]
