"""One run of equal shares in exact fractions: slow and certain. The fast count asks it where equality may decide."""

import heapq
from dataclasses import dataclass
from fractions import Fraction

from backend.tally.backers import Backers


@dataclass(frozen=True, slots=True)
class Run:
    """What one run gave: winners as places in the backers' order, in the order in which they won."""

    winners: tuple[int, ...]
    purses: dict[int, Fraction]
    """What each backer has left (parts of the smallest unit, each voter of it); untouched ones are missing."""


def run(backers: Backers, share: int) -> Run:
    """Let every voter begin with a share, in parts of the smallest unit.

    Of the projects that their backers can pay for, the one with the lowest highest payment per unit of cost wins;
    backers pay equally, poorer ones all they have. A project's rate only rises while purses shrink, so the heap
    needs to look again only at what it hands out.
    """
    purses: dict[int, Fraction] = {}
    full = Fraction(share)
    members = [backers.backing(project).tolist() for project in range(len(backers.projects))]
    weights = backers.weights.tolist()
    support = backers.support.tolist()
    heap = [
        (Fraction(1, support[project]), project)
        for project in range(len(members))
        if support[project] * share >= backers.costs[project]
    ]
    heapq.heapify(heap)
    winners = []
    while heap:
        _, project = heapq.heappop(heap)
        cost = backers.costs[project]
        held = sorted((purses.get(one, full), one) for one in members[project])
        payment = equal_payment([(money, weights[one]) for money, one in held], cost)
        if payment is None:
            continue
        entry = (payment / cost if cost else Fraction(0), project)
        if heap and heap[0] < entry:
            heapq.heappush(heap, entry)
            continue
        winners.append(project)
        for money, one in held:
            purses[one] = money - min(money, payment)
    return Run(tuple(winners), purses)


def equal_payment(held: list[tuple[Fraction, int]], cost: int) -> Fraction | None:
    """The most that anybody pays when purses (money, voters; poorest first) share a cost; None when it is too much."""
    rest = Fraction(cost)
    voters = sum(weight for _, weight in held)
    for money, weight in held:
        if money * voters >= rest:
            return rest / voters
        rest -= money * weight
        voters -= weight
    return None
