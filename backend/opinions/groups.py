"""Groups of opinion: who votes alike, found from the votes alone."""

import numpy as np

from backend.opinions.ballots import UNSEEN, Opinions
from backend.opinions.clusters import clusters
from backend.opinions.position import positions

FEWEST_VOTES = 7
"""Statements that somebody must have voted on, passes too, before they belong to a group; as in Polis."""

SEED = 20


def groups(opinions: Opinions, *, seed: int = SEED) -> list[int | None]:
    """The group of each person, 0 being the largest, in the order of `opinions.people`.

    None for those with too few votes to tell. A person weighs by their number of votes, because the place of somebody
    who voted little is a guess.
    """
    seen = (opinions.votes != UNSEEN).sum(axis=1)
    counted = seen >= min(FEWEST_VOTES, len(opinions.statements))
    if not counted.any() or not len(opinions.statements):
        return [None] * len(opinions.people)
    points = positions(opinions.votes, counted)
    found = iter(clusters(points[counted], seen[counted].astype(np.float64), seed).tolist())
    return [next(found) if in_group else None for in_group in counted]
