"""The grammar of orders: phrases of each language, and what in them is the number, the addressee, the words."""

import re
import tomllib
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from nlp.words import clean, fold

_FOLDER = Path(__file__).parent


class Phrases(BaseModel):
    """One language's phrases: `orders` by what they order, `commands` by what they stand for, `reasons` of closings.

    In a phrase, `{number}`, `{other}` (another number), `{who}` and `{words}` stand for what is said there.
    `before_number` may stand before a number, `polite` before everything. `wishes` are phrases that may stand anywhere,
    by what is wished.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    before_number: list[str]
    polite: list[str]
    orders: dict[str, list[str]]
    commands: dict[str, list[str]]
    reasons: dict[str, list[str]]
    wishes: dict[str, list[str]] = {}


class Order(BaseModel):
    """What was ordered: `kind` is a key of the phrases, the rest as it was written."""

    model_config = ConfigDict(frozen=True)

    kind: str
    number: int = 0
    other: int = 0
    who: str = ""
    words: str = ""


class Commanded(BaseModel):
    """A command in words: `name` is a key of the phrases, `rest` what was said beside it, as it was written."""

    model_config = ConfigDict(frozen=True)

    name: str
    rest: str = ""


def read(text: str, kinds: Sequence[str], languages: Sequence[str]) -> Order | None:
    """The order of one of these kinds that a message gives, in the first of the languages that knows it."""
    cleaned = clean(text).strip()
    plain = fold(cleaned)
    for language in languages:
        for kind in kinds:
            for pattern in _patterns(language, kind):
                if found := pattern.fullmatch(plain):
                    parts = {name: cleaned[slice(*found.span(name))].strip() for name in found.groupdict()}
                    return Order.model_validate({"kind": kind, **parts})
    return None


def commanded(text: str, languages: Sequence[str]) -> Commanded | None:
    """The command that a message gives in words, in the first of the languages that knows it."""
    cleaned = clean(text).strip().rstrip("?¿ ").lstrip("¿ ")
    plain = fold(cleaned)
    for language in languages:
        for name in _phrases(language).commands:
            for pattern in _command_patterns(language, name):
                if found := pattern.fullmatch(plain):
                    rest = cleaned[slice(*found.span("words"))] if "words" in pattern.groupindex else ""
                    return Commanded(name=name, rest=rest.strip())
    return None


def reason(words: str, languages: Sequence[str]) -> str | None:
    """The closing reason that somebody's words name, by its code."""
    plain = fold(clean(words))
    for language in languages:
        for code, phrases in _phrases(language).reasons.items():
            if any(re.search(rf"\b{re.escape(fold(phrase))}\b", plain) for phrase in phrases):
                return code
    return None


def wishes(words: str, kind: str, languages: Sequence[str]) -> bool:
    """Whether somebody's words hold a wish of this kind."""
    plain = fold(clean(words))
    return any(wish.search(plain) for language in languages if (wish := _wish(language, kind)) is not None)


@lru_cache
def _wish(language: str, kind: str) -> re.Pattern[str] | None:
    """All phrases of a wish as one pattern: each message is looked through for several wishes."""
    phrases = _phrases(language).wishes.get(kind, [])
    return re.compile(rf"\b(?:{'|'.join(re.escape(fold(phrase)) for phrase in phrases)})\b") if phrases else None


def is_reason_alone(words: str, languages: Sequence[str]) -> bool:
    """Whether words say a closing reason and nothing else, so that they tell a resident nothing more."""
    plain = fold(clean(words)).strip(" .,;:!")
    return any(
        plain == fold(phrase)
        for language in languages
        for phrases in _phrases(language).reasons.values()
        for phrase in phrases
    )


@lru_cache
def _phrases(language: str) -> Phrases:
    path = _FOLDER / f"{language}.toml"
    # A city may speak a language that nobody has written orders in: its staff use the buttons.
    raw = (
        path.read_text(encoding="utf-8")
        if path.is_file()
        else "before_number=[]\npolite=[]\n[orders]\n[commands]\n[reasons]"
    )
    return Phrases.model_validate(tomllib.loads(raw))


@lru_cache
def _patterns(language: str, kind: str) -> tuple[re.Pattern[str], ...]:
    phrases = _phrases(language)
    return tuple(_pattern(template, phrases) for template in phrases.orders.get(kind, []))


@lru_cache
def _command_patterns(language: str, name: str) -> tuple[re.Pattern[str], ...]:
    phrases = _phrases(language)
    return tuple(_pattern(template, phrases) for template in phrases.commands.get(name, []))


_GAP = r"[\s:,;.–—-]+"


def _pattern(template: str, phrases: Phrases) -> re.Pattern[str]:
    before, polite = (_any(words) for words in (phrases.before_number, phrases.polite))
    slots = {
        "{number}": rf"(?:{before}[\s.]*)*#?\s?(?P<number>\d{{3,9}})",
        "{other}": rf"(?:{before}[\s.]*)*#?\s?(?P<other>\d{{3,9}})",
        "{who}": r"(?P<who>.+?)",
        "{words}": r"(?P<words>.+)",
    }
    parts = [slots.get(part) or re.escape(fold(part)) for part in template.split()]
    return re.compile(rf"(?:{polite}{_GAP})*{_GAP.join(parts)}[\s.!]*", re.DOTALL)


def _any(words: Sequence[str]) -> str:
    return f"(?:{'|'.join(re.escape(fold(word)) for word in words) or '(?!)'})"
