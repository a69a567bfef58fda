"""Published elections recounted: whether the rule that a file names gives the winners that were announced."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from backend.tally import counting, pabulib
from backend.tally.pabulib import FileInvalid
from backend.tally.rule import RuleInvalid

Decisions = Mapping[str, Mapping[str, str]]
"""For a file the projects to take out before the count, each with the reason: decisions that a file can't hold."""


@dataclass(frozen=True, slots=True)
class Checked:
    """One file's recount."""

    file: str
    verdict: str
    """exact; exact-with-decision; different; no-official-result; not-reproducible."""
    rule: str = ""
    why: str = ""
    missing: tuple[str, ...] = ()
    """Official winners that the count does not give."""
    extra: tuple[str, ...] = ()

    def as_dict(self) -> dict[str, Any]:
        """For JSON."""
        told: dict[str, Any] = {"file": self.file, "verdict": self.verdict, "rule": self.rule, "why": self.why}
        told |= {"missing": list(self.missing), "extra": list(self.extra)}
        return {key: value for key, value in told.items() if value}


def check(folder: Path, decisions: Decisions) -> Iterator[Checked]:
    """Recount every .pb file of a folder, in the order of their names."""
    for path in sorted(folder.glob("*.pb")):
        yield check_file(path, decisions.get(path.name, {}))


def check_file(path: Path, out: Mapping[str, str]) -> Checked:
    """Recount one file; a file that can't be read is `different`, and says why."""
    try:
        election = pabulib.read(path).without(out)
    except FileInvalid as error:
        return Checked(path.name, "different", why=str(error))
    official, topped_up = election.official(), election.official(2)
    if official is None or topped_up is None:
        return Checked(path.name, "no-official-result")
    try:
        outcome = counting.count(election, counting.named(election))
    except RuleInvalid as error:
        return Checked(path.name, "not-reproducible", why=str(error))
    announced, counted = {*official, *topped_up}, {*outcome.winners, *outcome.topped_up}
    exact = announced == counted and set(topped_up) == set(outcome.topped_up)
    verdict = ("exact-with-decision" if out else "exact") if exact else "different"
    why = "; ".join(f"{project} out: {reason}" for project, reason in out.items())
    missing, extra = tuple(sorted(announced - counted)), tuple(sorted(counted - announced))
    return Checked(path.name, verdict, str(outcome.rule), why, missing, extra)


def read_decisions(path: Path) -> Decisions:
    """Decisions from JSON: {"file.pb": {"project": "reason"}}; raises FileInvalid."""
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise FileInvalid(f"{path}: {error}") from error
    if not isinstance(told, dict) or not all(isinstance(one, dict) for one in told.values()):
        raise FileInvalid(f'{path}: must be like {{"file.pb": {{"project": "reason"}}}}')
    return told
