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
_METRES = re.compile(r"\b(\d{2,4})\s?(?:m|meters?|metres?|metros?)\b")


class Words(BaseModel):
    """One language's words: phrases by what they say; `weekdays` from Monday; `{hour}` is a number in `hour`."""

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
    weekdays: list[list[str]]
    hour: list[str]
    morning: list[str]
    evening: list[str]
    bare_means_evening: bool


class Wish(BaseModel):
    """What was said: of summaries at all, how often and when, to follow or to leave, a circle in metres."""

    model_config = ConfigDict(frozen=True)

    summary: bool = False
    frequency: Frequency | None = None
    weekday: int | None = None
    hours: tuple[int, ...] = ()
    less: bool = False
    more: bool = False
    follow: bool = False
    leave: bool = False
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
    summary = summary or _says(plain, words.summary)
    weekday = next((day for day, names in enumerate(words.weekdays) if _says(plain, names)), None)
    frequency = next((one for one in _FREQUENCIES if _says(plain, getattr(words, one.value))), None)
    if frequency in (None, Frequency.NEVER) and weekday is not None:
        frequency = Frequency.WEEKLY
    around = _says(plain, words.around)
    metres = _METRES.search(plain) if around else None
    leave = _begins(plain, words.leave)
    return Wish(
        summary=summary,
        frequency=frequency if summary else None,
        weekday=weekday if summary else None,
        hours=tuple(_hours(plain, words)) if summary or _begins(plain, words.quiet) else (),
        less=plain in map(fold, words.less),
        more=plain in map(fold, words.more),
        follow=not leave and _begins(plain, words.follow),
        leave=leave,
        metres=(int(metres[1]) if metres else 300) if around and (metres or _begins(plain, words.follow)) else None,
        quiet=_begins(plain, words.quiet) and len(list(_hours(plain, words))) == 2,
    )


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


def _any(phrases: Iterable[str]) -> str:
    return "|".join(sorted((re.escape(fold(phrase)) for phrase in phrases), key=len, reverse=True))


@cache
def _words(language: str) -> Words | None:
    path = _FOLDER / f"{language}.toml"
    return Words.model_validate(tomllib.loads(path.read_text(encoding="utf-8"))) if path.is_file() else None
