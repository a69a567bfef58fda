"""What each project was given: votes, raw points, or points by rank. Whole numbers, never divided by anything."""

import numpy as np

from backend.tally.election import WITH_POINTS, BallotKind, Election
from backend.tally.legality import limit
from backend.tally.rule import RuleInvalid


def votes(election: Election) -> list[int]:
    """How many ballots name each project; on ballots with points, how many give it more than nothing."""
    ballots = election.ballots
    picks = ballots.picks if ballots.points is None else ballots.picks[ballots.points > 0]
    counted: list[int] = np.bincount(picks, minlength=len(election.projects)).tolist()
    return counted


def points(election: Election) -> list[int]:
    """The raw points of each project; raises RuleInvalid for ballots without points."""
    ballots = election.ballots
    if ballots.points is None:
        if len(ballots):
            raise RuleInvalid(f"{election.kind.value} ballots carry no points")
        return [0] * len(election.projects)
    total = np.zeros(len(election.projects), dtype=np.int64)
    np.add.at(total, ballots.picks, ballots.points)
    found: list[int] = total.tolist()
    return found


def borda(election: Election) -> list[int]:
    """Points by rank: as many as a ballot may name (`max_length`) for the first place, one less for each next.

    Without a `max_length` the longest ballot says how many. Raises RuleInvalid for ballots that rank nothing.
    """
    if election.kind is not BallotKind.ORDINAL:
        raise RuleInvalid(f"{election.kind.value} ballots rank nothing")
    ballots = election.ballots
    longest = int(ballots.lengths.max()) if len(ballots) else 0
    most = limit(election.meta, "max_length") or longest
    total = np.zeros(len(election.projects), dtype=np.int64)
    np.add.at(total, ballots.picks, np.maximum(most - ballots.places, 0))
    found: list[int] = total.tolist()
    return found


def usual(election: Election) -> list[int]:
    """What cities add up for each kind of ballot: votes, points, or points by rank."""
    if election.kind is BallotKind.ORDINAL:
        return borda(election)
    if election.kind in WITH_POINTS:
        return points(election)
    return votes(election)
