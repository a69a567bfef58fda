"""The terminal: the same conversation, line by line; what a phone would send besides words is written in brackets.

There's a pothole at 32 Church St      words
2                                      the second choice
[Send]                                 a button, pressed by its label
(pin 42.3086, -71.0621)                a shared location
(photo) the lamp at night              a picture, with words under it
(file 42.3086, -71.0621) the lamp      a picture sent as a file, which says where it was taken
(contact +1 617 555 0100)              one's own telephone number, shared; (contact) is somebody else's
(file heic) the lamp                   a file that can't be used, and why: heic, broken, too-big
"""

import re
import time
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any
from uuid import uuid4

from pydantic import BaseModel, ConfigDict
from sqlmodel import Session, col, select

from bot.channels.sms import pages
from bot.channels.sms.addressing import addressed
from bot.channels.sms.segments import segmented
from bot.conversation.ask import question_of
from bot.conversation.message import Event, Message, Photo, Point, Pressed
from bot.conversation.phones import PHONES
from bot.conversation.rendering import numbered, render, reply_in
from bot.conversation.reply import Rendered, Reply
from bot.conversation.turn import House
from bot.desk import Desk
from bot.intake import Intake
from storage import mailbox
from storage.asks import Ask
from storage.contacts import Contact, Urn
from storage.database import Database
from storage.mail import Outbox, OutboxStatus

RESIDENTS, STAFF, PHONE = "terminal", "terminal-staff", "terminal-sms"
"""The terminal's doors: two as there are two Telegram bots, and one through which it plays a phone."""

_EVENTS = {"blocks": Event.BLOCKED, "unblocks": Event.UNBLOCKED}
_PIN = re.compile(r"\(pin\s+(-?[\d.]+)\s*,\s*(-?[\d.]+)\)\s*(.*)", re.DOTALL)
_FILE = re.compile(r"\(file\s+(-?[\d.]+)\s*,\s*(-?[\d.]+)\)\s*(.*)", re.DOTALL)
_UNUSABLE = re.compile(r"\(file\s+(heic|broken|too-big)\)\s*(.*)", re.DOTALL)
_CONTACT = re.compile(r"\(contact\s+([+\d ]+)\)")
_BRACKET = re.compile(r"\((photo|album|sticker|voice|contact|blocks|unblocks)\)\s*(.*)", re.DOTALL)
_BUTTON = re.compile(r"\[([^\]]+)\]")


class Shown(BaseModel):
    """One message of the city, as the terminal shows it; `topic` is what its question belongs to.

    `segments` and `encoding` are what it costs as a text message, where the terminal plays a phone.
    """

    model_config = ConfigDict(frozen=True)

    text: str
    choices: list[str]
    topic: str | None
    plain: str
    rendered: Rendered
    segments: int | None = None
    encoding: str | None = None


