"""Equal shares for many shares at once, in numpy: every share a lane, and each lane looks at its own cheapest project.

Raised shares repeat nearly the same count hundreds of times, and a step in Python costs the same for one lane as for
many. So each round takes from every lane the project that looks cheapest in it, and works out for all of these together
what their backers would pay. Floats find the way; where they can't tell two projects apart, or whether money suffices,
the lane is counted again in exact fractions.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from backend.tally import shares_exact
from backend.tally.backers import Backers, whole_numbers
from backend.tally.election import Ints

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]

_NEAR = 1e-10
"""Relative difference below which floats don't decide; their rounding adds up to about 1e-12 at most."""
_ELEMENTS = 8_000
"""Purses looked at in one round: enough to drown the cost of calling numpy, few enough to stay in the cache."""
_MOST_LANES = 64


def winners_for(backers: Backers, shares: Sequence[int]) -> list[tuple[int, ...]]:
    """For each share (parts of the smallest unit a voter) the winners in order, as places in the backers' order."""
    if not backers.projects or not shares:
        return [() for _ in shares]
    lanes = _Lanes(backers, shares)
    lanes.run()
    return [
        shares_exact.winners(backers, share) if lanes.unsure[lane] else tuple(lanes.winners[lane])
        for lane, share in enumerate(shares)
    ]


