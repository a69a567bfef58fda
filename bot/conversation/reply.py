"""What the city says: texts by their id, never sentences; the courier turns them into words."""

from datetime import datetime
from enum import IntEnum
from typing import Literal

from pydantic import BaseModel, ConfigDict

from bot.conversation.message import Point
from nlp.reading import Act
from storage.mail import ALERT_PRIORITY, BROADCAST_PRIORITY


class _Value(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Moment(_Value):
    """A point in time, written in the reader's language and the city's time zone; a "day" is one of any year."""

    at: datetime
    style: Literal["date", "day", "time", "datetime"] = "date"


class Money(_Value):
    """An amount, written as its reader's language does; `units` are the smallest, `scale` of them make one."""

    units: int
    scale: int
    currency: str


class Named(_Value):
    """A name or a text that the city gives in several languages; `marked` says so to whoever reads another one."""

    names: dict[str, str]
    marked: bool = False


class Text(_Value):
    """A message of `locales/` by its id, with its variables; variables may be texts themselves."""

    id: str
    args: "dict[str, Variable]" = {}


Variable = int | float | str | Moment | Money | Named | Text


def text(id: str, /, **args: Variable) -> Text:
    """A text with its variables, underscores in their names written as hyphens in `locales/`."""
    return Text(id=id, args={name.replace("_", "-"): value for name, value in args.items()})


class Lines(_Value):
    """Texts that stand below each other as one paragraph."""

    lines: list[Text]


Paragraph = Text | Lines


class Choice(_Value):
    """An answer that is offered: `id` is what the topic sees, `label` what the person sees.

    `means` is the act whose words choose it too ("yes", "cancel").
    """

    id: str
    label: Text | Named | str
    means: Act | None = None


class Priority(IntEnum):
    """Who overtakes whom at the courier; higher goes first."""

    BROADCAST = BROADCAST_PRIORITY
    NOTICE = 5
    ALERT = ALERT_PRIORITY
    REPLY = 9


class Reply(_Value):
    """One message to one person.

    `ask` is the question it puts, whose `choices` become buttons or numbered lines, `columns` a row. `replaces`
    names an ask whose message is changed in place where the channel can; `settles` one whose buttons are taken away.
    `photos` are media ids. `page` counts from 0 where a phone gets a long reply piece by piece. `regardless` is what
    even somebody who wants no messages must be told: that this was understood. Where it `counts`, the choices are not
    numbered: a number is an answer of its own. What is `unkept` is emptied once it was sent.
    """

    paragraphs: list[Paragraph] = []
    choices: list[Choice] = []
    columns: int = 2
    ask: int | None = None
    replaces: int | None = None
    settles: int | None = None
    photos: list[int] = []
    point: Point | None = None
    wants_point: bool = False
    wants_phone: bool = False
    page: int = 0
    regardless: bool = False
    counts: bool = False
    unkept: bool = False


class Rendered(BaseModel):
    """A reply in words, as a channel sends it; `buttons` are rows of (label, payload), payload within 64 bytes.

    `reference` names the reply for a channel that must recognise what it tried to send before; `regardless` is as in
    `Reply`. What is `awaited` answers somebody who has just written, and goes before what nobody waits for.
    """

    model_config = ConfigDict(frozen=True)

    text: str
    buttons: list[list[tuple[str, str]]] = []
    photos: list[int] = []
    point: Point | None = None
    point_button: str | None = None
    phone_button: str | None = None
    reference: int | None = None
    regardless: bool = False
    counts: bool = False
    awaited: bool = False
