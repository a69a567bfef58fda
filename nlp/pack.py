"""A language pack: all that understanding needs to know of one language, as data."""

import tomllib
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from nlp.reading import Act

PACKS = Path(__file__).parent / "packs"


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class StreetWords(_Part):
    """How streets are written in a language.

    `types` and `spellings` map the form that is compared to the others that people write. `type_first` says whether
    the type stands before the name ("rue de ..."). `weak_types` and `common` are types and names that are ordinary
    words too.
    """

    type_first: bool
    types: dict[str, list[str]]
    weak_types: list[str] = []
    spellings: dict[str, list[str]] = {}
    directions: list[str] = []
    crossing: list[str]
    before: list[str]
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
    """Words that begin another matter in the same message."""

    separators: list[str]
    openers: list[str]


class DangerPhrases(_Part):
    """The words of an emergency.

    `alone` count when they are the whole message, `sure` wherever they stand, `together` (groups of alternatives,
    a|b) when one of each stands near the other. `masks` look like danger and are none. A hit does not count after a
    negation or a condition, nor beside a past time unless a word of now stands by.
    """

    alone: list[str]
    sure: list[str]
    together: list[list[str]]
    masks: list[str]
    negations: list[str]
    past: list[str]
    now: list[str]
    conditional: list[str]


class Pack(_Part):
    """One language; `names` are what residents of any tongue call it."""

    code: str
    names: list[str]
    streets: StreetWords
    acts: ActPhrases
    numbers: NumberWords
    matters: MatterWords
    danger: DangerPhrases


def load(code: str, folder: Path = PACKS) -> Pack:
    """The pack of a language by its ISO 639-1 code; raises FileNotFoundError when there is none."""
    return Pack.model_validate(tomllib.loads((folder / f"{code}.toml").read_text(encoding="utf-8")))


def available(folder: Path = PACKS) -> list[str]:
    """The codes of all languages that have a pack."""
    return sorted(path.stem for path in folder.glob("*.toml"))
