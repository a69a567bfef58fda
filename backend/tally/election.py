"""An election as it is counted: what could be chosen, the money, and the ballots, however they were cast."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]


class BallotKind(StrEnum):
    """What a ballot says about the projects it names; the values are Pabulib's `vote_type`."""

    APPROVAL = "approval"
    CHOOSE_ONE = "choose-1"
    ORDINAL = "ordinal"
    CUMULATIVE = "cumulative"
    SCORING = "scoring"


WITH_POINTS = frozenset({BallotKind.CUMULATIVE, BallotKind.SCORING})
"""Ballots that give each project they name a number of points."""


@dataclass(frozen=True, slots=True)
class Project:
    """Something that can be chosen; `cost` is in the election's smallest units of money."""

    id: str
    cost: int
    name: str = ""
    category: str = ""
    selected: int | None = None
    """What the authority decided: 1 paid from this budget, 2 and 3 from other money, 0 not; None when not told."""
    more: Mapping[str, str] = field(default_factory=dict)
    """The file's other columns, kept for writing it again."""


@dataclass(frozen=True, slots=True)
class Oddity:
    """Something in the ballots that the rules of the vote did not allow; counted as the authority counted it."""

    kind: str
    """too-few, too-many, too-dear, too-many-points, too-few-points, repeated, unknown-project or points-missing."""
    count: int
    voters: tuple[str, ...]
    """The first few voters it concerns, by their pseudonyms in the file."""


@dataclass(frozen=True)
class Ballots:
    """Every ballot, flat: ballot i names the projects `picks[starts[i]:starts[i + 1]]`, best first where ranked.

    `points` runs along `picks` where the ballots carry points, else None. Projects are numbers, in the file's order.
    """

    voters: tuple[str, ...]
    starts: Ints
    picks: Ints
    points: Ints | None = None

    @classmethod
    def of(cls, rows: Iterable[tuple[str, list[int], list[int] | None]]) -> "Ballots":
        """Gather ballots: (voter, projects as numbers, points or None)."""
        voters: list[str] = []
        lengths: list[int] = []
        picks: list[int] = []
        points: list[int] = []
        with_points = False
        for voter, chosen, given in rows:
            voters.append(voter)
            lengths.append(len(chosen))
            picks.extend(chosen)
            if given is not None:
                with_points = True
                points.extend(given)
        starts = np.zeros(len(lengths) + 1, dtype=np.int64)
        np.cumsum(np.array(lengths, dtype=np.int64), out=starts[1:])
        return cls(
            tuple(voters),
            starts,
            np.array(picks, dtype=np.int64),
            np.array(points, dtype=np.int64) if with_points else None,
        )

    def __len__(self) -> int:
        return len(self.voters)

    @cached_property
    def lengths(self) -> Ints:
        """How many projects each ballot names."""
        return np.diff(self.starts)

    @cached_property
    def owners(self) -> Ints:
        """The ballot of each pick."""
        return np.repeat(np.arange(len(self), dtype=np.int64), self.lengths)

    @cached_property
    def places(self) -> Ints:
        """The place of each pick on its ballot, 0 for the first."""
        return np.arange(len(self.picks), dtype=np.int64) - np.repeat(self.starts[:-1], self.lengths)

    def chosen(self, ballot: int) -> list[int]:
        """The projects that a ballot names."""
        found: list[int] = self.picks[self.starts[ballot] : self.starts[ballot + 1]].tolist()
        return found


@dataclass(frozen=True)
class Election:
    """One count's input. Money is whole numbers of the smallest unit; `scale` of them make one currency unit."""

    kind: BallotKind
    budget: int
    projects: tuple[Project, ...]
    ballots: Ballots
    scale: int = 1
    meta: Mapping[str, str] = field(default_factory=dict)
    oddities: tuple[Oddity, ...] = ()
    out: Mapping[str, str] = field(default_factory=dict)
    """Projects taken out before the count, by id, each with the reason."""

    @cached_property
    def numbers(self) -> dict[str, int]:
        """The number of each project, by its id."""
        return {project.id: number for number, project in enumerate(self.projects)}

    @cached_property
    def running(self) -> NDArray[np.bool_]:
        """Which projects take part in the count."""
        return np.array([project.id not in self.out for project in self.projects], dtype=np.bool_)

    @cached_property
    def costs(self) -> list[int]:
        """The cost of each project, in smallest units."""
        return [project.cost for project in self.projects]

    def without(self, reasons: Mapping[str, str]) -> "Election":
        """The same election with projects taken out (id: reason), such as withdrawn ones; ballots stay as cast."""
        return replace(self, out={**self.out, **reasons})

    def official(self, mark: int = 1) -> tuple[str, ...] | None:
        """The projects that the authority marked so, in the file's order; None when the file tells no result."""
        if all(project.selected is None for project in self.projects):
            return None
        return tuple(project.id for project in self.projects if project.selected == mark)
