"""Ideas: what a proposal asks for, the same in every language, and whether two proposals ask for the same.

What both texts name (`ideas.toml`) decides across languages; the rest of their words helps within one, and where words
have a common origin.
"""

import math
import tomllib
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from backend.words.things import found_in, tokens_of
from storage.grid import metres_between
from storage.proposals import Proposal

_FILE = Path(__file__).parent / "ideas.toml"
LIKELY = 0.5
"""Probability from which somebody is asked whether it is the same."""
_MOST_TERMS = 14
"""Terms of one text that are looked up: the first ones say what it is about."""
_STEM = 5
"""Letters by which words of one origin agree in several languages (biblio-thèque, biblio-teca)."""
_APART = 6
"""Words within which two words of one idea may stand."""
_ENDING = frozenset({"pedestrian_street", "truck_ban", "smoke_free", "pesticide"})
"""Ideas that are to end something: whether one says so with a word for ending tells nothing."""
_GROUPS = ("asked", "spot", "people", "less")
_FAR = 700
"""Metres from which two proposals for a spot are about two spots."""


@dataclass(frozen=True, kw_only=True)
class Idea:
    """A proposal as it is compared: what it asks for, where, for whom, and its other words; a point in degrees."""

    asked: frozenset[str]
    spots: frozenset[str]
    people: frozenset[str]
    less: bool
    stems: frozenset[str]
    area: str | None = None
    point: tuple[float, float] | None = None
    terms: tuple[int, ...] = field(default=())


def idea(text: str, *, address: str = "", area: str | None = None, point: tuple[float, float] | None = None) -> Idea:
    """Take a proposal's words apart; the words of its address and area are everybody's there and say nothing."""
    lexicon, filler, known = _lexicon()
    tokens = _joined(tokens_of(text))
    named: dict[str, set[str]] = {group: set() for group in _GROUPS}
    for group, name in (*found_in(tokens, lexicon), *_apart(tokens)):
        named[group].add(name)
    local = set(tokens_of(f"{address} {area or ''}"))
    rest = [token for token in tokens if len(token) > 2 and not token.isdecimal()]
    stems = [token[:_STEM] for token in rest if token not in filler and token not in known and token not in local]
    ordered = [*(f"a:{name}" for name in sorted(named["asked"])), *(f"w:{stem}" for stem in dict.fromkeys(stems))]
    if not named["asked"]:
        ordered += [f"s:{name}" for name in sorted(named["spot"] | named["people"])]
    return Idea(
        asked=frozenset(named["asked"]),
        spots=frozenset(named["spot"]),
        people=frozenset(named["people"]),
        less=bool(named["less"]),
        stems=frozenset(stems),
        area=area,
        point=point,
        terms=tuple(zlib.crc32(term.encode()) for term in ordered[:_MOST_TERMS]),
    )


def idea_of(proposal: Proposal) -> Idea:
    """A proposal that exists, as it is compared."""
    point = (proposal.lat, proposal.lon) if proposal.lat is not None and proposal.lon is not None else None
    return idea(f"{proposal.title}. {proposal.words}", address=proposal.address, area=proposal.area, point=point)


def same(one: Idea, other: Idea) -> float:
    """The probability (0 to 1) that two proposals ask for the same; 0 for two parts of the city."""
    if one.area and other.area and one.area != other.area:
        return 0.0
    weight = _asked(one, other) + _spots(one, other) + 0.3 * _overlap(one.people, other.people)
    weight += _words(one, other)
    if one.less != other.less and (one.asked & other.asked) - _ENDING:
        weight -= 2.5
    if one.point and other.point:
        weight -= 2.0 * min(metres_between(one.point, other.point) / _FAR, 1.5)
    return 1 / (1 + math.exp(-weight))


def _asked(one: Idea, other: Idea) -> float:
    """The thing itself decides: the same one speaks for it, only different ones against it."""
    if not one.asked or not other.asked:
        return -1.6 if one.asked or other.asked else -1.0
    shared = one.asked & other.asked
    if not shared:
        return -3.0
    return 2.4 - 1.3 * (len(one.asked ^ other.asked) / len(one.asked | other.asked))


def _spots(one: Idea, other: Idea) -> float:
    if not one.spots or not other.spots:
        return 0.0 if not (one.spots or other.spots) else -0.4
    return 0.9 if one.spots & other.spots else -1.8


def _words(one: Idea, other: Idea) -> float:
    """Other words: alike they speak for it; that they differ says little, for people say things differently."""
    if not one.stems or not other.stems:
        return 0.0
    shared = len(one.stems & other.stems)
    return 2.6 * shared / min(len(one.stems), len(other.stems)) - (0.5 if not shared else 0.0)


def _overlap(one: frozenset[str], other: frozenset[str]) -> float:
    if not one or not other:
        return 0.0
    return 1.0 if one & other else -1.0


def _apart(tokens: list[str]) -> Iterator[tuple[str, str]]:
    """Ideas whose two words stand a few others apart: "close Main Street to cars"."""
    for first, second, meant in _pairs():
        if first in tokens and second in tokens and 0 < tokens.index(second) - tokens.index(first) <= _APART:
            yield meant


@cache
def _pairs() -> list[tuple[str, str, tuple[str, str]]]:
    return [
        (first, second, (group, name))
        for group in _GROUPS
        for name, phrases in _raw()[group].items()
        for phrase in phrases
        if " ... " in phrase
        for first, second in [[tokens_of(part)[0] for part in phrase.split(" ... ")]]
    ]


def _joined(tokens: list[str]) -> list[str]:
    """Words without the small ones between them, so that "parking à vélos" and "parking pour les vélos" are one."""
    return [token for token in tokens if token not in _small_words()]


@cache
def _raw() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(_FILE.read_text(encoding="utf-8"))


@cache
def _small_words() -> frozenset[str]:
    return frozenset(word for words in _raw()["small"].values() for word in words)


@cache
def _lexicon() -> tuple[dict[str, tuple[str, str]], frozenset[str], frozenset[str]]:
    """The ideas by phrase, the words that say nothing, and all words of phrases."""
    raw = _raw()
    filler = frozenset(token for words in raw["filler"].values() for word in words for token in tokens_of(word))
    lexicon = {
        " ".join(_joined(tokens_of(phrase))): (group, name)
        for group in _GROUPS
        for name, phrases in raw[group].items()
        for phrase in phrases
        if "..." not in phrase
    }
    return lexicon, filler, frozenset(token for phrase in lexicon for token in phrase.split())
