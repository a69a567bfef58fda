"""Written answers: what the city says to common questions, in its own words, with source and date.

They stand in `answers/*.toml` of a city folder; the drafts that staff write go to `answers/drafts/` for review and are
quoted to nobody before somebody moves them.
"""

import tomllib
from collections.abc import Collection, Iterator
from datetime import date
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

FOLDER = "answers"
DRAFTS = "drafts"


class Answer(BaseModel):
    """One answer in the city's languages; `question` is the plainest way to ask for it, `also` are other ways.

    `date` is the day of which the text is known to be true, `source` where it stands.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    code: str = Field(pattern="^[a-z0-9_]{1,40}$")
    source: str = Field(min_length=4)
    date: date
    question: dict[str, str]
    also: dict[str, list[str]] = {}
    text: dict[str, str]

    def phrasings(self) -> Iterator[tuple[str, str]]:
        """Every way to ask that is written down, with its language."""
        yield from self.question.items()
        for language, ways in self.also.items():
            yield from ((language, way) for way in ways)


def load(folder: Path) -> list[Answer]:
    """The answers of a city folder, in the order of the files; raises ValueError with the first fault."""
    found: list[Answer] = []
    for path, raw in _raw(folder):
        try:
            found.append(Answer.model_validate(raw))
        except ValidationError as error:
            fault = error.errors()[0]
            where = ".".join(str(part) for part in fault["loc"])
            raise ValueError(f"{FOLDER}/{path.name}: {raw.get('code', '?')}: {where}: {fault['msg']}") from error
    return found


def _raw(folder: Path) -> Iterator[tuple[Path, dict[str, object]]]:
    for path in sorted((folder / FOLDER).glob("*.toml")):
        try:
            table = tomllib.loads(path.read_text(encoding="utf-8"))
        except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            raise ValueError(f"{FOLDER}/{path.name} can't be read: {error}") from error
        if table.keys() - {"answers"}:
            raise ValueError(f"{FOLDER}/{path.name}: only [[answers]] belong in this file")
        for raw in table.get("answers", []):
            yield path, raw


def faults(folder: Path, languages: Collection[str]) -> Iterator[str]:
    """What is wrong with the answers of a city folder, a plain sentence a fault."""
    try:
        found = load(folder)
    except ValueError as error:
        yield str(error)
        return
    codes = [answer.code for answer in found]
    for code in dict.fromkeys(code for code in codes if codes.count(code) > 1):
        yield f"{FOLDER}: the answer {code!r} stands {codes.count(code)} times"
    for answer in found:
        for language in languages:
            for what, texts in (("question", answer.question), ("text", answer.text)):
                if not texts.get(language, "").strip():
                    yield f"{FOLDER}: answer {answer.code!r} has no {what} in {language!r}"
