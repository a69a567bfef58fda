"""Evidence: what speaks for each written answer, and what against it, when somebody asks a question.

An answer is known by the many ways to ask for it: what most of them name belongs to it, what a single one names hardly
does, so that one more phrasing never makes it fit everything. What the question names and the answer does not speaks
against it, most of all a deed ("sell", "correct", "end"), and so does what the answer is hardly ever asked without.
"""

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from backend.questions.answers import Answer, Subject
from backend.questions.pieces import Pieces
from backend.questions.taken import taken
from backend.questions.terms import Terms

SIGNS = {
    "explained": 1,
    "agreed": 1,
    "foreign": -1,
    "told": 1,
    "unsaid": -1,
    "core": 1,
    "nearest": 1,
    "silent": 1,
    "deeds_foreign": -1,
    "wanted": 1,
    "words_named": 1,
    "words_foreign": -1,
    "pieces_nearest": 1,
    "nothing_named": -1,
}
"""The columns of the evidence in their order, and whether each can only speak for an answer (1) or against it (-1)."""
_MOST = 3.0
"""Matters beyond so many that agree, or that are missing, tell nothing new."""
_WHOLE_CORE = 1.5
"""More than the whole core of an answer tells nothing new."""
_TOLD = 0.6
"""How far a matter belongs to an answer of which only the answer's own words tell."""
_HARDLY = 0.2
"""Strength (0 to 1) below which an answer is hardly asked for a detail."""
_UNKNOWN_WORD = 0.7
"""Rarity (0 to 1) of a word that no answer has: people have many words for one thing."""
_DETAILS = frozenset({"cost", "hours", "phone", "appeal", "renew", "lost", "copy", "reserve"})
"""What somebody wants to know of a matter: an answer that does not say it is about the right thing and no answer."""
_SAYS = {
    "cost": re.compile(r"[€$]"),
    "hours": re.compile(r"\d ?([ap]\.m\.|h\b|:\d\d)"),
    "phone": re.compile(r"\d(\d|[ -]){7,}"),
}
"""How an answer's words show that they say a price, an hour, a number."""


class Evidence:
    """The evidence for what people ask a city; built once, then only read, so it may be shared between threads."""

    def __init__(self, subjects: Sequence[Subject]) -> None:
        ways = [[taken(way) for _, way in subject.phrasings()] for subject in subjects]
        self._starts = np.cumsum([0, *(len(of_one) for of_one in ways)])[:-1]
        self._matters = Terms([[way.matters for way in of_one] for of_one in ways])
        self._deeds = Terms([[way.deeds for way in of_one] for of_one in ways])
        self._wanted = Terms([[way.wanted for way in of_one] for of_one in ways])
        self._words = Terms([[way.words for way in of_one] for of_one in ways])
        self._pieces = Pieces([[way.pieces for way in of_one] for of_one in ways])
        self.answers = np.array([isinstance(subject, Answer) for subject in subjects], bool)
        """Which rows are those of answers."""
        texts = [list(subject.text.values()) if isinstance(subject, Answer) else [] for subject in subjects]
        told = [[taken(text) for text in of_one] for of_one in texts]
        self._told = [
            _shown(words).union(*(text.matters for text in of_one)) for words, of_one in zip(texts, told, strict=True)
        ]
        self._told_words = [frozenset[str]().union(*(text.words for text in of_one)) for of_one in told]

    def of(self, question: str) -> NDArray[np.float64] | None:
        """One row a subject, one column a sign; None for a question that says nothing."""
        asked = taken(question)
        if not asked.matters and not asked.words:
            return None
        columns = (
            *self._of_matters(asked.matters),
            (1 - self._deeds.strengths(asked.deeds)).sum(axis=1),
            self._wanted.named(asked.wanted),
            *self._of_words(asked.words),
            self._best(self._pieces.near(asked.pieces)),
            np.full(len(self._told), float(not asked.matters)),
        )
        return np.stack(columns, axis=1)

    def _of_matters(self, asked: frozenset[str]) -> tuple[NDArray[np.float64], ...]:
        matters = self._matters
        rare, belongs, told = matters.rarities(asked), matters.strengths(asked), _among(asked, self._told)
        whole, agreed, shared = float(rare.sum()) or 1.0, belongs @ rare, matters.shared(asked)
        alike = 2 * shared / (matters.whole + whole)
        return (
            agreed / whole,
            np.minimum(agreed, _MOST),
            np.minimum((1 - np.maximum(belongs, _TOLD * told)) @ rare, _MOST),
            (told * (belongs == 0)) @ rare / whole,
            self._unsaid(asked & _DETAILS),
            np.minimum(agreed / matters.core, _WHOLE_CORE),
            self._best(alike * np.minimum(shared, _WHOLE_CORE)),
            matters.silent(asked),
        )

    def _unsaid(self, details: frozenset[str]) -> NDArray[np.float64]:
        """How many details are asked for that neither phrasings nor words of an answer have."""
        unsaid = (self._matters.strengths(details) < _HARDLY) & (_among(details, self._told) == 0)
        unsaid &= self.answers[:, np.newaxis]
        missing: NDArray[np.float64] = unsaid.sum(axis=1).astype(np.float64)
        return missing

    def _of_words(self, asked: frozenset[str]) -> tuple[NDArray[np.float64], ...]:
        words = self._words
        rare = words.rarities(asked, unknown=_UNKNOWN_WORD)
        strange = (words.strengths(asked) == 0) & (_among(asked, self._told_words) == 0)
        return (
            words.named(asked),
            np.minimum((strange & words.known(asked)) @ rare, _MOST),
        )

    def _best(self, by_way: NDArray[np.float64]) -> NDArray[np.float64]:
        """The best of each answer's phrasings."""
        best: NDArray[np.float64] = np.maximum.reduceat(by_way, self._starts)
        return best


def _among(terms: frozenset[str], told: Sequence[frozenset[str]]) -> NDArray[np.float64]:
    """Whether (1 or 0) each term, in alphabetical order, is among what each answer tells."""
    found = [[float(term in of_one) for term in sorted(terms)] for of_one in told]
    return np.array(found, np.float64).reshape(len(told), len(terms))


def _shown(texts: Sequence[str]) -> frozenset[str]:
    """The details that an answer's words show."""
    shown = {detail for detail, sign in _SAYS.items() if any(map(sign.search, texts))}
    free = any("free" in taken(text).matters for text in texts)
    return frozenset(shown | {"cost"} if free else shown)
