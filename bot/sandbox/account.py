"""One bot's side of Telegram: everything that belongs to its token."""

import asyncio
from dataclasses import dataclass, field

from bot.sandbox.bots import SandboxBot
from bot.sandbox.chat import Chat
from bot.sandbox.command_menu import CommandMenu
from bot.sandbox.faults import Faults
from bot.sandbox.files import FileStore
from bot.sandbox.limits import FloodGate
from bot.sandbox.person import Person
from bot.sandbox.updates import UpdateQueue
from bot.sandbox.wire import Clock, Json

QUIET_SECONDS = 3.0
"""A bot that did not ask for updates for this long is not running."""


@dataclass
class Hook:
    """Where updates are posted to, and how that went last."""

    url: str
    secret: str = ""
    max_connections: int = 40
    failed_at: int | None = None
    failure: str = ""
    answered: bool = False


@dataclass
class Tap:
    """A tap on a button that waits for the bot's answer."""

    person: Person
    at: float
    again: bool = False


@dataclass
class Account:
    """What Telegram keeps for one token; nothing of it is shared with another bot."""

    bot: SandboxBot
    clock: Clock
    updates: UpdateQueue
    gate: FloodGate
    files: FileStore
    menu: CommandMenu = field(default_factory=CommandMenu)
    faults: Faults = field(default_factory=Faults)
    chats: dict[int, Chat] = field(default_factory=dict)
    taps: dict[str, Tap] = field(default_factory=dict)
    polls: dict[str, tuple[int, int]] = field(default_factory=dict)
    held_back: list[tuple[str, Json]] = field(default_factory=list)
    profile: dict[str, str] = field(default_factory=dict)
    hook: Hook | None = None
    last_message_id: int = 0
    poll: int = 0
    polling: int = 0
    polled_at: float | None = None

    @classmethod
    def open(cls, bot: SandboxBot, clock: Clock, numbered_from: int = 0) -> "Account":
        """A bot's account with nothing in it, whose updates and messages are numbered from here."""
        updates = UpdateQueue(clock, bot.id // 10 + 1 + numbered_from)
        gate, files = FloodGate(clock), FileStore(bot.id)
        return cls(bot, clock, updates, gate, files, last_message_id=numbered_from)

    def chat(self, person: Person) -> Chat:
        """The chat with a person, empty when they never spoke."""
        return self.chats.setdefault(person.id, Chat(person))

    def next_message_id(self) -> int:
        """The number of the next message; all chats of a bot count together."""
        self.last_message_id += 1
        return self.last_message_id

    def listening(self) -> bool:
        """Whether a bot process takes updates right now."""
        if self.hook is not None:
            return self.hook.answered or not (self.hook.failure or len(self.updates))
        if self.polling:
            return True
        return self.polled_at is not None and asyncio.get_running_loop().time() - self.polled_at < QUIET_SECONDS

    def reset(self) -> None:
        """Forget all chats; what a running bot set up (menu, webhook, numbering) stays."""
        self.chats.clear()
        self.taps.clear()
        self.polls.clear()
        self.held_back.clear()
        self.updates.clear()
        self.gate.clear()
        self.faults = Faults()
        self.files = FileStore(self.bot.id)
