"""Alembic's entry: runs the migrations on the connection that it is handed."""

from alembic import context

from storage.tables import metadata


def run() -> None:
    """Run the pending migrations."""
    connection = context.config.attributes["connection"]
    context.configure(
        connection=connection,
        target_metadata=metadata,
        render_as_batch=connection.dialect.name == "sqlite",
        compare_type=True,
    )
    with context.begin_transaction():
        context.run_migrations()


run()
