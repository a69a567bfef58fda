"""Retrieval: which written answer covers a question, if any does.

Three voices are added: the matters that question and answer name (`ask.toml`, the same in every language), the other
words by their stems with BM25's idea of rarity (Robertson and Zaragoza 2009, "The Probabilistic Relevance Framework"),
and pieces of three and four letters, which forgive typing errors (Damashek 1995, "Gauging Similarity with n-Grams").
What a question names and an answer does not speaks against it: an office that guesses does more harm than one that
asks a colleague.
"""

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from backend.answers import Answer
from backend.lexicon import Lexicon

CONFIDENT = 0.46
"""Score (0 to 1) from which an answer is quoted; below it a person is asked."""
MARGIN = 0.03
"""How much better than the next one the quoted answer must be."""
_STEM = 5
_UNKNOWN_WORD = 0.7
"""Share of the greatest rarity that a word gets which no answer has: people have many words for one thing."""
_MATTER = 1.8
"""How much more a matter counts than another word."""
_NOWHERE = 0.7
"""What remains of a score when a question names a matter that no answer of the city is about."""
_SHARES = (0.35, 0.25, 0.40)
"""What counts: the question covered by the answer's phrasing, the phrasing covered by the question, pieces of words."""


@dataclass(frozen=True)
class Match:
    """An answer and how well it covers a question (0 to 1)."""

    answer: Answer
    score: float


@dataclass(frozen=True)
class _Way:
    answer: int
    matters: frozenset[str]
    words: frozenset[str]
    pieces: dict[str, float]


class Retriever:
    """Finds answers; built once from a city's answers, then only read, so it may be shared between threads."""

    def __init__(self, answers: Sequence[Answer]) -> None:
        self._answers = list(answers)
        raw = [(index, way) for index, answer in enumerate(self._answers) for _, way in answer.phrasings()]
        seen = [(index, *_taken(way), _pieces(way)) for index, way in raw]
        self._rarity = _rarity([(index, matters | words) for index, matters, words, _ in seen], len(self._answers))
        self._piece_rarity = _rarity([(index, set(pieces)) for index, _, _, pieces in seen], len(self._answers))
        self._ways = [_Way(index, matters, words, self._weighed(pieces)) for index, matters, words, pieces in seen]

    def find(self, question: str, *, limit: int = 3) -> list[Match]:
        """The answers that come nearest to a question, best first."""
        matters, words = _taken(question)
        if not matters and not words:
            return []
        pieces = self._weighed(_pieces(question))
        best: dict[int, float] = {}
        for way in self._ways:
            score = self._score(matters, words, pieces, way)
            best[way.answer] = max(best.get(way.answer, 0.0), score)
        ranked = sorted(best.items(), key=lambda item: -item[1])[:limit]
        return [Match(self._answers[index], round(score, 4)) for index, score in ranked if score > 0]

    def confident(self, question: str) -> Match | None:
        """The answer that surely covers a question, or None: then the city does not know."""
        found = self.find(question, limit=2)
        if not found or found[0].score < CONFIDENT:
            return None
        if len(found) > 1 and found[0].score - found[1].score < MARGIN:
            return None
        return found[0]

    def _score(self, matters: frozenset[str], words: frozenset[str], pieces: dict[str, float], way: _Way) -> float:
        covered = self._share(matters, words, way.matters, way.words)
        covers = self._share(way.matters, way.words, matters, words)
        share_of, share_by, share_pieces = _SHARES
        score = share_of * covered + share_by * covers + share_pieces * _cosine(pieces, way.pieces)
        return score if matters <= self._rarity.keys() else score * _NOWHERE

    def _share(
        self, matters: frozenset[str], words: frozenset[str], has_matters: frozenset[str], has_words: frozenset[str]
    ) -> float:
        """How much of what one text names the other names too, the rare more than the common."""
        whole = part = 0.0
        for matter in matters:
            weight = _MATTER * self._rarity.get(matter, self._rarest)
            whole += weight
            part += weight if matter in has_matters else 0.0
        for word in words:
            weight = self._rarity.get(word, _UNKNOWN_WORD * self._rarest)
            whole += weight
            part += weight if word in has_words else 0.0
        return part / whole if whole else 0.0

    @property
    def _rarest(self) -> float:
        return math.log(1 + len(self._answers))

    def _weighed(self, pieces: Counter[str]) -> dict[str, float]:
        known = {piece: count * self._piece_rarity.get(piece, 0.5) for piece, count in pieces.items()}
        norm = math.sqrt(sum(weight * weight for weight in known.values())) or 1.0
        return {piece: weight / norm for piece, weight in known.items()}


def _rarity(seen: Sequence[tuple[int, set[str] | frozenset[str]]], count: int) -> dict[str, float]:
    """Inverse document frequency by answer, not by phrasing: an answer with many ways to ask is one answer."""
    holders: dict[str, set[int]] = {}
    for index, terms in seen:
        for term in terms:
            holders.setdefault(term, set()).add(index)
    return {term: math.log(1 + count / len(having)) for term, having in holders.items()}


def _cosine(one: dict[str, float], other: dict[str, float]) -> float:
    if len(one) > len(other):
        one, other = other, one
    return sum(weight * other.get(piece, 0.0) for piece, weight in one.items())


def _taken(text: str) -> tuple[frozenset[str], frozenset[str]]:
    """The matters that a text names, and the stems of its other words that say something."""
    named, rest = _lexicon().read(text)
    return frozenset(f"={name}" for name in named), frozenset(word[:_STEM] for word in rest)


def _pieces(text: str) -> Counter[str]:
    return Counter(_cut(text))


def _cut(text: str) -> Iterator[str]:
    for token in _lexicon().content(text):
        padded = f" {token} "
        for length in (3, 4):
            yield from (padded[start : start + length] for start in range(len(padded) - length + 1))


@cache
def _lexicon() -> Lexicon:
    return Lexicon("ask.toml", "matter")
