"""What a linear model sees of a text: hashed words, pairs of words (also with one word between) and pieces of words.

Follows the hashing of Weinberger et al. (2009, "Feature Hashing for Large Scale Multitask Learning") with two tables,
one for words and one for pieces, so that each speaks with the same weight.
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
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
        first, last = _forms(self.types_first), _forms(self.types_last)
        name = r"(?:\s+(?:de|du|des|la|le|les|del|los|las|do|da|dos|das)\b|\s+[dl]')*(?:\s*\b[A-ZÀ-Þ][\w'-]*){1,3}"
        self._streets = [
            (_beginnings(last), re.compile(rf"(?:\b[A-Z][\w'.]{{0,30}}\s+){{1,3}}(?:{_either(last)})\b")),
            (_beginnings(first), re.compile(rf"\b(?:{_either(first)}){name}")),
        ]

    def __call__(self, text: str) -> str:
        """The text with STREET for names beside a street type, and 0 for numbers."""
        if "@" in text or "://" in text or "www." in text.lower():
            text = _ADDRESS.sub(" ", text)
        if self.types_first or self.types_last:
            found = set(_WORD.findall(text))
            for beginnings, street in self._streets:
                if not beginnings.isdisjoint(found):
                    text = street.sub(STREET, text)
        return _NUMBER.sub("0", text)


def _forms(types: Sequence[str]) -> list[str]:
    """Each type as it is written small and capitalised."""
    return [form for word in types for form in (word, word.capitalize())]


def _beginnings(forms: Sequence[str]) -> frozenset[str]:
    """Words of which one stands in every text that holds one of these forms."""
    return frozenset(_WORD.findall(form)[0] for form in forms)


def _either(forms: Sequence[str]) -> str:
    return "|".join(map(re.escape, forms))


class Spelled(NamedTuple):
    """A word with its hashes: alone, as the beginning of a pair and of one with a word between, and of its pieces.

    Those of pairs go on from their beginning with the next word as it is `written`. `pieces` are ids as the bytes of an
    array: those of a text are joined faster than numbers. Familiar can be only what `is_telling`.
    """

    written: bytes
    single: int
    near: int
    far: int
    pieces: bytes
    is_telling: bool


class Featurizer:
    """Turns texts into Features; the same text gives the same ids on every machine."""

    def __init__(self, mask: Mask) -> None:
        self.mask = mask

    def __call__(self, text: str, language: str) -> Features:
        """The features of a text; words carry the language's code, pieces of words are shared by all languages."""
        folded = fold(self.mask(text))
        found = [_spelled(language, word) for word in _WORD.findall(folded)[:MOST_WORDS]]
        singles = [one.single for one in found]
        words = _ids([*singles, *_pairs(language, found), *_shape(folded, len(found))]) & _WITHIN
        pieces = np.frombuffer(b"".join([one.pieces for one in found]), dtype=np.uint32)
        ids, counts = _counted(np.concatenate([words, pieces]))
        known = [one.single for one in found if one.is_telling]
        return Features(ids, counts, int(ids.searchsorted(TABLE)), _ids(known) & _WITHIN)


def _ids(hashes: Sequence[int]) -> Ids:
    return np.array(hashes, dtype=np.uint32)


def _pairs(language: str, found: Sequence[Spelled]) -> list[int]:
    """The hashes of neighbours, and of words with one between them."""
    # How a message begins and ends tells what its writer wants.
    near = [crc32(f"p{language} ^ ".encode()), *[one.near for one in found]]
    ends = [*[one.written for one in found], b"$"]
    pairs = [crc32(end, begun) for begun, end in zip(near, ends, strict=True)]
    return pairs + [crc32(other.written, one.far) for one, other in zip(found, found[2:], strict=False)]


def _shape(folded: str, count: int) -> list[int]:
    """What is no word and tells all the same: a question mark, and whether a message is short or long."""
    marks = [mark for mark in "?!" if mark in folded]
    return [crc32(f"w {mark}".encode()) for mark in (*marks, f"length {min(count.bit_length(), 6)}")]


def _counted(ids: Ids) -> tuple[Ids, Counts]:
    """The distinct ones, sorted, and 1 + ln of how often each occurs: numpy.unique takes three times as long."""
    ids.sort()
    begins = np.empty(len(ids) + 1, dtype=np.bool_)
    begins[0] = begins[-1] = True
    np.not_equal(ids[1:], ids[:-1], out=begins[1:-1])
    starts = begins.nonzero()[0]
    return ids.take(starts[:-1]), _COUNTED.take(starts[1:] - starts[:-1])


def _spelled(language: str, word: str) -> Spelled:
    # A word that nobody says must not be remembered: it may be as long as a message.
    return (_remembered if len(word) <= LONGEST_WORD else _hashed)(language, word)


def _hashed(language: str, word: str) -> Spelled:
    plain = _DRAWN_OUT.sub(r"\1", word)
    written = plain.encode("utf-8", "replace")
    single, near, far = (crc32(written, crc32(f"{kind}{language} ".encode())) for kind in "wps")
    is_telling = len(plain) > 1 and not plain[0].isdigit()
    return Spelled(written, single, crc32(b" ", near), crc32(b" ", far), _pieces(plain[:LONGEST_WORD]), is_telling)


_remembered = lru_cache(maxsize=40_000)(_hashed)


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
    return ((_ids(hashes) & _WITHIN) + np.uint32(TABLE)).tobytes()
