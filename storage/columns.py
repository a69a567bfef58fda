"""How values that the database does not know are kept in columns."""

from enum import StrEnum

from sqlalchemy import JSON, Enum, Index, text

document = JSON()
"""A JSON document; assign a new value to change it, changes in place are not seen."""


def stored(values: type[StrEnum]) -> Enum:
    """A text column for an enumeration, kept by value and refusing what is not a member."""
    return Enum(
        values,
        values_callable=lambda members: [member.value for member in members],
        native_enum=False,
        create_constraint=False,
        validate_strings=True,
        length=40,
    )


def partial(name: str, *columns: str, where: str) -> Index:
    """An index over the rows of interest only: the few that wait among the many that are done."""
    return Index(name, *columns, sqlite_where=text(where), postgresql_where=text(where))
