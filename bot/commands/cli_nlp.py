"""Commands of understanding: read a message, train the shipped model, learn a city's own, measure both."""

import json
import sys
from collections.abc import Callable, Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NoReturn

import typer

from backend.city import cityfolder as cities
from backend.errors import CityFolderInvalid
from backend.reports import duplicates_evaluation
from nlp import corpus, pack, pipeline, readout, rows, tenant
from nlp.gazetteer import Gazetteer
from nlp.kinds import Kind
from nlp.reader import Reader
from nlp.reading import Hints
from nlp.services import ServiceWords

if TYPE_CHECKING:
    from bot.settings import Settings

RESTART = "A running bot takes it up when it is started again."

app = typer.Typer(no_args_is_help=True, pretty_exceptions_enable=False, rich_markup_mode=None)

CityFolder = Annotated[Path | None, typer.Option("--city", help="City folder; default: the one in the settings.")]
AsJson = Annotated[bool, typer.Option("--json", help="One JSON object, for programs.")]


@app.command()
def read(
    text: Annotated[str | None, typer.Argument(help="The message; without it, standard input.")] = None,
    jsonl: Annotated[
        bool, typer.Option("--jsonl", help='JSON lines on standard input: {"id", "text"[, "lang"]}.')
    ] = False,
    city: CityFolder = None,
    model: Annotated[Path | None, typer.Option(help="A city's own model, made by agora learn.")] = None,
) -> None:
    """Say what a message means, as JSON.

    Example: agora read "There's a huge pothole in front of 32 Church St"
    """
    reader = reader_of(city, model)
    if text is not None:
        _print(readout.fields(reader.read(text)))
    elif jsonl:
        for line in sys.stdin.buffer:
            if line.strip():
                _print(_answer(reader, line))
    else:
        _print(readout.fields(reader.read(sys.stdin.buffer.read().decode("utf-8", "replace").strip())))


def _answer(reader: Reader, line: bytes) -> dict[str, Any]:
    """What is printed for one line; an object with `error` for a line that is no message."""
    try:
        asked = json.loads(line)
    except (ValueError, RecursionError) as error:
        return {"id": None, "error": f"not JSON: {error}"}
    if not isinstance(asked, dict):
        return {"id": None, "error": "not a JSON object"}
    if not isinstance(asked.get("text"), str):
        return {"id": asked.get("id"), "error": "text is missing or not a string"}
    language = asked.get("lang")
    if language is not None and language not in pack.available():
        return {"id": asked.get("id"), "error": f"lang must be one of {', '.join(pack.available())}"}
    return readout.fields(reader.read(asked["text"], Hints(language=language)), asked.get("id"))


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
    _check_extra()
    from nlp import trainer  # noqa: PLC0415  # scikit-learn is no dependency of the bot

    sentences = corpus.read(texts)
    with typer.progressbar(length=trainer.STEPS, label="training", file=sys.stderr) as bar:
        built = trainer.build(sentences, lambda step: _advance(bar, step))
    if check:
        faults = trainer.differences(pipeline.load(out), built)
        _say({"faults": faults}, "\n".join(faults) or "The shipped model is the one that the corpus gives.", as_json)
        raise typer.Exit(1 if faults else 0)
    pipeline.save(built, out)
    performance = built.meta["performance"]
    size = trainer.size(out)
    said = [f"{name}: accuracy {held['accuracy']}, macro-F1 {held['macro_f1']}" for name, held in performance.items()]
    words = f"{len(sentences)} sentences, {size / 1e6:.1f} MB. Out of fold: {'; '.join(said)}."
    _say({"sentences": len(sentences), "bytes": size, "performance": performance}, words, as_json)


def _check_extra() -> None:
    if find_spec("sklearn") is None:
        _fail('this needs the extra `train`: pip install "agora[train]"')


def _advance(bar: Any, step: str) -> None:
    bar.label = step
    bar.update(1)


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
    folder = out or _settings().model or Path("model")
    passed_over = 0
    try:
        if back:
            number = tenant.rollback(folder)
            _say({"number": number}, f"Model {number} is in use. {RESTART}", as_json)
            return
        if from_corrections == (file is not None):
            _fail("name a file of tickets, or say --from-corrections or --back")
        _check_extra()
        if file is None:
            learned = _learn_from_database(folder, city)
        else:
            found, passed_over = rows.read(file, text=text, label=label, weight=weight_column)
            with typer.progressbar(length=3, label="learning", file=sys.stderr) as bar:
                learned = tenant.learn(found, folder, lambda step: _advance(bar, step))
    except (rows.FileInvalid, tenant.NoModel, tenant.NothingToLearn) as error:
        _fail(str(error))
    before = "no model before" if learned.before is None else f"before {learned.before:.3f}"
    stays = f"model {learned.number}" if learned.number else "the shipped model"
    verdict = f"Model {learned.number} is in use" if learned.promoted else f"Not promoted: {stays} stays"
    words = (
        f"{verdict}: {learned.accuracy:.3f} right on the frozen set ({before}); {learned.rows} messages, "
        f"{learned.labels} labels, {passed_over} rows passed over."
    )
    if learned.promoted and from_corrections:
        words += f" {RESTART}"
    _say({**learned._asdict(), "passed_over": passed_over}, words, as_json)


