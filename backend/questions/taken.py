"""A question taken apart: what it names, what it wants to know, its other words, and pieces of all of them."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from backend.words.lexicon import Lexicon

_GROUPS = ("matter", "deed", "aspect")
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

    @property
    def names_a_thing_alone(self) -> bool:
        """Whether it may be about anything of a thing: "dog"."""
        return len(self.matters) + len(self.words) == 1 and not self.deeds and not self.wanted


def taken(text: str) -> Taken:
    """Take a question, or a way to ask one, apart."""
    lexicon = _lexicon()
    tokens = lexicon.tokens(text)
    named, deeds, wanted = (lexicon.named(group, tokens) for group in _GROUPS)
    words = frozenset(word[:_STEM] for word in lexicon.rest("matter", tokens))
    return Taken(named, deeds, wanted, words, Counter(_cut(lexicon.content(tokens))))


def _cut(tokens: list[str]) -> Iterator[str]:
    for token in tokens:
        padded = f" {token} "
        for length in _LENGTHS:
            yield from (padded[start : start + length] for start in range(len(padded) - length + 1))


@cache
def _lexicon() -> Lexicon:
    return Lexicon("ask.toml", _GROUPS)
