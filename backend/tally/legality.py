"""Which ballots break the vote's own limits. A recount takes what the authority counted, and lists what is odd."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import InvalidOperation

import numpy as np
from numpy.typing import NDArray

from backend.tally.election import BallotKind, Election, Ints, Oddity
from backend.tally.money import amount

_SHOWN = 5
"""How many voters of each oddity are named."""


@dataclass
class Found:
    """Oddities met while reading."""

    voters: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    def note(self, kind: str, voter: str) -> None:
        """Remember one."""
        self.voters[kind].append(voter)


def with_oddities(election: Election, found: Found) -> Election:
    """The election with all that is odd in its ballots: met while reading, or beyond the limits that META names."""
    for kind, wrong in _beyond_limits(election):
        for ballot in np.flatnonzero(wrong).tolist():
            found.note(kind, election.ballots.voters[ballot])
    oddities = tuple(Oddity(kind, len(voters), tuple(voters[:_SHOWN])) for kind, voters in sorted(found.voters.items()))
    return replace(election, oddities=oddities)


def limit(meta: Mapping[str, str], name: str) -> int | None:
    """A whole-number limit of META, None when it is not given (or no number)."""
    try:
        return int(amount(meta[name])) if meta.get(name) else None
    except InvalidOperation:
        return None


def _beyond_limits(election: Election) -> list[tuple[str, NDArray[np.bool_]]]:
    meta, ballots = election.meta, election.ballots
    found = []
    least = limit(meta, "min_length")
    most = 1 if election.kind is BallotKind.CHOOSE_ONE else limit(meta, "max_length")
    if least is not None:
        found.append(("too-few", ballots.lengths < least))
    if most is not None:
        found.append(("too-many", ballots.lengths > most))
    if (money := limit(meta, "max_sum_cost")) is not None:
        found.append(("too-dear", sums(election, np.array(election.costs)) > money * election.scale))
    if ballots.points is not None:
        given = np.bincount(ballots.owners, weights=ballots.points, minlength=len(ballots))
        if (points := limit(meta, "max_sum_points")) is not None:
            found.append(("too-many-points", given > points))
        if (points := limit(meta, "min_sum_points")) is not None:
            found.append(("too-few-points", given < points))
    return found


def sums(election: Election, values: Ints) -> Ints:
    """For each ballot, the sum of a whole-number value over the projects it names."""
    ballots = election.ballots
    running = np.zeros(len(ballots.picks) + 1, dtype=np.int64)
    np.cumsum(values[ballots.picks], out=running[1:])
    total: Ints = running[ballots.starts[1:]] - running[ballots.starts[:-1]]
    return total
