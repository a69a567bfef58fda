"""Where people stand: their votes drawn in two dimensions, those who vote alike near each other."""

import numpy as np
import numpy.typing as npt

from backend.opinions.ballots import UNSEEN, Votes

DIMENSIONS = 2

BLOCK = 8192
"""People at once, so that memory stays flat however many there are."""

Points = npt.NDArray[np.float64]


def positions(votes: Votes, counted: npt.NDArray[np.bool_]) -> Points:
    """A point for each person, shape (people, 2), by principal components of those `counted`.

    A statement that somebody has not seen counts as its mean. People who saw few statements lie too near the middle;
    they are moved outwards by sqrt(statements / seen), as Polis does (Small et al. 2021, "Polis: Scaling deliberation
    by mapping high dimensional opinion spaces").
    """
    mean = _means(votes[counted])
    axes = _axes(votes[counted], mean)
    seen = (votes != UNSEEN).sum(axis=1)
    points = np.concatenate([_centred(part, mean) @ axes for part in _blocks(votes)])
    stretch: Points = np.sqrt(votes.shape[1] / np.maximum(seen, 1))[:, None]
    return points * stretch


def _means(votes: Votes) -> Points:
    seen = votes != UNSEEN
    total = np.where(seen, votes, 0).sum(axis=0, dtype=np.int64)
    mean: Points = total / np.maximum(seen.sum(axis=0), 1)
    return mean


def _axes(votes: Votes, mean: Points) -> Points:
    """The first principal components, each with its largest weight positive, so that runs agree on left and right."""
    scatter = np.zeros((len(mean), len(mean)))
    for part in _blocks(votes):
        centred = _centred(part, mean)
        scatter += centred.T @ centred
    axes: Points = np.linalg.eigh(scatter)[1][:, ::-1][:, :DIMENSIONS]
    strongest = np.abs(axes).argmax(axis=0)
    signed: Points = axes * np.where(axes[strongest, range(axes.shape[1])] < 0, -1, 1)
    return signed


def _centred(votes: Votes, mean: Points) -> Points:
    return np.where(votes == UNSEEN, 0.0, votes - mean)


def _blocks(votes: Votes) -> list[Votes]:
    return [votes[start : start + BLOCK] for start in range(0, len(votes), BLOCK)]
