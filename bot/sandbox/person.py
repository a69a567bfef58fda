"""A person with a phone."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from bot.sandbox.wire import Json


@dataclass
class Person:
    """Somebody who uses Telegram; the same person for every bot."""

    id: int
    name: str
    language: str = "en"

    def user(self) -> Json:
        """The person as the author of a message, with the language that their app is set to."""
        return {"id": self.id, "is_bot": False, **self._names(), "language_code": self.language}

    def private_chat(self) -> Json:
        """The chat that a bot has with the person."""
        return {"id": self.id, "type": "private", **self._names()}

    def _names(self) -> Json:
        first, _, last = self.name.partition(" ")
        return {"first_name": first} | ({"last_name": last} if last else {})


class People:
    """Everybody who has a phone in the sandbox, by name."""

    def __init__(self) -> None:
        self._by_name: dict[str, Person] = {}

    def __iter__(self) -> Iterator[Person]:
        return iter(list(self._by_name.values()))

    def find(self, name: str) -> Person | None:
        """The person of this name, if a phone was ever opened for them."""
        return self._by_name.get(name)

    def open(self, name: str) -> Person:
        """The person of this name; a name means the same Telegram user id in every run."""
        person = self._by_name.get(name)
        if person is None:
            person = Person(self._free_id(name), name)
            self._by_name[name] = person
        return person

    def clear(self) -> None:
        """Forget everybody."""
        self._by_name.clear()

    def _free_id(self, name: str) -> int:
        taken = {person.id for person in self._by_name.values()}
        id = 100_000_000 + int.from_bytes(hashlib.sha256(name.encode()).digest()[:8]) % 900_000_000
        while id in taken:
            id += 1
        return id
