"""What a linear model sees of a text: hashed words, pairs of words (also with one word between) and pieces of words.

Follows the hashing of Weinberger et al. (2009, "Feature Hashing for Large Scale Multitask Learning") with two tables,
one for words and one for pieces, so that each speaks with the same weight.
"""

import re
import zlib
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from nlp.words import fold

BITS = 22
TABLE = 1 << BITS
"""Entries of each of the two tables; piece ids follow the word ids. So many that strangers rarely share an entry."""

LENGTHS = (2, 3, 4, 5)
"""Characters of a piece; longer ones gain nothing (measured)."""

MOST_WORDS = 250
"""Words that are looked at: nobody needs more to say what a message is about."""

LONGEST_WORD = 32
STREET = "streetname"
START, END = "^", "$"

Ids = npt.NDArray[np.uint32]
Counts = npt.NDArray[np.float32]

_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|(?<!\S)[^\s@]+@[^\s.]+\.\S+", re.IGNORECASE)
_NUMBER = re.compile(r"\d+(?:[-./:]\d+)*")
_WORD = re.compile(r"[^\W_]+")
_DRAWN_OUT = re.compile(r"([^\W\d_])\1{2,}")


class Features(NamedTuple):
    """The distinct ids of a text and how often each occurs (1 + ln count).

    The first `words` of them are words and pairs; `singles` are the ids of the words alone that
    have two letters or more.
    """

    ids: Ids
    counts: Counts
    words: int
    singles: Ids


class Mask:
    """Takes out what must not be learnt: links, addresses, the names of streets, the digits of numbers."""

    def __init__(self, types_first: Iterable[str], types_last: Iterable[str]) -> None:
        self.types_first = sorted(set(types_first))
        self.types_last = sorted(set(types_last))
        self._first, self._last = _types(self.types_first), _types(self.types_last)
        self._beginnings = {_WORD.findall(word)[0] for word in (*self.types_first, *self.types_last)}

    def __call__(self, text: str) -> str:
        """The text with STREET for names beside a street type, and 0 for numbers."""
        text = _ADDRESS.sub(" ", text)
        if self._beginnings.isdisjoint(_WORD.findall(text.lower())):
            return _NUMBER.sub("0", text)
        if self._last:
            text = re.sub(rf"(?:\b[A-Z][\w'.]{{0,30}}\s+){{1,3}}(?:{self._last})\b", STREET, text)
        if self._first:
            name = r"(?:\s+(?:de|du|des|la|le|les|del|los|las|do|da|dos|das)\b|\s+[dl]')*(?:\s*\b[A-ZÀ-Þ][\w'-]*){1,3}"
            text = re.sub(rf"\b(?:{self._first}){name}", STREET, text)
        return _NUMBER.sub("0", text)


def _types(words: Sequence[str]) -> str:
    """An alternative for each type as it is written small, capitalised or with a full stop."""
    return "|".join(f"{re.escape(form)}" for word in words for form in (word, word.capitalize()))


class Featurizer:
    """Turns texts into Features; the same text gives the same ids on every machine."""

    def __init__(self, mask: Mask) -> None:
        self.mask = mask

    def __call__(self, text: str, language: str) -> Features:
        """The features of a text; words carry the language's code, pieces of words are shared by all languages."""
        folded = _DRAWN_OUT.sub(r"\1", fold(self.mask(text)))
        found = _WORD.findall(folded)[:MOST_WORDS]
        singles = [_word(language, word) for word in found]
        known = [_word(language, word) for word in found if len(word) > 1 and not word[0].isdigit()]
        words, word_counts = _counted([*singles, *_pairs(language, found), *_shape(folded, len(found))])
        pieces, piece_counts = _counted([piece for word in found for piece in _pieces(word[:LONGEST_WORD])])
        return Features(
            np.concatenate([words, pieces]), np.concatenate([word_counts, piece_counts]), len(words),
            np.array(known, dtype=np.uint32),
        )  # fmt: skip


def _shape(folded: str, count: int) -> list[int]:
    """What is no word and tells all the same: a question mark, and whether a message is short or long."""
    marks = [mark for mark in "?!" if mark in folded]
    return [_word("", mark) for mark in (*marks, f"length {min(count.bit_length(), 6)}")]


def _pairs(language: str, found: Sequence[str]) -> list[int]:
    # How a message begins and ends tells what its writer wants.
    near = [_pair(language, one, other) for one, other in pairwise([START, *found, END])]
    return near + [_skip(language, one, other) for one, other in zip(found, found[2:], strict=False)]


def _counted(ids: Sequence[int]) -> tuple[Ids, Counts]:
    found = np.array(ids, dtype=np.uint32)
    found.sort()
    # What numpy.unique does, in a third of its time on so few.
    starts = np.flatnonzero(np.diff(found, prepend=~found[:1]))
    counts = np.diff(starts, append=len(found))
    return found[starts], (1 + np.log(counts)).astype(np.float32)


def _hashed(feature: str) -> int:
    return zlib.crc32(feature.encode("utf-8", "replace")) & (TABLE - 1)


@lru_cache(maxsize=20_000)
def _word(language: str, word: str) -> int:
    return _hashed(f"w{language} {word}")


@lru_cache(maxsize=40_000)
def _pair(language: str, one: str, other: str) -> int:
    return _hashed(f"p{language} {one} {other}")


@lru_cache(maxsize=40_000)
def _skip(language: str, one: str, other: str) -> int:
    return _hashed(f"s{language} {one} {other}")


@lru_cache(maxsize=20_000)
def _pieces(word: str) -> tuple[int, ...]:
    padded = f" {word} "
    ids: list[int] = []
    for length in LENGTHS:
        ids += [
            TABLE + _hashed(f"c{padded[start : start + length]}") for start in range(max(1, len(padded) - length + 1))
        ]
        if length >= len(padded):
            break
    return tuple(ids)
