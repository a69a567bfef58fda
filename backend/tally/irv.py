"""Instant-runoff: the weakest goes out and its ballots pass on, until one holds more than half of those that count."""

from collections import Counter
from typing import Any

from backend.tally import ties
from backend.tally.election import Election
from backend.tally.outcome import Outcome
from backend.tally.rule import Rule
from backend.tally.single import Rankings, rankings, seated


def count(election: Election, rule: Rule) -> Outcome:
    """One winner; ballots whose choices are all out no longer count. Of equally weak ones the last by ties goes out."""
    places = ties.order(election, rule)
    standing = {number for number in range(len(election.projects)) if election.running[number]}
    piles = rankings(election)
    rounds: list[dict[str, Any]] = []
    gone: list[int] = []
    equals: set[tuple[str, ...]] = set()
    held = _held(piles, standing)
    best = held
    while len(standing) > 1:
        rounds.append(_told(election, held, standing))
        if 2 * max(held.values(), default=0) > sum(held.values()):
            break
        fewest = min(held[number] for number in standing)
        weakest = [number for number in standing if held[number] == fewest]
        if len(weakest) > 1:
            equals.add(tuple(election.projects[number].id for number in sorted(weakest)))
        out = max(weakest, key=places.__getitem__)
        standing.remove(out)
        gone.append(out)
        held = _held(piles, standing)
        best = best | held
    order = [*ties.ranked(standing, held.__getitem__, places), *reversed(gone)]
    total = [best[number] for number in range(len(election.projects))]
    one = Rule(rule.method, tie=rule.tie)
    return seated(election, one, order, total, figures={"rounds": rounds}, tied=tuple(sorted(equals)))


def _held(piles: Rankings, standing: set[int]) -> Counter[int]:
    held: Counter[int] = Counter()
    for ranking, number in piles.items():
        first = next((pick for pick in ranking if pick in standing), None)
        if first is not None:
            held[first] += number
    return held


def _told(election: Election, held: Counter[int], standing: set[int]) -> dict[str, int]:
    return {election.projects[number].id: held[number] for number in sorted(standing, key=lambda one: -held[one])}
