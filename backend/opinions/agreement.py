"""What each group holds, and what all groups share."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from backend.opinions.ballots import AGREE, DISAGREE, UNSEEN, Opinions

SMALLEST = 10
"""Groups under so many people are not spoken of: one could guess who they are."""


@dataclass(frozen=True)
class Heard:
    """How one group, or everybody, voted on a statement."""

    voted: int
    agreed: int
    disagreed: int

    @property
    def agree(self) -> float | None:
        """Share of agreement among those who voted, from 0 to 1; None when nobody did."""
        return self.agreed / self.voted if self.voted else None

    @property
    def disagree(self) -> float | None:
        """Share of disagreement among those who voted, from 0 to 1; None when nobody did."""
        return self.disagreed / self.voted if self.voted else None


@dataclass(frozen=True)
class Statement:
    """A statement as the groups see it.

    `consensus` is how much all groups agree at once, `rejection` how much all disagree: the product over groups of the
    smoothed share, from 0 to 1 (the group-aware consensus of Polis; Small et al. 2021). `marks` says for each group
    how much likelier its members agree than everybody else does: above 0, it is theirs; a z-score of two proportions.
    """

    id: str
    total: Heard
    groups: Sequence[Heard]
    consensus: float
    rejection: float
    marks: Sequence[float]


def agreement(opinions: Opinions, groups: Sequence[int | None]) -> list[Statement]:
    """Every statement, in the file's order; people without a group count in its total only."""
    labels = np.array([-1 if group is None else group for group in groups])
    present = range(labels.max(initial=-1) + 1)
    overall = _counts(opinions, np.ones(len(labels), dtype=np.bool_))
    by_group = [_counts(opinions, labels == group) for group in present]
    grouped = _counts(opinions, labels >= 0)
    return [
        Statement(
            id=name,
            total=_heard(overall, column),
            groups=[_heard(counts, column) for counts in by_group],
            consensus=_product(by_group, column, 1),
            rejection=_product(by_group, column, 2),
            marks=[_mark(counts[:, column], grouped[:, column]) for counts in by_group],
        )
        for column, name in enumerate(opinions.statements)
    ]


def _counts(opinions: Opinions, who: npt.NDArray[np.bool_]) -> npt.NDArray[np.int64]:
    """How many voted, agreed, disagreed: shape (3, statements)."""
    votes = opinions.votes[who]
    return np.stack([(votes != UNSEEN).sum(axis=0), (votes == AGREE).sum(axis=0), (votes == DISAGREE).sum(axis=0)])


def _heard(counts: npt.NDArray[np.int64], column: int) -> Heard:
    voted, agreed, disagreed = (int(count) for count in counts[:, column])
    return Heard(voted, agreed, disagreed)


def _product(by_group: Sequence[npt.NDArray[np.int64]], column: int, side: int) -> float:
    """One vote for and one against are added to each group, so that a few votes do not make a certainty."""
    shares = [(counts[side, column] + 1) / (counts[0, column] + 2) for counts in by_group]
    return float(np.prod(shares)) if shares else 0.0


def _mark(inside: npt.NDArray[np.int64], grouped: npt.NDArray[np.int64]) -> float:
    voted, agreed = inside[0] + 2, inside[1] + 1
    others, others_agreed = grouped[0] - inside[0] + 2, grouped[1] - inside[1] + 1
    together = (agreed + others_agreed) / (voted + others)
    spread = np.sqrt(together * (1 - together) * (1 / voted + 1 / others))
    return float((agreed / voted - others_agreed / others) / spread)
