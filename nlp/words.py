"""Text made comparable: cleaned, folded and cut into words whose offsets point into the cleaned text."""

import re
import unicodedata
from functools import lru_cache, partial
from itertools import islice
from typing import NamedTuple

MOST_CHARACTERS = 6000
"""What is read of a message; nobody needs more to say what is broken, and nobody may buy our time with less."""

_WORD = re.compile(r"[^\W_]+")
_ODD_SPACES = re.compile(r"[^\S\n ]+")
_PLAIN = frozenset(map(chr, range(32, 127))) | {"\n"}
_LIGATURES = str.maketrans({"œ": "oe", "Œ": "OE", "’": "'", "‘": "'", "ʼ": "'"})


class Word(NamedTuple):
    """A word in folded form with its place in the cleaned text; `stem` is the word without a plural s."""

    text: str
    start: int
    end: int
    stem: str


_made = partial(tuple.__new__, Word)
"""A Word of its fields, in half the time that its class takes: every reading makes one of each word."""


class Told(NamedTuple):
    """A cleaned text, the same folded, and its words."""

    text: str
    folded: str
    words: list[Word]


def clean(text: str) -> str:
    """The text in composed form, without control characters and piled-up marks, at most MOST_CHARACTERS long."""
    short = text[:MOST_CHARACTERS]
    if _PLAIN.issuperset(short):
        return short
    if not short.isascii():
        short = unicodedata.normalize("NFC", short.translate(_LIGATURES))
    odd = {ord(character): None for character in set(short) if character != "\n" and not _is_kept(character)}
    return _ODD_SPACES.sub(" ", short.translate(odd))[:MOST_CHARACTERS]


@lru_cache(maxsize=4096)
def _is_kept(character: str) -> bool:
    category = unicodedata.category(character)
    # Marks that are still apart after composition are decoration; controls and surrogates mean nothing to a reader.
    return not category.startswith(("C", "M")) or character == "\t"


@lru_cache(maxsize=4096)
def _folded(character: str) -> str:
    base = unicodedata.normalize("NFKD", character)[0].lower()
    return base[0]


def fold(text: str) -> str:
    """The text in lower case without accents, of the same length."""
    if text.isascii():
        return text.lower()
    return text.translate({ord(character): _folded(character) for character in set(text)})


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """The word without a plural s, in all of our languages; short words and those in -ss, -us or -is stay."""
    if len(word) > 3 and word.endswith("s") and word[-2] not in "sui":
        return word[:-1]
    return word


def cut(text: str) -> Told:
    """Any text, cleaned and cut into words."""
    cleaned = clean(text)
    folded = fold(cleaned)
    return Told(cleaned, folded, _words(folded))


def words(text: str) -> list[Word]:
    """The words of a cleaned text, in order."""
    return _words(fold(text))


def has(text: str, fewest: int) -> bool:
    """Whether a cleaned text has so many words."""
    return sum(1 for _ in islice(_WORD.finditer(fold(text)), fewest)) == fewest


def _words(folded: str) -> list[Word]:
    made = _made
    return [
        made((word := match.group(), match.start(), match.end(), stem(word))) for match in _WORD.finditer(folded)
    ]  # fmt: skip


def stems(text: str) -> tuple[str, ...]:
    """The words of any text as they are compared: folded, without plural s."""
    return tuple(map(stem, _WORD.findall(fold(clean(text)))))
