"""Terms: how far each belongs to each written answer, by how many of its phrasings name it, and how rare it is."""

import math
from collections import defaultdict
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

_WHOLLY = 3.0
"""A term that one in so many phrasings names belongs to the answer wholly; rarer ones in proportion."""
_CORE = 0.5
"""Strength (0 to 1) from which a term is at the core of an answer."""
_LEAST = 0.5
"""Weight of the core of an answer that hardly has one: nothing is divided by less."""
_SMOOTH = 0.5
"""Phrasings that are taken to name every term a little, so that nothing is impossible."""


class Terms:
    """Terms of one kind (matters, words) over all answers; where terms are given, columns follow their alphabet.

    `strengths` are 0 to 1. `rarities`, 0 to 1, are inverse document frequencies by answer, not by phrasing: an answer
    with many ways to ask is one answer. `named` and `silent` are the two halves of a Bernoulli naive Bayes.
    """

    def __init__(self, ways: Sequence[Sequence[frozenset[str]]]) -> None:
        flat = [way for of_one in ways for way in of_one]
        self._at = {term: at for at, term in enumerate(sorted(frozenset[str]().union(*flat)))}
        counts, sizes = self._counted(ways), np.array([[len(of_one)] for of_one in ways])
        self._strength = np.minimum(1.0, _WHOLLY * counts / sizes)
        held = np.maximum(self._strength.sum(axis=0), 1.0)
        self._rarity = np.minimum(1.0, np.log(1 + len(ways) / held) / math.log(1 + len(ways)))
        self._named, self._silent = _odds(counts, sizes)
        self._all_silent = self._silent.sum(axis=1)
        self._holders = _holders(flat)
        self.core = np.maximum((self._strength * (self._strength >= _CORE)) @ self._rarity, _LEAST)
        self.whole = np.array([self.rarities(way).sum() for way in flat])

    def _counted(self, ways: Sequence[Sequence[frozenset[str]]]) -> NDArray[np.float64]:
        counts = np.zeros((len(ways), len(self._at)))
        for answer, of_one in enumerate(ways):
            for way in of_one:
                for term in way:
                    counts[answer, self._at[term]] += 1
        return counts

    def rarities(self, terms: frozenset[str], *, unknown: float = 1.0) -> NDArray[np.float64]:
        """Of each term; `unknown` for one that no answer has."""
        found = [self._rarity[self._at[term]] if term in self._at else unknown for term in sorted(terms)]
        return np.array(found, np.float64)

    def strengths(self, terms: frozenset[str]) -> NDArray[np.float64]:
        """How far each term belongs to each answer, a row an answer."""
        found = np.zeros((len(self._strength), len(terms)))
        for column, term in enumerate(sorted(terms)):
            if term in self._at:
                found[:, column] = self._strength[:, self._at[term]]
        return found

    def known(self, terms: frozenset[str]) -> NDArray[np.bool_]:
        """Whether any answer has each term."""
        return np.array([term in self._at for term in sorted(terms)], bool)

    def shared(self, terms: frozenset[str]) -> NDArray[np.float64]:
        """The weight of what each phrasing has in common with these terms."""
        found = np.zeros(len(self.whole))
        for term in terms & self._at.keys():
            found[self._holders[term]] += self._rarity[self._at[term]]
        return found

    def named(self, terms: frozenset[str]) -> NDArray[np.float64]:
        """How much more often than others each answer is asked for with these terms (logarithm of odds)."""
        found: NDArray[np.float64] = self._named[:, self._columns(terms)].sum(axis=1)
        return found

    def silent(self, terms: frozenset[str]) -> NDArray[np.float64]:
        """How much more seldom than others each answer is asked for without all other terms (logarithm of odds)."""
        found: NDArray[np.float64] = self._all_silent - self._silent[:, self._columns(terms)].sum(axis=1)
        return found

    def _columns(self, terms: frozenset[str]) -> list[int]:
        return [self._at[term] for term in sorted(terms) if term in self._at]


def _holders(flat: Sequence[frozenset[str]]) -> dict[str, NDArray[np.int_]]:
    """The phrasings that name each term, by number."""
    holders: dict[str, list[int]] = defaultdict(list)
    for at, way in enumerate(flat):
        for term in way:
            holders[term].append(at)
    return {term: np.array(ways) for term, ways in holders.items()}


def _odds(counts: NDArray[np.float64], sizes: NDArray[np.int_]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    here = (counts + _SMOOTH / 4) / (sizes + _SMOOTH)
    anywhere = (counts.sum(axis=0) + _SMOOTH / 4) / (sizes.sum() + _SMOOTH)
    return np.log(here / anywhere), np.log((1 - here) / (1 - anywhere))
