"""Weighing: how much each sign of the evidence is worth, learnt from questions whose answer is known.

A conditional logit (McFadden 1974): every answer of the city competes with "none of them", and with what is known to
have no answer. Its probability grows with
the sum of its evidence, each sign times its weight; no sign may count against what it stands for. The weights stand
in `weights.toml`, readable, and are made anew by `agora weigh`.
"""

import math
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from backend.questions.evidence import SIGNS

FILE = Path(__file__).parent / "weights.toml"
_STEPS = 600
_PACE = 0.05
_RIDGE = 1.0
"""Strength of the pull towards 0, in questions."""
_DIGITS = 2
_FIRST_NONE = 3.0


@dataclass(frozen=True)
class Weights:
    """What each sign is worth, and how much must speak for an answer before it beats "none of them"."""

    signs: NDArray[np.float64]
    none: float

    def probabilities(self, evidence: NDArray[np.float64]) -> NDArray[np.float64]:
        """The probability (0 to 1) of each answer; what they lack to 1 is that of no answer."""
        sums = evidence @ self.signs
        highest = max(float(sums.max(initial=self.none)), self.none)
        shares = np.exp(sums - highest)
        found: NDArray[np.float64] = shares / (shares.sum() + math.exp(self.none - highest))
        return found


@dataclass(frozen=True)
class Known:
    """The evidence of a question, the rows that are right for it, and how much it counts.

    `right` is the row of the answer that covers it; where none does, every row without an answer is, and so is "none".
    """

    evidence: NDArray[np.float64]
    right: NDArray[np.bool_]
    covered: bool
    counts: float = 1.0


@cache
def load() -> Weights:
    """The weights that Agora ships with."""
    raw = tomllib.loads(FILE.read_text(encoding="utf-8"))
    return Weights(np.array([raw["weights"][sign] for sign in SIGNS], np.float64), raw["none"])


def text_of(weights: Weights) -> str:
    """The weights as their file."""
    lines = [f"{sign} = {value}" for sign, value in zip(SIGNS, weights.signs.round(_DIGITS).tolist(), strict=True)]
    head = "# What the evidence for a written answer is worth (evidence.py); made by `agora weigh`, not by hand."
    return "\n".join([head, f"none = {round(weights.none, _DIGITS)}", "", "[weights]", *lines]) + "\n"


def learnt(known: Sequence[Known]) -> Weights:
    """The weights under which the right answers, or none, are most probable; the same for the same questions."""
    scale = np.concatenate([one.evidence for one in known]).std(axis=0) + 1e-6
    table, missing, right = _table(known, scale)
    directions, most = np.array(list(SIGNS.values())), table.shape[1]
    counts = np.array([one.counts for one in known])
    counts /= counts.sum()
    weights = np.append(np.zeros(len(SIGNS)), _FIRST_NONE)
    slope, spread = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, _STEPS + 1):
        sums = np.concatenate([table @ weights[:-1] + missing, np.full((len(known), 1), weights[-1])], axis=1)
        shares = np.exp(sums - sums.max(axis=1, keepdims=True))
        wanted = shares * right
        over = (_to_one(shares) - _to_one(wanted)) * counts[:, np.newaxis]
        pull = np.append(_RIDGE * weights[:-1] / len(known), 0.0)
        gradient = pull + np.append(np.einsum("qa,qas->s", over[:, :most], table), over[:, most].sum())
        # Adam (Kingma and Ba 2015), then back to the side on which each sign may count.
        slope, spread = 0.9 * slope + 0.1 * gradient, 0.999 * spread + 0.001 * gradient**2
        weights -= _PACE * (slope / (1 - 0.9**step)) / (np.sqrt(spread / (1 - 0.999**step)) + 1e-8)
        weights[:-1] = np.where(weights[:-1] * directions < 0, 0.0, weights[:-1])
    return Weights(weights[:-1] / scale, float(weights[-1]))


def _table(
    known: Sequence[Known], scale: NDArray[np.float64]
) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
    """All evidence as one array (question, answer, sign), what keeps absent answers out, and where the right ones are.

    The last column of the right ones is "none of them".
    """
    most = max(len(one.evidence) for one in known)
    table = np.zeros((len(known), most, len(SIGNS)))
    missing, right = np.zeros((len(known), most)), np.zeros((len(known), most + 1))
    for at, one in enumerate(known):
        table[at, : len(one.evidence)] = one.evidence / scale
        missing[at, len(one.evidence) :] = -np.inf
        right[at, : len(one.right)] = one.right
        right[at, most] = not one.covered
    return table, missing, right


def _to_one(shares: NDArray[np.float64]) -> NDArray[np.float64]:
    """Each row in proportion, so that it sums to 1."""
    found: NDArray[np.float64] = shares / shares.sum(axis=1, keepdims=True)
    return found
