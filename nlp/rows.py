"""Labelled messages in a file: past tickets and staff corrections, as CSV or as JSON lines."""

import csv
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

CORRECTION_WEIGHT = 5.0
"""How much a correction by staff weighs against a past ticket (measured: weight 1 learns half as fast)."""

LONGEST_FIELD = 1_000_000


class Row(NamedTuple):
    """A message, the label that a city gave it, and how much that weighs."""

    text: str
    label: str
    weight: float = 1.0


class FileInvalid(ValueError):
    """A file that cannot be learnt from, said in a sentence."""


def read(path: Path, *, text: str, label: str, weight: str | None = None) -> tuple[list[Row], int]:
    """The rows of a .csv or .jsonl file by the names of its columns, and how many were passed over.

    Rows without text or label are passed over. Raises FileInvalid for a file that can't be read or lacks a column.
    """
    try:
        raw = list(_csv(path) if path.suffix.lower() == ".csv" else _jsonl(path))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise FileInvalid(f"{path} can't be read: {error}") from error
    known = {name for one in raw for name in one}
    for column in (text, label, *([weight] if weight else [])):
        if column not in known:
            raise FileInvalid(f"{path} has no column {column!r}; it has {', '.join(sorted(map(str, known))) or 'none'}")
    rows = [row for one in raw if (row := _row(one, text, label, weight))]
    return rows, len(raw) - len(rows)


def _csv(path: Path) -> Iterator[Mapping[str, Any]]:
    csv.field_size_limit(LONGEST_FIELD)
    with path.open(encoding="utf-8-sig", newline="") as lines:
        yield from csv.DictReader(lines)


def _jsonl(path: Path) -> Iterator[Mapping[str, Any]]:
    with path.open(encoding="utf-8-sig") as lines:
        for number, line in enumerate(lines, start=1):
            if not line.strip():
                continue
            try:
                one = json.loads(line)
            except (ValueError, RecursionError) as error:
                raise FileInvalid(f"{path}, line {number}: not JSON: {error}") from error
            if not isinstance(one, dict):
                raise FileInvalid(f"{path}, line {number}: not an object")
            yield one


def _row(one: Mapping[str, Any], text: str, label: str, weight: str | None) -> Row | None:
    words, named = one.get(text), one.get(label)
    if not isinstance(words, str) or not words.strip() or named is None or not str(named).strip():
        return None
    return Row(words, str(named).strip(), _weight(one.get(weight)) if weight else 1.0)


def _weight(value: Any) -> float:
    try:
        weight = float(value)
    except (TypeError, ValueError):
        return 1.0
    return weight if 0 < weight < 1000 else 1.0
