"""Greedy by raw points, as given; never by points per cost (that is no city's rule, and gives other winners)."""

from backend.tally import totals
from backend.tally.election import Election
from backend.tally.greedy import fund
from backend.tally.outcome import Outcome
from backend.tally.rule import Rule


def count(election: Election, rule: Rule) -> Outcome:
    """Most points first; what does not fit is skipped."""
    return fund(election, rule, totals.points(election))
