"""One run of equal shares in exact fractions. The fast count asks it where equality may decide.

Floats find out which projects come into question and who is too poor to pay in full; where floats are nearly equal
fractions decide, and fractions hold what everybody has left.
"""

import heapq
from fractions import Fraction
from itertools import compress
from math import fsum

import numpy as np

from backend.tally.backers import Backers
from backend.tally.election import Ints

_NEAR = 1e-10
"""Relative difference below which floats don't decide: each stands for one fraction, and errs by far less."""


def winners(backers: Backers, share: int) -> tuple[int, ...]:
    """The winners in order, as places in the backers' order, when every voter begins with a share (parts of a unit).

    Of the projects that their backers can pay for, the one with the lowest highest payment per unit of cost wins;
    backers pay equally, poorer ones all they have. A project's rate only rises while purses shrink, so the heap
    needs to look again only at what it hands out.
    """
    purses = _Purses(backers, share)
    affordable = np.flatnonzero(backers.affordable_from <= share).tolist()
    heap = [(1 / int(backers.support[project]), project) for project in affordable]
    heapq.heapify(heap)
    won: list[int] = []
    while heap:
        equals = _lowest(heap, purses)
        if not equals:
            continue
        best = equals[0] if len(equals) == 1 else min(equals, key=lambda one: (purses.exact_rate(one), one))
        for project in equals:
            if project != best:
                heapq.heappush(heap, (purses.rate(project) or 0.0, project))
        won.append(best)
        purses.pay(best)
    return tuple(won)


def _lowest(heap: list[tuple[float, int]], purses: "_Purses") -> list[int]:
    """Take the projects with the lowest rate off the heap: as floats tell, so more than one where they are near."""
    found: dict[int, float] = {}
    limit = float("inf")
    while heap and heap[0][0] <= limit:
        _, project = heapq.heappop(heap)
        if (rate := purses.rate(project)) is not None:
            found[project] = rate
            limit = min(limit, rate * (1 + _NEAR))
    for project, rate in found.items():
        if rate > limit:
            heapq.heappush(heap, (rate, project))
    return [project for project, rate in found.items() if rate <= limit]


class _Purses:
    """What everybody has left, in fractions and in floats."""

    def __init__(self, backers: Backers, share: int) -> None:
        self._backers = backers
        self._full = Fraction(share)
        self._money = np.full(len(backers.weights), float(share))
        self._left: dict[int, Fraction] = {}

    def rate(self, project: int) -> float | None:
        """The highest payment per unit of cost; None when its backers can't pay for it together."""
        cost, who = self._backers.costs[project], self._backers.backing(project)
        have = fsum((self._money[who] * self._backers.weights[who]).tolist())
        if have < cost * (1 - _NEAR):
            return None
        if have < cost * (1 + _NEAR) and self._sum(who) < cost:
            return None
        return self._payment(project) / cost

    def exact_rate(self, project: int) -> Fraction:
        """The same for a project that can be paid, exactly."""
        return self._exact_payment(project) / self._backers.costs[project]

    def pay(self, project: int) -> None:
        """Let the backers of a project pay for it."""
        payment = self._exact_payment(project)
        for one in self._backers.backing(project).tolist():
            left = self._of(one) - payment
            self._left[one] = left if left > 0 else Fraction(0)
            self._money[one] = float(self._left[one])

    def _of(self, backer: int) -> Fraction:
        return self._left.get(backer, self._full)

    def _sum(self, who: Ints) -> Fraction:
        weights = self._backers.weights[who].tolist()
        return sum((self._of(one) * weight for one, weight in zip(who.tolist(), weights, strict=True)), Fraction(0))

    def _payment(self, project: int) -> float:
        """The most that anybody pays: whoever has less gives all, the others share the rest."""
        who = self._backers.backing(project)
        order = self._money[who].argsort()
        money, weights = self._money[who][order], self._backers.weights[who][order]
        given = np.concatenate(([0.0], np.cumsum(money * weights)[:-1]))
        each = (self._backers.costs[project] - given) / weights[::-1].cumsum()[::-1]
        able = np.flatnonzero(money >= each)
        if not len(able):
            return float(money[-1])
        first = int(able[0])  # the sums up to each were for finding it; rounded once, they err by a part in 10 ** 16
        return (self._backers.costs[project] - fsum((money * weights)[:first].tolist())) / int(weights[first:].sum())

    def _exact_payment(self, project: int) -> Fraction:
        who, payment = self._backers.backing(project), self._payment(project)
        money, weights = self._money[who], self._backers.weights[who]
        poor, rich = money < payment * (1 - _NEAR), money > payment * (1 + _NEAR)
        near: list[bool] = (~poor & ~rich).tolist()
        held = sorted(
            (self._of(one), weight)
            for one, weight in zip(compress(who.tolist(), near), compress(weights.tolist(), near), strict=True)
        )
        if rich.any():
            held.append((self._full, int(weights[rich].sum())))
        found = equal_payment(held, self._backers.costs[project] - self._sum(who[poor & (money > 0)]))
        if found is None:
            raise ValueError(project)
        return found


def equal_payment(held: list[tuple[Fraction, int]], cost: int | Fraction) -> Fraction | None:
    """The most that anybody pays when purses (money, voters; poorest first) share a cost; None when it is too much."""
    rest = Fraction(cost)
    voters = sum(weight for _, weight in held)
    for money, weight in held:
        if money * voters >= rest:
            return rest / voters
        rest -= money * weight
        voters -= weight
    return None
