"""Alembic's entry: runs the migrations on the connection that it is handed."""

from alembic import context

from storage.tables import metadata
from storage.wordindex import PREFIX


def _is_ours(_object: object, name: str | None, _type: str, _reflected: bool, _other: object) -> bool:
    # The index of words is each database's own, and no model can describe it.
    return not (name or "").startswith(PREFIX)


def run() -> None:
    """Run the pending migrations."""
    connection = context.config.attributes["connection"]
    context.configure(
        connection=connection,
        target_metadata=metadata,
        render_as_batch=connection.dialect.name == "sqlite",
        compare_type=True,
        include_object=_is_ours,
    )
    with context.begin_transaction():
        context.run_migrations()


run()
