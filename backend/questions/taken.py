"""A question taken apart: what it names, what it wants to know, its other words, and pieces of all of them."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from backend.words.lexicon import Lexicon

_STEM = 5
"""Letters by which forms of a word agree, and words of one origin in several languages."""
_LENGTHS = (3, 4)
"""Letters of a piece (Damashek 1995, "Gauging Similarity with n-Grams"): they forgive typing errors."""


@dataclass(frozen=True)
class Taken:
    """The matters that a text names, the deeds to be done with them, what is wanted, its other stems, and pieces."""

    matters: frozenset[str]
    deeds: frozenset[str]
    wanted: frozenset[str]
    words: frozenset[str]
    pieces: Mapping[str, int]


def taken(text: str) -> Taken:
    """Take a question, or a way to ask one, apart."""
    named, rest = _lexicon("matter").read(text)
    deeds, _ = _lexicon("deed").read(text)
    wanted, _ = _lexicon("aspect").read(text)
    return Taken(named, deeds, wanted, frozenset(word[:_STEM] for word in rest), Counter(_cut(text)))


def _cut(text: str) -> Iterator[str]:
    for token in _lexicon("matter").content(text):
        padded = f" {token} "
        for length in _LENGTHS:
            yield from (padded[start : start + length] for start in range(len(padded) - length + 1))


@cache
def _lexicon(group: str) -> Lexicon:
    return Lexicon("ask.toml", group)
