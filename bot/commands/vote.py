"""`agora vote`, before and while they are open: draft, load, put on the roll, freeze, follow."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from backend.errors import AlreadyFrozen, NothingToChoose, NotReviewed
from backend.tally import counting, pabulib
from backend.tally.pabulib import FileInvalid
from backend.tally.rule import RuleInvalid
from backend.votes import roll, votedraft, votefile, votephases, votes
from backend.votes.votedraft import Dates
from backend.votes.votefile import BudgetInvalid
from bot.commands import store, votecount
from bot.commands.saying import AsJson, answer, fail
from bot.commands.votenamed import Slug, alarm_lines, alarms_of, found, up_to_date
from bot.wallclock import now
from storage.votes import Areas, Level

app = typer.Typer(help="Votes: draft, load, freeze, follow, count, export.", no_args_is_help=True)
votecount.register(app)


@app.command("draft")
def draft(
    file: Annotated[Path, typer.Argument(help="TOML: names, rule, dates and parts of a budget; see docs/votes.md.")],
    as_json: AsJson = False,
) -> None:
    """Make a draft of a whole budget: its parts, its rule, and the dates of its phases, which the clock turns.

    Example: agora vote draft budget.toml
    """
    try:
        plan = votefile.load(file)
        with store.session() as session:
            budget = votefile.draft(session, plan, now=now())
            slug, parts = budget.slug, [one.code for one in votes.headings_of(session, budget)]
    except (BudgetInvalid, RuleInvalid) as error:
        fail(str(error))
    answer({"vote": slug, "parts": parts}, f"{slug}: {', '.join(parts)}", as_json=as_json)


@app.command("load")
def load(
    file: Annotated[Path, typer.Argument(help="Projects, budget and limits in Pabulib's format; its ballots are not.")],
    slug: Annotated[str, typer.Option(help="Short name of the vote, such as spring-2027.")],
    opens: Annotated[datetime, typer.Option(help="When voting begins, UTC.")],
    closes: Annotated[datetime, typer.Option(help="When it ends, to the second, UTC.")],
    name: Annotated[str, typer.Option(help="What the vote is called.")] = "",
    rule: Annotated[str | None, typer.Option(help="How it is counted; default: as the file says.")] = None,
    level: Annotated[Level, typer.Option(help="L0 any contact, L1 proven phone, L2 roll, L3 desk.")] = (Level.L0),
    heading: Annotated[
        str, typer.Option(help="Short name of this part; more parts: load into the same vote.")
    ] = "city",
    area: Annotated[str | None, typer.Option(help="The area that this part is for, as in areas.geojson.")] = None,
    areas: Annotated[Areas, typer.Option(help="In which areas' parts one may vote: all, one, own.")] = Areas.ALL,
    as_json: AsJson = False,
) -> None:
    """Make a draft of a vote from an election file, or add a part to one that is a draft.

    Example: agora vote load projects.pb --slug spring --opens 2027-05-01 --closes 2027-05-15T18:00:00
    """
    try:
        election = pabulib.read(file)
        chosen = str(counting.named(election)) if rule is None else rule
        with store.session() as session:
            budget = votes.known(session, slug) or votedraft.create(
                session,
                slug=slug,
                names={"en": name or slug},
                kind=election.kind,
                rule=chosen,
                limits=votedraft.limits_of(election),
                level=level,
                currency=election.meta.get("currency", "EUR"),
                scale=election.scale,
                dates=Dates(opens_at=opens.replace(tzinfo=UTC), closes_at=closes.replace(tzinfo=UTC)),
                areas=areas,
                now=now(),
            )
            added = votedraft.load(session, budget, election, code=heading, names={"en": name or heading}, area=area)
            count = len(votes.projects_of(session, added))
    except (FileInvalid, RuleInvalid, ValueError) as error:
        fail(str(error))
    except AlreadyFrozen:
        fail(f"{slug} was frozen: what can be chosen was published")
    told = {"vote": slug, "heading": heading, "projects": count, "rule": chosen}
    answer(told, f"{slug}/{heading}: {count} projects, rule {chosen}. Next: agora vote freeze {slug}", as_json=as_json)


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
        with store.session() as session, file.open(encoding="utf-8-sig", newline="") as rows:
            budget = found(session, slug)
            new, faults = roll.load_csv(session, budget, rows)
            size = roll.size(session, budget)
    except (OSError, UnicodeDecodeError) as error:
        fail(f"{file}: {error}")
    for fault in faults:
        typer.echo(fault, err=True)
    answer({"new": new, "roll": size, "faults": faults}, f"{new} new; {size or new} on the roll", as_json=as_json)


@app.command("freeze")
def freeze(slug: Slug, as_json: AsJson = False) -> None:
    """Fix what can be chosen and the rule; publish the hashes that this prints before voting begins.

    Example: agora vote freeze spring
    """
    try:
        with store.session() as session:
            hashes = votephases.freeze(session, found(session, slug), now=now())
    except (AlreadyFrozen, NothingToChoose, NotReviewed, RuleInvalid) as error:
        fail(f"{slug} can't be frozen: {error or type(error).__doc__}")
    answer({"frozen": hashes}, "\n".join(f"{code}  {hash}" for code, hash in hashes.items()), as_json=as_json)


@app.command("status")
def status(slug: Slug, as_json: AsJson = False) -> None:
    """Say where a vote stands, how many voted and what looked odd; never what was voted.

    Example: agora vote status spring
    """
    with up_to_date() as session:
        budget = found(session, slug)
        parts = [
            {
                "heading": heading.code,
                "projects": len(votes.projects_of(session, heading)),
                "voters": votes.turnout(session, heading),
                "frozen": heading.frozen_hash,
            }
            for heading in votes.headings_of(session, budget)
        ]
        alarms = alarms_of(session, budget)
        told = {
            "vote": slug,
            "phase": budget.phase.value,
            "level": budget.level.value,
            "rule": budget.rule,
            "opens": budget.opens_at.isoformat(),
            "closes": budget.closes_at.isoformat(),
            "roll": roll.size(session, budget),
            "headings": parts,
            "alarms": alarms,
        }
    rows = [f"  {one['heading']}: {one['projects']} projects, {one['voters']} voters" for one in parts]
    rows += alarm_lines(alarms)
    head = f"{slug}: {told['phase']}, {told['level']}, {told['rule']}, {told['opens']} to {told['closes']}"
    answer(told, "\n".join([head, *rows]), as_json=as_json)
