"""`agora city`: city folders."""

from pathlib import Path
from typing import Annotated

import typer

from backend.city import cityfolder
from bot.commands.saying import AsJson, answer
from nlp.kinds import Kind

app = typer.Typer(help="City folders: the data that makes Agora a city's own.", no_args_is_help=True)


@app.callback()
def group() -> None:
    """City folders: the data that makes Agora a city's own."""


@app.command()
def check(folder: Annotated[Path, typer.Argument(help="The city's folder.")], as_json: AsJson = False) -> None:
    """Say in plain words what is wrong with a city folder; exit code 1 when anything is.

    Example: agora city check cities/boston
    """
    faults = cityfolder.check(folder, frozenset(Kind))
    answer({"folder": str(folder), "faults": faults}, "\n".join(faults) or f"{folder} is in order.", as_json=as_json)
    raise typer.Exit(1 if faults else 0)