def _learn_from_database(folder: Path, city: Path | None) -> tenant.Learned:
    from bot import learning  # noqa: PLC0415  # the database's libraries cost time that the other commands save
    from bot.app import build_house  # noqa: PLC0415
    from storage.database import Database  # noqa: PLC0415

    settings = _settings()
    database = Database(settings.database, durable=settings.durable)
    try:
        database.migrate()
        house = build_house(city or settings.city)
        with typer.progressbar(length=learning.STEPS, label="learning", file=sys.stderr) as bar:
            return learning.learn(database, house, folder, lambda step: _advance(bar, step))
    except CityFolderInvalid as error:
        _fail("\n".join(error.faults))
    finally:
        database.close()


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
    from nlp.evaluation.result import Bench  # noqa: PLC0415  # scikit-learn is no dependency of the bot

    if what != "all" and what not in measured:
        _fail(f"evaluate takes all, duplicates or one of: {', '.join(measured)}")
    names = list(measured) if what == "all" else [what]
    bench = Bench(data=data, tests=tests, build=lambda: reader_of(city), plot=plot, tickets=tickets)
    results = {}
    with typer.progressbar(length=len(names), file=sys.stderr) as bar:
        for name in names:
            bar.label = f"measuring {name}"
            bar.render_progress()
            results[name] = measured[name](bench)
            bar.update(1)
            if not as_json:
                sys.stdout.write(results[name].as_text() + "\n\n")
                sys.stdout.flush()
    if as_json:
        _print({name: result.as_dict() for name, result in results.items()})


def _duplicates(tests: Path, folder: Path | None, *, held_out: bool, as_json: bool) -> None:
    path = tests / ("duplicates_held_out.jsonl" if held_out else "duplicates.jsonl")
    if not path.is_file():
        _fail(f"{path} is not there: run this in a checkout of Agora, or name the folder with --tests")
    try:
        found = duplicates_evaluation.evaluate(path, cities.load(folder or _city_of_settings()))
    except CityFolderInvalid as error:
        _fail("\n".join(error.faults))
    except (ValueError, KeyError, TypeError) as error:
        _fail(f"{path} can't be read: {type(error).__name__}: {error}")
    words = f"precision {found['precision']}, recall {found['recall']}, {found['pairs']} pairs ({path})"
    _say(found, words, as_json)


def _parts(what: str) -> Mapping[str, Callable[..., Any]]:
    """The parts that can be measured; those of understanding are only read when one of them is asked for."""
    from bot import evaluation  # noqa: PLC0415  # scikit-learn is no dependency of the bot

    if what in evaluation.PARTS:
        return evaluation.PARTS
    _check_extra()
    from nlp.evaluation import parts  # noqa: PLC0415

    return {**parts.PARTS, **evaluation.PARTS}


def reader_of(folder: Path | None, model: Path | None = None) -> Reader:
    """The Reader for a city folder, by default that of the settings; with a city's own model where one is named."""
    try:
        city = cities.load(folder or _city_of_settings(), frozenset(Kind))
        own = tenant.load(model) if model else None
    except CityFolderInvalid as error:
        _fail("\n".join(error.faults))
    except tenant.NoModel as error:
        _fail(str(error))
    gazetteer = Gazetteer.load(city.folder, [pack.load(code) for code in city.languages])
    services = [ServiceWords(code=one.code, kind=Kind(one.kind), words=one.keywords) for one in city.services]
    return Reader(services, gazetteer, city.languages, tenant=own)


def _city_of_settings() -> Path:
    return _settings().city


def _settings() -> "Settings":
    from bot.settings import Settings  # noqa: PLC0415  # its libraries cost time that --city saves

    return Settings()


def _say(fields: dict[str, Any], words: str, as_json: bool) -> None:
    if as_json:
        _print(fields)
    else:
        sys.stdout.write(f"{words}\n")


def _print(fields: dict[str, Any]) -> None:
    line = json.dumps(fields, ensure_ascii=False)
    try:
        raw = line.encode()
    except UnicodeEncodeError:  # half a character, as JSON may carry it
        raw = json.dumps(fields).encode()
    sys.stdout.buffer.write(raw + b"\n")
    sys.stdout.buffer.flush()


def _fail(why: str) -> NoReturn:
    sys.stderr.write(f"{why}\n")
    raise typer.Exit(2)


def main() -> None:
    """Run these commands alone."""
    app()


if __name__ == "__main__":
    main()
