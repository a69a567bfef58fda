"""Equal shares as they are defined, in fractions throughout: slow, short, and what the fast counts are held against."""

import heapq
from fractions import Fraction

from backend.tally.backers import Backers
from backend.tally.shares_exact import equal_payment


def winners(backers: Backers, share: int) -> tuple[int, ...]:
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
    won: list[int] = []
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
        won.append(project)
        for money, one in held:
            purses[one] = money - min(money, payment)
    return tuple(won)
