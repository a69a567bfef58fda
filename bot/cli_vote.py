"""Commands of votes: load a ballot and a roll, freeze, follow, withdraw, show the result, export for checking."""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any, NoReturn

import typer
from sqlmodel import Session

from backend import roll, votes
from backend.errors import AlreadyFrozen, NoSuchVote, NotOpenYet
from backend.tally import counting, pabulib
from backend.tally.money import written
from backend.tally.pabulib import FileInvalid
from backend.tally.rule import RuleInvalid
from bot.settings import Settings
from storage.database import Database
from storage.votes import Budget, Heading, Level

app = typer.Typer(help="Votes: load, freeze, follow, count, export.", no_args_is_help=True, rich_markup_mode=None)

AsJson = Annotated[bool, typer.Option("--json", help="One JSON object, for programs.")]
Slug = Annotated[str, typer.Argument(help="The vote's short name.")]


_NOT_YET = {
    Level.L1: "nothing proves yet that a telephone number is its sender's. Take L0 or L2.",
    Level.L3: "staff can't enrol people in the chat yet. Take L0 or L2.",
}
"""Levels that nobody can be led through: a vote that excludes everybody, or trusts a mere claim, is none."""


@app.command("load")
def load(
    file: Annotated[Path, typer.Argument(help="Projects, budget and limits in Pabulib's format; its ballots are not.")],
    slug: Annotated[str, typer.Option(help="Short name of the vote, such as spring-2027.")],
    opens: Annotated[datetime, typer.Option(help="When voting begins, UTC.")],
    closes: Annotated[datetime, typer.Option(help="When it ends, to the second, UTC.")],
    name: Annotated[str, typer.Option(help="What the vote is called.")] = "",
    rule: Annotated[str | None, typer.Option(help="How it is counted; default: as the file says.")] = None,
    level: Annotated[Level, typer.Option(help="L0 any contact, L2 on the roll.")] = (Level.L0),
    heading: Annotated[
        str, typer.Option(help="Short name of this part; more parts: load into the same vote.")
    ] = "city",
    as_json: AsJson = False,
) -> None:
    """Make a draft of a vote from an election file, or add a part to one that is a draft.

    Example: agora vote load projects.pb --slug spring --opens 2027-05-01 --closes 2027-05-15T18:00:00
    """
    if level in _NOT_YET:
        _fail(f"{level.value} can't be offered yet: {_NOT_YET[level]}")
    try:
        election = pabulib.read(file)
        chosen = str(counting.named(election)) if rule is None else rule
        with _session() as session:
            budget = _draft(session, slug) or votes.create(
                session,
                slug=slug,
                names={"en": name or slug},
                kind=election.kind,
                rule=chosen,
                limits=votes.limits_of(election),
                level=level,
                currency=election.meta.get("currency", "EUR"),
                scale=election.scale,
                opens_at=opens.replace(tzinfo=UTC),
                closes_at=closes.replace(tzinfo=UTC),
                now=_now(),
            )
            part = votes.load(session, budget, election, code=heading, names={"en": name or heading})
            count = len(votes.projects_of(session, part))
    except (FileInvalid, RuleInvalid, ValueError) as error:
        _fail(str(error))
    except AlreadyFrozen:
        _fail(f"{slug} was frozen: what can be chosen was published")
    told = {"vote": slug, "heading": heading, "projects": count, "rule": chosen}
    _say(told, f"{slug}/{heading}: {count} projects, rule {chosen}. Next: agora vote freeze {slug}", as_json=as_json)


@app.command("roll")
def roll_(
    slug: Slug,
    file: Annotated[Path, typer.Argument(help="CSV: code, or document,birth_date,postcode; area if there are any.")],
    as_json: AsJson = False,
) -> None:
    """Put people on a vote's roll; only keyed hashes are kept.

    Example: agora vote roll spring roll.csv
    """
    try:
        with _session() as session, file.open(encoding="utf-8-sig", newline="") as rows:
            budget = _found(session, slug)
            new, faults = roll.load_csv(session, budget, rows)
            size = roll.size(session, budget)
    except (OSError, UnicodeDecodeError) as error:
        _fail(f"{file}: {error}")
    for fault in faults:
        print(fault, file=sys.stderr)
    _say({"new": new, "roll": size, "faults": faults}, f"{new} new; {size or new} on the roll", as_json=as_json)


@app.command("freeze")
def freeze(slug: Slug, as_json: AsJson = False) -> None:
    """Fix what can be chosen and the rule; publish the hashes that this prints before voting begins.

    Example: agora vote freeze spring
    """
    try:
        with _session() as session:
            hashes = votes.freeze(session, _found(session, slug), now=_now())
    except (AlreadyFrozen, NoSuchVote, RuleInvalid) as error:
        _fail(f"{slug} can't be frozen: {error}")
    _say({"frozen": hashes}, "\n".join(f"{code}  {hash}" for code, hash in hashes.items()), as_json=as_json)


