"""Points put into groups: weighted k-means, and how many groups there are."""

import numpy as np
import numpy.typing as npt

from backend.opinions.position import Points

Labels = npt.NDArray[np.intp]
Weights = npt.NDArray[np.float64]

MOST_GROUPS = 5

GAIN = 0.02
"""How much clearer (silhouette, -1 to 1) the groups must become for one group more: few groups are easier to speak of,
and differences below this change from one sample of the same people to the next."""

STARTS = 8
"""k-means is begun so often; the tightest end counts."""

ROUNDS = 100

SAMPLE = 2000
"""People of whom the silhouette is computed; it grows with their square."""


def clusters(points: Points, weights: Weights, seed: int) -> Labels:
    """The group of each point, 0 being the largest; as many groups (2 to 5) as stand clearly apart.

    The same points and seed give the same groups. Fewer than four points, or all in one place, are one group.
    """
    if len(points) < 4 or np.allclose(points, points[0]):
        return np.zeros(len(points), dtype=np.intp)
    best: Labels | None = None
    clearest = -np.inf
    for count in range(2, min(MOST_GROUPS, len(points) - 1) + 1):
        labels = _tightest(points, weights, count, np.random.default_rng([seed, count]))
        clarity = silhouette(points, labels, np.random.default_rng(seed))
        if best is None or clarity > clearest + GAIN:
            best, clearest = labels, clarity
    assert best is not None  # noqa: S101 - two groups are always tried
    return _by_size(best)


def _tightest(points: Points, weights: Weights, count: int, random: np.random.Generator) -> Labels:
    ends = [_kmeans(points, weights, _spread(points, weights, count, random)) for _ in range(STARTS)]
    return min(ends, key=lambda end: end[0])[1]


def _spread(points: Points, weights: Weights, count: int, random: np.random.Generator) -> Points:
    """Centres to begin with, far from each other (k-means++; Arthur and Vassilvitskii 2007)."""
    chance = weights / weights.sum()
    centres = [points[random.choice(len(points), p=chance)]]
    nearest = _distances(points, centres[0][None])[:, 0]
    while len(centres) < count:
        chance = nearest * weights
        total = chance.sum()
        chosen = random.choice(len(points), p=chance / total) if total > 0 else random.choice(len(points))
        centres.append(points[chosen])
        nearest = np.minimum(nearest, _distances(points, points[chosen][None])[:, 0])
    return np.array(centres)


def _kmeans(points: Points, weights: Weights, centres: Points) -> tuple[float, Labels]:
    """How loose the groups end (weighted sum of squares), and the group of each point (Lloyd 1982)."""
    labels = np.zeros(0, dtype=np.intp)
    for _ in range(ROUNDS):
        moved = _distances(points, centres).argmin(axis=1)
        if np.array_equal(moved, labels):
            break
        labels = moved
        for group in range(len(centres)):
            here = labels == group
            if here.any():
                centres[group] = np.average(points[here], axis=0, weights=weights[here])
    away = ((points - centres[labels]) ** 2).sum(axis=1)
    return float((away * weights).sum()), labels


def _distances(points: Points, centres: Points) -> Points:
    """Squared distances, shape (points, centres)."""
    distances = np.zeros((len(points), len(centres)))
    for dimension in range(points.shape[1]):
        distances += np.subtract.outer(points[:, dimension], centres[:, dimension]) ** 2
    return distances


def silhouette(points: Points, labels: Labels, random: np.random.Generator) -> float:
    """How clearly the groups stand apart, from -1 to 1 (Rousseeuw 1987), on a sample of the points."""
    if len(points) > SAMPLE:
        drawn = np.sort(random.choice(len(points), SAMPLE, replace=False))
        points, labels = points[drawn], labels[drawn]
    present, labels = np.unique(labels, return_inverse=True)
    if len(present) < 2:
        return -1.0
    apart = np.sqrt(_distances(points, points))
    sizes = np.bincount(labels)
    towards = np.stack([apart[:, labels == group].sum(axis=1) for group in range(len(present))], axis=1)
    rows = np.arange(len(points))
    own = towards[rows, labels] / np.maximum(sizes[labels] - 1, 1)
    others = towards / sizes
    others[rows, labels] = np.inf
    nearest = others.min(axis=1)
    widest = np.maximum(np.maximum(own, nearest), np.finfo(float).tiny)
    return float(np.where(sizes[labels] > 1, (nearest - own) / widest, 0.0).mean())


def _by_size(labels: Labels) -> Labels:
    """Groups renumbered, the largest first; of two equal ones, the one whose first member comes first."""
    present, first, sizes = np.unique(labels, return_index=True, return_counts=True)
    order = np.lexsort((first, -sizes))
    rank = np.empty(len(present), dtype=np.intp)
    rank[order] = np.arange(len(present))
    return rank[np.searchsorted(present, labels)]
