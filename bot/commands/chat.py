"""`agora chat`: the conversation in a terminal."""

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from backend.errors import CityFolderInvalid
from backend.staff import staff
from bot.app import build_house
from bot.channels.terminal import PHONE, RESIDENTS, STAFF, Shown, Terminal
from bot.commands import opening
from bot.commands.opening import CityFolder
from bot.commands.saying import AsJson, fail, say_json
from bot.conversation.turn import House
from bot.wallclock import now
from nlp.tenant import NoModel
from storage.database import Database
from storage.people import Role

app = typer.Typer()


@app.command()
def chat(
    *,
    as_: Annotated[str, typer.Option("--as", help="Who you are: resident or staff.")] = "resident",
    name: Annotated[str, typer.Option(help="Your name.")] = "Ana",
    fresh: Annotated[bool, typer.Option("--fresh", help="Use a throw-away database.")] = False,
    channel: Annotated[str, typer.Option(help="How you write: chat, or sms as on any phone.")] = "chat",
    city: CityFolder = None,
    as_json: AsJson = False,
) -> None:
    r"""Hold the conversation in the terminal, or from a pipe, a line a message.

    Besides words: a choice's number, [Label] presses a button, (pin 42.30, -71.06) shares a location, (photo) sends
    a picture. With --channel sms every answer is a text message, with its segments and encoding.

    Example: printf "There's a huge pothole in front of 32 Church St\n1\n/mine\n" | agora chat --fresh
    """
    if as_ not in ("resident", "staff"):
        fail("--as takes resident or staff")
    if channel not in ("chat", "sms") or (channel == "sms" and as_ == "staff"):
        fail("--channel takes chat, or sms for a resident")
    door = STAFF if as_ == "staff" else PHONE if channel == "sms" else RESIDENTS
    settings = opening.settings()
    house = _house(city or settings.city, settings.model if city is None else None)
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/agora.sqlite" if fresh else settings.database
        database = Database(url, durable=settings.durable and not fresh)
        database.migrate()
        terminal = Terminal(database, house, now, name=name, channel=door)
        if as_ == "staff":
            _show(_enrolled(database, terminal), as_json=as_json)
        for line in _lines(interactive=sys.stdin.isatty() and not as_json):
            _show(terminal.say(line), as_json=as_json)
        database.close()


def _house(folder: Path, model: Path | None) -> House:
    try:
        return build_house(folder, model)
    except CityFolderInvalid as error:
        fail("\n".join(error.faults))
    except NoModel as error:
        fail(f"AGORA_MODEL: {error}")


def _lines(*, interactive: bool) -> Iterator[str]:
    while True:
        if interactive:
            typer.echo("> ", nl=False)
        line = sys.stdin.readline()
        if not line:
            return
        if line.strip():
            yield line.rstrip("\n")


def _enrolled(database: Database, terminal: Terminal) -> list[Shown]:
    """Whoever sits at the machine may be staff; that they came in this way stands in the action log."""
    with database.transaction() as session:
        if staff.member_at(session, terminal.channel, terminal.urn) is not None:
            return []
        code = staff.invite(session, Role.DISPATCHER, None, now=now())
    return terminal.say(f"/start {code}")


def _show(shown: list[Shown], *, as_json: bool) -> None:
    for message in shown:
        if as_json:
            fields: dict[str, object] = {"text": message.text, "choices": message.choices, "topic": message.topic}
            if message.segments is not None:
                fields |= {"segments": message.segments, "encoding": message.encoding}
            say_json(fields)
        else:
            typer.echo(f"{message.plain}\n")
