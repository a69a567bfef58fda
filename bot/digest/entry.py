"""An entry: one line of somebody's summary, as every source gives it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import IntEnum
from typing import Any, Protocol, TypeVar

from sqlmodel import Session

from backend.city.city import City
from backend.digests.changes import Stretch
from backend.digests.digests import Due
from bot.conversation.reply import Text

_T = TypeVar("_T")
_REMEMBERED = 5000
"""Lines that are kept for the next who get them."""
FAR = timedelta(days=62)
"""Further back than the longest time between two summaries."""


class Concern(IntEnum):
    """How much something concerns a person; the lowest comes first."""

    OWN = 1
    PROPOSED = 2
    FOLLOWED = 3
    ASKED = 4
    AROUND = 5


@dataclass(frozen=True)
class Entry:
    """One line: whose, how near it is to them, where it stands among its like (lower first), and its words.

    `line` is a text as the outbox keeps it; people to whom the same thing is said share it.
    """

    contact_id: int
    concern: Concern
    rank: int
    line: Mapping[str, Any]


@dataclass
class Round:
    """All that is asked of the sources for a number of people, and what they share from one number to the next."""

    session: Session
    city: City
    due: Mapping[int, Due]
    shared: "Shared"

    @property
    def stretches(self) -> Mapping[int, Stretch]:
        """The stretch of each person, by contact id."""
        return {contact_id: (due.since, due.until) for contact_id, due in self.due.items()}


@dataclass
class Shared:
    """What is counted once for everybody, for as long as one run of the clock goes on."""

    _read: dict[Callable[..., Any], tuple[datetime, datetime, Any]] = field(default_factory=dict)
    _lines: dict[tuple[object, ...], Mapping[str, Any]] = field(default_factory=dict)

    def line(self, known: tuple[object, ...], write: Callable[[], Text]) -> Mapping[str, Any]:
        """A line that many get, written once; forgotten when there are too many, so that memory stays as it is."""
        found = self._lines.get(known)
        if found is None:
            if len(self._lines) >= _REMEMBERED:
                self._lines.clear()
            found = self._lines[known] = kept(write())
        return found

    def read(self, reader: Callable[[Session, datetime, datetime], _T], round_: "Round") -> _T:
        """What a reader finds between the first and the last moment of a round, read once for as many as possible."""
        since = min(since for since, _ in round_.stretches.values())
        until = max(until for _, until in round_.stretches.values())
        known = self._read.get(reader)
        if known is None or known[0] > since or known[1] < until:
            # A second reading is for somebody who was away: it goes back so far that few ask for a third.
            since = since if known is None else min(since, known[0], until - FAR)
            known = self._read[reader] = (since, until, reader(round_.session, since, until))
        found: _T = known[2]
        return found


class Source(Protocol):
    """Where lines come from: asked once for many people, it needs no statement for each."""

    def __call__(self, round_: Round, /) -> Iterator[Entry]:
        """The lines for the people who are due, in any order."""
        ...


def kept(line: Text) -> Mapping[str, Any]:
    """A line as the outbox keeps it."""
    return line.model_dump(mode="json", exclude_defaults=True)
