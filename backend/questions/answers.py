"""Written answers: what the city says to common questions, in its own words, with source and date.

They stand in `answers/*.toml` of a city folder, and beside them what is asked just as often and nothing is written on
(`[[unanswered]]`); the drafts that staff write go to `answers/drafts/` for review and are quoted to nobody before
somebody moves them.
"""

import tomllib
from collections.abc import Collection, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

FOLDER = "answers"
DRAFTS = "drafts"


class Subject(BaseModel):
    """What people ask the city: `question` is the plainest way to ask for it, `also` are other ways, by language."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    code: str = Field(pattern="^[a-z0-9_]{1,40}$")
    question: dict[str, str]
    also: dict[str, list[str]] = {}

    def phrasings(self) -> Iterator[tuple[str, str]]:
        """Every way to ask that is written down, with its language."""
        yield from self.question.items()
        for language, ways in self.also.items():
            yield from ((language, way) for way in ways)


class Answer(Subject):
    """One answer in the city's languages.

    `date` is the day of which the text is known to be true, `source` where it stands.
    """

    source: str = Field(min_length=4)
    date: date
    text: dict[str, str]


class Unanswered(Subject):
    """What is asked near the written answers and none of them answers, so that none is quoted to whoever asks it.

    `department` knows the answer; none named: the office that answers for everything.
    """

    department: str = ""


_TABLES: dict[str, type[Subject]] = {"answers": Answer, "unanswered": Unanswered}


def load(folder: Path) -> list[Subject]:
    """What people ask the city of a folder, in the order of the files; raises ValueError with the first fault."""
    found: list[Subject] = []
    for path in sorted((folder / FOLDER).glob("*.toml")):
        found += [_subject(path, table, raw) for table, raws in _raw(path).items() for raw in raws]
    return found


def _raw(path: Path) -> dict[str, list[dict[str, Any]]]:
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ValueError(f"{FOLDER}/{path.name} can't be read: {error}") from error
    if tables.keys() - _TABLES:
        raise ValueError(f"{FOLDER}/{path.name}: only [[answers]] and [[unanswered]] belong in this file")
    return tables


def _subject(path: Path, table: str, raw: dict[str, Any]) -> Subject:
    try:
        return _TABLES[table].model_validate(raw)
    except ValidationError as error:
        fault = error.errors()[0]
        where = ".".join(str(part) for part in fault["loc"])
        raise ValueError(f"{FOLDER}/{path.name}: {raw.get('code', '?')}: {where}: {fault['msg']}") from error


def faults(folder: Path, languages: Collection[str], departments: Collection[str]) -> Iterator[str]:
    """What is wrong with the answers of a city folder, a plain sentence a fault."""
    try:
        found = load(folder)
    except ValueError as error:
        yield str(error)
        return
    codes = [subject.code for subject in found]
    for code in dict.fromkeys(code for code in codes if codes.count(code) > 1):
        yield f"{FOLDER}: {code!r} stands {codes.count(code)} times"
    for subject in found:
        yield from _faults(subject, languages, departments)


def _faults(subject: Subject, languages: Collection[str], departments: Collection[str]) -> Iterator[str]:
    texts = {"question": subject.question}
    if isinstance(subject, Answer):
        texts["text"] = subject.text
    elif isinstance(subject, Unanswered) and subject.department and subject.department not in departments:
        yield f"{FOLDER}: {subject.code!r} names the department {subject.department!r}, which is none"
    for what, by_language in texts.items():
        missing = [language for language in languages if not by_language.get(language, "").strip()]
        yield from (f"{FOLDER}: {subject.code!r} has no {what} in {language!r}" for language in missing)
