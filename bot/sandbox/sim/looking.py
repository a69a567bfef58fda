"""Looking at chats and at the whole, from outside."""

from bot.sandbox.account import Account
from bot.sandbox.chat import Chat
from bot.sandbox.sandbox import Sandbox
from bot.sandbox.wire import Json


def chat(account: Account, chat: Chat) -> Json:
    """A chat as the person's phone has it."""
    return {
        "bot": account.bot.alias,
        "person": chat.person.name,
        "id": chat.person.id,
        "language": chat.person.language,
        "started": chat.started,
        "blocked": chat.blocked,
        "keyboard": chat.keyboard,
        "commands": account.menu.shown_to(chat.person),
        "messages": [message.view() for message in chat.messages.values()],
    }


def state(sandbox: Sandbox) -> Json:
    """Everything there is."""
    return {
        "people": [{"id": who.id, "name": who.name, "language": who.language} for who in sandbox.people],
        "last_seq": sandbox.log.last,
        "bots": {alias: _account(account) for alias, account in sandbox.accounts.items()},
    }


def _account(account: Account) -> Json:
    return {
        "id": account.bot.id,
        "username": account.bot.username,
        "title": account.bot.title,
        "listening": account.listening(),
        "webhook": account.hook.url if account.hook else None,
        "webhook_failure": account.hook.failure if account.hook else "",
        "allowed_updates": list(account.updates.allowed),
        "pending": account.updates.dump(),
        "open_taps": len(account.taps),
        "faults": account.faults.model_dump(),
        "limits": account.gate.limits.model_dump(),
        "chats": [chat(account, one) for one in account.chats.values()],
    }
