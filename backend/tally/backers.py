"""Who backs what, for equal shares: equal ballots are one backer with a weight, so that big votes stay small."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from backend.tally.election import WITH_POINTS, Election, Ints

_LARGEST = 2**63


@dataclass(frozen=True)
class Backers:
    """Projects in the order of ties, each with its backers; money in parts of the smallest unit, one part a voter.

    So a voter's share of a budget is the budget's own number, and every run starts from whole numbers.
    """

    projects: tuple[int, ...]
    """The election's numbers of the projects that somebody backs and that cost something; below, a project is its
    place in here."""
    costs: tuple[int, ...]
    starts: Ints
    who: Ints
    """The backers of project p are `who[starts[p]:starts[p + 1]]`."""
    weights: Ints
    """How many voters each backer stands for."""
    voters: int
    """All who voted, also those who named nothing that runs."""

    @cached_property
    def support(self) -> Ints:
        """How many voters back each project."""
        running = np.zeros(len(self.who) + 1, dtype=np.int64)
        np.cumsum(self.weights[self.who], out=running[1:])
        found: Ints = running[self.starts[1:]] - running[self.starts[:-1]]
        return found

    @cached_property
    def affordable_from(self) -> Ints:
        """The smallest share, in parts, at which untouched backers can pay for each project; exact."""
        pairs = zip(self.costs, self.support.tolist(), strict=True)
        return whole_numbers([-(-cost // support) for cost, support in pairs])

    @cached_property
    def twins(self) -> list[int]:
        """For each project the first with the same cost and the same backers: until one has won they are equal."""
        first: dict[tuple[int, bytes], int] = {}
        return [
            first.setdefault((cost, self.backing(project).tobytes()), project)
            for project, cost in enumerate(self.costs)
        ]

    def backing(self, project: int) -> Ints:
        """The backers of a project."""
        return self.who[self.starts[project] : self.starts[project + 1]]

    def share_backers(self, one: int, other: int) -> bool:
        """Whether some voter backs both projects."""
        return bool(np.isin(self.backing(one), self.backing(other)).any())


def whole_numbers(numbers: Sequence[int]) -> Ints:
    """Whole numbers to be compared exactly, however large: a budget of millions times voters outgrows 64 bits."""
    return np.array(numbers, dtype=np.int64 if max(numbers, default=0) < _LARGEST else object)


def gather(election: Election, places: list[int]) -> Backers:
    """The backers of an election's running projects; on ballots with points, points above 0 back a project."""
    owners, picks = _approvals(election)
    owner_ids, weights = _grouped(owners, picks, len(election.ballots))
    support = np.bincount(picks, minlength=len(election.projects))
    costly = (number for number in range(len(places)) if support[number] and election.projects[number].cost)
    projects = sorted(costly, key=places.__getitem__)
    rank = np.zeros(len(election.projects), dtype=np.int64)
    rank[projects] = np.arange(len(projects))
    first = np.unique(owner_ids, return_index=True)[1]
    keep = np.isin(owners, first) & np.isin(picks, projects)
    who, backed = owner_ids[owners[keep]], rank[picks[keep]]
    order = np.lexsort((who, backed))
    starts = np.zeros(len(projects) + 1, dtype=np.int64)
    np.cumsum(np.bincount(backed, minlength=len(projects)), out=starts[1:])
    voters = len(election.ballots)
    costs = tuple(election.projects[number].cost * voters for number in projects)
    return Backers(tuple(projects), costs, starts, who[order], weights, voters)


def _approvals(election: Election) -> tuple[Ints, Ints]:
    ballots = election.ballots
    keep: NDArray[np.bool_] = election.running[ballots.picks]
    if election.kind in WITH_POINTS and ballots.points is not None:
        keep &= ballots.points > 0
    return ballots.owners[keep], ballots.picks[keep]


def _grouped(owners: Ints, picks: Ints, voters: int) -> tuple[Ints, Ints]:
    """For each voter the number of its group of equal ballots, and how many voters each group has."""
    order = np.lexsort((picks, owners))
    sorted_picks = picks[order].astype(np.int32).tobytes()
    ends = np.cumsum(np.bincount(owners, minlength=voters)) * 4
    groups: dict[bytes, int] = {}
    begin = 0
    numbers = np.empty(voters, dtype=np.int64)
    for voter, end in enumerate(ends.tolist()):
        numbers[voter] = groups.setdefault(sorted_picks[begin:end], len(groups))
        begin = end
    return numbers, np.bincount(numbers, minlength=len(groups)).astype(np.int64)
