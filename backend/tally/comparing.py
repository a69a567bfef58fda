"""Other rules on the same ballots: what each would have chosen, and how many voters get something they asked for."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np

from backend.tally import counting
from backend.tally.election import WITH_POINTS, BallotKind, Election
from backend.tally.money import as_number
from backend.tally.outcome import Outcome
from backend.tally.rule import Method, Rule

_FINE_SHARE = 2000
"""Up to this share (currency units a voter) shares are raised by one unit; beyond, by a thousandth of the share."""


@dataclass(frozen=True, slots=True)
class Compared:
    """One rule's outcome in figures."""

    outcome: Outcome
    voters_with_one: int
    """Voters who named at least one winner."""
    winners_per_voter: float
    """Winners that a voter named, on average."""

    def as_dict(self) -> dict[str, Any]:
        """For JSON."""
        voters = max(1, len(self.outcome.election.ballots))
        return {
            "rule": str(self.outcome.rule),
            "winners": list(self.outcome.winners),
            "cost": as_number(self.outcome.cost, self.outcome.election.scale),
            "voters_with_one": self.voters_with_one,
            "voters_with_one_percent": round(100 * self.voters_with_one / voters, 1),
            "winners_per_voter": round(self.winners_per_voter, 2),
        }


def rules(election: Election) -> list[Rule]:
    """The rules worth comparing on these ballots."""
    methods = [Method.GREEDY, Method.NO_SKIP, Method.PER_COST, Method.SHARES, Method.ADD1, Method.ADD1U]
    if election.kind in WITH_POINTS:
        methods.append(Method.MAJORITY_JUDGMENT)
    if election.kind is BallotKind.ORDINAL:
        methods += [Method.IRV, Method.SCHULZE]
    share = election.budget // election.scale // max(1, len(election.ballots))
    step = 1 if share <= _FINE_SHARE else share // 1000
    raised = (Method.ADD1, Method.ADD1U)
    return [counting.with_files_threshold(election, Rule(one, step=step if one in raised else 1)) for one in methods]


def compare(election: Election, chosen: list[Rule]) -> Iterator[Compared]:
    """Count by each rule in turn."""
    for rule in chosen:
        yield measured(counting.count(election, rule))


def measured(outcome: Outcome) -> Compared:
    """An outcome with what it means for voters; with points, a project given more than none was named."""
    election, ballots = outcome.election, outcome.election.ballots
    won = np.zeros(len(election.projects), dtype=np.int64)
    won[[election.numbers[winner] for winner in (*outcome.winners, *outcome.topped_up)]] = 1
    hits = won[ballots.picks] if ballots.points is None else won[ballots.picks] * (ballots.points > 0)
    named = np.bincount(ballots.owners, weights=hits, minlength=len(ballots))
    return Compared(outcome, int((named > 0).sum()), float(named.sum()) / max(1, len(ballots)))
