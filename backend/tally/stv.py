"""Single transferable vote: Droop quota, surplus passed on as a fraction of every ballot, the weakest eliminated.

Exact fractions (weighted inclusive Gregory method, as in Scottish local elections but without their rounding).
"""

from fractions import Fraction
from typing import Any

from backend.tally import ties
from backend.tally.election import Election
from backend.tally.outcome import Outcome
from backend.tally.rule import Rule
from backend.tally.single import rankings, seated


def count(election: Election, rule: Rule) -> Outcome:
    """Fill the seats. Equals: for election the first in the order of ties, for elimination the last."""
    table = _Table(election, rule)
    while len(table.elected) < rule.seats and table.standing:
        if len(table.elected) + len(table.standing) <= rule.seats:
            table.elect_the_rest()
        else:
            table.round()
    order = [*table.elected, *table.by_votes(table.standing), *reversed(table.gone)]
    figures = {"quota": table.quota, "rounds": table.rounds}
    return seated(election, rule, order, table.best, figures=figures, tied=tuple(sorted(table.equals)))


class _Table:
    """The piles of ballots, each with the candidates still standing and the value that it has left."""

    def __init__(self, election: Election, rule: Rule) -> None:
        self.election = election
        self.places = ties.order(election, rule)
        self.standing = {number for number in range(len(self.places)) if election.running[number]}
        self.piles = [(ranking, Fraction(number)) for ranking, number in rankings(election).items()]
        valid = sum(int(number) for ranking, number in self.piles if ranking)
        self.quota = valid // (rule.seats + 1) + 1
        self.elected: list[int] = []
        self.gone: list[int] = []
        self.rounds: list[dict[str, Any]] = []
        self.best: list[Fraction] = [Fraction(0)] * len(self.places)
        self.equals: set[tuple[str, ...]] = set()
        self.held: dict[int, Fraction] = {}

    def by_votes(self, candidates: set[int]) -> list[int]:
        return ties.ranked(candidates, lambda number: self.held.get(number, Fraction(0)), self.places)

    def round(self) -> None:
        """Elect the strongest at or above the quota, or eliminate the weakest."""
        self._tally()
        order = self.by_votes(self.standing)
        if self.held[order[0]] >= self.quota:
            self._elect(order[0])
        else:
            self._note_equals([number for number in order if self.held[number] == self.held[order[-1]]])
            self.standing.remove(order[-1])
            self.gone.append(order[-1])

    def elect_the_rest(self) -> None:
        self._tally()
        for number in self.by_votes(self.standing):
            self.elected.append(number)
        self.standing.clear()

    def _tally(self) -> None:
        self.held = dict.fromkeys(self.standing, Fraction(0))
        for ranking, value in self.piles:
            first = self._first(ranking)
            if first is not None:
                self.held[first] += value
        for number, value in self.held.items():
            self.best[number] = max(self.best[number], value)
        order = self.by_votes(self.standing)
        self.rounds.append({self.election.projects[number].id: self.held[number] for number in order})

    def _elect(self, number: int) -> None:
        keep = 1 - self.quota / self.held[number]
        self.piles = [
            (ranking, value * keep if self._first(ranking) == number else value) for ranking, value in self.piles
        ]
        self.standing.remove(number)
        self.elected.append(number)

    def _first(self, ranking: tuple[int, ...]) -> int | None:
        return next((pick for pick in ranking if pick in self.standing), None)

    def _note_equals(self, weakest: list[int]) -> None:
        if len(weakest) > 1:
            self.equals.add(tuple(self.election.projects[number].id for number in sorted(weakest)))
