"""`agora broadcast`: how far a message to many has come."""

import sys
import time
from typing import Annotated, Any

import typer
from sqlmodel import Session, col, select

from backend.broadcasts import broadcasts
from bot.commands import store
from bot.commands.saying import AsJson, fail, say, say_json
from bot.wallclock import now
from storage.broadcasts import Broadcast, BroadcastStatus

app = typer.Typer(help="Broadcasts: one message to many.", no_args_is_help=True)

_LOOK = 1.0
"""Seconds between two looks at a broadcast."""

_OVER = frozenset({BroadcastStatus.DONE, BroadcastStatus.CANCELLED})


@app.callback()
def group() -> None:
    """Broadcasts: one message to many."""


@app.command()
def watch(
    id: Annotated[int | None, typer.Argument(help="The broadcast's number; without it, the newest.")] = None,
    as_json: AsJson = False,
) -> None:
    """Watch a broadcast go out until it is over; with --json, say once how far it is.

    Example: agora broadcast watch 12
    """
    with store.session() as session:
        newest = select(Broadcast.id).order_by(col(Broadcast.id).desc()).limit(1)
        found = (
            session.get(Broadcast, id) if id is not None else session.get(Broadcast, session.exec(newest).first() or 0)
        )
        if found is None:
            fail("there is no such broadcast")
        id, total = found.id, found.total
        if as_json:
            say_json({"id": id, "subject": found.subject, **_progress(session, id)})
            return
    with typer.progressbar(length=total, label=f"broadcast {id}", file=sys.stderr) as bar:
        over = 0
        while True:
            with store.session() as session:
                fields = _progress(session, id)
            bar.update(fields["total"] - fields["waiting"] - over)
            over = fields["total"] - fields["waiting"]
            if fields["status"] in _OVER:
                break
            time.sleep(_LOOK)
    say(
        f"{fields['status']}: {fields['sent']} sent, {fields['failed']} failed, {fields['blocked']} blocked us, "
        f"{fields['answered']} answered"
    )


def _progress(session: Session, id: int) -> dict[str, Any]:
    progress = broadcasts.progress(session, id)
    left = broadcasts.remaining(session, id, now())
    return {**vars(progress), "seconds_left": round(left.total_seconds()) if left else None}
