"""How a command answers: in words or as JSON, and with the reason when it can't."""

import json
from collections.abc import Mapping
from typing import Annotated, Any, NoReturn

import typer

AsJson = Annotated[bool, typer.Option("--json", help="JSON, for programs.")]


def say(words: str) -> None:
    """Print words."""
    typer.echo(words)


def say_json(fields: Mapping[str, Any]) -> None:
    """Print an object on a line of its own; half a character, as JSON may carry it, stays escaped."""
    try:
        raw = json.dumps(fields, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        raw = json.dumps(fields).encode()
    typer.echo(raw)


def answer(fields: Mapping[str, Any], words: str, *, as_json: bool) -> None:
    """Print the same as JSON or in words."""
    if as_json:
        say_json(fields)
    else:
        say(words)


def fail(why: str) -> NoReturn:
    """Say why nothing was done, and end with exit code 2."""
    typer.echo(why, err=True)
    raise typer.Exit(2)


def advance(bar: Any, step: str) -> None:
    """Move a progress bar on to a step by its name."""
    bar.label = step
    bar.update(1)
