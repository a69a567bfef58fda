"""Reading the action log: for people a line an act, for programs JSON or a table."""

import json
from collections.abc import Iterator
from typing import TextIO

from sqlmodel import Session, col, select

from backend import spreadsheet
from storage.people import ActionLog, Staff

COLUMNS = ("id", "at", "staff_id", "name", "action", "subject", "reason", "details")
"""The columns of an exported log."""
_BATCH = 1000

Entry = dict[str, str | int | dict[str, object] | None]


def entries(session: Session) -> Iterator[Entry]:
    """Every act, oldest first; `at` is ISO 8601 in UTC, `staff_id` None for what was done on the machine itself."""
    rows = select(ActionLog, Staff.name).outerjoin(Staff, col(Staff.id) == col(ActionLog.staff_id))
    for row, name in session.exec(rows.order_by(col(ActionLog.id)).execution_options(yield_per=_BATCH)):
        yield {**row.model_dump(exclude={"at"}), "at": row.at.isoformat(), "name": name}


def line(entry: Entry) -> str:
    """An act as a person reads it."""
    told = [str(entry[key] or "-") for key in ("at", "name", "action", "subject")]
    return "  ".join([*told, *([str(entry["reason"])] if entry["reason"] else [])])


def write_csv(session: Session, file: TextIO) -> int:
    """Write the log as a table with a heading; returns how many acts it holds."""
    return spreadsheet.write(file, COLUMNS, (_flat(entry) for entry in entries(session)))


def _flat(entry: Entry) -> Entry:
    return entry | {"details": json.dumps(entry["details"], ensure_ascii=False)}
