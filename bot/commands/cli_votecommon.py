"""What the commands of votes have in common: a session, a vote by its name, an answer in words or as JSON."""

import json
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from types import MappingProxyType
from typing import Annotated, Any, NoReturn

import typer
from sqlmodel import Session

from backend.errors import NoSuchVote
from backend.votes import votealarms, votes
from bot.settings import Settings
from storage.database import Database
from storage.votealarms import AlarmKind
from storage.votes import Budget, Heading

AsJson = Annotated[bool, typer.Option("--json", help="One JSON object, for programs.")]
Slug = Annotated[str, typer.Argument(help="The vote's short name.")]

_ALARMS = MappingProxyType(
    {
        AlarmKind.BURST: "{count} ballots in a night hour, {against} in a usual one",
        AlarmKind.SAME: "{count} ballots or more with the same list, at least {against}% of what came together",
        AlarmKind.CODES: "{count} wrong codes in an hour, {against} senders barred then",
    }
)


def found(session: Session, slug: str) -> Budget:
    """A vote by its name, or the end of the command."""
    try:
        return votes.find(session, slug)
    except NoSuchVote:
        fail(f"there is no vote {slug}")


def part(session: Session, slug: str, code: str) -> Heading:
    """A part of a vote, or the end of the command."""
    budget = found(session, slug)
    try:
        return votes.part(session, budget, code)
    except NoSuchVote:
        known = ", ".join(heading.code for heading in votes.headings_of(session, budget))
        fail(f"{slug} has no part {code}; it has {known}")


def alarms_of(session: Session, budget: Budget) -> list[dict[str, Any]]:
    """A vote's alarms, the newest first; what `count` and `against` are stands with `VoteAlarm`."""
    fields = {"kind", "hour", "count", "against"}
    return [one.model_dump(mode="json", include=fields) for one in votealarms.of(session, budget)]


def alarm_lines(alarms: Sequence[dict[str, Any]]) -> list[str]:
    """The same, a line each."""
    return [f"  alarm, {one['hour']}: {_ALARMS[AlarmKind(one['kind'])].format_map(one)}" for one in alarms]


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
