"""`agora groups`: who votes alike, and what all share."""

import csv
from pathlib import Path
from typing import Annotated, Any

import typer

from backend.opinions.agreement import SMALLEST, Heard, Statement, agreement
from backend.opinions.ballots import OpinionsInvalid, read
from backend.opinions.groups import SEED
from backend.opinions.groups import groups as find
from bot.commands.saying import AsJson, say, say_json

app = typer.Typer()

SHOWN = 5
"""Statements a list in the terminal."""


@app.command()
def groups(
    file: Annotated[Path, typer.Argument(help="Polis' participants-votes.csv.")],
    comments: Annotated[Path | None, typer.Option(help="Polis' comments.csv: rejected ones are left out.")] = None,
    seed: Annotated[int, typer.Option(help="The same seed gives the same groups.")] = SEED,
    as_json: AsJson = False,
) -> None:
    """Find groups of opinion: who agrees with whom, what each group holds, what all share.

    Example: agora groups participants-votes.csv --comments comments.csv --json
    """
    try:
        with file.open(encoding="utf-8", newline="") as lines:
            opinions = read(lines)
        opinions = opinions.without(_rejected(comments)) if comments else opinions
    except (OSError, UnicodeDecodeError, OpinionsInvalid) as error:
        typer.echo(f"{file}: {error}", err=True)
        raise typer.Exit(1) from None
    found = find(opinions, seed=seed)
    statements = agreement(opinions, found)
    if as_json:
        fields = {
            "groups": dict(zip(opinions.people, found, strict=True)),
            "k": _count(found),
            "statements": [_fields(statement) for statement in statements],
        }
        say_json(fields)
    else:
        _show(found, statements)


def _rejected(comments: Path) -> set[str]:
    with comments.open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(lines)
        if not {"comment-id", "moderated"} <= {*(rows.fieldnames or ())}:
            raise OpinionsInvalid(f"{comments.name} has no columns `comment-id` and `moderated`")
        return {row["comment-id"] for row in rows if row["moderated"] == "-1"}


def _count(found: list[int | None]) -> int:
    return len({*found} - {None})


def _fields(statement: Statement) -> dict[str, Any]:
    return {
        "id": statement.id,
        **_heard(statement.total),
        "groups": {str(number): _heard(heard) for number, heard in enumerate(statement.groups)},
        "consensus": round(statement.consensus, 4),
        "rejection": round(statement.rejection, 4),
        "marks": {str(number): round(mark, 2) for number, mark in enumerate(statement.marks)},
    }


def _heard(heard: Heard) -> dict[str, Any]:
    return {
        "votes": heard.voted,
        "agree": None if heard.agree is None else round(heard.agree, 4),
        "disagree": None if heard.disagree is None else round(heard.disagree, 4),
    }


def _show(found: list[int | None], statements: list[Statement]) -> None:
    say(f"{len(found)} people, {len(statements)} statements, {_count(found)} groups")
    say(f"  too few votes to tell: {found.count(None)}")
    for group in range(_count(found)):
        size = found.count(group)
        say(f"\nGroup {group}: {size} people")
        if size < SMALLEST:
            say("  too small to be spoken of")
            continue
        for statement in sorted(statements, key=lambda one: -one.marks[group])[:SHOWN]:
            say(f"  {statement.id:>6}  {_share(statement.groups[group])} agree, everybody {_share(statement.total)}")
    say("\nWhat all groups share")
    for statement in sorted(statements, key=lambda one: -one.consensus)[:SHOWN]:
        say(f"  {statement.id:>6}  " + ", ".join(_share(heard) for heard in statement.groups))


def _share(heard: Heard) -> str:
    return "   -" if heard.agree is None else f"{heard.agree:4.0%}"
