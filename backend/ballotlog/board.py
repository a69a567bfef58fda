"""The board: what is published of a vote. Grows entry by entry, signs heads, and closes with a statement."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from backend.ballotlog.canonical import canonical
from backend.ballotlog.frozen import FrozenVote
from backend.ballotlog.heads import Head, sign, signed, written_time
from backend.ballotlog.tree import Tree, leaf_hash
from backend.tally import counting
from backend.tally.election import Ballots
from backend.tally.outcome import Outcome


@dataclass
class Board:
    """The log of one vote in memory; `private` is the key whose public part the frozen vote names."""

    vote: FrozenVote
    private: bytes
    entries: list[dict[str, Any]] = field(default_factory=list)
    heads: list[dict[str, Any]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._tree = Tree(leaf_hash(canonical(entry)) for entry in self.entries)

    def append(self, entry: dict[str, Any]) -> None:
        """Add an entry at the end."""
        self.entries.append(entry)
        self._tree.add(leaf_hash(canonical(entry)))

    def sign_head(self, now: datetime) -> dict[str, Any]:
        """Sign what the log holds now; follows the head before."""
        last = self.heads[-1] if self.heads else None
        self.heads.append(next_head(self.vote, self.private, self._tree, last, now))
        return self.heads[-1]

    def close(self, *, roll: int | None, took: int, out: Mapping[str, str] | None = None) -> tuple[Outcome, bytes]:
        """Count, and the signed statement that closes the log.

        `roll` is how many could vote (None where there is no roll), `took` how many took a ballot.
        """
        outcome = counting.count(self.vote.election(counted(self.entries, self.vote), out), self.vote.rule)
        statement = {
            "vote": self.vote.vote,
            "head": Head(**self.heads[-1]["head"]).hash,
            "roll": roll,
            "took": took,
            "voters": len({entry["token"] for entry in self.entries}),
            "out": [{"project": project, "why": why} for project, why in sorted((out or {}).items())],
            "result": result(outcome),
        }
        signature = sign(self.private, canonical(statement))
        return outcome, canonical({"statement": statement, "signature": signature})


def next_head(
    vote: FrozenVote, private: bytes, tree: Tree, last: Mapping[str, Any] | None, now: datetime
) -> dict[str, Any]:
    """A signed head over a tree, chained to the last one, or to the frozen vote where there is none."""
    head = Head(
        vote=vote.vote,
        size=tree.size,
        root=tree.root().hex(),
        previous=vote.hash if last is None else Head(**last["head"]).hash,
        frozen=vote.hash,
        time=written_time(now),
    )
    return signed(private, head)


def result(outcome: Outcome) -> dict[str, Any]:
    """A result as the closing statement holds it; money in smallest units."""
    return {
        "rule": str(outcome.rule),
        "winners": list(outcome.winners),
        "topped_up": list(outcome.topped_up),
        "cost": outcome.cost,
        "steps": outcome.figures.get("steps", 0),
    }


def counted(entries: list[dict[str, Any]], vote: FrozenVote) -> Ballots:
    """The ballots that count: the last of each token, in the order of their tokens, under numbers instead of them."""
    numbers = {project.id: number for number, project in enumerate(vote.projects)}
    last = {entry["token"]: entry for entry in entries}
    return Ballots.of(
        (str(place), [numbers[one] for one in last[token]["choices"]], last[token].get("points"))
        for place, token in enumerate(sorted(last), start=1)
    )


def lines(values: list[dict[str, Any]]) -> bytes:
    """One canonical object a line."""
    return b"".join(canonical(value) + b"\n" for value in values)


def read_lines(raw: bytes) -> list[dict[str, Any]]:
    """The objects of such lines."""
    return [json.loads(line) for line in raw.splitlines()]
