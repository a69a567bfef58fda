"""One database: SQLite in a file when nothing is configured, PostgreSQL by its URL."""

import threading
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path

from alembic import command
from alembic.config import Config
from pydantic_core import to_json
from sqlalchemy import Connection, Engine, create_engine, event, make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import ConnectionPoolEntry
from sqlmodel import Session

_MIGRATIONS = Path(__file__).parent / "migrations"


class Database:
    """Sessions on one database; every `transaction` is a unit of work, all or nothing."""

    def __init__(self, url: str, *, durable: bool = True, pool_size: int = 10) -> None:
        self.url = make_url(url)
        self.is_sqlite = self.url.get_backend_name() == "sqlite"
        self.engine = self._sqlite(durable) if self.is_sqlite else self._postgres(pool_size)
        # SQLite lets one write at a time, and those who wait for it sleep longer and longer; who waits here is woken.
        self._in_turn: AbstractContextManager[object] = threading.RLock() if self.is_sqlite else nullcontext()

    def _postgres(self, pool_size: int) -> Engine:
        url = self.url.set(drivername="postgresql+psycopg")
        return create_engine(url, json_serializer=_json, pool_size=pool_size, max_overflow=0, pool_pre_ping=True)

    def _sqlite(self, durable: bool) -> Engine:
        if self.url.database:
            Path(self.url.database).parent.mkdir(parents=True, exist_ok=True)
        arguments = {"timeout": 30, "check_same_thread": False}
        engine = create_engine(self.url, json_serializer=_json, connect_args=arguments)
        pragmas = ("journal_mode=WAL", f"synchronous={'FULL' if durable else 'NORMAL'}", "foreign_keys=ON")

        @event.listens_for(engine, "connect")
        def prepare(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
            connection.isolation_level = None  # we begin, not the driver
            for pragma in pragmas:
                connection.cursor().execute(f"PRAGMA {pragma}")

        @event.listens_for(engine, "begin")
        def begin(connection: Connection) -> None:
            # The default begins at the first write and silently loses what was read before it.
            connection.exec_driver_sql("BEGIN IMMEDIATE")

        return engine

    @contextmanager
    def transaction(self) -> Iterator[Session]:
        """A session that commits at the end of the block, or rolls all of it back."""
        with self._in_turn, Session(self.engine, expire_on_commit=False) as session, session.begin():
            yield session

    def migrate(self) -> None:
        """Bring the tables to the newest version."""
        with self.engine.connect() as connection:
            command.upgrade(alembic_config(connection), "head")
            connection.commit()

    def close(self) -> None:
        """Give all connections back."""
        self.engine.dispose()


def _json(value: object) -> str:
    """A document as a column keeps it, by pydantic's writer: several times as fast as the standard library's."""
    return to_json(value).decode()


def alembic_config(connection: Connection) -> Config:
    """Alembic's settings for an open connection; there is no alembic.ini, the URL is never written down."""
    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS))
    config.attributes["connection"] = connection
    return config
