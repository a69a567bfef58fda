"""The `agora` command: what a person types on the machine that runs the city's bot."""

import asyncio
import json
import logging
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, NoReturn

import typer
from pydantic import ValidationError
from sqlalchemy import func
from sqlmodel import col, select

from backend.city import cityfolder as cities
from backend.city.city import City
from backend.errors import CityFolderInvalid
from backend.reports import referrals as referring
from backend.staff import actionlog, staff
from bot import serving
from bot.app import KINDS, LOCALES, build_house, now
from bot.channels.terminal import PHONE, RESIDENTS, STAFF, Shown, Terminal
from bot.commands import cli_consult, cli_nlp, cli_opinions, cli_simulate, cli_sms, cli_tally, cli_vote, cli_weigh
from bot.conversation import locale_check
from bot.conversation.turn import House
from bot.settings import Settings, unknown_names
from nlp.tenant import NoModel
from storage.database import Database
from storage.mail import Outbox, OutboxStatus
from storage.people import Role

app = typer.Typer(
    help="City hall in a chat: report, suggest, answer, vote, and hear back what the city did.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)
staff_app = typer.Typer(help="City staff: who may work in the staff bot.", no_args_is_help=True)
city_app = typer.Typer(help="City folders: the data that makes Agora a city's own.", no_args_is_help=True)
locales_app = typer.Typer(help="Texts: every word the bot says.", no_args_is_help=True)
app.add_typer(staff_app, name="staff")
app.add_typer(city_app, name="city")
app.add_typer(locales_app, name="locales")
app.add_typer(cli_nlp.app)
app.add_typer(cli_weigh.app)
app.add_typer(cli_opinions.app)
app.add_typer(cli_tally.app, name="tally")
app.add_typer(cli_vote.app, name="vote")
app.add_typer(cli_sms.app, name="sms")
app.add_typer(cli_consult.app, name="consultation")
app.add_typer(cli_consult.broadcast_app, name="broadcast")
app.add_typer(cli_simulate.app, name="simulate")

AsJson = Annotated[bool, typer.Option("--json", help="One JSON object a line, for programs.")]
CityFolder = Annotated[Path | None, typer.Option("--city", help="City folder; default: the one in the settings.")]


def main() -> None:
    """Run the command line."""
    app()


@app.command()
def serve() -> None:
    """Run the city's bots. Without tokens: the sandbox, with phones in the browser.

    Example: AGORA_RESIDENTS_TOKEN=… AGORA_STAFF_TOKEN=… agora serve
    """
    settings = _settings()
    logging.basicConfig(level=settings.log_level, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    for chatty in ("alembic", "apscheduler", "aiohttp.access"):
        logging.getLogger(chatty).setLevel(logging.WARNING)
    try:
        asyncio.run(serving.serve(settings))
    except serving.CannotServe as error:
        _fail(str(error))


@app.command()
def chat(
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
        _fail("--as takes resident or staff")
    if channel not in ("chat", "sms") or (channel == "sms" and as_ == "staff"):
        _fail("--channel takes chat, or sms for a resident")
    door = STAFF if as_ == "staff" else PHONE if channel == "sms" else RESIDENTS
    settings = _settings()
    house = _house(city or settings.city, settings.model if city is None else None)
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/agora.sqlite" if fresh else settings.database
        database = Database(url, durable=settings.durable and not fresh)
        database.migrate()
        terminal = Terminal(database, house, now, name=name, channel=door)
        if as_ == "staff":
            _print_shown(_enrolled(database, terminal), as_json=as_json)
        for line in _lines(interactive=sys.stdin.isatty() and not as_json):
            _print_shown(terminal.say(line), as_json=as_json)
        database.close()


def _lines(*, interactive: bool) -> Iterator[str]:
    while True:
        if interactive:
            print("> ", end="", flush=True)
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


def _print_shown(shown: list[Shown], *, as_json: bool) -> None:
    for message in shown:
        if as_json:
            fields: dict[str, object] = {"text": message.text, "choices": message.choices, "topic": message.topic}
            if message.segments is not None:
                fields |= {"segments": message.segments, "encoding": message.encoding}
            print(json.dumps(fields, ensure_ascii=False), flush=True)
        else:
            print(message.plain, end="\n\n", flush=True)


@staff_app.command("invite")
def staff_invite(
    role: Annotated[Role, typer.Option(help="What they may do: agent (own department), dispatcher (all), admin.")],
    department: Annotated[str | None, typer.Option(help="Code of the agent's department, as in city.toml.")] = None,
    as_json: AsJson = False,
) -> None:
    """Make a one-time code; whoever sends it to the staff bot within a week is enrolled.

    Example: agora staff invite --role dispatcher
    """
    settings = _settings()
    city = _city(settings.city)
    if role is Role.AGENT and department not in {known.code for known in city.departments}:
        _fail(f"an agent needs --department, one of: {', '.join(known.code for known in city.departments)}")
    database = Database(settings.database, durable=settings.durable)
    database.migrate()
    with database.transaction() as session:
        code = staff.invite(session, role, department, now=now())
    database.close()
    print(json.dumps({"code": code, "role": role.value, "department": department}) if as_json else code)


@staff_app.command("log")
def staff_log(
    csv: Annotated[Path | None, typer.Option("--csv", help="Write it to this file, as a table.")] = None,
    as_json: AsJson = False,
) -> None:
    """Show the action log: who of the staff did what, on what, when and why; oldest first.

    Example: agora staff log --csv log.csv
    """
    settings = _settings()
    database = Database(settings.database, durable=settings.durable)
    database.migrate()
    with database.transaction() as session:
        if csv is not None:
            with csv.open("w", encoding="utf-8", newline="") as file:
                print(f"{csv}: {actionlog.write_csv(session, file)} acts")
            return
        for entry in actionlog.entries(session):
            print(json.dumps(entry, ensure_ascii=False) if as_json else actionlog.line(entry))
    database.close()


@city_app.command("check")
def city_check(folder: Annotated[Path, typer.Argument(help="The city's folder.")], as_json: AsJson = False) -> None:
    """Say in plain words what is wrong with a city folder; exit code 1 when anything is.

    Example: agora city check cities/boston
    """
    faults = cities.check(folder, KINDS)
    if as_json:
        print(json.dumps({"folder": str(folder), "faults": faults}, ensure_ascii=False))
    else:
        print("\n".join(faults) if faults else f"{folder} is in order.")
    raise typer.Exit(1 if faults else 0)


@app.command()
def outbox(as_json: AsJson = False) -> None:
    """Show what waits to be sent, and what can never be sent, with the reason.

    Example: agora outbox --json
    """
    settings = _settings()
    database = Database(settings.database, durable=settings.durable)
    database.migrate()
    with database.transaction() as session:
        counts = dict(session.exec(select(Outbox.status, func.count()).group_by(col(Outbox.status))).all())
        parked = session.exec(select(Outbox).where(Outbox.status == OutboxStatus.PARKED).order_by(col(Outbox.id))).all()
    database.close()
    rows = [
        {"id": row.id, "channel": row.channel, "at": row.created_at.isoformat(), "why": row.error} for row in parked
    ]
    if as_json:
        print(json.dumps({"counts": {str(status): count for status, count in counts.items()}, "parked": rows}))
        return
    print(", ".join(f"{count} {status}" for status, count in sorted(counts.items())) or "The outbox is empty.")
    for row in rows:
        print(f"{row['id']}  {row['at']}  {row['channel']}  {row['why']}")


@app.command()
def referrals(
    csv: Annotated[Path | None, typer.Option("--csv", help="Write them to this file, as a table.")] = None,
    as_json: AsJson = False,
) -> None:
    """Show what residents brought that is another body's or lies outside the city; oldest first.

    Example: agora referrals --csv referrals.csv
    """
    settings = _settings()
    database = Database(settings.database, durable=settings.durable)
    database.migrate()
    with database.transaction() as session:
        if csv is not None:
            with csv.open("w", encoding="utf-8", newline="") as file:
                print(f"{csv}: {referring.write_csv(session, file)} referrals")
            return
        for entry in referring.entries(session):
            print(json.dumps(entry, ensure_ascii=False) if as_json else referring.line(entry))
    database.close()


@locales_app.command("check")
def locales_check(as_json: AsJson = False) -> None:
    """Prove that every text exists in every language with the same variables, and that every text is used.

    Example: agora locales check
    """
    faults = locale_check.faults(LOCALES)
    if as_json:
        print(json.dumps({"faults": faults}, ensure_ascii=False))
    else:
        print("\n".join(faults) if faults else "All texts are in order.")
    raise typer.Exit(1 if faults else 0)


def _settings() -> Settings:
    if unknown := unknown_names():
        _fail(f"unknown settings: {', '.join(unknown)}")
    try:
        return Settings()
    except ValidationError as error:
        faults = [f"AGORA_{str(fault['loc'][0]).upper()}: {fault['msg']}" for fault in error.errors()]
        _fail("\n".join(faults))


def _house(folder: Path, model: Path | None) -> House:
    try:
        return build_house(folder, model)
    except CityFolderInvalid as error:
        _fail("\n".join(error.faults))
    except NoModel as error:
        _fail(f"AGORA_MODEL: {error}")


def _city(folder: Path) -> City:
    try:
        return cities.load(folder, KINDS)
    except CityFolderInvalid as error:
        _fail("\n".join(error.faults))


def _fail(why: str) -> NoReturn:
    print(why, file=sys.stderr)
    raise typer.Exit(2)


if __name__ == "__main__":
    main()
