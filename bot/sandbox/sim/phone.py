"""A person's phone, open at the chat with one bot."""

from bot.sandbox.account import Account
from bot.sandbox.chat import Chat, ChatMessage
from bot.sandbox.formatted import Formatted
from bot.sandbox.person import Person
from bot.sandbox.sandbox import Sandbox
from bot.sandbox.sim.bodies import Act, OpenPhone, Speech
from bot.sandbox.sim.control_error import ControlError
from bot.sandbox.wire import Json


class Phone:
    """What a person can do in a chat, with Telegram's own rules about it."""

    def __init__(self, sandbox: Sandbox, act: Act) -> None:
        self.sandbox = sandbox
        self.account = account_of(sandbox, act.bot)
        self.chat: Chat = self.account.chat(open_phone(sandbox, act))

    def start(self, payload: str = "") -> ChatMessage:
        """Press Start; it also lifts a block, as in the app."""
        if self.chat.blocked:
            self.unblock()
        self.chat.started = True
        return self.send(Formatted(f"/start {payload}".strip()).detected().fields())

    def send(self, content: Json, speech: Speech | None = None) -> ChatMessage:
        """Send something to the bot."""
        if self.chat.blocked:
            raise ControlError(f"{self.chat.person.name} has blocked {self.account.bot.alias}: unblock first")
        if not self.chat.started:
            if speech is not None and not speech.open:
                raise ControlError(f"{self.chat.person.name} has not pressed Start in {self.account.bot.alias}")
            self.chat.started = True
        if speech is not None and speech.reply_to is not None:
            content = {**content, "reply_to_message": self.message(speech.reply_to).quoted()}
        message = self.sandbox.post(self.account, self.chat, content, by_bot=False)
        self._put_keyboard_away()
        self.sandbox.push(self.account, "message", message.wire)
        return message

    def message(self, id: int) -> ChatMessage:
        """A message of this chat."""
        message = self.chat.messages.get(id)
        if message is None:
            raise ControlError(f"there is no message {id} in this chat")
        return message

    def edit(self, id: int, text: str) -> ChatMessage:
        """Change one's own words."""
        message = self.message(id)
        if message.by_bot or not ("text" in message.wire or "caption" in message.wire):
            raise ControlError(f"message {id} has no words of {self.chat.person.name}'s own to edit")
        name = "text" if "text" in message.wire else "caption"
        kept = {key: value for key, value in message.wire.items() if key not in {"entities", "caption_entities"}}
        words = Formatted(text.strip()).detected().fields(name)
        message.wire = {**kept, **words, "edit_date": int(self.sandbox.clock())}
        self.sandbox.show(self.account, self.chat, message)
        self.sandbox.push(self.account, "edited_message", message.wire)
        return message

    def react(self, id: int, emoji: str) -> ChatMessage:
        """Put an emoji on a message, or take it away."""
        message, old = self.message(id), self.message(id).reactions.pop("person", None)
        if emoji:
            message.reactions["person"] = emoji
        self.sandbox.show(self.account, self.chat, message)
        update: Json = {
            "chat": self.chat.person.private_chat(),
            "message_id": id,
            "user": self.chat.person.user(),
            "date": int(self.sandbox.clock()),
            "old_reaction": [{"type": "emoji", "emoji": old}] if old else [],
            "new_reaction": [{"type": "emoji", "emoji": emoji}] if emoji else [],
        }
        self.sandbox.push(self.account, "message_reaction", update)
        return message

    def block(self) -> None:
        """Want no more of this bot."""
        if not self.chat.blocked:
            self.chat.blocked = True
            self._membership("member", "kicked")

    def unblock(self) -> None:
        """Let the bot write again."""
        if self.chat.blocked:
            self.chat.blocked = False
            self._membership("kicked", "member")

    def _membership(self, old: str, new: str) -> None:
        bot = self.account.bot.user()
        update: Json = {
            "chat": self.chat.person.private_chat(),
            "from": self.chat.person.user(),
            "date": int(self.sandbox.clock()),
            "old_chat_member": _member(bot, old),
            "new_chat_member": _member(bot, new),
        }
        self.sandbox.push(self.account, "my_chat_member", update)
        self.sandbox.tell(self.account, self.chat, "blocked", blocked=self.chat.blocked)

    def _put_keyboard_away(self) -> None:
        if self.chat.keyboard and self.chat.keyboard.get("one_time_keyboard"):
            self.chat.keyboard = None
            self.sandbox.tell(self.account, self.chat, "keyboard", keyboard=None)


def account_of(sandbox: Sandbox, alias: str) -> Account:
    """The account of a bot by its alias."""
    account = sandbox.accounts.get(alias)
    if account is None:
        raise ControlError(f'there is no bot "{alias}"; there are: {", ".join(sandbox.accounts)}')
    return account


def open_phone(sandbox: Sandbox, order: OpenPhone) -> Person:
    """The person of this name, their apps set to a language if one is given."""
    person = sandbox.people.open(order.person.strip())
    if order.language is not None:
        person.language = order.language
    return person


def _member(bot: Json, status: str) -> Json:
    return {"user": bot, "status": status} | ({"until_date": 0} if status == "kicked" else {})
