"""One of many ids: found as with a list of them, by the index, on both databases."""

import pytest
from sqlalchemy import text
from sqlmodel import col, select

from storage.among import among
from storage.contacts import Contact
from storage.database import Database
from tests.conftest import START


@pytest.mark.parametrize("ids", [[], [2], [1, 3], [3, 3, 99]])
def test_rows_of_these_ids(database: Database, ids: list[int]) -> None:
    """Those that are there, whatever else is asked for, and those that are not when that is asked."""
    with database.transaction() as session:
        session.add_all(Contact(name=f"R{number}", language="en", created_at=START) for number in (1, 2, 3))
        session.flush()
        known = select(Contact.id).where(among(Contact.id, ids), Contact.language == "en").order_by(col(Contact.id))
        others = select(Contact.id).where(~among(Contact.id, ids)).order_by(col(Contact.id))
        assert session.exec(known).all() == sorted({*ids} & {1, 2, 3})
        assert session.exec(others).all() == sorted({1, 2, 3} - {*ids})


def test_sqlite_looks_them_up(sqlite: Database) -> None:
    """The whole table is not read: "IN (...) = 1" would have it so."""
    statement = select(Contact.id).where(among(Contact.id, [1, 2]))
    written = str(statement.compile(sqlite.engine))
    with sqlite.transaction() as session:
        plan = session.connection().execute(text(f"EXPLAIN QUERY PLAN {written.replace('?', ':ids')}"), {"ids": "[1]"})
        steps = [row[3] for row in plan]
    assert any(step.startswith("SEARCH contact") for step in steps), steps
