"""`agora vote`, towards their end: withdraw a project, show the result, export it for checking."""

from io import StringIO
from pathlib import Path
from typing import Annotated

import typer

from backend.errors import IllegalVoteStep, NoSuchVote, NotOpenYet
from backend.tally.money import written
from backend.votes import votecount, votelog, voteprojects, votes
from bot.commands import store
from bot.commands.saying import AsJson, answer, fail, say
from bot.commands.votenamed import Slug, alarm_lines, alarms_of, found, part, up_to_date
from bot.wallclock import now
from storage.votes import Budget


def withdraw(
    slug: Slug,
    number: Annotated[int, typer.Argument(help="The project's number on the ballot.")],
    why: Annotated[str, typer.Option(help="The reason, which is published with the result.")],
) -> None:
    """Take a project out of the count after the ballot was published.

    Example: agora vote withdraw spring 12 --why "the land was sold"
    """
    try:
        with store.session() as session:
            project = votes.project(session, found(session, slug), number)
            voteprojects.withdraw(session, project, why, now=now())
    except NoSuchVote:
        fail(f"{slug} has no project {number}")
    except IllegalVoteStep:
        fail(f"{number} can be withdrawn between publication and count only")
    say(f"{number} will not be counted: {why}")


def result(
    slug: Slug,
    heading: Annotated[str, typer.Option(help="Which part.")] = "city",
    as_json: AsJson = False,
) -> None:
    """Show the result of a counted vote, and why each project won or lost.

    Example: agora vote result spring --json
    """
    with up_to_date() as session:
        chosen = part(session, slug, heading)
        try:
            outcome = votecount.outcome(chosen)
        except NotOpenYet:
            fail(f"{slug} is not counted yet, and nobody is told totals before")
        told = outcome.as_dict() | {"voters": votes.turnout(session, chosen), "projects": outcome.reasons()}
        budget = session.get_one(Budget, chosen.budget_id)
        told["level"], told["alarms"] = budget.level.value, alarms_of(session, budget)
    names = {project.id: project for project in outcome.election.projects}
    scale = outcome.election.scale
    rows = [f"{one:>6}  {written(names[one].cost, scale):>12}  {names[one].name}" for one in outcome.winners]
    money = f"{told['cost']} of {told['budget']}"
    head = f"{slug}/{heading}: {told['rule']}, {told['voters']} voters at {told['level']}, {money}"
    answer(told, "\n".join([head, *rows, *alarm_lines(told["alarms"])]), as_json=as_json)


def heads(
    slug: Slug,
    heading: Annotated[str, typer.Option(help="Which part.")] = "city",
) -> None:
    """Print the signed heads of the ballot log so far, to be posted and kept: verify.py --witness takes them.

    Example: agora vote heads spring > heads.jsonl
    """
    with up_to_date() as session:
        try:
            say(votelog.heads_of(session, part(session, slug, heading)).decode().rstrip("\n"))
        except NotOpenYet:
            fail(f"{slug} is not frozen yet")


def export(
    slug: Slug,
    out: Annotated[Path, typer.Argument(help="The zip to write.")],
    heading: Annotated[str, typer.Option(help="Which part.")] = "city",
) -> None:
    """Write the zip from which anybody can check a counted vote: python3 verify.py OUT.zip.

    Example: agora vote export spring spring.zip
    """
    with up_to_date() as session:
        chosen = part(session, slug, heading)
        try:
            votecount.published(session, chosen).write(out)
        except NotOpenYet:
            fail(f"{slug} is not counted yet")
        except OSError as error:
            fail(f"{out}: {error}")
        say(f"{out}: check it with python3 verify.py {out.name} --frozen {chosen.frozen_hash}")


def table(
    slug: Slug,
    out: Annotated[Path, typer.Argument(help="The CSV to write.")],
) -> None:
    """Write what became of every project of a counted vote: votes, won or lost and why. No ballot stands in it.

    Example: agora vote table spring spring.csv
    """
    with up_to_date() as session:
        try:
            rows = StringIO(newline="")
            count = votecount.write_csv(session, found(session, slug), rows)
            out.write_text(rows.getvalue(), encoding="utf-8", newline="")
        except NotOpenYet:
            fail(f"{slug} is not counted yet")
        except OSError as error:
            fail(f"{out}: {error}")
    say(f"{out}: {count} projects")


def register(app: typer.Typer) -> None:
    """Put these beside the other commands of votes."""
    for command in (withdraw, result, heads, export, table):
        app.command(command.__name__)(command)
