"""The bots that live in the sandbox."""

from dataclasses import dataclass

from bot.sandbox.wire import Json

RESIDENTS_TOKEN = "1000000001:sandbox-residents-not-a-real-token"  # noqa: S105 - worthless outside the sandbox
STAFF_TOKEN = "1000000002:sandbox-staff-not-a-real-token"  # noqa: S105 - worthless outside the sandbox


@dataclass(frozen=True)
class SandboxBot:
    """A bot as BotFather would have made it; `alias` is its name in the control API."""

    alias: str
    token: str
    username: str
    title: str

    @property
    def id(self) -> int:
        """The bot's Telegram user id, which every token starts with."""
        return int(self.token.partition(":")[0])

    def user(self) -> Json:
        """The bot as the author of its messages."""
        return {"id": self.id, "is_bot": True, "first_name": self.title, "username": self.username}


def residents(token: str = RESIDENTS_TOKEN, title: str = "Agora") -> SandboxBot:
    """The bot that residents talk to."""
    return SandboxBot("residents", token, "agora_sandbox_bot", title)


def staff(token: str = STAFF_TOKEN, title: str = "Agora Staff") -> SandboxBot:
    """The bot that the city's staff talk to."""
    return SandboxBot("staff", token, "agora_staff_sandbox_bot", title)
