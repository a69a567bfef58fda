"""What a linear model sees of a text: hashed words, pairs of words (also with one word between) and pieces of words.

Follows the hashing of Weinberger et al. (2009, "Feature Hashing for Large Scale Multitask Learning") with two tables,
one for words and one for pieces, so that each speaks with the same weight.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cache, lru_cache, partial
from typing import NamedTuple
from zlib import crc32

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

Ids = npt.NDArray[np.uint32]
Counts = npt.NDArray[np.float32]

_WITHIN = np.uint32(TABLE - 1)
"""What is kept of a hash."""
_COUNTED = (1 + np.log(np.maximum(1, np.arange(MOST_WORDS * len(LENGTHS) * LONGEST_WORD)))).astype(np.float32)
"""1 + ln of each count that a feature can have."""

_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|(?<!\S)[^\s@]+@[^\s.]+\.\S+", re.IGNORECASE)
_NUMBER = re.compile(r"\d+(?:[-./:]\d+)*")
_WORD = re.compile(r"[^\W_]+")
_MARKS = {mark: crc32(f"w {mark}".encode()) for mark in "?!"}
_SIZES = [crc32(f"w length {length}".encode()) for length in range(7)]
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


class Masked(NamedTuple):
    """A text without what must not be learnt, folded, and its words."""

    folded: str
    words: list[str]


class Mask:
    """Takes out what must not be learnt: links, addresses, the names of streets, the digits of numbers."""

    def __init__(self, types_first: Iterable[str], types_last: Iterable[str]) -> None:
        self.types_first = sorted(set(types_first))
        self.types_last = sorted(set(types_last))
        first, last = _forms(self.types_first), _forms(self.types_last)
        name = r"(?:\s+(?:de|du|des|la|le|les|del|los|las|do|da|dos|das)\b|\s+[dl]')*(?:\s*\b[A-ZÀ-Þ][\w'-]*){1,3}"
        self._streets = [
            (_beginnings(last), re.compile(rf"(?:\b[A-Z][\w'.]{{0,30}}\s+){{1,3}}(?:{_either(last)})\b")),
            (_beginnings(first), re.compile(rf"\b(?:{_either(first)}){name}")),
        ]

    def __call__(self, text: str) -> Masked:
        """The text with STREET for names beside a street type, and 0 for numbers."""
        if "@" in text or "://" in text or "www." in text.lower():
            text = _ADDRESS.sub(" ", text)
        text = _NUMBER.sub("0", text)
        masked = Masked(folded := fold(text), _WORD.findall(folded))
        for beginnings, street in self._streets:
            if not beginnings.isdisjoint(masked.words):
                text = street.sub(STREET, before := text)
                if text != before:
                    masked = Masked(folded := fold(text), _WORD.findall(folded))
        return masked


def _forms(types: Sequence[str]) -> list[str]:
    """Each type as it is written small and capitalised."""
    return [form for word in types for form in (word, word.capitalize())]


def _beginnings(forms: Sequence[str]) -> frozenset[str]:
    """Folded words of which one stands in every text that holds one of these forms."""
    return frozenset(_WORD.findall(fold(form))[0] for form in forms)


def _either(forms: Sequence[str]) -> str:
    return "|".join(map(re.escape, forms))


class Spelled(NamedTuple):
    """A word with its hashes: of a pair and of one with a word between as far as they begin with it, and its ids.

    The hashes go on from their beginning with the next word as it is `written`. Ids are as the bytes of an array, for
    those of a text are joined faster than numbers: of the word alone, of its `pieces`, and of the word once more where
    it can be familiar (`telling`).
    """

    written: bytes
    near: int
    far: int
    single: bytes
    pieces: bytes
    telling: bytes


class Featurizer:
    """Turns texts into Features; the same text gives the same ids on every machine."""

    def __init__(self, mask: Mask) -> None:
        self.mask = mask

    def __call__(self, text: str, language: str) -> Features:
        """The features of a text; words carry the language's code, pieces of words are shared by all languages."""
        masked = self.mask(text)
        spelled = _speller(language)
        # A word that nobody says must not be remembered: it may be as long as a message.
        found = [
            spelled(word) if len(word) <= LONGEST_WORD else _hashed(language, word)
            for word in masked.words[:MOST_WORDS]
        ]
        written, near, far, singles, pieces, telling = zip(*found, strict=True) if found else ((),) * 6
        # How a message begins and ends tells what its writer wants.
        begun = crc32(f"p{language} ^ ".encode())
        hashes = [*map(crc32, (*written, b"$"), (begun, *near)), *map(crc32, written[2:], far)]
        pairs = np.array([*hashes, *_shape(masked.folded, len(found))], dtype=np.uint32) & _WITHIN
        ids, counts = _counted(np.concatenate([pairs, _read([*singles, *pieces])]))
        return Features(ids, counts, int(ids.searchsorted(TABLE)), _read(telling))


def _shape(folded: str, count: int) -> list[int]:
    """What is no word and tells all the same: a question mark, and whether a message is short or long."""
    return [*[hashed for mark, hashed in _MARKS.items() if mark in folded], _SIZES[min(count.bit_length(), 6)]]


def _read(ids: Iterable[bytes]) -> Ids:
    return np.frombuffer(b"".join(ids), dtype=np.uint32)


def _counted(ids: Ids) -> tuple[Ids, Counts]:
    """The distinct ones, sorted, and 1 + ln of how often each occurs: numpy.unique takes three times as long."""
    ids.sort()
    begins = np.empty(len(ids) + 1, dtype=np.bool_)
    begins[0] = begins[-1] = True
    np.not_equal(ids[1:], ids[:-1], out=begins[1:-1])
    starts = begins.nonzero()[0]
    return ids.take(starts[:-1]), _COUNTED.take(starts[1:] - starts[:-1])


@cache
def _speller(language: str) -> Callable[[str], Spelled]:
    """Spells the words of a language, and remembers the last ones."""
    return lru_cache(maxsize=15_000)(partial(_hashed, language))


def _hashed(language: str, word: str) -> Spelled:
    plain = _DRAWN_OUT.sub(r"\1", word)
    written = plain.encode("utf-8", "replace")
    hashed, near, far = (crc32(written, crc32(f"{kind}{language} ".encode())) for kind in "wps")
    single = (np.uint32(hashed) & _WITHIN).tobytes()
    is_telling = len(plain) > 1 and not plain[0].isdigit()
    return Spelled(
        written, crc32(b" ", near), crc32(b" ", far), single, _pieces(plain[:LONGEST_WORD]), single * is_telling
    )


@lru_cache(maxsize=20_000)
def _pieces(word: str) -> bytes:
    letters = [letter.encode("utf-8", "replace") for letter in f" {word} "]
    hashes: list[int] = []
    for start in range(len(letters)):
        held = crc32(b"c")
        for length, letter in enumerate(letters[start : start + LENGTHS[-1]], start=1):
            held = crc32(letter, held)
            if length >= LENGTHS[0]:
                hashes.append(held)
    return ((np.array(hashes, dtype=np.uint32) & _WITHIN) + np.uint32(TABLE)).tobytes()
