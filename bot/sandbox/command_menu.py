"""The menu of commands that a bot shows."""

import re

from bot.sandbox.api_error import bad_request
from bot.sandbox.person import Person
from bot.sandbox.wire import Json

MAX_COMMANDS = 100

_NAME = re.compile(r"[a-z0-9_]{1,32}")


class CommandMenu:
    """A bot's commands by scope and language; a person sees those of the narrowest scope that has any."""

    def __init__(self) -> None:
        self._menus: dict[tuple[str, int, str], list[Json]] = {}

    def set(self, scope: Json, language: str, commands: list[Json]) -> None:
        """Replace the commands of a scope and language."""
        if len(commands) > MAX_COMMANDS:
            raise bad_request("BOT_COMMANDS_TOO_MUCH")
        for command in commands:
            if not _NAME.fullmatch(str(command.get("command", "")).removeprefix("/")):
                raise bad_request("BOT_COMMAND_INVALID")
            if not 1 <= len(str(command.get("description", ""))) <= 256:
                raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
        self._menus[_key(scope, language)] = [
            {"command": str(command["command"]).removeprefix("/"), "description": command["description"]}
            for command in commands
        ]

    def get(self, scope: Json, language: str) -> list[Json]:
        """The commands of exactly this scope and language."""
        return self._menus.get(_key(scope, language), [])

    def delete(self, scope: Json, language: str) -> None:
        """Drop the commands of a scope and language, so that wider ones show."""
        self._menus.pop(_key(scope, language), None)

    def shown_to(self, person: Person) -> list[Json]:
        """What stands in this person's menu."""
        for kind, chat in (("chat", person.id), ("all_private_chats", 0), ("default", 0)):
            for language in (person.language, ""):
                if menu := self._menus.get((kind, chat, language)):
                    return menu
        return []


def _key(scope: Json, language: str) -> tuple[str, int, str]:
    kind = str(scope.get("type", "default"))
    known = {"default", "all_private_chats", "all_group_chats", "all_chat_administrators"}
    if kind not in known | {"chat", "chat_administrators", "chat_member"}:
        raise bad_request("can't parse BotCommandScope: Unsupported type specified")
    return kind, 0 if kind in known else int(scope.get("chat_id", 0)), language
