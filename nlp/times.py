"""When something happens, by the patterns of the packs; only the matched part is looked at more closely.

A whole message is never given to a date parser: those take "we" and "5th St" for dates.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from functools import cache
from typing import NamedTuple

from nlp.beginnings import DIGITS, Beginnings, key
from nlp.pack import Pack, TimeWords
from nlp.reading import TimeKind, TimeSpan
from nlp.words import Told, fold
from nlp.words import words as words_of

HOURS: Mapping[str, float] = {"minute": 1 / 60, "hour": 1, "day": 24, "week": 168, "month": 730, "year": 8766}
"""Length of the units in hours; a month is a twelfth of a year."""

MOST = 8
"""Spans that are returned of one message."""

_SLOT = re.compile(r"\{(\w+)\}")
_CLOCK = r"[0-2]?\d(?:[:h.][0-5]\d)?"


class TimeReader:
    """Finds times in all languages of a city."""

    def __init__(self, packs: Sequence[Pack]) -> None:
        self._patterns = [one for pack in packs if pack.times is not None for one in _patterns(pack.times)]
        self._beginnings = Beginnings([pattern.begins for pattern in self._patterns])

    def find(self, text: Told, at: datetime | None) -> list[TimeSpan]:
        """The times of a text from left to right, the longest where several overlap.

        With the message's own time `at` (in the city's zone) the moment is worked out where the words allow it.
        """
        kept: list[TimeSpan] = []
        for pattern, match in sorted(self._matches(text), key=lambda found: (found[1].start(), -found[1].end())):
            start, end = match.span()
            if not kept or start >= kept[-1].end:
                moment = _moment(pattern.words, pattern.kind, match, at)
                kept.append(TimeSpan(text=text.text[start:end], start=start, end=end, kind=pattern.kind, moment=moment))
        return kept[:MOST]

    def _matches(self, text: Told) -> Iterator[tuple["Pattern", re.Match[str]]]:
        """What each pattern finds, tried only where one of its first words stands."""
        here = {key(word.text) for word in text.words}
        ends = {number: 0 for number, one in enumerate(self._patterns) if not one.signs.isdisjoint(here)}
        for number, word in self._beginnings(text.words) if ends else ():
            if word.start >= ends.get(number, len(text.text)):
                pattern = self._patterns[number]
                if match := _compiled(pattern.expression).match(text.folded, word.start):
                    ends[number] = match.end()
                    yield pattern, match


class Pattern(NamedTuple):
    """One expression for all patterns of a kind, one of whose `signs` stands in whatever it matches.

    `begins` are the texts with which what it matches can begin.
    """

    words: TimeWords
    kind: TimeKind
    expression: str
    signs: frozenset[str]
    begins: frozenset[str]


def _patterns(words: TimeWords) -> Iterator[Pattern]:
    """The patterns of each kind with their slots filled, long ones first."""
    for kind, shapes in words.patterns.items():
        ordered = sorted(shapes, key=len, reverse=True)
        parts = [_filled(shape, words, number) for number, shape in enumerate(ordered)]
        signs = frozenset(sign for shape in shapes for sign in _signs(shape, words))
        begins = frozenset(begin for shape in shapes for begin in _begins(shape, words))
        yield Pattern(words, kind, rf"(?<!\w)(?:{'|'.join(parts)})(?!\w)", signs, begins)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """Compiled when the first text needs it: few texts do, and together they take as long as fifty readings."""
    return re.compile(pattern)


def _signs(shape: str, words: TimeWords) -> Iterator[str]:
    """Words of which one stands in whatever this pattern matches: without them it need not be tried."""
    slots = _names(words)
    used = [slot for slot in _SLOT.findall(shape) if slot in slots]
    if not used and _SLOT.search(shape):
        yield DIGITS
        return
    for name in slots[used[0]] if used else [shape]:
        yield max((one.text for one in words_of(name)), key=len)


def _begins(shape: str, words: TimeWords) -> Iterator[str]:
    """The texts with which what this pattern matches can begin."""
    slot = _SLOT.match(shape)
    if slot is None or slot[1] not in {"clock", "marked"}:
        yield from [shape] if slot is None else {**_names(words), "n": _numbers(words)}[slot[1]]
    if slot and slot[1] in {"n", "clock", "marked"}:
        yield DIGITS


def _names(words: TimeWords) -> dict[str, list[str]]:
    """What may stand in the slots that hold names."""
    return {
        "day": [name for names in words.days for name in names],
        "unit": [name for names in words.units.values() for name in names],
        "part": words.parts,
        "word": list(words.words),
    }


def _numbers(words: TimeWords) -> list[str]:
    return [name for names in words.numbers.values() for name in names]


def _filled(shape: str, words: TimeWords, number: int) -> str:
    slots = {
        **{slot: _named(slot, number, names) for slot, names in _names(words).items()},
        "n": rf"(?P<n{number}>\d{{1,3}}|{_either(_numbers(words))})",
        "clock": rf"{_CLOCK}(?:\s?(?:{_either(words.clock_marks)}))?",
        "marked": rf"{_CLOCK}\s?(?:{_either(words.clock_marks)})",
    }
    pieces = _SLOT.split(fold(shape))
    return "".join(
        slots[piece] if position % 2 else re.escape(piece).replace(r"\ ", r"\s+")
        for position, piece in enumerate(pieces)
    )


def _named(slot: str, number: int, names: Sequence[str]) -> str:
    return rf"(?P<{slot}{number}>{_either(names)})"


def _either(names: Sequence[str]) -> str:
    return "|".join(re.escape(fold(name)).replace(r"\ ", r"\s+") for name in sorted(names, key=len, reverse=True))


def _moment(words: TimeWords, kind: TimeKind, match: re.Match[str], at: datetime | None) -> datetime | None:
    """When it was, counted back from the message; None for what repeats and for what the words leave open."""
    if at is None or kind is TimeKind.REPEATED:
        return None
    slots = {name.rstrip("0123456789"): value for name, value in match.groupdict().items() if value}
    if "word" in slots:
        return at - timedelta(hours=_value(words.words, slots["word"]))
    if "day" in slots:
        return at - timedelta(days=(at.weekday() - _weekday(words, slots["day"])) % 7 or 7)
    if "unit" in slots:
        hours = next((HOURS[unit] for unit, names in words.units.items() if _among(slots["unit"], names)), 0.0)
        return at - timedelta(hours=hours * _number(words, slots.get("n", "1")))
    return None


def _value(values: Mapping[str, float], found: str) -> float:
    return next((hours for name, hours in values.items() if _among(found, [name])), 0.0)


def _weekday(words: TimeWords, found: str) -> int:
    return next((number for number, names in enumerate(words.days) if _among(found, names)), 0)


def _number(words: TimeWords, found: str) -> int:
    return int(found) if found.isdecimal() else next(
        (number for number, names in words.numbers.items() if _among(found, names)), 1
    )  # fmt: skip


def _among(found: str, names: Sequence[str]) -> bool:
    return " ".join(found.split()) in {fold(name) for name in names}
