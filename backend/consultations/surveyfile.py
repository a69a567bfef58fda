"""Surveys as files: TOML that somebody writes beside their desk."""

import tomllib
from pathlib import Path

from pydantic import ValidationError

from backend.consultations.survey import Survey
from backend.errors import AgoraError


class SurveyInvalid(AgoraError):
    """A file is no survey; `faults` says why, a plain sentence each."""

    def __init__(self, faults: list[str]) -> None:
        super().__init__("; ".join(faults))
        self.faults = faults


def load(path: Path) -> Survey:
    """Read a survey from a TOML file; raises SurveyInvalid."""
    try:
        return Survey.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SurveyInvalid([f"{path.name}: {error}"]) from None
    except ValidationError as error:
        raise SurveyInvalid([_sentence(one["loc"], one["msg"]) for one in error.errors()]) from None


def _sentence(where: tuple[int | str, ...], what: str) -> str:
    place = ".".join(str(part + 1) if isinstance(part, int) else part for part in where)
    return f"{place}: {what.removeprefix('Value error, ')}" if place else what.removeprefix("Value error, ")
