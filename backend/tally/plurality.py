"""Plurality: whoever is named first on most ballots."""

import numpy as np

from backend.tally.election import BallotKind, Election
from backend.tally.outcome import Outcome
from backend.tally.rule import Rule, RuleInvalid
from backend.tally.single import most_first, rankings


def count(election: Election, rule: Rule) -> Outcome:
    """Most first choices; approval ballots that name one project count too. Raises RuleInvalid for others."""
    if election.kind is BallotKind.APPROVAL and bool((election.ballots.lengths <= 1).all()):
        total: list[int] = np.bincount(election.ballots.picks, minlength=len(election.projects)).tolist()
        return most_first(election, rule, total)
    if election.kind not in (BallotKind.ORDINAL, BallotKind.CHOOSE_ONE):
        raise RuleInvalid(f"{election.kind.value} ballots have no first choice")
    total = [0] * len(election.projects)
    for ranking, number in rankings(election).items():
        if ranking:
            total[ranking[0]] += number
    return most_first(election, rule, total)
