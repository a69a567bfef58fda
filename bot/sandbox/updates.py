"""The updates that wait for a bot to fetch them."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from bot.sandbox.bell import Bell
from bot.sandbox.wire import Clock, Json

KEPT_SECONDS = 24 * 3600
"""Telegram drops what nobody fetched for a day."""

UNASKED = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
"""Kinds that a bot gets only when it names them in `allowed_updates`."""


@dataclass
class Pending:
    """An update on its way, to be handed over `copies` times under the same id."""

    update: Json
    since: float
    copies: int

    @property
    def id(self) -> int:
        """The update's own number."""
        return int(self.update["update_id"])


class UpdateQueue:
    """One bot's pending updates, oldest first, each kept until it is confirmed."""

    def __init__(self, clock: Clock, first_id: int) -> None:
        self._clock = clock
        self._next_id = first_id
        self._pending: list[Pending] = []
        self.allowed: Collection[str] = ()
        self.bell = Bell()

    def __len__(self) -> int:
        self._expire()
        return len(self._pending)

    def wants(self, kind: str) -> bool:
        """Whether the bot asked for updates of this kind; asking for none in particular means the usual ones."""
        return kind in self.allowed if self.allowed else kind not in UNASKED

    def add(self, kind: str, payload: Json, *, copies: int = 1) -> int:
        """Queue an update and say its number."""
        id = self._next_id
        self._next_id += 1
        self._pending.append(Pending({"update_id": id, kind: payload}, self._clock(), copies))
        self.bell.ring()
        return id

    def take(self, offset: int, limit: int) -> list[Json]:
        """What is pending, after everything below `offset` is confirmed; a negative offset counts from the end."""
        self._expire()
        if offset < 0:
            self._pending = self._pending[offset:]
        elif offset > 0:
            self._confirm(offset)
        return [pending.update for pending in self._pending[:limit]]

    def head(self) -> Pending | None:
        """The update whose turn it is."""
        self._expire()
        return self._pending[0] if self._pending else None

    def done(self, pending: Pending) -> None:
        """One update was handed over."""
        pending.copies -= 1
        if pending.copies <= 0 and pending in self._pending:
            self._pending.remove(pending)

    def clear(self) -> None:
        """Drop everything that is pending."""
        self._pending.clear()

    def dump(self) -> Sequence[Json]:
        """What is pending, for somebody who looks from outside."""
        return [pending.update for pending in self._pending]

    def _confirm(self, below: int) -> None:
        for pending in [pending for pending in self._pending if pending.id < below]:
            self.done(pending)

    def _expire(self) -> None:
        oldest = self._clock() - KEPT_SECONDS
        self._pending = [pending for pending in self._pending if pending.since >= oldest]
