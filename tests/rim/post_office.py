"""An outbox to fill and to look into, and a channel that does as it is told."""

import asyncio
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlmodel import Session, select

from bot.conversation.reply import Priority, Rendered, Reply, Text
from storage.asks import Ask
from storage.contacts import Contact, Urn
from storage.database import Database
from storage.mail import Media, Outbox
from tests import snapshots
from tests.rim.waiting import until


def now() -> datetime:
    """The time."""
    return datetime.now(UTC)


def late(due_at: datetime) -> float:
    """Seconds until something is due."""
    return (due_at - now()).total_seconds()


def render(_session: Session, row: Outbox) -> Rendered:
    """The first paragraph's id is the text; a text `broken` has no words."""
    reply = Reply.model_validate(row.payload)
    words = "\n".join(paragraph.id for paragraph in reply.paragraphs)
    if words == "broken":
        raise KeyError("no such message: secret")
    rows = [[(str(choice.label), f"a:{reply.ask}:{choice.id}") for choice in reply.choices]] if reply.choices else []
    return Rendered(text=words, buttons=rows, photos=reply.photos)


def reply(words: str, **more: Any) -> Reply:
    """A reply with these words."""
    return Reply(paragraphs=[Text(id=words)], **more)


class PostOffice:
    """Writes rows as the desk does, and reads what became of them."""

    def __init__(self, database: Database) -> None:
        self.database = database

    def address(self, channel: str, address: str) -> Urn:
        """A new contact's address on a channel."""
        with self.database.transaction() as session:
            contact = Contact(language="en", created_at=now())
            session.add(contact)
            session.flush()
            urn = Urn(contact_id=contact.id, channel=channel, address=address, last_seen_at=now())
            session.add(urn)
            return urn

    def ask(self, urn: Urn) -> int:
        """A question to somebody."""
        with self.database.transaction() as session:
            ask = Ask(
                contact_id=urn.contact_id,
                topic="t",
                step="s",
                state={},
                question={},
                created_at=now(),
                expires_at=now(),
            )
            session.add(ask)
            session.flush()
            return ask.id

    def post(
        self, urn: Urn, said: Reply, *, priority: Priority = Priority.REPLY, due_at: datetime | None = None
    ) -> int:
        """Put a reply into the outbox."""
        with self.database.transaction() as session:
            row = Outbox(
                channel=urn.channel,
                contact_id=urn.contact_id,
                urn_id=urn.id,
                ask_id=said.ask,
                priority=priority,
                payload=said.model_dump(mode="json"),
                created_at=now(),
                due_at=due_at or now() - timedelta(hours=1),
            )
            session.add(row)
            session.flush()
            return row.id

    def picture(self, channel: str, file_id: str) -> int:
        """A picture that somebody sent over a channel."""
        with self.database.transaction() as session:
            media = Media(channel=channel, file_id=file_id)
            session.add(media)
            session.flush()
            return media.id

    def row(self, id: int) -> Outbox:
        """A row as it is now."""
        with self.database.transaction() as session:
            return session.exec(select(Outbox).where(Outbox.id == id)).one()

    def media(self, id: int) -> Media:
        """A picture as it is now."""
        with self.database.transaction() as session:
            return session.exec(select(Media).where(Media.id == id)).one()

    def set(self, id: int, **values: Any) -> None:
        """Change a row behind everybody's back."""
        with self.database.transaction() as session:
            row = session.exec(select(Outbox).where(Outbox.id == id)).one()
            for name, value in values.items():
                setattr(row, name, value)

    async def becomes(self, id: int, status: str, seconds: float = 10) -> Outbox:
        """Wait until a row has this status."""
        await until(lambda: self.row(id).status == status, seconds)
        return self.row(id)

    async def fails(self, id: int, attempts: int) -> Outbox:
        """Wait until a row waits again after so many failed attempts."""
        await until(lambda: (row := self.row(id)).error and row.status == "waiting" and row.attempts == attempts)
        return self.row(id)


def picture(file_id: str) -> bytes:
    """A picture of its own for every id, with notes of a camera in it."""
    return snapshots.jpeg((42.3, -71.0), size=(16 * len(file_id), ord(file_id[-1])))


class Obedient:
    """A channel that keeps what it is sent, and raises what it is told to, in turn."""

    name = "residents"

    def __init__(self) -> None:
        self.sent: list[tuple[str, str]] = []
        self.photos: list[Sequence[bytes]] = []
        self.changed: list[tuple[str, str, str]] = []
        self.settled: list[tuple[str, str]] = []
        self.fetched: list[str] = []
        self.errors: list[Exception] = []
        self.fetch_errors: list[Exception] = []
        self.seconds = 0.0
        self.at_once = 0
        self.most_at_once = 0

    async def send(self, address: str, rendered: Rendered, photos: Sequence[bytes]) -> str:
        """Take a message."""
        self.at_once += 1
        self.most_at_once = max(self.most_at_once, self.at_once)
        try:
            await asyncio.sleep(self.seconds)
        finally:
            self.at_once -= 1
        self._fail()
        self.sent.append((address, rendered.text))
        self.photos.append(photos)
        return str(len(self.sent))

    async def change(self, address: str, external_id: str, rendered: Rendered) -> None:
        """Change a message."""
        self._fail()
        self.changed.append((address, external_id, rendered.text))

    async def settle(self, address: str, external_id: str) -> None:
        """Take the buttons away."""
        self._fail()
        self.settled.append((address, external_id))

    async def fetch(self, file_id: str) -> bytes:
        """A picture."""
        self.fetched.append(file_id)
        if self.fetch_errors:
            raise self.fetch_errors.pop(0)
        return picture(file_id)

    def _fail(self) -> None:
        if self.errors:
            raise self.errors.pop(0)
