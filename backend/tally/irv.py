"""Instant-runoff: the weakest goes out and its ballots pass on, until one holds more than half of those that count."""

from typing import Any

from backend.tally import ties
from backend.tally.election import Election
from backend.tally.outcome import Outcome
from backend.tally.piles import Piles
from backend.tally.rule import Rule
from backend.tally.single import rankings, seated


def count(election: Election, rule: Rule) -> Outcome:
    """One winner; ballots whose choices are all out no longer count. Of equally weak ones the last by ties goes out."""
    places = ties.order(election, rule)
    standing = {number for number in range(len(election.projects)) if election.running[number]}
    piles = Piles(rankings(election), len(election.projects))
    rounds: list[dict[str, Any]] = []
    gone: list[int] = []
    equals: set[tuple[str, ...]] = set()
    held = best = piles.held(standing)
    while len(standing) > 1:
        rounds.append(_told(election, held, standing))
        if 2 * max(held) > sum(held):
            break
        out = _weakest(held, standing, places)
        if len(weakest := [number for number in standing if held[number] == held[out]]) > 1:
            equals.add(tuple(election.projects[number].id for number in sorted(weakest)))
        standing.remove(out)
        gone.append(out)
        held = piles.held(standing)
        best = [max(before, now) for before, now in zip(best, held, strict=True)]
    order = [*ties.ranked(standing, held.__getitem__, places), *reversed(gone)]
    one = Rule(rule.method, tie=rule.tie)
    missing = {number: first_choices_missing(piles, order, number, places) for number in order[1:]}
    figures = {"rounds": rounds}
    return seated(election, one, order, best, figures=figures, tied=tuple(sorted(equals)), missing=missing)


def first_choices_missing(piles: Piles, running: list[int], number: int, places: list[int]) -> int:
    """How many more ballots that put it first a candidate needs to win: so many are enough, and one fewer is not.

    Such ballots never pass on to others while it stands. So who goes out before it does not depend on how many they
    are, and what it lacks at the worst of these rounds is what it lacks.
    """
    standing, missing = set(running), 0
    while len(standing) > 1:
        held = piles.held(standing)
        out = _weakest(held, standing - {number}, places)
        missing = max(missing, held[out] - held[number] + (places[out] < places[number]))
        standing.remove(out)
    return missing


def _weakest(held: list[int], standing: set[int], places: list[int]) -> int:
    return min(standing, key=lambda number: (held[number], -places[number]))


def _told(election: Election, held: list[int], standing: set[int]) -> dict[str, int]:
    return {election.projects[number].id: held[number] for number in sorted(standing, key=lambda one: -held[one])}
