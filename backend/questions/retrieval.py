"""Retrieval: which written answer covers a question, if any does.

What question and answer name (`ask.toml`, the same in every language) decides; the other words by their stems, weighed
by rarity as in BM25 (Robertson and Zaragoza 2009, "The Probabilistic Relevance Framework"), and pieces of three and
four letters, which forgive typing errors (Damashek 1995, "Gauging Similarity with n-Grams"), help. What a question
names and an answer does not speaks against it: an office that guesses does more harm than one that asks a colleague.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from backend.questions.answers import Answer
from backend.words.lexicon import Lexicon

CONFIDENT = 0.55
"""Probability (0 to 1) from which an answer is quoted; below it a person is asked."""
NEAR = 0.15
"""Probability from which somebody is asked whether they meant a question; nothing is quoted before they say so."""
MARGIN = 0.15
"""How much more probable than the next one the quoted answer must be."""
_BIAS = -5.3
_WORTH = (0.5, 1.8, -0.9, -2.8, -0.6, 1.8, 3.5, 0.2, 1.2)
"""Weights of the evidence (`Retriever._evidence`), by logistic regression on the questions of tests/evaluation: every
question with every answer of its city, right or not."""
_STEM = 5
_MOST = 3.0
"""Matters beyond so many that agree, or that are missing, tell nothing new."""
_UNKNOWN_WORD = 0.7
"""Share of the greatest rarity that a word gets which no answer has: people have many words for one thing."""
_DETAILS = frozenset(f"={name}" for name in ("cost", "hours", "phone", "appeal", "renew", "lost", "copy", "reserve"))
"""What somebody wants to know of a matter: an answer that does not say it is about the right thing and no answer."""
_SAYS = {
    "=cost": re.compile(r"[€$]"),
    "=hours": re.compile(r"\d ?([ap]\.m\.|h\b|:\d\d)"),
    "=phone": re.compile(r"\d(\d|[ -]){7,}"),
}
"""How an answer's words show that they say a price, an hour, a number."""


@dataclass(frozen=True)
class Match:
    """An answer and the probability (0 to 1) that it covers a question."""

    answer: Answer
    probability: float


@dataclass(frozen=True)
class _Asked:
    """A question taken apart: what it names, its other words, its pieces."""

    matters: frozenset[str]
    words: frozenset[str]
    pieces: Mapping[str, float]


@dataclass(frozen=True)
class _Covers:
    """What an answer covers: matters that people ask it for, those that only its words name, and the heart of it.

    The heart is what its question names in more than one language, so that no chance word of one of them is part of it.
    """

    ways: Sequence[_Asked]
    asked: frozenset[str]
    told: frozenset[str]
    heart: frozenset[str]


