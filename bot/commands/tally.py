"""`agora tally`: an election file counted, compared by other rules, recounted by the folder."""

import json
import sys
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from backend.tally import checking, comparing, counting, pabulib
from backend.tally.election import Election
from backend.tally.money import written
from backend.tally.outcome import Outcome
from backend.tally.pabulib import FileInvalid
from backend.tally.rule import Method, RuleInvalid, parse
from bot.commands.saying import AsJson, fail, say, say_json

_REPRODUCED = ("exact", "exact-with-decision")


class _CountByDefault(TyperGroup):
    """`agora tally FILE` means `agora tally count FILE`."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        if args and args[0] not in self.commands and args[0] not in ("-h", "--help"):
            args = ["count", *args]
        return super().parse_args(ctx, args)


app = typer.Typer(
    cls=_CountByDefault,
    help="Votes counted: agora tally FILE.pb [--rule …], compare, check.",
    no_args_is_help=True,
)

File = Annotated[Path, typer.Argument(help="An election in Pabulib's format.")]
Without = Annotated[list[str] | None, typer.Option(help="Take this project out before the count (withdrawn, barred).")]


@app.command("count")
def count(
    file: File,
    rule: Annotated[str | None, typer.Option(help=f"One of: {', '.join(Method)}; default: the file's own.")] = None,
    without: Without = None,
    why: Annotated[bool, typer.Option("--why", help="Say of each project why it won or lost.")] = False,
    as_json: AsJson = False,
) -> None:
    """Count an election and say who won, by the rule that the file names or by another.

    Options of a rule follow a colon: greedy:threshold=50, stv:seats=3, equalshares/add1:step=10,tie=cheaper,
    greedy:exclusive=12+31.

    Example: agora tally town.pb --rule equalshares/add1 --json
    """
    election = _read(file, without)
    try:
        chosen = counting.named(election) if rule is None else parse(rule)
        outcome = counting.count(election, counting.with_files_threshold(election, chosen))
    except RuleInvalid as error:
        fail(str(error))
    if as_json:
        say_json(outcome.as_dict() | ({"projects": outcome.reasons()} if why else {}))
    else:
        _print_outcome(outcome, why=why)


@app.command("compare")
def compare(
    file: File,
    rule: Annotated[list[str] | None, typer.Option(help="Rules to compare; default: those that fit.")] = None,
    without: Without = None,
    as_json: AsJson = False,
) -> None:
    """Show what other rules would have chosen, and how many voters get at least one project they named.

    Example: agora tally compare town.pb
    """
    election = _read(file, without)
    try:
        chosen = [parse(one) for one in rule] if rule else comparing.rules(election)
        rows = [one.as_dict() for one in _with_progress(comparing.compare(election, chosen), len(chosen))]
    except RuleInvalid as error:
        fail(str(error))
    if as_json:
        say_json({"voters": len(election.ballots), "rules": rows})
        return
    first = set(rows[0]["winners"])
    say(f"{'rule':32}{'winners':>8}{'cost':>14}{'with one':>10}{'each':>6}  against the first")
    for row in rows:
        more, less = len(set(row["winners"]) - first), len(first - set(row["winners"]))
        say(
            f"{row['rule']:32}{len(row['winners']):>8}{row['cost']:>14}{row['voters_with_one_percent']:>9}%"
            f"{row['winners_per_voter']:>6}  +{more} -{less}"
        )


@app.command("check")
def check(
    folder: Annotated[Path, typer.Argument(help="Folder of .pb files that carry official winners.")],
    decisions: Annotated[
        Path | None, typer.Option(help='JSON of projects taken out: {"file.pb": {"project": "reason"}}.')
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Recount published elections by the rules that they name; exit code 1 when a result differs.

    Example: agora tally check ../shared/data/elections --decisions tests/tally/decisions.json
    """
    try:
        known = checking.read_decisions(decisions) if decisions else {}
    except FileInvalid as error:
        fail(str(error))
    files = len(list(folder.glob("*.pb")))
    if not files:
        fail(f"{folder} holds no .pb files")
    checked = list(_with_progress(checking.check(folder, known), files))
    counts = {verdict: sum(one.verdict == verdict for one in checked) for verdict in {one.verdict for one in checked}}
    if as_json:
        say_json({"counts": counts, "files": [one.as_dict() for one in checked]})
    else:
        for one in checked:
            gone = f" missing {', '.join(one.missing)}" if one.missing else ""
            come = f" extra {', '.join(one.extra)}" if one.extra else ""
            say(f"{one.verdict:20} {one.file}  {one.rule}{f' ({one.why})' if one.why else ''}{gone}{come}")
        say(", ".join(f"{number} {verdict}" for verdict, number in sorted(counts.items())))
    raise typer.Exit(1 if counts.get("different") else 0)


def _with_progress(items: Any, length: int) -> list[Any]:
    with typer.progressbar(items, length=length, label="counting", file=sys.stderr) as bar:
        return list(bar)


def _read(file: Path, without: list[str] | None) -> Election:
    try:
        election = pabulib.read(file)
    except FileInvalid as error:
        fail(str(error))
    for project in without or []:
        if project not in election.numbers:
            fail(f"{file} has no project {project!r}")
    return election.without(dict.fromkeys(without or [], "taken out by command"))


def _print_outcome(outcome: Outcome, *, why: bool) -> None:
    election = outcome.election
    cost, budget = written(outcome.cost, election.scale), written(election.budget, election.scale)
    say(f"{outcome.rule}: {len(outcome.winners)} of {len(election.projects)} projects, {cost} of {budget}")
    for place, winner in enumerate(outcome.winners, start=1):
        project = election.projects[election.numbers[winner]]
        say(f"{place:>4}  {winner:14} {written(project.cost, election.scale):>12}  {project.name}")
    for winner in outcome.topped_up:
        say(f"   +  {winner:14} topped up from other money")
    for tie in outcome.ties:
        say(f"Equal, decided by the order of ties: {', '.join(tie)}")
    for oddity in election.oddities:
        say(f"Odd: {oddity.count} ballots {oddity.kind}; counted as cast")
    for row in outcome.reasons() if why else []:
        facts = {key: value for key, value in row.items() if key not in ("project", "reason", "won")}
        told = ", ".join(f"{key} {json.dumps(value)}" for key, value in facts.items())
        say(f"{row['project']}: {'won' if row['won'] else 'lost'}, {row['reason']}; {told}")