def lanes_at_once(backers: Backers) -> int:
    """How many shares are best counted together."""
    average = max(1, len(backers.who) // max(1, len(backers.projects)))
    return max(1, min(_MOST_LANES, _ELEMENTS // average))


@dataclass(frozen=True, slots=True)
class _Look:
    """One round: in each of some lanes one project, its backers' purses one project after the other."""

    lanes: Ints
    projects: Ints
    keys: Floats
    counts: Ints
    """How many backers each project has; their purses stand together in the next two."""
    places: Ints
    """Where in all purses each stands."""
    money: Floats
    weights: Floats | None
    """How many voters each purse stands for; None where it is one each."""
    firsts: Ints

    def added(self, values: Floats) -> Floats:
        """A value of each purse, added up for each project over all its voters."""
        weighed = values if self.weights is None else values * self.weights
        return np.add.reduceat(weighed, self.firsts)


class _Lanes:
    """Keys are lower bounds of the projects' rates, infinite for those that won or can't be paid any more.

    A rate is the highest payment per unit of cost. It only rises while purses shrink: a project whose key is the lowest
    and stays so when it is worked out has won.
    """

    def __init__(self, backers: Backers, shares: Sequence[int]) -> None:
        self.backers = backers
        lanes, projects = len(shares), len(backers.projects)
        self.costs = np.array(backers.costs, dtype=np.float64)
        self.counts = np.diff(backers.starts)
        self.support = backers.support.astype(np.float64)
        alike = bool((backers.weights == 1).all())
        self.weights = None if alike else backers.weights[backers.who].astype(np.float64)
        self.purses = np.repeat(np.array(shares, dtype=np.float64), len(backers.weights))
        self.winners: list[list[int]] = [[] for _ in shares]
        self.rates: list[list[float]] = [[] for _ in shares]
        self.unsure = np.zeros(lanes, dtype=np.bool_)
        self.last = np.full(lanes, -np.inf)
        """The rate of each lane's last winner; below, of the last one whose rate was not one of k equal payments."""
        self.last_uneven = np.full(lanes, -np.inf)
        self.counting = np.arange(lanes * int(self.counts.max()))
        self.width = max(1, int(projects**0.5))
        blocks = -(-projects // self.width)
        self.keys = np.full((lanes, blocks * self.width), np.inf)
        within = whole_numbers(shares)[:, None] >= backers.affordable_from[None, :]
        self.keys[:, :projects] = np.where(within.astype(np.bool_), 1.0 / self.support[None, :], np.inf)
        self.blocks = self.keys.reshape(lanes, blocks, self.width)
        self.lowest = self.blocks.min(axis=2)
        """For each lane and each block of projects the lowest key."""

    def run(self) -> None:
        """Count all lanes to the end."""
        lanes = np.arange(len(self.winners))
        projects = self._cheapest(lanes)
        while True:
            keys = self.keys[lanes, projects]
            going_on = np.isfinite(keys)
            if not going_on.all():
                lanes, projects, keys = lanes[going_on], projects[going_on], keys[going_on]
            if not len(lanes):
                return
            projects = self._round(self._look(lanes, projects, keys))

    def _cheapest(self, lanes: Ints) -> Ints:
        """In each lane the first project of those with the lowest key."""
        block = self.lowest[lanes].argmin(axis=1)
        found: Ints = block * self.width + self.blocks[lanes, block].argmin(axis=1)
        return found

    def _look(self, lanes: Ints, projects: Ints, keys: Floats) -> _Look:
        counts = self.counts[projects]
        ends = counts.cumsum()
        firsts = ends - counts
        pairs = np.repeat(self.backers.starts[projects] - firsts, counts)
        pairs += self.counting[: ends[-1]]
        places = self.backers.who.take(pairs, mode="clip")
        places += np.repeat(lanes * len(self.backers.weights), counts)
        weights = None if self.weights is None else self.weights[pairs]
        return _Look(lanes, projects, keys, counts, places, self.purses.take(places, mode="clip"), weights, firsts)

    def _round(self, look: _Look) -> Ints:
        """Raise the keys of what is looked at; what stays the cheapest wins. Returns each lane's next cheapest."""
        self._doubt_what_was_near(look)
        costs = self.costs[look.projects]
        have = look.added(look.money)
        possible = have >= costs
        self._doubt(look.lanes[np.abs(have - costs) <= _NEAR * costs])
        rates, payments, settled = self._raised(look, costs, possible)
        self._set_keys(look.lanes, look.projects, np.where(possible & ~self.unsure[look.lanes], rates, np.inf))
        following = self._cheapest(look.lanes)
        won = possible & settled & (following == look.projects) & ~self.unsure[look.lanes]
        if won.any():
            self._pay(look, won, payments, rates)
            following[won] = self._cheapest(look.lanes[won])
        return following

    def _raised(self, look: _Look, costs: Floats, possible: Flags) -> tuple[Floats, Floats, Flags]:
        """Rates and payments after a step of Newton's from the keys upwards, and whether they are the truth.

        Who has less than the payment gives all; the others share the rest. Rates are exactly 1 / k where k backers pay
        the same and the others have nothing.
        """
        payments = look.keys * costs
        short = (look.money < np.repeat(payments, look.counts)).astype(np.float64)
        given = look.added(look.money * short)
        paying = np.where(possible, self.support[look.projects] - look.added(short), 1.0)
        paying = np.maximum(paying, 1.0)
        higher = np.where(possible, (costs - given) / paying, 0.0)
        rates = np.where(given == 0, 1.0 / paying, higher / costs)
        return rates, np.maximum(payments, higher), higher <= payments * (1 + 1e-15)

    def _pay(self, look: _Look, won: Flags, payments: Floats, rates: Floats) -> None:
        paying = np.repeat(won, look.counts)
        left = look.money[paying] - np.repeat(payments[won], look.counts[won])
        self.purses[look.places[paying]] = np.maximum(left, 0.0, out=left)
        lanes, projects, paid = look.lanes[won], look.projects[won], rates[won]
        self._set_keys(lanes, projects, np.full(len(lanes), np.inf))
        self.last[lanes] = paid
        uneven = ~_one_in_k(paid)
        self.last_uneven[lanes[uneven]] = paid[uneven]
        for lane, project, rate in zip(lanes.tolist(), projects.tolist(), paid.tolist(), strict=True):
            self.winners[lane].append(project)
            self.rates[lane].append(rate)

    def _set_keys(self, lanes: Ints, projects: Ints, keys: Floats) -> None:
        self.keys[lanes, projects] = keys
        block = projects // self.width
        self.lowest[lanes, block] = self.blocks[lanes, block].min(axis=1)

    def _doubt(self, lanes: Ints) -> None:
        """Give these lanes up to the exact count."""
        if len(lanes):
            self.unsure[lanes] = True
            self.keys[lanes] = np.inf
            self.lowest[lanes] = np.inf

    def _doubt_what_was_near(self, look: _Look) -> None:
        """Doubt the lanes where a project was as cheap as a winner before it with which it shares backers.

        Rates that are 1 / k (k pay the same, the others have nothing) are exactly equal or far apart: no doubt there.
        Nor with its twin, where that went first as it should: who votes for a slate makes many.
        """
        level = look.keys / (1 + _NEAR)
        even = _one_in_k(look.keys)
        near = (level <= self.last_uneven[look.lanes]) | (~even & (level <= self.last[look.lanes]))
        for at in np.flatnonzero(near).tolist():
            lane, project = int(look.lanes[at]), int(look.projects[at])
            for winner, rate in zip(reversed(self.winners[lane]), reversed(self.rates[lane]), strict=True):
                if rate < level[at]:
                    break
                certain = even[at] and rate == 1.0 / round(1.0 / rate)
                in_order = winner < project and self.backers.twins[winner] == self.backers.twins[project]
                if not (certain or in_order) and self.backers.share_backers(winner, project):
                    self._doubt(look.lanes[at : at + 1])
                    break


def _one_in_k(rates: Floats) -> Flags:
    same: Flags = rates == 1.0 / np.rint(1.0 / rates)
    return same
