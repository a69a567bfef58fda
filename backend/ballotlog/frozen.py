"""The frozen vote: what can be chosen, by which rule, within which limits, under which key; hashed before it opens."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from backend.ballotlog.canonical import canonical
from backend.tally.election import BallotKind, Ballots, Election, Project
from backend.tally.legality import limit
from backend.tally.rule import Rule, parse

LIMITS = ("min_length", "max_length", "max_sum_cost", "min_points", "max_points", "max_sum_points")
"""What a ballot may be limited by; money in smallest units."""


@dataclass(frozen=True)
class FrozenVote:
    """A vote as it is published before it opens; nothing in it changes any more."""

    vote: str
    kind: BallotKind
    rule: Rule
    budget: int
    projects: tuple[Project, ...]
    level: str
    key: str
    """The public key of the log's heads, in hex."""
    closes: str
    scale: int = 1
    limits: Mapping[str, int] = field(default_factory=dict)

    @cached_property
    def canonical(self) -> bytes:
        """The bytes that are published and hashed."""
        projects = [{"id": one.id, "cost": one.cost, "name": one.name} for one in self.projects]
        return canonical({
            "vote": self.vote,
            "kind": self.kind.value,
            "rule": str(self.rule),
            "budget": self.budget,
            "scale": self.scale,
            "projects": projects,
            "limits": dict(self.limits),
            "level": self.level,
            "closes": self.closes,
            "key": self.key,
        })  # fmt: skip

    @cached_property
    def hash(self) -> str:
        """SHA-256 of the canonical form, in hex."""
        return hashlib.sha256(self.canonical).hexdigest()

    @classmethod
    def of(cls, told: Mapping[str, Any]) -> "FrozenVote":
        """From its JSON."""
        return cls(
            vote=told["vote"],
            kind=BallotKind(told["kind"]),
            rule=parse(told["rule"]),
            budget=told["budget"],
            projects=tuple(Project(one["id"], one["cost"], one["name"]) for one in told["projects"]),
            level=told["level"],
            key=told["key"],
            closes=told["closes"],
            scale=told["scale"],
            limits=told["limits"],
        )

    def election(self, ballots: Ballots, out: Mapping[str, str] | None = None) -> Election:
        """What is counted: this vote's projects and money, and these ballots."""
        meta = {name: str(self.limits[name]) for name in sorted(self.limits) if name != "max_sum_cost"}
        meta |= {"description": self.vote, "rule": str(self.rule)}
        return Election(self.kind, self.budget, self.projects, ballots, self.scale, meta, out=dict(out or {}))


def from_election(election: Election, *, vote: str, rule: Rule, level: str, key: str, closes: str) -> FrozenVote:
    """A vote on an election's projects, with the limits that its file names."""
    limits = {name: value for name in LIMITS if (value := limit(election.meta, name)) is not None}
    if "max_sum_cost" in limits:
        limits["max_sum_cost"] *= election.scale
    if election.kind is BallotKind.CHOOSE_ONE:
        limits["max_length"] = 1
    return FrozenVote(
        vote, election.kind, rule, election.budget, election.projects, level, key, closes, election.scale, limits
    )
