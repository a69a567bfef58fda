"""A vote and its parts by the names that one types, and its alarms in words."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from types import MappingProxyType
from typing import Annotated, Any

import typer
from sqlmodel import Session

from backend.errors import NoSuchVote
from backend.votes import votealarms, votes
from bot.commands import store
from bot.commands.saying import fail
from bot.topics.votes import voteclose
from bot.wallclock import now
from storage.votealarms import AlarmKind
from storage.votes import Budget, Heading

Slug = Annotated[str, typer.Argument(help="The vote's short name.")]

_ALARMS = MappingProxyType(
    {
        AlarmKind.BURST: "{count} ballots in a night hour, {against} in a usual one",
        AlarmKind.SAME: "{count} ballots or more with the same list, at least {against}% of what came together",
        AlarmKind.CODES: "{count} wrong codes in an hour, {against} senders barred then",
    }
)


@contextmanager
def up_to_date() -> Iterator[Session]:
    """A transaction on the database that the settings name, every vote where its dates say by now."""
    with store.database() as database:
        voteclose.catch_up(database, now())
        with database.transaction() as session:
            yield session


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
