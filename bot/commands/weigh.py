"""`agora weigh`: what the evidence for a written answer is worth, learnt anew from questions whose answer is known."""

from pathlib import Path
from typing import Annotated

import typer

from backend.questions import answers_evaluation, weighing
from bot import evaluation

app = typer.Typer()


@app.command()
def weigh(
    tests: Annotated[Path, typer.Option(help="Folder of our own test sentences.")] = Path("tests/evaluation"),
    check: Annotated[bool, typer.Option("--check", help="Only say whether the shipped weights are these.")] = False,
) -> None:
    """Learn how sure the evidence for a written answer makes the city, and write it to backend/questions/weights.toml.

    Example: agora weigh --check
    """
    paths = [tests / name for name in evaluation.LESSONS]
    missing = [str(path) for path in paths if not path.is_file()]
    if missing:
        typer.echo(f"{', '.join(missing)}: not there; run this in a checkout of Agora, or name --tests", err=True)
        raise typer.Exit(1)
    taught = answers_evaluation.lessons(paths, evaluation.CITIES)
    text = weighing.text_of(answers_evaluation.weights(taught))
    if check:
        same = weighing.FILE.read_text(encoding="utf-8") == text
        typer.echo("The shipped weights are these." if same else "The shipped weights are others: run agora weigh.")
        raise typer.Exit(0 if same else 1)
    weighing.FILE.write_text(text, encoding="utf-8")
    held = answers_evaluation.held_out(taught)
    typer.echo(f"{len(taught)} questions. Each fifth of the answers held out: " + _said(held))


def _said(shares: dict[str, float]) -> str:
    return ", ".join(f"{name.replace('_', ' ')} {share}" for name, share in shares.items())
