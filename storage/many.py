"""Many: rows of one table written at once."""

from collections.abc import Mapping, Sequence
from typing import Any

from pydantic_core import to_json
from sqlalchemy import JSON, ColumnElement, Text, bindparam, cast, func, insert, literal_column, select
from sqlmodel import Session, SQLModel


def write(session: Session, table: type[SQLModel], rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert rows, each a mapping of the same columns to values; nothing for no rows.

    PostgreSQL gets them as one document: of what a row costs when each is an execution of its own, half is the driver's
    and the wire's (measured). SQLite is called directly and knows no such cost.
    """
    if not rows:
        return
    connection = session.connection()
    if connection.dialect.name != "postgresql":
        connection.execute(insert(table), rows)
        return
    names = list(rows[0])
    shape: ColumnElement[object] = literal_column(f"NULL::{table.__tablename__}")
    document = func.json_populate_recordset(shape, cast(bindparam("rows", type_=Text()), JSON))
    read = document.table_valued(*names)
    statement = insert(table).from_select(names, select(*(read.c[name] for name in names)), include_defaults=False)
    connection.execute(statement, {"rows": to_json(list(rows)).decode()})
