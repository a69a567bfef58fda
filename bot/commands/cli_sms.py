"""Commands of text messages: keys, their rotation, wiping numbers, how the gateways fare."""

import base64
import json
import secrets
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Annotated, NoReturn

import typer
from pydantic import ValidationError

from bot.app import now
from bot.channels.sms import custody
from bot.channels.sms.settings import SmsSettings
from bot.channels.sms.vault import KEY_BYTES, Vault
from bot.settings import Settings
from storage.database import Database

app = typer.Typer(help="Text messages: keys of the numbers, and how gateways fare.", no_args_is_help=True)

AsJson = Annotated[bool, typer.Option("--json", help="One JSON object, for programs.")]


@app.command()
def key(as_json: AsJson = False) -> None:
    """Make a key: 32 random bytes in base64, for AGORA_SMS_INDEX_KEY or AGORA_SMS_SEAL_KEYS.

    Example: agora sms key
    """
    made = base64.urlsafe_b64encode(secrets.token_bytes(KEY_BYTES)).decode()
    print(json.dumps({"key": made}) if as_json else made)


@app.command()
def rotate(as_json: AsJson = False) -> None:
    """Seal every number anew with the first key of AGORA_SMS_SEAL_KEYS; afterwards the others can be dropped.

    Example: AGORA_SMS_SEAL_KEYS=NEW,OLD agora sms rotate
    """
    with _open() as (database, vault):
        done, lost = custody.rotate(database, vault, progress=None if as_json else _progress)
    if as_json:
        print(json.dumps({"sealed": done, "unreadable": lost}))
    else:
        print(f"{done} numbers sealed with the newest key, {lost} can't be read with any key at hand.")
    raise typer.Exit(1 if lost else 0)


@app.command()
def wipe(
    days: Annotated[int, typer.Option(min=1, help="Days since the phone was last heard of.")] = 90,
    as_json: AsJson = False,
) -> None:
    """Wipe the numbers to which nothing is owed any more; a STOP is remembered by the hash alone.

    Example: agora sms wipe --days 90
    """
    with _open() as (database, _vault):
        wiped = custody.wipe(database, before=now() - timedelta(days=days))
    print(json.dumps({"wiped": wiped}) if as_json else f"{wiped} numbers wiped.")


@app.command()
def health(as_json: AsJson = False) -> None:
    """Show how each gateway fared in the last hour: texts by state.

    Example: agora sms health --json
    """
    with _open() as (database, _vault):
        found = custody.health(database, since=now() - timedelta(hours=1))
    if as_json:
        print(json.dumps(found))
    else:
        lines = [
            f"{name}: {', '.join(f'{n} {state}' for state, n in states.items())}" for name, states in found.items()
        ]
        print("\n".join(lines) or "No texts in the last hour.")


@contextmanager
def _open() -> Iterator[tuple[Database, Vault]]:
    try:
        settings, vault = Settings(), SmsSettings().vault()
    except ValidationError as error:
        _fail("\n".join(str(fault["msg"]) for fault in error.errors()))
    except ValueError as error:
        _fail(str(error))
    database = Database(settings.database, durable=settings.durable)
    database.migrate()
    try:
        yield database, vault
    finally:
        database.close()


def _progress(done: int, count: int) -> None:
    if sys.stderr.isatty():
        print(f"\r{done} of {count}", end="" if done < count else "\n", file=sys.stderr, flush=True)


def _fail(why: str) -> NoReturn:
    print(why, file=sys.stderr)
    raise typer.Exit(2)
