"""`agora referrals`: what residents brought that is not the city's."""

from pathlib import Path
from typing import Annotated

import typer

from backend.reports import referrals as referring
from bot.commands import store
from bot.commands.saying import AsJson, say, say_json

app = typer.Typer()


@app.command()
def referrals(
    csv: Annotated[Path | None, typer.Option("--csv", help="Write them to this file, as a table.")] = None,
    as_json: AsJson = False,
) -> None:
    """Show what residents brought that is another body's or lies outside the city; oldest first.

    Example: agora referrals --csv referrals.csv
    """
    with store.session() as session:
        if csv is not None:
            with csv.open("w", encoding="utf-8", newline="") as file:
                say(f"{csv}: {referring.write_csv(session, file)} referrals")
            return
        for entry in referring.entries(session):
            say_json(entry) if as_json else say(referring.line(entry))
