"""Reading a city folder: into a City, or into a list of everything that is wrong with it."""

import tomllib
from collections.abc import Collection
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from backend.city import participation, replies
from backend.city.bodycheck import faults_of_bodies
from backend.city.calendarcheck import faults_of_calendar
from backend.city.city import City
from backend.city.citycheck import faults_of_places, faults_of_references, faults_of_texts
from backend.city.participationcheck import faults_of_participation
from backend.city.replycheck import faults_of_replies
from backend.errors import CityFolderInvalid
from backend.questions import answers


def load(folder: Path, kinds: Collection[str] | None = None) -> City:
    """Read and check a city folder; raises CityFolderInvalid with every fault found, in plain words.

    `kinds` are the members of `nlp.kinds.Kind` that a service may name; without them kinds are not checked.
    """
    faults: list[str] = []
    raw = _read(folder, "city.toml", faults) | _read(folder, "services.toml", faults) | replies.read(folder, faults)
    raw |= participation.read(folder, faults)
    city = None if faults else _validated(folder, raw, faults)
    if city is not None:
        faults += [*faults_of_references(city, kinds), *faults_of_texts(city)]
        faults += [*faults_of_calendar(city), *faults_of_replies(city), *faults_of_bodies(city, folder)]
        departments = [department.code for department in city.departments]
        faults += [*faults_of_participation(city, kinds), *answers.faults(folder, city.languages, departments)]
    faults += faults_of_places(folder)
    if city is None or faults:
        raise CityFolderInvalid(folder, faults)
    return city


def check(folder: Path, kinds: Collection[str]) -> list[str]:
    """All that is wrong with a city folder, a plain sentence a fault; empty when it is good."""
    try:
        load(folder, kinds)
    except CityFolderInvalid as error:
        return error.faults
    return []


def _read(folder: Path, name: str, faults: list[str]) -> dict[str, Any]:
    try:
        raw = tomllib.loads((folder / name).read_text(encoding="utf-8"))
    except FileNotFoundError:
        faults.append(f"{name} is missing")
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        faults.append(f"{name} can't be read: {error}")
    else:
        # The two files become one model: a key in the wrong file would silently win over the right one.
        strays = (raw.keys() - {"services"}) if name == "services.toml" else (raw.keys() & {"services"})
        faults.extend(f"{name}: {key!r} does not belong in this file" for key in sorted(strays))
        return raw
    return {}


def _validated(folder: Path, raw: dict[str, Any], faults: list[str]) -> City | None:
    try:
        return City.model_validate({**raw, "folder": folder})
    except ValidationError as error:
        faults.extend(_plain(fault["loc"], fault["type"], fault["msg"], raw) for fault in error.errors())
        return None


def _plain(location: tuple[int | str, ...], problem: str, message: str, raw: Any) -> str:
    """One of pydantic's errors as a sentence that names the file and the part by its code."""
    words: list[str] = []
    for step in location:
        try:
            raw = raw[step]
        except (KeyError, IndexError, TypeError):
            raw = None
        named = isinstance(step, int) and isinstance(raw, dict) and raw.get("code", raw.get("number"))
        words.append(repr(named) if named else str(step + 1) if isinstance(step, int) else step)
    said = {"missing": "is missing", "extra_forbidden": "is not a known key"}.get(problem, f"is wrong: {message}")
    file = location[0] if location[:1] in (("services",), ("replies",), ("participation",)) else "city"
    return f"{file}.toml: {' '.join(words)} {said}"
