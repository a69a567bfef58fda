"""The whole sandbox: bots, people, and what passes between them."""

import datetime as dt
import secrets
from collections.abc import Sequence

from bot.sandbox.account import Account, Tap
from bot.sandbox.bots import SandboxBot
from bot.sandbox.chat import Chat, ChatMessage
from bot.sandbox.feed import Feed
from bot.sandbox.keyboard import buttons, labels
from bot.sandbox.person import People
from bot.sandbox.sent import Sent, SentLog
from bot.sandbox.wire import Clock, Json


class Sandbox:
    """Everything that Telegram would know, in memory."""

    def __init__(
        self, bots: Sequence[SandboxBot], clock: Clock, numbered_from: int = 0, feed: Feed | None = None
    ) -> None:
        self.clock = clock
        self.people = People()
        self.accounts = {bot.alias: Account.open(bot, clock, numbered_from) for bot in bots}
        self.by_token = {account.bot.token: account for account in self.accounts.values()}
        self.log = SentLog()
        self.feed = feed or Feed()
        self.closing = False

    def acquaint(self, alias: str, name: str) -> None:
        """Open a chat that somebody started before this sandbox did."""
        self.accounts[alias].chat(self.people.open(name)).started = True

    def post(self, account: Account, chat: Chat, content: Json, *, by_bot: bool) -> ChatMessage:
        """Put a message into a chat."""
        author = account.bot.user() if by_bot else chat.person.user()
        wire: Json = {
            "message_id": account.next_message_id(),
            "from": author,
            "chat": chat.person.private_chat(),
            "date": int(self.clock()),
            **content,
        }
        message = ChatMessage(wire, by_bot)
        chat.messages[message.id] = message
        self.show(account, chat, message)
        return message

    def push(self, account: Account, kind: str, payload: Json) -> None:
        """Send an update to a bot, with whatever is to go wrong on the way."""
        if not account.updates.wants(kind):
            return
        faults = account.faults
        if faults.reorder:
            faults.reorder -= 1
            account.held_back.append((kind, payload))
            if not faults.reorder:
                self.release(account)
            return
        copies = 1
        if faults.duplicate:
            faults.duplicate -= 1
            copies = 2
        account.updates.add(kind, payload, copies=copies)

    def release(self, account: Account) -> None:
        """Hand over what was held back, the last first."""
        for kind, payload in reversed(account.held_back):
            account.updates.add(kind, payload)
        account.held_back.clear()

    def tap(self, account: Account, chat: Chat, message: ChatMessage, data: str, *, again: bool = False) -> str:
        """A person taps a button; say the query's id."""
        id = str(secrets.randbelow(9 * 10**17) + 10**17)
        account.taps[id] = Tap(chat.person, self.clock(), again)
        query: Json = {
            "id": id,
            "from": chat.person.user(),
            "message": message.wire,
            "chat_instance": str(account.bot.id * 1000 + chat.person.id % 1000),
            "data": data,
        }
        self.push(account, "callback_query", query)
        if account.faults.resend_taps and not again:
            account.faults.resend_taps -= 1
            self.tap(account, chat, message, data, again=True)
        return id

    def note(self, account: Account, chat: Chat, method: str, message: ChatMessage | None, text: str = "") -> None:
        """Write down what a bot did."""
        wire = message.wire if message else {}
        markup = wire.get("reply_markup")
        self.log.last += 1
        self.log.add(
            Sent(
                seq=self.log.last,
                bot=account.bot.alias,
                chat_id=chat.person.id,
                person=chat.person.name,
                method=method,
                message_id=message.id if message else None,
                text=message.text if message and not text else text,
                at=dt.datetime.fromtimestamp(self.clock(), dt.UTC).isoformat(),
                content=message.content if message else "",
                buttons=buttons(markup),
                keyboard=labels(chat.keyboard) if message and method.startswith("send") else [],
            )
        )

    def show(self, account: Account, chat: Chat, message: ChatMessage) -> None:
        """Let the page draw a message, new or changed."""
        self.tell(account, chat, "message", message=message.view())

    def tell(self, account: Account, chat: Chat, kind: str, **news: object) -> None:
        """Let the page know of something in a chat."""
        self.feed.publish({"kind": kind, "bot": account.bot.alias, "person": chat.person.name, **news})

    def reset(self) -> None:
        """Start anew: no people, no chats, no faults."""
        for account in self.accounts.values():
            account.reset()
        self.people.clear()
        self.log.clear()
        self.feed.publish({"kind": "reset"})

    def close(self) -> None:
        """Let go of everybody who waits for news."""
        self.closing = True
        self.feed.publish(None)
        for account in self.accounts.values():
            account.updates.bell.ring()
