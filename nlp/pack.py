"""A language pack: all that understanding needs to know of one language, as data."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, field_validator

from nlp.perils import GROUPS
from nlp.reading import Act, TimeKind

PACKS = Path(__file__).parent / "packs"


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class StreetWords(_Part):
    """How streets are written in a language.

    `types` and `spellings` map the form that is compared to the others that people write. `type_first` says whether
    the type stands before the name ("rue de ..."). `weak_types` and `common` are types and names that are ordinary
    words too. A street after one of `toward` only gives a direction.
    """

    type_first: bool
    types: dict[str, list[str]]
    weak_types: list[str] = []
    spellings: dict[str, list[str]] = {}
    directions: list[str] = []
    crossing: list[str]
    before: list[str]
    toward: list[str] = []
    number_marks: list[str] = []
    not_names: list[str] = []
    common: list[str] = []
    units: list[str] = []


class ActPhrases(_Part):
    """By what phrases an act is known: those that are the `whole` message, and those that stand `within` it."""

    whole: dict[Act, list[str]]
    within: dict[Act, list[str]]
    polite: list[str]
    language_fillers: list[str]


class NumberWords(_Part):
    """Words before a report's number, before the number of a choice, and the words for choices 1 to 9.

    After the `report_weak` ones a number must end its clause ("about 1024:"), for other numbers follow them too.
    """

    report: list[str]
    report_weak: list[str]
    choice: list[str]
    ordinals: dict[int, list[str]]


class MatterWords(_Part):
    """Words that begin another matter in the same message; `joiners` only join, and end none."""

    separators: list[str]
    openers: list[str]
    joiners: list[str] = []


class DangerPhrases(_Part):
    """The words of an emergency.

    `alone` count when they are the whole message, `sure` wherever they stand, `groups` two by two as `nlp/perils.py`
    pairs them; in all but `alone` `a/b` are alternatives and `(a/b)` may be missing. `spellings` are how a frightened
    thumb writes words of the groups. `masks` look like danger and are none. A hit does not count after a negation or a
    condition, nor beside a past time unless a word of now stands by, nor where words of `staged` tell of a show, a
    proposal or prices, nor in a question that holds one of `asked`.
    """

    alone: list[str]
    sure: list[str]
    groups: dict[str, list[str]]
    spellings: dict[str, list[str]] = {}
    masks: list[str]
    negations: list[str]
    past: list[str]
    staged: list[str] = []
    asked: list[str] = []
    now: list[str]
    conditional: list[str]

    @field_validator("groups")
    @classmethod
    def _are_known(cls, groups: dict[str, list[str]]) -> dict[str, list[str]]:
        if unknown := sorted(groups.keys() - GROUPS):
            raise ValueError(f"danger.groups: no peril is made of {', '.join(unknown)}")
        return groups


class TimeWords(_Part):
    """How times are told: patterns by kind, with slots for the words listed here.

    Slots: {day} one of `days` (Monday first), {unit}, {n} a number in digits or words, {part} of the day, {word}
    (its hours back from now), {clock}, {marked} (a clock time that must carry one of `clock_marks`).
    """

    days: list[list[str]] = Field(min_length=7, max_length=7)
    units: dict[Literal["minute", "hour", "day", "week", "month", "year"], list[str]]
    numbers: dict[int, list[str]]
    parts: list[str]
    words: dict[str, float]
    clock_marks: list[str]
    patterns: dict[TimeKind, list[str]]


class PersonalWords(_Part):
    """What stands before a name and before a plate, and what plates look like (regular expressions)."""

    names_after: list[str]
    plates_after: list[str]
    plate_shapes: list[str] = []


class AttributeWords(_Part):
    """What tells a service's attributes: lanes as they are called, units of length, words before a pole's number."""

    lanes: list[str]
    lengths: list[str]
    sizes: list[str]
    poles: list[str]


class Pack(_Part):
    """One language; `names` are what residents of any tongue call it.

    `severity` maps injured, blocked, child, wheelchair, night ... to the phrases that tell of it. `frequent` are the
    language's own small words, by which even a short text shows its language.
    """

    code: str
    names: list[str]
    streets: StreetWords
    acts: ActPhrases
    numbers: NumberWords
    matters: MatterWords
    danger: DangerPhrases
    times: TimeWords | None = None
    personal: PersonalWords | None = None
    attributes: AttributeWords | None = None
    severity: dict[str, list[str]] = {}
    frequent: list[str] = []


def load(code: str, folder: Path = PACKS) -> Pack:
    """The pack of a language by its ISO 639-1 code; raises FileNotFoundError when there is none."""
    return _read(folder / f"{code}.toml")


@cache
def _read(path: Path) -> Pack:
    return Pack.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))


def available(folder: Path = PACKS) -> list[str]:
    """The codes of all languages that have a pack."""
    return sorted(path.stem for path in folder.glob("*.toml"))