class Terminal:
    """One person at a terminal. Everything is done before `say` returns."""

    def __init__(
        self,
        database: Database,
        house: House,
        clock: Callable[[], datetime],
        *,
        name: str,
        channel: str = RESIDENTS,
        pause: Callable[[float], None] = time.sleep,
    ) -> None:
        self._database = database
        self._house = house
        self._clock = clock
        self._name = name
        self.channel = channel
        self._pause = pause
        self.urn = f"terminal:{name.casefold()}"
        self._desk = Desk(database, house, clock)
        self._intake = Intake(database, house.city.languages, clock, wake=lambda: None)
        self._menus: list[dict[str, str]] = []

    def say(self, line: str) -> list[Shown]:
        """Send a line and return what the city answers."""
        self.send(self.messages(line))
        return self.read()

    def send(self, messages: Sequence[Message]) -> None:
        """Hand messages in and let the desk deal with them."""
        self._intake.store(messages)
        if any(message.album for message in messages):
            self._pause(mailbox.ALBUM_WAIT.total_seconds() * 1.1)
        while self._desk.turn(channels={RESIDENTS, STAFF, PHONE}):
            pass

    def messages(self, line: str) -> list[Message]:
        """The messages that a line stands for; an album is several."""
        if placed := self._placed(line):
            return [placed]
        if unusable := _UNUSABLE.fullmatch(line):
            return [self._message(text=unusable[2], unusable=unusable[1])]
        if contact := _CONTACT.fullmatch(line.strip()):
            return [self._message(phone="".join(filter(str.isdecimal, contact[1])))]
        if button := _BUTTON.fullmatch(line.strip()):
            return [self._tapped(button[1])]
        if bracket := _BRACKET.fullmatch(line):
            return self._bracketed(bracket[1], bracket[2])
        return [self._message(text=line)]

    def _placed(self, line: str) -> Message | None:
        if pin := _PIN.fullmatch(line):
            return self._message(text=pin[3], point=Point(lat=float(pin[1]), lon=float(pin[2])))
        if file := _FILE.fullmatch(line):
            taken = Point(lat=float(file[1]), lon=float(file[2]))
            return self._message(text=file[3], photos=[self._photo()], taken=taken)
        return None

    def _tapped(self, label: str) -> Message:
        if self.channel in PHONES:
            return self._message(text=self._dialled(label))
        pressed = self._pressed(label)
        return self._message(text=label) if pressed is None else self._message(pressed=pressed)

    def _bracketed(self, what: str, words: str) -> list[Message]:
        if what in _EVENTS:
            return [self._message(event=_EVENTS[what])]
        if what == "photo":
            return [self._message(text=words, photos=[self._photo()])]
        if what == "album":
            album = uuid4().hex
            captions = (words, "", "")
            return [self._message(text=caption, photos=[self._photo()], album=album) for caption in captions]
        return [self._message(unsupported=what)]

    def _message(self, **fields: Any) -> Message:
        return Message(
            channel=self.channel,
            external_id=uuid4().hex,
            urn=self.urn,
            name=self._name,
            sent_at=self._clock(),
            **fields,
        )

    def _photo(self) -> Photo:
        return Photo(file_id=uuid4().hex, channel=self.channel)

    def _pressed(self, label: str) -> Pressed | None:
        """The newest button with this label, also one whose question is over: people press those too."""
        with self._database.transaction() as session:
            asks = select(Ask).join(Urn, col(Urn.contact_id) == col(Ask.contact_id)).where(*self._own_urn())
            for ask in session.exec(asks.order_by(col(Ask.id).desc())):
                for choice in question_of(ask).choices:
                    if self._house.texts.label(choice, self._language(session)) == label:
                        return Pressed(ask=ask.id, choice=choice.id)
        return None

    def _dialled(self, label: str) -> str:
        """What a phone sends for this label in the newest menu that has it: its digit, or the word itself."""
        return next((menu[label] for menu in reversed(self._menus) if label in menu), label)

    def _language(self, session: Session) -> str:
        own = select(Contact.language).join(Urn, col(Urn.contact_id) == col(Contact.id)).where(*self._own_urn())
        return session.exec(own).one()

    def _own_urn(self) -> tuple[Any, Any]:
        return col(Urn.channel) == self.channel, col(Urn.address) == self.urn

    def read(self) -> list[Shown]:
        """What the city has written since the last reading."""
        with self._database.transaction() as session:
            waiting = (
                select(Outbox)
                .join(Urn, col(Urn.id) == col(Outbox.urn_id))
                .where(*self._own_urn(), Outbox.status == OutboxStatus.WAITING)
                .order_by(col(Outbox.priority).desc(), col(Outbox.id))
            )
            shown = [self._show(session, row) for row in session.exec(waiting).all()]
        return [message for message in shown if message is not None]

    def _show(self, session: Session, row: Outbox) -> Shown | None:
        reply = reply_in(row)
        mailbox.handed_over(row, str(row.id), self._clock())
        if not reply.paragraphs:
            return None
        language = self._language(session)
        rendered = render(reply, self._house.texts, language)
        ask = session.get(Ask, reply.ask) if reply.ask else None
        if self.channel in PHONES:
            return self._texted(addressed(session, row, reply), rendered, language, ask)
        return Shown(
            text=rendered.text,
            choices=[label for row in rendered.buttons for label, _ in row],
            topic=ask.topic if ask else None,
            plain=numbered(rendered),
            rendered=rendered,
        )

    def _texted(self, reply: Reply, rendered: Rendered, language: str, ask: Ask | None) -> Shown:
        choices = [label for row in rendered.buttons for label, _ in row]
        self._menus.append({label: label if reply.counts else str(n) for n, label in enumerate(choices, start=1)})
        texted = pages.render(reply, self._house.texts, language)
        cost = segmented(texted.text)
        return Shown(
            text=texted.text,
            choices=choices,
            topic=ask.topic if ask else None,
            plain=f"{texted.text}\n[{cost.segments} x {cost.encoding}, {cost.units}]",
            rendered=texted,
            segments=cost.segments,
            encoding=cost.encoding,
        )