@app.command("status")
def status(slug: Slug, as_json: AsJson = False) -> None:
    """Say where a vote stands and how many voted; never for what.

    Example: agora vote status spring
    """
    with _session() as session:
        votes.turn_phases(session, now=_now())
        budget = _found(session, slug)
        parts = [
            {
                "heading": heading.code,
                "projects": len(votes.projects_of(session, heading)),
                "voters": votes.turnout(session, heading),
                "frozen": heading.frozen_hash,
            }
            for heading in votes.headings_of(session, budget)
        ]
        told = {
            "vote": slug,
            "phase": budget.phase.value,
            "level": budget.level.value,
            "rule": budget.rule,
            "opens": budget.opens_at.isoformat(),
            "closes": budget.closes_at.isoformat(),
            "roll": roll.size(session, budget),
            "headings": parts,
        }
    rows = [f"  {one['heading']}: {one['projects']} projects, {one['voters']} voters" for one in parts]
    head = f"{slug}: {told['phase']}, {told['level']}, {told['rule']}, {told['opens']} to {told['closes']}"
    _say(told, "\n".join([head, *rows]), as_json=as_json)


@app.command("withdraw")
def withdraw(
    slug: Slug,
    number: Annotated[int, typer.Argument(help="The project's number on the ballot.")],
    why: Annotated[str, typer.Option(help="The reason, which is published with the result.")],
) -> None:
    """Take a project out of the count after the ballot was published.

    Example: agora vote withdraw spring 12 --why "the land was sold"
    """
    with _session() as session:
        projects = [
            project
            for heading in votes.headings_of(session, _found(session, slug))
            for project in votes.projects_of(session, heading)
            if project.number == number
        ]
        if not projects:
            _fail(f"{slug} has no project {number}")
        votes.withdraw(projects[0], why)
    print(f"{number} will not be counted: {why}")


@app.command("result")
def result(
    slug: Slug,
    heading: Annotated[str, typer.Option(help="Which part.")] = "city",
    as_json: AsJson = False,
) -> None:
    """Show the result of a counted vote, and why each project won or lost.

    Example: agora vote result spring --json
    """
    with _session() as session:
        votes.turn_phases(session, now=_now())
        part = _part(session, slug, heading)
        try:
            outcome = votes.outcome(session, part)
        except NotOpenYet:
            _fail(f"{slug} is not counted yet, and nobody is told totals before")
        told = outcome.as_dict() | {"voters": votes.turnout(session, part), "projects": outcome.reasons()}
        told["level"] = session.get_one(Budget, part.budget_id).level.value
    names = {project.id: project for project in outcome.election.projects}
    scale = outcome.election.scale
    rows = [f"{one:>6}  {written(names[one].cost, scale):>12}  {names[one].name}" for one in outcome.winners]
    money = f"{told['cost']} of {told['budget']}"
    head = f"{slug}/{heading}: {told['rule']}, {told['voters']} voters at {told['level']}, {money}"
    _say(told, "\n".join([head, *rows]), as_json=as_json)


@app.command("export")
def export(
    slug: Slug,
    out: Annotated[Path, typer.Argument(help="The zip to write.")],
    heading: Annotated[str, typer.Option(help="Which part.")] = "city",
) -> None:
    """Write the zip from which anybody can check a counted vote: python3 verify.py OUT.zip.

    Example: agora vote export spring spring.zip
    """
    with _session() as session:
        votes.turn_phases(session, now=_now())
        part = _part(session, slug, heading)
        try:
            votes.export(session, part, out)
        except NotOpenYet:
            _fail(f"{slug} is not counted yet")
        except OSError as error:
            _fail(f"{out}: {error}")
        print(f"{out}: check it with python3 verify.py {out.name} --frozen {part.frozen_hash}")


def _draft(session: Session, slug: str) -> Budget | None:
    try:
        return votes.find(session, slug)
    except NoSuchVote:
        return None


def _found(session: Session, slug: str) -> Budget:
    try:
        return votes.find(session, slug)
    except NoSuchVote:
        _fail(f"there is no vote {slug}")


def _part(session: Session, slug: str, code: str) -> Heading:
    headings = votes.headings_of(session, _found(session, slug))
    found = next((heading for heading in headings if heading.code == code), None)
    if found is None:
        _fail(f"{slug} has no part {code}; it has {', '.join(heading.code for heading in headings)}")
    return found


@contextmanager
def _session() -> Iterator[Session]:
    settings = Settings()
    database = Database(settings.database, durable=settings.durable)
    try:
        database.migrate()
        with database.transaction() as session:
            yield session
    finally:
        database.close()


def _now() -> datetime:
    return datetime.now(UTC)


def _say(fields: dict[str, Any], words: str, *, as_json: bool) -> None:
    print(json.dumps(fields, ensure_ascii=False) if as_json else words)


def _fail(why: str) -> NoReturn:
    print(why, file=sys.stderr)
    raise typer.Exit(2)
