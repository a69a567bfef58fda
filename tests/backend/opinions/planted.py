"""Conversations whose groups are known, because they were planted."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from backend.opinions.ballots import AGREE, DISAGREE, PASS, UNSEEN, Opinions


@dataclass(frozen=True)
class Planted:
    """Opinions, and the group that each person was given."""

    opinions: Opinions
    groups: npt.NDArray[np.intp]


def plant(people: int, statements: int, *, groups: int = 2, seen: float = 0.2, seed: int = 1) -> Planted:
    """Each group has a mind of its own on each statement, from which its members stray; 5 % pass."""
    random = np.random.default_rng(seed)
    mind = random.choice([0.1, 0.3, 0.7, 0.9], size=(groups, statements))
    group = random.integers(groups, size=people)
    draw = random.random((people, statements), dtype=np.float32)
    votes = np.where(draw < mind[group].astype(np.float32), AGREE, DISAGREE).astype(np.int8)
    votes[random.random(votes.shape, dtype=np.float32) < 0.05] = PASS
    votes[random.random(votes.shape, dtype=np.float32) > seen] = UNSEEN
    names = [str(number) for number in range(statements)]
    return Planted(Opinions([f"p{number}" for number in range(people)], names, votes), group)


def lines(opinions: Opinions) -> list[str]:
    """The lines of Polis' participants-votes.csv."""
    said = {AGREE: "1", PASS: "0", DISAGREE: "-1", UNSEEN: ""}
    header = ",".join(
        ["participant", "group-id", "n-comments", "n-votes", "n-agree", "n-disagree", *opinions.statements]
    )
    return [header] + [
        ",".join([who, "", "0", "0", "0", "0", *(said[vote] for vote in votes)])
        for who, votes in zip(opinions.people, opinions.votes.tolist(), strict=True)
    ]


def rand_index(one: npt.ArrayLike, other: npt.ArrayLike) -> float:
    """How alike two groupings are, 1 for the same, 0 for chance: the adjusted Rand index (Hubert and Arabie 1985)."""
    first, second = (np.unique(np.asarray(labels), return_inverse=True)[1] for labels in (one, other))
    table = np.zeros((first.max() + 1, second.max() + 1))
    np.add.at(table, (first, second), 1)
    together, rows, columns = (_pairs(counts) for counts in (table, table.sum(axis=1), table.sum(axis=0)))
    chance = rows * columns / _pairs(np.array([len(first)]))
    return float((together - chance) / ((rows + columns) / 2 - chance))


def _pairs(counts: npt.NDArray[np.float64]) -> float:
    return float((counts * (counts - 1) / 2).sum())
