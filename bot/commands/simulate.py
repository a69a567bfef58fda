"""`agora simulate`: a long time played out quickly, to see that nothing goes wrong in it."""

import sys
import tempfile
from typing import Annotated

import typer

from backend.city import cityfolder
from bot.app import ROOT
from bot.commands.saying import AsJson, say, say_json
from bot.simulation import year
from storage.database import Database

_NAMED = 20
"""Faults that are named."""

app = typer.Typer(help="Simulations: a year in minutes.", no_args_is_help=True)


@app.callback()
def simulate() -> None:
    """Simulations: a year in minutes."""


@app.command("digests")
def of_digests(
    people: Annotated[int, typer.Option(min=10, help="How many people.")] = 1000,
    days: Annotated[int, typer.Option(min=1, help="How many days.")] = 365,
    seed: Annotated[int, typer.Option(help="The same seed gives the same year.")] = 1,
    database: Annotated[str | None, typer.Option(help="An empty database; default: a throw-away SQLite file.")] = None,
    as_json: AsJson = False,
) -> None:
    """Issue everybody's summaries over a year: three time zones, restarts, two clocks, clocks that go wrong.

    What should come is reckoned apart. Ends with an error when one was doubled, missed, empty, sent in quiet hours or
    beyond the week's budget, at another time than it should, or about something else; each such fault is named.

    Example: agora simulate digests --people 1000 --days 365
    """
    with tempfile.TemporaryDirectory() as folder:
        store = Database(database or f"sqlite:///{folder}/simulated.sqlite", durable=False)
        store.migrate()
        city = cityfolder.load(ROOT / "cities" / "boston")
        with typer.progressbar(length=days, label="simulating", file=sys.stderr) as bar:
            account = year.run(store, city, folk=people, days=days, seed=seed, passed=bar.update)
        store.close()
    if as_json:
        say_json(account.fields())
    else:
        for name, number in account.fields().items():
            say(f"{name.replace('_', ' '):16}{number:>10,}")
    for fault in account.faults[:_NAMED]:
        typer.echo(fault, err=True)
    if not account.is_clean:
        raise typer.Exit(1)
