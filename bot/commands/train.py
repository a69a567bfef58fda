"""`agora train`: the model that ships."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from bot.commands.extra import require_training
from bot.commands.saying import AsJson, advance, answer
from nlp import corpus, pipeline

app = typer.Typer()


@app.command()
def train(
    check: Annotated[
        bool, typer.Option("--check", help="Only say whether the shipped model is the corpus' own.")
    ] = False,
    texts: Annotated[Path, typer.Option("--corpus", help="Training text: a folder for each language.")] = corpus.CORPUS,
    out: Annotated[Path, typer.Option(help="Where the model is written.")] = pipeline.MODEL,
    as_json: AsJson = False,
) -> None:
    """Train the model that ships with Agora from the corpus; needs the extra `train`.

    Example: agora train --check
    """
    require_training()
    from nlp import trainer  # noqa: PLC0415  # scikit-learn is no dependency of the bot

    sentences = corpus.read(texts)
    with typer.progressbar(length=trainer.STEPS, label="training", file=sys.stderr) as bar:
        built = trainer.build(sentences, lambda step: advance(bar, step))
    if check:
        faults = trainer.differences(pipeline.load(out), built)
        answer(
            {"faults": faults},
            "\n".join(faults) or "The shipped model is the one that the corpus gives.",
            as_json=as_json,
        )
        raise typer.Exit(1 if faults else 0)
    pipeline.save(built, out)
    performance = built.meta["performance"]
    size = trainer.size(out)
    said = [f"{name}: accuracy {held['accuracy']}, macro-F1 {held['macro_f1']}" for name, held in performance.items()]
    words = f"{len(sentences)} sentences, {size / 1e6:.1f} MB. Out of fold: {'; '.join(said)}."
    answer({"sentences": len(sentences), "bytes": size, "performance": performance}, words, as_json=as_json)
