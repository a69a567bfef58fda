"""Equal shares for many shares at once, in numpy: every share a lane (a column), all lanes looking at one project.

Raised shares repeat nearly the same count hundreds of times. So each step takes the project that looks cheapest in any
lane and works out, for all lanes together, what its backers would pay there: a look too early is not wrong, it only
raises a lower bound. Floats find the way; where they can't tell two projects apart, or whether money suffices, the lane
is counted again in exact fractions.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from backend.tally.backers import Backers
from backend.tally.shares_exact import run

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]

_NEAR = 1e-10
"""Relative difference below which floats don't decide; their rounding adds up to about 1e-12 at most."""
_ELEMENTS = 64_000
"""Purses looked at in one step: enough to drown the cost of calling numpy, few enough to stay in the cache."""
_MOST_LANES = 64


def winners_for(backers: Backers, shares: Sequence[int]) -> list[tuple[int, ...]]:
    """For each share (parts of the smallest unit a voter) the winners in order, as places in the backers' order."""
    if not backers.projects or not shares:
        return [() for _ in shares]
    lanes = _Lanes(backers, shares)
    lanes.run()
    return [
        run(backers, share).winners if lanes.unsure[lane] else tuple(lanes.winners[lane])
        for lane, share in enumerate(shares)
    ]


def lanes_at_once(backers: Backers) -> int:
    """How many shares are best counted together."""
    average = max(1, len(backers.who) // max(1, len(backers.projects)))
    return max(1, min(_MOST_LANES, _ELEMENTS // average))


class _Lanes:
    """Keys are lower bounds of the projects' rates, infinite for those that won or can't be paid any more."""

    def __init__(self, backers: Backers, shares: Sequence[int]) -> None:
        self.backers = backers
        count, projects = len(shares), len(backers.projects)
        self.purses = np.repeat(np.array(shares, dtype=np.float64)[None, :], len(backers.weights), axis=0)
        self.support = backers.support.astype(np.float64)
        self.weights = backers.weights[backers.who].astype(np.float64)
        self.winners: list[list[int]] = [[] for _ in shares]
        self.unsure = np.zeros(count, dtype=np.bool_)
        self.width = max(1, int(projects**0.5))
        blocks = -(-projects // self.width)
        self.keys = np.full((blocks, self.width, count), np.inf)
        within = np.array(shares, dtype=np.int64)[None, :] >= backers.affordable_from[:, None]
        self.flat = self.keys.reshape(-1, count)
        self.flat[:projects] = np.where(within, 1.0 / self.support[:, None], np.inf)
        self.lowest = self.keys.min(axis=1)
        """For each block of projects and each lane the lowest key."""

    def run(self) -> None:
        """Count all lanes to the end."""
        while True:
            block, lane = divmod(int(self.lowest.argmin()), len(self.winners))
            if np.isinf(self.lowest[block, lane]):
                return
            self._look(block * self.width + int(self.keys[block, :, lane].argmin()))

    def _look(self, project: int) -> None:
        """Work out a project's rate in all lanes; where it is the lowest, the project wins."""
        cost = self.backers.costs[project]
        who = self.backers.backing(project)
        weights = self.weights[self.backers.starts[project] : self.backers.starts[project + 1]]
        money = self.purses[who]
        have = weights @ money
        keys = self.flat[project]
        possible = np.isfinite(keys) & (have >= cost)
        close = possible & (np.abs(have - cost) <= _NEAR * cost)
        self._doubt(close)
        possible &= ~close
        if not possible.any():
            self._set_keys(project, np.full(len(keys), np.inf))
            return
        rates, payment = _rates(weights, money, np.where(possible, keys, 0.0), float(cost), possible)
        self._set_keys(project, np.where(possible, rates, np.inf))
        won = possible & self._cheapest(project)
        if won.any():
            self._set_keys(project, np.where(won, np.inf, self.flat[project]))
            money -= np.where(won, payment, 0.0)
            self.purses[who] = np.maximum(money, 0.0, out=money)
            for lane in np.flatnonzero(won).tolist():
                self.winners[lane].append(project)
            self._doubt_equals(project, rates, won)

    def _set_keys(self, project: int, keys: Floats) -> None:
        self.flat[project] = keys
        block = project // self.width
        self.keys[block].min(axis=0, out=self.lowest[block])

    def _cheapest(self, project: int) -> Flags:
        """In which lanes a project is the first of those with the lowest key."""
        keys = self.flat[project]
        block, place = divmod(project, self.width)
        found: Flags = keys == self.lowest.min(axis=0)
        if not found.any():
            return found
        found &= ~(self.lowest[:block] == keys).any(axis=0)
        found &= ~(self.keys[block, :place] == keys).any(axis=0)
        return found

    def _doubt(self, lanes: Flags) -> None:
        """Give these lanes up to the exact count."""
        if lanes.any():
            self.unsure |= lanes
            self.flat[:, lanes] = np.inf
            self.lowest[:, lanes] = np.inf

    def _doubt_equals(self, winner: int, rates: Floats, won: Flags) -> None:
        """Doubt the lanes where another project that shares backers with the winner was as cheap.

        Rates that are 1 / k (k pay the same, the others have nothing) are exactly equal or far apart: no doubt there.
        """
        for lane in np.flatnonzero(won & (self.lowest.min(axis=0) <= rates * (1 + _NEAR))).tolist():
            rate = float(rates[lane])
            keys = self.flat[:, lane]
            for other in np.flatnonzero(keys <= rate * (1 + _NEAR)).tolist():
                certain = _one_in_k(rate) and _one_in_k(float(keys[other]))
                if not certain and self.backers.share_backers(winner, other):
                    self._doubt(np.arange(len(won)) == lane)
                    break


def _rates(weights: Floats, money: Floats, rates: Floats, cost: float, possible: Flags) -> tuple[Floats, Floats]:
    """The highest payment per unit of cost, and the payment, in each lane; from lower bounds upwards to the truth.

    Exactly 1 / k where k backers pay the same and the others have nothing.
    """
    support = weights.sum()
    payment = rates * cost
    while True:
        short = (money < payment).astype(np.float64)
        paying = np.where(possible, support - weights @ short, 1.0)
        short *= money
        given = weights @ short
        higher = np.where(possible, (cost - given) / paying, 0.0)
        rates = np.where(given == 0, 1.0 / paying, higher / cost)
        settled = higher <= payment * (1 + 1e-15)
        payment = np.maximum(payment, higher)
        if settled.all():
            return rates, payment


def _one_in_k(rate: float) -> bool:
    return rate == 1.0 / round(1.0 / rate)
