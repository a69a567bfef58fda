"""A row of the outbox, opened: all that is needed to bring it, read in one transaction."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from sqlmodel import Session

from bot.conversation.reply import Priority, Rendered, Reply
from storage import letters
from storage.contacts import Urn, UrnStatus
from storage.mail import Outbox

Render = Callable[[Session, Outbox], Rendered]
"""Puts a row's reply into words, for whom and where it goes."""

Duty = Literal["send", "change", "settle", "drop"]


@dataclass(frozen=True)
class Letter:
    """A message on its way.

    Its `duty` is to be sent, to change the message `before`, to take the buttons from that, or to be dropped because
    its recipient blocked the city. `before` is a message sent earlier: its channel, its address, its id there.
    """

    id: int
    urn_id: int
    channel: str
    address: str
    attempts: int
    duty: Duty
    rendered: Rendered
    before: tuple[str, str, str] | None = None


def open_row(session: Session, row: Outbox, render: Render) -> Letter:
    """The letter in a row that was claimed."""
    urn = letters.urn_of(session, row)
    reply = Reply.model_validate(row.payload)
    duty, before = _duty(session, reply, urn)
    return Letter(
        id=row.id,
        urn_id=row.urn_id,
        channel=row.channel,
        address=urn.address,
        attempts=row.attempts,
        duty=duty,
        rendered=_in_words(session, row, render) if duty in {"send", "change"} else Rendered(text=""),
        before=before,
    )


def _in_words(session: Session, row: Outbox, render: Render) -> Rendered:
    return render(session, row).model_copy(update={"awaited": row.priority >= Priority.REPLY})


def _duty(session: Session, reply: Reply, urn: Urn) -> tuple[Duty, tuple[str, str, str] | None]:
    if urn.status == UrnStatus.STOPPED and not reply.regardless:
        return "drop", None
    if reply.settles is not None:
        found = letters.newest_of_ask(session, reply.settles)
        return "settle", _before(*found) if found else None
    if reply.replaces is not None and (found := letters.newest_of_ask(session, reply.replaces)):
        # What was said at another address can't be changed here: it is said anew.
        return ("change", _before(*found)) if found[1].id == urn.id else ("send", None)
    return "send", None


def _before(row: Outbox, urn: Urn) -> tuple[str, str, str]:
    return row.channel, urn.address, row.external_id or ""
