"""`agora evaluate`: how well the city understands."""

import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Annotated, Any

import typer

from backend.reports import duplicates_evaluation
from bot import evaluation
from bot.commands import opening
from bot.commands.extra import require_training
from bot.commands.opening import CityFolder
from bot.commands.read import reader_of
from bot.commands.saying import AsJson, answer, fail, say, say_json
from nlp.evaluation.result import Bench

app = typer.Typer()


@app.command()
def evaluate(
    what: Annotated[str, typer.Argument(help="all of understanding, one of its parts, or duplicates.")] = "all",
    data: Annotated[Path, typer.Option(help="Folder of the texts to measure on.")] = Path("../shared/data"),
    tests: Annotated[Path, typer.Option(help="Folder of our own test sentences.")] = Path("tests/evaluation"),
    city: CityFolder = None,
    tickets: Annotated[
        Path | None, typer.Option(help="Another city's tickets (text, label) for the part corrections.")
    ] = None,
    plot: Annotated[Path | None, typer.Option(help="Where the calibration plot goes, as PNG.")] = None,
    held_out: Annotated[
        bool, typer.Option("--held-out", help="Part duplicates: the pairs that nothing was ever tuned on.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Measure understanding and compare with peers; needs the extra `train`, except for the part duplicates.

    Example: agora evaluate kinds

    Example: agora evaluate duplicates --json
    """
    if what == "duplicates":
        _duplicates(tests, city, held_out=held_out, as_json=as_json)
        return
    measured = _parts(what)
    if what != "all" and what not in measured:
        fail(f"evaluate takes all, duplicates or one of: {', '.join(measured)}")
    names = list(measured) if what == "all" else [what]
    bench = Bench(
        data=data, tests=tests, build=lambda languages: reader_of(city, languages=languages), plot=plot, tickets=tickets
    )
    results = {}
    with typer.progressbar(length=len(names), file=sys.stderr) as bar:
        for name in names:
            bar.label = f"measuring {name}"
            bar.render_progress()
            results[name] = measured[name](bench)
            bar.update(1)
            if not as_json:
                say(f"{results[name].as_text()}\n")
    if as_json:
        say_json({name: result.as_dict() for name, result in results.items()})


def _duplicates(tests: Path, folder: Path | None, *, held_out: bool, as_json: bool) -> None:
    path = tests / ("duplicates_held_out.jsonl" if held_out else "duplicates.jsonl")
    if not path.is_file():
        fail(f"{path} is not there: run this in a checkout of Agora, or name the folder with --tests")
    try:
        found = duplicates_evaluation.evaluate(path, opening.city(folder))
    except (ValueError, KeyError, TypeError) as error:
        fail(f"{path} can't be read: {type(error).__name__}: {error}")
    words = f"precision {found['precision']}, recall {found['recall']}, {found['pairs']} pairs ({path})"
    answer(found, words, as_json=as_json)


def _parts(what: str) -> Mapping[str, Callable[..., Any]]:
    """The parts that can be measured; those of understanding are only read when one of them is asked for."""
    if what in evaluation.PARTS:
        return evaluation.PARTS
    require_training()
    from nlp.evaluation import parts  # noqa: PLC0415  # scikit-learn is no dependency of the bot

    return {**parts.PARTS, **evaluation.PARTS}
