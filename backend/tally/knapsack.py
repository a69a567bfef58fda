"""Knapsack votes (Goel, Krishnaswamy, Sakshuwong, Aitamurto 2019): each ballot is a budget that adds up.

Every unit of money of a project has the project's votes, so the units with most votes are bought: projects by votes.
Projects can't be bought in part here: what does not fit is skipped.
"""

from dataclasses import replace

import numpy as np

from backend.tally import totals
from backend.tally.election import Ballots, Election
from backend.tally.greedy import fund
from backend.tally.legality import sums
from backend.tally.outcome import Outcome
from backend.tally.rule import Rule


def count(election: Election, rule: Rule) -> Outcome:
    """Most votes first, of the ballots whose projects fit into the budget together; the others don't count."""
    within = sums(election, np.array(election.costs, dtype=np.int64)) <= election.budget
    outcome = fund(election, rule, totals.votes(replace(election, ballots=_only(election.ballots, within.tolist()))))
    left_out = int((~within).sum())
    return replace(outcome, figures={**outcome.figures, "ballots_beyond_the_budget": left_out})


def _only(ballots: Ballots, keep: list[bool]) -> Ballots:
    points = ballots.points
    rows = zip(ballots.voters, ballots.starts.tolist(), ballots.starts[1:].tolist(), keep, strict=False)
    return Ballots.of(
        (voter, ballots.picks[first:end].tolist(), None if points is None else points[first:end].tolist())
        for voter, first, end, kept in rows
        if kept
    )
