"""What a measurement says: figures with the goal beside them, tables, and remarks."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from nlp.reader import Reader


@dataclass(frozen=True)
class Figure:
    """A number with what it was measured on; `goal` is the least (the most, where `is_most`), None for a peer's."""

    name: str
    value: float
    on: str
    goal: float | None = None
    is_most: bool = False

    @property
    def is_reached(self) -> bool | None:
        """Whether the goal is reached, None when there is none."""
        if self.goal is None:
            return None
        return self.value <= self.goal if self.is_most else self.value >= self.goal


@dataclass
class Result:
    """A part of the evaluation; `absent` names data that is not there."""

    title: str
    figures: list[Figure] = field(default_factory=list)
    tables: dict[str, list[str]] = field(default_factory=dict)
    remarks: list[str] = field(default_factory=list)
    absent: list[str] = field(default_factory=list)

    def add(self, name: str, value: float, on: str, goal: float | None = None, *, is_most: bool = False) -> None:
        """Add a figure, rounded to 4 digits."""
        self.figures.append(Figure(name, round(float(value), 4), on, goal, is_most))

    def as_text(self) -> str:
        """For people: a line a figure, then tables and remarks."""
        lines = [self.title, "=" * len(self.title)]
        for one in self.figures:
            mark = {True: "reached", False: "NOT REACHED", None: ""}[one.is_reached]
            goal = "" if one.goal is None else f"{'≤' if one.is_most else '≥'} {one.goal}"
            lines.append(f"{one.name:<44} {one.value:>8} {goal:>9}  {mark:<12} {one.on}".rstrip())
        for name, rows in self.tables.items():
            lines += ["", f"{name}:", *(f"  {row}" for row in rows)]
        lines += [f"absent: {name}" for name in self.absent] + self.remarks
        return "\n".join(lines)

    def as_dict(self) -> dict[str, Any]:
        """For programs."""
        figures = [{**one.__dict__, "reached": one.is_reached} for one in self.figures]
        return {
            "title": self.title, "figures": figures, "tables": self.tables, "remarks": self.remarks,
            "absent": self.absent,
        }  # fmt: skip


@dataclass
class Bench:
    """Where the data lies and whom to ask: `data` residents' texts, `tests` our own sentences.

    `build` makes the Reader that is measured, in the city's languages or in those that are named. `tickets` may be
    another city's labelled messages (text, label).
    """

    data: Path
    tests: Path
    build: Callable[[Sequence[str] | None], Reader]
    plot: Path | None = None
    tickets: Path | None = None

    @cached_property
    def reader(self) -> Reader:
        """The Reader, built once."""
        return self.build(None)

    @cached_property
    def lusophone(self) -> Reader:
        """A Reader of the same city in Portuguese, which came as a pack and which no city speaks yet."""
        return self.build(("pt", "en", "fr", "es"))

    def rows(self, path: str, result: Result) -> list[dict[str, Any]]:
        """The objects of a JSON-lines file of the data; none, and named as absent, when it is missing."""
        return self._read(self.data / path, path, result)

    def tests_of(self, name: str, result: Result) -> list[dict[str, Any]]:
        """The sentences of one of our own test sets."""
        return self._read(self.tests / name, name, result)

    @staticmethod
    def _read(path: Path, name: str, result: Result) -> list[dict[str, Any]]:
        if not path.is_file():
            result.absent.append(name)
            return []
        return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def confusion_rows(pairs: Sequence[tuple[str, str, int]], most: int = 15) -> list[str]:
    """The most frequent confusions, a line each."""
    return [f"{count:>4}  {target} taken for {guess}" for target, guess, count in pairs[:most]]
