"""Wishes: what somebody's words say about summaries, in each language that has a file of words."""

import re
import tomllib
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from nlp.words import clean, fold
from storage.digests import Frequency

_FOLDER = Path(__file__).parent / "words"
_FREQUENCIES = (Frequency.EVENTS, Frequency.NEVER, Frequency.DAILY, Frequency.WEEKLY, Frequency.MONTHLY)
_UNITS = (("km", 1000), ("kilo", 1000), ("mi", 1609), ("f", 0.3048), ("yard", 0.9144), ("m", 1))
"""How units of length begin, and their metres; the first that fits counts."""
_LENGTH = re.compile(
    r"\b(\d{1,4}(?:[.,]\d)?)\s?(km|kilom\w+|miles?|mi|millas?|feet|ft|yards?|m|meters?|metres?|metros?)\b"
)
_NEAREST, _USUAL, _FARTHEST = 50, 300, 2000
"""Metres of the smallest circle, of one whose size nobody names, of the largest."""


class Words(BaseModel):
    """One language's words: phrases by what they say; `weekdays` from Monday; `{hour}` is a number in `hour`.

    What is `courtesy` says nothing, before or behind the rest; `everything` may stand before what lies around a place.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    summary: list[str]
    daily: list[str]
    weekly: list[str]
    monthly: list[str]
    events: list[str]
    never: list[str]
    less: list[str]
    more: list[str]
    follow: list[str]
    leave: list[str]
    around: list[str]
    quiet: list[str]
    courtesy: list[str]
    everything: list[str]
    weekdays: list[list[str]]
    hour: list[str]
    morning: list[str]
    evening: list[str]
    bare_means_evening: bool


class Wish(BaseModel):
    """What was said: of summaries at all, how often and when, to follow or to leave `what`, a circle in metres."""

    model_config = ConfigDict(frozen=True)

    summary: bool = False
    frequency: Frequency | None = None
    weekday: int | None = None
    hours: tuple[int, ...] = ()
    less: bool = False
    more: bool = False
    follow: bool = False
    leave: bool = False
    what: str = ""
    metres: int | None = None
    quiet: bool = False


def read(text: str, languages: Sequence[str], *, summary: bool = False) -> Wish:
    """What a message wishes, in the first of the languages that knows a word of it; `summary` says what it is about."""
    plain = fold(clean(text)).strip(" .,;:!?¡¿")
    for language in languages:
        words = _words(language)
        if words is not None and (wish := _read(plain, words, summary=summary)) != Wish(summary=summary):
            return wish
    return Wish(summary=summary)


def _read(plain: str, words: Words, *, summary: bool) -> Wish:
    plain = _bare(plain, words)
    summary = summary or _says(plain, words.summary)
    weekday = next((day for day, names in enumerate(words.weekdays) if _says(plain, names)), None)
    frequency = next((one for one in _FREQUENCIES if _says(plain, getattr(words, one.value))), None)
    if frequency in (None, Frequency.NEVER) and weekday is not None:
        frequency = Frequency.WEEKLY
    leave, follow = _begins(plain, words.leave), _begins(plain, words.follow)
    return Wish(
        summary=summary,
        frequency=frequency if summary else None,
        weekday=weekday if summary else None,
        hours=tuple(_hours(plain, words)) if summary or _begins(plain, words.quiet) else (),
        less=_asks(plain, words.less, summary=summary and frequency is None),
        more=_asks(plain, words.more, summary=summary and frequency is None),
        follow=follow and not leave,
        leave=leave,
        what=_after(plain, words.leave if leave else words.follow) if leave or follow else "",
        metres=_circle(plain, words),
        quiet=_begins(plain, words.quiet) and len(list(_hours(plain, words))) == 2,
    )


def _bare(plain: str, words: Words) -> str:
    """The words without the courtesies around them."""
    polite = rf"(?:{_any(words.courtesy)})(?!\w)"
    return re.sub(rf"^(?:{polite}[\s,.!]*)+|(?:[\s,.!]*(?<!\w){polite})+$", "", plain).strip(" .,;:!?¡¿")


def _asks(plain: str, phrases: Sequence[str], *, summary: bool) -> bool:
    """Whether somebody wants less, or more: nothing else is said, or nothing but of what."""
    return plain in map(fold, phrases) or (summary and _begins(plain, phrases))


def _circle(plain: str, words: Words) -> int | None:
    """Within how many metres one wants to hear of what happens; None where nobody says so."""
    if not _says(plain, words.around):
        return None
    if found := _LENGTH.search(plain):
        metres = float(found[1].replace(",", ".")) * next(per for unit, per in _UNITS if found[2].startswith(unit))
        return min(max(round(metres), _NEAREST), _FARTHEST)
    alone = re.fullmatch(rf"(?:(?:{_any(words.everything)})\s+)?(?:{_any(words.around)})", plain)
    return _USUAL if alone or _begins(plain, words.follow) else None


def _hours(plain: str, words: Words) -> Iterable[int]:
    """Hours of the day, 0 to 23, in the order they are said; a bare small one is the evening's where one says so."""
    before = "|".join(
        re.escape(fold(phrase.replace("{hour}", "")).strip()) for phrase in words.hour if phrase[0] != "{"
    )
    morning, evening = (_any(part) for part in (words.morning, words.evening))
    number = r"(\d{1,2})(?:[:h.](\d{2})?)?\s?(?:h\b)?"
    pattern = rf"(?:\b(?:{before})\s+(?:las\s+)?){number}\s*(?:({morning})|({evening}))?"
    bare_means_evening = words.bare_means_evening and not _begins(plain, words.quiet)
    for found in re.finditer(pattern, plain):
        hour = int(found[1])
        late = found[4] or (bare_means_evening and found[2] is None and not found[3])
        if late and 1 <= hour <= (11 if found[4] else 7):
            hour += 12
        if 0 <= hour <= 24:
            yield hour % 24


def _says(plain: str, phrases: Iterable[str]) -> bool:
    return re.search(rf"(?<!\w)(?:{_any(phrases)})(?!\w)", plain) is not None


def _begins(plain: str, phrases: Iterable[str]) -> bool:
    return re.match(rf"(?:{_any(phrases)})(?!\w)", plain) is not None


def _after(plain: str, phrases: Iterable[str]) -> str:
    return re.sub(rf"^(?:{_any(phrases)})(?!\w)\s*", "", plain)


def _any(phrases: Iterable[str]) -> str:
    return "|".join(sorted((re.escape(fold(phrase)) for phrase in phrases), key=len, reverse=True))


@cache
def _words(language: str) -> Words | None:
    path = _FOLDER / f"{language}.toml"
    return Words.model_validate(tomllib.loads(path.read_text(encoding="utf-8"))) if path.is_file() else None
