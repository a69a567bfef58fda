"""Approval: whoever is named on most ballots."""

from backend.tally import totals
from backend.tally.election import Election
from backend.tally.outcome import Outcome
from backend.tally.rule import Rule
from backend.tally.single import most_first


def count(election: Election, rule: Rule) -> Outcome:
    """Most approvals; on ballots with points, more than none is an approval."""
    return most_first(election, rule, totals.votes(election))
