"""Schulze (2011): whoever has, against everyone, a chain of victories at least as strong as any chain back.

Strength is the number of votes on the winning side; what a ballot does not rank comes last, level.
"""

import numpy as np

from backend.tally import ties
from backend.tally.election import Election, Ints
from backend.tally.outcome import Outcome
from backend.tally.rule import Rule
from backend.tally.single import Rankings, rankings, seated


def count(election: Election, rule: Rule) -> Outcome:
    """One winner, or the first of the order where there are more seats; equals in the order of ties."""
    running = [number for number in range(len(election.projects)) if election.running[number]]
    prefer = pairwise(rankings(election), len(election.projects), running)
    paths = strongest_paths(prefer)
    beats = (paths > paths.T).sum(axis=1)
    total = [0] * len(election.projects)
    for place, number in enumerate(running):
        total[number] = int(beats[place])
    order = ties.ranked(running, total.__getitem__, ties.order(election, rule))
    ids = [election.projects[number].id for number in running]
    best = [number for number in order if total[number] == total[order[0]]] if order else []
    tied = (tuple(election.projects[number].id for number in best),) if len(best) > rule.seats else ()
    duels = {one: dict(zip(ids, row, strict=True)) for one, row in zip(ids, prefer.tolist(), strict=True)}
    return seated(election, rule, order, total, figures={"duels": duels} if len(ids) <= 50 else {}, tied=tied)


def pairwise(piles: Rankings, count: int, running: list[int]) -> Ints:
    """How many ballots prefer each running project (row) to each other one (column)."""
    place = np.full(count, -1, dtype=np.int64)
    place[running] = np.arange(len(running))
    prefer = np.zeros((len(running), len(running)), dtype=np.int64)
    for ranking, number in piles.items():
        below = np.full(len(running), number, dtype=np.int64)
        for pick in ranking:
            below[place[pick]] = 0
            prefer[place[pick]] += below
    return prefer


def strongest_paths(prefer: Ints) -> Ints:
    """The strength of the strongest path between all pairs (Floyd and Warshall's way through all in between)."""
    paths: Ints = np.where(prefer > prefer.T, prefer, 0)
    for middle in range(len(paths)):
        np.maximum(paths, np.minimum(paths[:, middle, None], paths[None, middle, :]), out=paths)
    np.fill_diagonal(paths, 0)
    return paths
