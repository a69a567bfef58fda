"""Majority judgment (Balinski and Laraki 2011): the best median grade first, as Paris has voted since 2021.

Equal medians are told apart by taking one median grade after the other off both, until they differ.
"""

from collections.abc import Iterator
from functools import cmp_to_key
from itertools import pairwise

import numpy as np

from backend.tally.election import BallotKind, Election
from backend.tally.greedy import Lacking, fund
from backend.tally.legality import limit
from backend.tally.outcome import Outcome
from backend.tally.rule import Rule, RuleInvalid
from backend.tally.single import fewest

Runs = list[tuple[int, int]]
"""The grades in the order in which medians are taken off: (grade, how many in a row)."""


def count(election: Election, rule: Rule) -> Outcome:
    """Best majority grade first; what does not fit is skipped. Who grades nothing gives the lowest grade.

    Points are grades, the more the better; on approval ballots 1 and 0. Raises RuleInvalid for rankings.
    """
    grades, voters = _grades(election), len(election.ballots)
    runs = [median_runs(one, voters) for one in grades]
    ranks = _ranks(runs)
    highest = limit(election.meta, "max_points") or max((grade for one in grades for grade in one), default=0)

    def missing(number: int, rival: int, first: bool) -> int | None:
        def wins(more: int) -> bool:
            return compare(median_runs(raised(grades[number], more, highest), voters), runs[rival]) >= (not first)

        below = voters - grades[number].get(highest, 0)
        return fewest(wins, surely=below) if wins(below) else None

    medians = [first[0][0] if first else 0 for first in runs]
    return fund(election, rule, medians, ranks.__getitem__, Lacking(missing, "grades") if _are_free(election) else None)


def raised(grades: dict[int, int], count: int, highest: int) -> dict[int, int]:
    """The grades when so many of those who gave the lowest had given the highest instead."""
    left = dict(sorted(grades.items()))
    left[highest] = left.pop(highest, 0) + count
    for grade in [*left][:-1]:
        taken = min(count, left[grade])
        left[grade] -= taken
        count -= taken
    return left


def _are_free(election: Election) -> bool:
    """Whether one grade on a ballot leaves the others as they are: nothing but the grades themselves is limited."""
    limits = ("max_length", "max_sum_points", "min_sum_points", "max_sum_cost")
    return election.kind is BallotKind.SCORING and all(limit(election.meta, one) is None for one in limits)


def median_runs(grades: dict[int, int], voters: int) -> Runs:
    """The order in which the (lower) medians of graded ballots come off."""
    left = {grade: number for grade, number in sorted(grades.items()) if number}
    runs: Runs = []
    while voters:
        grade, number, below = _median(left, voters)
        # With r taken off, this grade is still the median while 2 * below < voters - r <= 2 * (below + number - r).
        taken = min(voters - 2 * below - 1, 2 * (number + below) - voters) + 1
        runs.append((grade, taken))
        voters -= taken
        left[grade] -= taken
        if not left[grade]:
            del left[grade]
    return runs


def _median(grades: dict[int, int], voters: int) -> tuple[int, int, int]:
    """The lower median, how many gave it, and how many gave less."""
    below = 0
    for grade, number in grades.items():
        if 2 * (below + number) >= voters:
            return grade, number, below
        below += number
    raise ValueError(voters)


def compare(one: Runs, other: Runs) -> int:
    """Below, at, or above 0: which grades are worse, equal, or better, medians first."""
    for mine, yours in zip(_each(one), _each(other), strict=False):
        if mine != yours:
            return mine - yours
    return 0


def _each(runs: Runs) -> Iterator[int]:
    for grade, number in runs:
        for _ in range(number):
            yield grade


def _ranks(runs: list[Runs]) -> list[int]:
    """For each project a number: higher for better grades, the same for the same."""
    key = cmp_to_key(compare)
    order = sorted(range(len(runs)), key=lambda number: key(runs[number]))
    ranks = [0] * len(runs)
    for before, number in pairwise(order):
        ranks[number] = ranks[before] + (compare(runs[before], runs[number]) < 0)
    return ranks


def _grades(election: Election) -> list[dict[int, int]]:
    ballots = election.ballots
    if election.kind.value == "ordinal":
        raise RuleInvalid("ordinal ballots give no grades")
    points = np.ones(len(ballots.picks), dtype=np.int64) if ballots.points is None else ballots.points
    lowest = limit(election.meta, "min_points")
    if lowest is None:
        lowest = min(0, int(points.min())) if len(points) else 0
    graded: list[dict[int, int]] = [{} for _ in election.projects]
    pairs, numbers = np.unique(np.stack([ballots.picks, points]), axis=1, return_counts=True)
    for project, grade, number in zip(*pairs.tolist(), numbers.tolist(), strict=True):
        graded[project][grade] = number
    for grades in graded:
        grades[lowest] = grades.get(lowest, 0) + len(ballots) - sum(grades.values())
    return graded
