"""The database that the settings name."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlmodel import Session

from bot.commands import opening
from storage.database import Database


@contextmanager
def database() -> Iterator[Database]:
    """It, brought up to date."""
    named = opening.settings()
    opened = Database(named.database, durable=named.durable)
    try:
        opened.migrate()
        yield opened
    finally:
        opened.close()


@contextmanager
def session() -> Iterator[Session]:
    """A transaction on it."""
    with database() as opened, opened.transaction() as begun:
        yield begun
