"""Greedy by points for places: with three places the first gets 3, the second 2, the third 1 (as in Krakow)."""

from backend.tally import totals
from backend.tally.election import Election
from backend.tally.greedy import fund
from backend.tally.outcome import Outcome
from backend.tally.rule import Rule


def count(election: Election, rule: Rule) -> Outcome:
    """Most points by rank first; what does not fit is skipped."""
    return fund(election, rule, totals.borda(election))
