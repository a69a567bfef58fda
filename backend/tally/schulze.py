"""Schulze (2011): whoever has, against everyone, a chain of victories at least as strong as any chain back.

Strength is the number of votes on the winning side; what a ballot does not rank comes last, level.
"""

import numpy as np

from backend.tally import ties
from backend.tally.election import Election, Ints
from backend.tally.outcome import Outcome
from backend.tally.rule import Rule
from backend.tally.single import Rankings, fewest, rankings, seated

_MOST_RECOUNTED = 50
"""Candidates up to which all duels are told, and to losers what they lacked; both take the more the more there are."""


def count(election: Election, rule: Rule) -> Outcome:
    """One winner, or the first of the order where there are more seats; equals in the order of ties."""
    running = [number for number in range(len(election.projects)) if election.running[number]]
    places = ties.order(election, rule)
    prefer = pairwise(rankings(election), len(election.projects), running)
    order, beats = _ordered(prefer, [places[number] for number in running])
    total = [0] * len(election.projects)
    for number, beaten in zip(running, beats, strict=True):
        total[number] = beaten
    ids = [election.projects[number].id for number in running]
    best = [ids[place] for place in order if beats[place] == beats[order[0]]]
    duels, missing = {}, {}
    if len(ids) <= _MOST_RECOUNTED:
        duels = {one: dict(zip(ids, row, strict=True)) for one, row in zip(ids, prefer.tolist(), strict=True)}
        lost = order[rule.seats :]
        missing = {
            running[place]: _missing(prefer, place, [places[one] for one in running], rule.seats) for place in lost
        }
    return seated(
        election,
        rule,
        [running[place] for place in order],
        total,
        figures={"duels": duels} if duels else {},
        tied=(tuple(best),) if len(best) > rule.seats else (),
        missing=missing,
    )


def _ordered(prefer: Ints, places: list[int]) -> tuple[list[int], list[int]]:
    """The order of the candidates of a table of duels, and how many others each beats by its strongest paths."""
    paths = strongest_paths(prefer)
    beats: list[int] = (paths > paths.T).sum(axis=1).tolist()
    return ties.ranked(range(len(beats)), beats.__getitem__, places), beats


def _missing(prefer: Ints, place: int, places: list[int], seats: int) -> int:
    """How many more ballots that name it alone a candidate needs: so many are enough, and one fewer is not."""

    def wins(more: int) -> bool:
        with_more = prefer.copy()
        with_more[place] += more
        with_more[place, place] = 0
        return place in _ordered(with_more, places)[0][:seats]

    # Once it beats everybody in their duels, it has won.
    return fewest(wins, surely=int((prefer[:, place] - prefer[place]).max()) + 1)


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
