"""`agora read`: what a message means."""

import gc
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from bot.commands import opening
from bot.commands.opening import CityFolder
from bot.commands.saying import fail, say_json
from nlp import pack, readout, tenant
from nlp.gazetteer import Gazetteer
from nlp.kinds import Kind
from nlp.reader import Reader
from nlp.reading import Hints
from nlp.services import ServiceWords

app = typer.Typer()


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
        say_json(readout.fields(reader.read(text)))
    elif jsonl:
        for line in sys.stdin.buffer:
            if line.strip():
                say_json(_answer(reader, line))
    else:
        say_json(readout.fields(reader.read(sys.stdin.buffer.read().decode("utf-8", "replace").strip())))


def reader_of(folder: Path | None, model: Path | None = None, languages: Sequence[str] | None = None) -> Reader:
    """The Reader for a city folder, by default that of the settings; with a city's own model where one is named.

    Its languages are the city's, or those that are named.
    """
    # What is imported stays: the collector need not walk through all of it again while the Reader is built.
    gc.freeze()
    city = opening.city(folder)
    try:
        own = tenant.load(model) if model else None
    except tenant.NoModel as error:
        fail(str(error))
    spoken = languages or city.languages
    gazetteer = Gazetteer.load(city.folder, [pack.load(code) for code in spoken])
    services = [ServiceWords(code=one.code, kind=Kind(one.kind), words=one.keywords) for one in city.services]
    return Reader(services, gazetteer, spoken, tenant=own)


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
