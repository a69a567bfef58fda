"""`agora sms`: keys of the numbers, their rotation, wiping numbers, how the gateways fare."""

import base64
import secrets
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Annotated

import typer
from pydantic import ValidationError

from bot.channels.sms import custody
from bot.channels.sms.settings import SmsSettings
from bot.channels.sms.vault import KEY_BYTES, Vault
from bot.commands import store
from bot.commands.saying import AsJson, answer, fail
from bot.wallclock import now
from storage.database import Database

app = typer.Typer(help="Text messages: keys of the numbers, and how gateways fare.", no_args_is_help=True)


@app.command()
def key(as_json: AsJson = False) -> None:
    """Make a key: 32 random bytes in base64, for AGORA_SMS_INDEX_KEY or AGORA_SMS_SEAL_KEYS.

    Example: agora sms key
    """
    made = base64.urlsafe_b64encode(secrets.token_bytes(KEY_BYTES)).decode()
    answer({"key": made}, made, as_json=as_json)


@app.command()
def rotate(as_json: AsJson = False) -> None:
    """Seal every number anew with the first key of AGORA_SMS_SEAL_KEYS; afterwards the others can be dropped.

    Example: AGORA_SMS_SEAL_KEYS=NEW,OLD agora sms rotate
    """
    with _open() as (database, vault):
        done, lost = custody.rotate(database, vault, progress=None if as_json else _progress)
    words = f"{done} numbers sealed with the newest key, {lost} can't be read with any key at hand."
    answer({"sealed": done, "unreadable": lost}, words, as_json=as_json)
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
    answer({"wiped": wiped}, f"{wiped} numbers wiped.", as_json=as_json)


@app.command()
def health(as_json: AsJson = False) -> None:
    """Show how each gateway fared in the last hour: texts by state.

    Example: agora sms health --json
    """
    with _open() as (database, _vault):
        found = custody.health(database, since=now() - timedelta(hours=1))
    lines = [f"{name}: {', '.join(f'{n} {state}' for state, n in states.items())}" for name, states in found.items()]
    answer(found, "\n".join(lines) or "No texts in the last hour.", as_json=as_json)


@contextmanager
def _open() -> Iterator[tuple[Database, Vault]]:
    try:
        vault = SmsSettings().vault()
    except ValidationError as error:
        fail("\n".join(str(fault["msg"]) for fault in error.errors()))
    except ValueError as error:
        fail(str(error))
    with store.database() as database:
        yield database, vault


def _progress(done: int, count: int) -> None:
    if sys.stderr.isatty():
        typer.echo(f"\r{done} of {count}", nl=done >= count, err=True)
