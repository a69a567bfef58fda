"""Models and migrations agree, and migrations can be undone."""

from alembic import command
from sqlalchemy import inspect

from storage.database import Database, alembic_config


def test_migrations_lead_to_the_models(database: Database) -> None:
    """After all migrations Alembic finds nothing left to do."""
    with database.engine.connect() as connection:
        command.check(alembic_config(connection))


def test_migrations_can_be_undone(database: Database) -> None:
    """Going back to the beginning leaves nothing but Alembic's own table."""
    with database.engine.connect() as connection:
        command.downgrade(alembic_config(connection), "base")
        connection.commit()
        assert inspect(connection).get_table_names() == ["alembic_version"]


def test_migrating_twice_changes_nothing(database: Database) -> None:
    """A second start finds everything in place."""
    database.migrate()
    with database.engine.connect() as connection:
        command.check(alembic_config(connection))
