"""Single transferable vote: Droop quota, surplus passed on as a fraction of every ballot, the weakest eliminated.

Exact fractions (weighted inclusive Gregory method, as in Scottish local elections but without their rounding).
"""

from fractions import Fraction
from typing import Any

import numpy as np

from backend.tally import ties
from backend.tally.election import Election
from backend.tally.outcome import Outcome
from backend.tally.piles import Piles
from backend.tally.rule import Rule
from backend.tally.single import Rankings, fewest, rankings, seated


def count(election: Election, rule: Rule) -> Outcome:
    """Fill the seats. Equals: for election the first in the order of ties, for elimination the last."""
    piles = rankings(election)
    running = [number for number in range(len(election.projects)) if election.running[number]]
    table = _Table(piles, running, rule.seats, ties.order(election, rule))
    table.fill()
    order = [*table.elected, *table.by_votes(table.standing), *reversed(table.gone)]
    ids = [project.id for project in election.projects]
    rounds: list[dict[str, Any]] = [{ids[number]: held for number, held in one.items()} for one in table.rounds]
    tied = tuple(sorted({tuple(ids[number] for number in group) for group in table.equals}))
    missing = {number: _first_choices_missing(table, piles, running, number) for number in order[rule.seats :]}
    figures = {"quota": table.quota, "rounds": rounds}
    return seated(election, rule, order, table.best, figures=figures, tied=tied, missing=missing)


def _first_choices_missing(counted: "_Table", piles: Rankings, running: list[int], number: int) -> int:
    """How many more ballots that name it alone a candidate needs: with so many it is elected, with one fewer not.

    More ballots raise the quota too, so that everything is counted again with them. In rare cases a few ballots still
    fewer would do, because somebody else goes out sooner.
    """

    def wins(more: int) -> bool:
        table = _Table(piles | {(number,): piles.get((number,), 0) + more}, running, counted.seats, counted.places)
        table.fill()
        return number in table.elected

    first = counted.rounds[0][number] if counted.rounds else Fraction(0)
    return fewest(wins, surely=_to_the_quota(int(first), counted.valid, counted.seats))


def _to_the_quota(first: int, valid: int, seats: int) -> int:
    """How many more ballots lift a candidate to the quota at once, although they raise it."""
    return fewest(lambda more: first + more > (valid + more) // (seats + 1), surely=valid + 1)


class _Table:
    """The piles of ballots, those standing, and the part of its value that each pile still has."""

    def __init__(self, piles: Rankings, running: list[int], seats: int, places: list[int]) -> None:
        self.piles = Piles(piles, len(places))
        self.seats = seats
        self.places = places
        self.standing = set(running)
        self.parts = [Fraction(1)]
        """The different parts of their value that piles have left; each surplus adds some."""
        self.part = np.zeros(len(piles), dtype=np.int64)
        """For each pile the place of its part in `parts`."""
        self.valid = sum(size for ranking, size in piles.items() if ranking)
        self.quota = self.valid // (seats + 1) + 1
        self.elected: list[int] = []
        self.gone: list[int] = []
        self.rounds: list[dict[int, Fraction]] = []
        self.best = [Fraction(0)] * len(places)
        self.equals: set[tuple[int, ...]] = set()
        self.held: dict[int, Fraction] = {}

    def fill(self) -> None:
        """Count to the end."""
        while len(self.elected) < self.seats and self.standing:
            if len(self.elected) + len(self.standing) <= self.seats:
                self._tally()
                self.elected += self.by_votes(self.standing)
                self.standing.clear()
            else:
                self._round()

    def by_votes(self, candidates: set[int]) -> list[int]:
        """Candidates by what they hold, equals in the order of ties."""
        return ties.ranked(candidates, lambda number: self.held.get(number, Fraction(0)), self.places)

    def _round(self) -> None:
        """Elect the strongest at or above the quota, or eliminate the weakest."""
        self._tally()
        order = self.by_votes(self.standing)
        if self.held[order[0]] >= self.quota:
            self._elect(order[0])
            return
        weakest = [number for number in order if self.held[number] == self.held[order[-1]]]
        if len(weakest) > 1:
            self.equals.add(tuple(sorted(weakest)))
        self.standing.remove(order[-1])
        self.gone.append(order[-1])

    def _tally(self) -> None:
        first, parts = self.piles.first(self.standing), len(self.parts)
        counts = np.zeros((self.piles.candidates + 1) * parts, dtype=np.int64)  # NOBODY's come last
        np.add.at(counts, first * parts + self.part, self.piles.sizes)
        held = counts.reshape(-1, parts).tolist()
        self.held = {
            number: sum((size * part for size, part in zip(held[number], self.parts, strict=True) if size), Fraction(0))
            for number in self.standing
        }
        for number, value in self.held.items():
            self.best[number] = max(self.best[number], value)
        self.rounds.append({number: self.held[number] for number in self.by_votes(self.standing)})

    def _elect(self, number: int) -> None:
        """Take a seat; every ballot that counts for it passes on with the same part of what it was worth."""
        keep = 1 - self.quota / self.held[number]
        passing = self.piles.first(self.standing) == number
        self.part[passing] += len(self.parts)
        parts = [*self.parts, *(part * keep for part in self.parts)]
        used, self.part = np.unique(self.part, return_inverse=True)
        self.parts = [parts[place] for place in used.tolist()]
        self.standing.remove(number)
        self.elected.append(number)
