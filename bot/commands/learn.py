"""`agora learn`: a city's own model."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from bot.commands import opening, store
from bot.commands.extra import require_training
from bot.commands.opening import CityFolder
from bot.commands.saying import AsJson, advance, answer, fail
from nlp import rows, tenant

RESTART = "A running bot takes it up when it is started again."

app = typer.Typer()


@app.command()
def learn(
    file: Annotated[Path | None, typer.Argument(help="Past tickets and corrections, .csv or .jsonl.")] = None,
    text: Annotated[str, typer.Option(help="Column of the message.")] = "text",
    label: Annotated[
        str, typer.Option(help="Column of the label: a service code, or whatever the tickets carry.")
    ] = "label",
    out: Annotated[
        Path | None, typer.Option(help="The city's model directory; default: AGORA_MODEL, or else model.")
    ] = None,
    from_corrections: Annotated[
        bool, typer.Option("--from-corrections", help="Learn from the database: what staff corrected and closed.")
    ] = False,
    weight_column: Annotated[
        str | None, typer.Option(help=f"Column of weights; a correction by staff weighs {rows.CORRECTION_WEIGHT:.0f}.")
    ] = None,
    back: Annotated[bool, typer.Option("--back", "--rollback", help="Go back to the model before.")] = False,
    city: CityFolder = None,
    as_json: AsJson = False,
) -> None:
    """Learn a city's own model from its tickets; needs the extra `train`. The old model is kept.

    Example: agora learn tickets.csv --text description --label service_code --out models/boston
    agora learn --from-corrections
    """
    folder = out or opening.settings().model or Path("model")
    passed_over = 0
    try:
        if back:
            number = tenant.rollback(folder)
            answer({"number": number}, f"Model {number} is in use. {RESTART}", as_json=as_json)
            return
        if from_corrections == (file is not None):
            fail("name a file of tickets, or say --from-corrections or --back")
        require_training()
        if file is None:
            learned = _learn_from_database(folder, city)
        else:
            found, passed_over = rows.read(file, text=text, label=label, weight=weight_column)
            with typer.progressbar(length=3, label="learning", file=sys.stderr) as bar:
                learned = tenant.learn(found, folder, lambda step: advance(bar, step))
    except (rows.FileInvalid, tenant.NoModel, tenant.NothingToLearn) as error:
        fail(str(error))
    before = "no model before" if learned.before is None else f"before {learned.before:.3f}"
    stays = f"model {learned.number}" if learned.number else "the shipped model"
    verdict = f"Model {learned.number} is in use" if learned.promoted else f"Not promoted: {stays} stays"
    words = (
        f"{verdict}: {learned.accuracy:.3f} right on the frozen set ({before}); {learned.rows} messages, "
        f"{learned.labels} labels, {passed_over} rows passed over."
    )
    if learned.promoted and from_corrections:
        words += f" {RESTART}"
    answer({**learned._asdict(), "passed_over": passed_over}, words, as_json=as_json)


def _learn_from_database(folder: Path, city: Path | None) -> tenant.Learned:
    from bot import learning  # noqa: PLC0415  # the bot's libraries cost time that learning from a file saves
    from bot.app import build_house  # noqa: PLC0415

    house = build_house(opening.city(city).folder)
    with (
        store.database() as database,
        typer.progressbar(length=learning.STEPS, label="learning", file=sys.stderr) as bar,
    ):
        return learning.learn(database, house, folder, lambda step: advance(bar, step))
