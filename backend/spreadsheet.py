"""Tables for spreadsheets, in which nothing that people typed can be run."""

import csv
from collections.abc import Iterable, Mapping, Sequence
from typing import TextIO


def write(file: TextIO, columns: Sequence[str], rows: Iterable[Mapping[str, object]]) -> int:
    """Write rows as CSV (RFC 4180) with a heading; returns how many there were."""
    table = csv.DictWriter(file, columns)
    table.writeheader()
    count = 0
    for row in rows:
        table.writerow({name: _harmless(value) for name, value in row.items()})
        count += 1
    return count


def _harmless(value: object) -> object:
    # A spreadsheet would run what begins like a formula.
    return f"'{value}" if isinstance(value, str) and value[:1] in ("=", "+", "-", "@", "\t", "\r") else value
