"""Among: whether an id is one of many, in a statement that stays the same however many they are.

With a parameter for each id, writing the statement took longer than answering it (measured on five hundred).
"""

import json
from collections.abc import Collection
from typing import Any

from sqlalchemy import BigInteger, Boolean, ColumnElement, Dialect, Text, TypeDecorator, bindparam
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement
from sqlalchemy.types import TypeEngine


class _Ids(TypeDecorator[list[int]]):
    """Ids as one parameter: an array for PostgreSQL, a JSON array for SQLite."""

    impl = Text
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """See `TypeDecorator`."""
        return dialect.type_descriptor(ARRAY(BigInteger()) if dialect.name == "postgresql" else Text())

    def process_bind_param(self, value: list[int] | None, dialect: Dialect) -> Any:
        """See `TypeDecorator`."""
        return value if dialect.name == "postgresql" else json.dumps(value)


class _Among(FunctionElement[bool]):
    type = Boolean()
    inherit_cache = True

    def self_group(self, against: object = None) -> "_Among":  # noqa: ARG002  # SQLAlchemy's signature
        # Left to itself SQLAlchemy writes "IN (...) = 1" for SQLite, which then reads the whole table (measured).
        return self


@compiles(_Among, "postgresql")
def _in_array(element: _Among, compiler: SQLCompiler, **options: Any) -> str:
    column, ids = (compiler.process(part, **options) for part in element.clauses)
    return f"{column} = ANY ({ids})"


@compiles(_Among, "sqlite")
def _in_json(element: _Among, compiler: SQLCompiler, **options: Any) -> str:
    column, ids = (compiler.process(part, **options) for part in element.clauses)
    return f"{column} IN (SELECT value FROM json_each({ids}))"  # noqa: S608 - both are parts of the statement already written


def among(column: Any, ids: Collection[int]) -> ColumnElement[bool]:
    """The condition that a column holds one of these ids."""
    return _Among(column, bindparam(None, list(ids), _Ids()))