class Retriever:
    """Finds answers; built once from a city's answers, then only read, so it may be shared between threads."""

    def __init__(self, answers: Sequence[Answer]) -> None:
        self._answers = list(answers)
        ways = [[(*_taken(way), _pieces(way)) for _, way in answer.phrasings()] for answer in self._answers]
        self._rarity = _rarity([matters | words for matters, words, _ in of_one] for of_one in ways)
        self._piece_rarity = _rarity([set(pieces) for _, _, pieces in of_one] for of_one in ways)
        self._covers = [
            self._covering(answer, [_Asked(matters, words, self._weighed(pieces)) for matters, words, pieces in of_one])
            for answer, of_one in zip(self._answers, ways, strict=True)
        ]

    def _covering(self, answer: Answer, ways: Sequence[_Asked]) -> _Covers:
        asked = frozenset().union(*(way.matters for way in ways))
        told = frozenset().union(*(_taken(words)[0] for words in answer.text.values()))
        told |= {matter for matter, sign in _SAYS.items() if any(map(sign.search, answer.text.values()))}
        told |= {"=cost"} if "=free" in told else set()
        named = Counter(matter for question in answer.question.values() for matter in _taken(question)[0])
        heart = frozenset(matter for matter, languages in named.items() if languages > 1)
        return _Covers(ways=ways, asked=asked, told=told - asked, heart=heart)

    def find(self, question: str, *, limit: int = 3) -> list[Match]:
        """The answers that come nearest to a question, best first."""
        matters, words = _taken(question)
        if not matters and not words:
            return []
        asked = _Asked(matters, words, self._weighed(_pieces(question)))
        judged = [
            Match(answer, self._judged(asked, it)) for answer, it in zip(self._answers, self._covers, strict=True)
        ]
        return sorted(judged, key=lambda match: -match.probability)[:limit]

    def confident(self, question: str) -> Match | None:
        """The answer that surely covers a question, or None: then the city does not know."""
        found = self.find(question, limit=2)
        if not found or found[0].probability < CONFIDENT:
            return None
        if len(found) > 1 and found[0].probability - found[1].probability < MARGIN:
            return None
        return found[0]

    def near(self, question: str) -> list[Match]:
        """The few answers that may cover a question, best first, for its writer to choose from; often none."""
        return [match for match in self.find(question) if match.probability >= NEAR]

    def named(self, code: str) -> Answer | None:
        """The answer with this code, if the city still gives it."""
        return next((answer for answer in self._answers if answer.code == code), None)

    def _judged(self, asked: _Asked, covers: _Covers) -> float:
        weight = _BIAS + sum(share * worth for share, worth in zip(self._evidence(asked, covers), _WORTH, strict=True))
        return 1 / (1 + math.exp(-weight))

    def _evidence(self, asked: _Asked, covers: _Covers) -> tuple[float, ...]:
        """What speaks for an answer, in the order of the weights."""
        agreed = self._weight(asked.matters & covers.asked)
        whole = self._weight(asked.matters) or 1.0
        return (
            agreed / whole,
            min(agreed, _MOST),
            self._weight(asked.matters & covers.told) / whole,
            min(self._weight(asked.matters - covers.asked - covers.told), _MOST),
            len((asked.matters & _DETAILS) - covers.asked - covers.told),
            self._share(asked.matters, covers.heart),
            max(
                self._share(asked.matters, way.matters) * self._weight(asked.matters & way.matters)
                for way in covers.ways
            ),
            max(self._alike(asked.words, way.words) for way in covers.ways),
            max(_cosine(asked.pieces, way.pieces) for way in covers.ways),
        )

    def _share(self, named: frozenset[str], of: frozenset[str]) -> float:
        return self._weight(named & of) / (self._weight(of) or 1.0)

    def _alike(self, one: frozenset[str], other: frozenset[str]) -> float:
        def weight(words: Iterable[str]) -> float:
            return sum(self._rarity.get(word, _UNKNOWN_WORD * self._rarest) for word in words)

        return weight(one & other) / (weight(one | other) or 1.0)

    def _weight(self, matters: Iterable[str]) -> float:
        """How much matters tell: 1 for one that a single answer names, or none, less for what many do."""
        return sum(self._rarity.get(matter, self._rarest) for matter in matters) / self._rarest

    @property
    def _rarest(self) -> float:
        return math.log(1 + len(self._answers))

    def _weighed(self, pieces: Mapping[str, int]) -> dict[str, float]:
        known = {piece: count * self._piece_rarity.get(piece, 0.5) for piece, count in pieces.items()}
        norm = math.sqrt(sum(weight * weight for weight in known.values())) or 1.0
        return {piece: weight / norm for piece, weight in known.items()}


def _rarity(answers: Iterable[Sequence[set[str] | frozenset[str]]]) -> dict[str, float]:
    """Inverse document frequency by answer, not by phrasing: an answer with many ways to ask is one answer."""
    held = [frozenset().union(*ways) for ways in answers]
    holders = Counter(term for terms in held for term in terms)
    return {term: math.log(1 + len(held) / having) for term, having in holders.items()}


def _cosine(one: Mapping[str, float], other: Mapping[str, float]) -> float:
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
