"""Greedy by votes per unit of cost: many small projects before one large one."""

from fractions import Fraction

from backend.tally import totals
from backend.tally.election import Election
from backend.tally.greedy import Lacking, fund
from backend.tally.outcome import Outcome
from backend.tally.rule import Rule


def count(election: Election, rule: Rule) -> Outcome:
    """Most votes (points, points by rank) per unit of cost first; what does not fit is skipped."""
    total, costs = totals.usual(election), election.costs

    def ratio(number: int) -> tuple[bool, Fraction]:
        return not costs[number], Fraction(total[number], costs[number] or 1)

    def missing(number: int, rival: int, first: bool) -> int:
        level, rest = divmod(total[rival] * costs[number], costs[rival])
        return level + (1 if rest or not first else 0) - total[number]

    return fund(election, rule, total, ratio, Lacking(missing) if all(costs) else None)
