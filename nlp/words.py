"""Text made comparable: cleaned, folded and cut into words whose offsets point into the cleaned text."""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

MOST_CHARACTERS = 6000
"""What is read of a message; nobody needs more to say what is broken, and nobody may buy our time with less."""

_WORD = re.compile(r"[^\W_]+")
_ODD_SPACES = re.compile(r"[^\S\n ]+")
_LIGATURES = str.maketrans({"œ": "oe", "Œ": "OE", "’": "'", "‘": "'", "ʼ": "'"})


class Word(NamedTuple):
    """A word in folded form with its place in the cleaned text."""

    text: str
    start: int
    end: int

    @property
    def stem(self) -> str:
        """The word without a plural s, in all of our languages."""
        return stem(self.text)


def clean(text: str) -> str:
    """The text in composed form, without control characters and piled-up marks, at most MOST_CHARACTERS long."""
    short = text[:MOST_CHARACTERS]
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
    """The word without a plural s; short words and those in -ss, -us or -is stay."""
    if len(word) > 3 and word.endswith("s") and word[-2] not in "sui":
        return word[:-1]
    return word


def words(text: str) -> list[Word]:
    """The words of a cleaned text, in order."""
    return [Word(match.group(), match.start(), match.end()) for match in _WORD.finditer(fold(text))]


def stems(text: str) -> tuple[str, ...]:
    """The words of any text as they are compared: folded, without plural s."""
    return tuple(word.stem for word in words(clean(text)))
