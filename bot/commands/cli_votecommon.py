"""What the commands of votes have in common: a session, a vote by its name, an answer in words or as JSON."""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Annotated, Any, NoReturn

import typer
from sqlmodel import Session

from backend.errors import NoSuchVote
from backend.votes import votes
from bot.settings import Settings
from storage.database import Database
from storage.votes import Budget, Heading

AsJson = Annotated[bool, typer.Option("--json", help="One JSON object, for programs.")]
Slug = Annotated[str, typer.Argument(help="The vote's short name.")]


def found(session: Session, slug: str) -> Budget:
    """A vote by its name, or the end of the command."""
    try:
        return votes.find(session, slug)
    except NoSuchVote:
        fail(f"there is no vote {slug}")


def part(session: Session, slug: str, code: str) -> Heading:
    """A part of a vote, or the end of the command."""
    headings = votes.headings_of(session, found(session, slug))
    known = next((heading for heading in headings if heading.code == code), None)
    if known is None:
        fail(f"{slug} has no part {code}; it has {', '.join(heading.code for heading in headings)}")
    return known


@contextmanager
def session_() -> Iterator[Session]:
    """A transaction on the database that the environment names."""
    settings = Settings()
    database = Database(settings.database, durable=settings.durable)
    try:
        database.migrate()
        with database.transaction() as session:
            yield session
    finally:
        database.close()


def now() -> datetime:
    """The wall clock."""
    return datetime.now(UTC)


def say(fields: dict[str, Any], words: str, *, as_json: bool) -> None:
    """Print an answer."""
    print(json.dumps(fields, ensure_ascii=False) if as_json else words)


def fail(why: str) -> NoReturn:
    """Say why nothing was done, and end."""
    print(why, file=sys.stderr)
    raise typer.Exit(2)
