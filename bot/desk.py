"""The desk: takes the next message of a contact and deals with it in one transaction."""

import logging
from collections.abc import Callable, Collection, Sequence
from datetime import datetime

from sqlalchemy.exc import OperationalError
from sqlmodel import Session

from backend.staff import staff
from bot import routing
from bot.announcing.announce import announce
from bot.conversation.message import Message
from bot.conversation.reply import Priority, Reply, text
from bot.conversation.turn import House, Turn
from nlp.reading import Hints
from storage import mailbox
from storage.contacts import Contact, Urn
from storage.database import Database
from storage.mail import Inbox
from storage.post import post, posted

log = logging.getLogger(__name__)


class Desk:
    """Handles messages one turn at a time; any number of threads or processes may call `turn`.

    `wake` is told after each turn on which channels something waits to be brought.
    """

    def __init__(
        self,
        database: Database,
        house: House,
        clock: Callable[[], datetime],
        wake: Callable[[Collection[str]], None] = lambda _channels: None,
    ) -> None:
        self._database = database
        self._house = house
        self._clock = clock
        self._wake = wake

    def turn(self, *, channels: Collection[str] | None = None) -> bool:
        """Handle the next message, of these channels only where they are given; False when nothing waits.

        Raises OperationalError when the database is away, and the message goes on waiting. Else, either everything
        that the message caused is committed, or it is set aside with the reason and its writer is told.
        """
        ids: list[int] = []
        try:
            with self._database.transaction() as session:
                now = self._clock()
                rows = mailbox.take(session, now, channels=channels)
                if not rows:
                    return False
                ids = [row.id for row in rows]
                self._handle(session, rows, now)
                mailbox.handled(rows, now)
            self._wake(posted(session))
        except OperationalError:
            raise
        except Exception:
            log.exception("message %s could not be handled", ids)
            self._set_aside(ids)
        return True

    def _handle(self, session: Session, rows: Sequence[Inbox], now: datetime) -> None:
        message = _joined([Message.model_validate(row.payload) for row in rows])
        contact = session.get_one(Contact, rows[0].contact_id)
        is_first = rows[0].received_at <= contact.created_at and not message.text.startswith("/")
        reading = self._house.reader.read(message.text, Hints(language=contact.language, presumed=is_first))
        turn = Turn(
            house=self._house,
            session=session,
            contact=contact,
            urn=session.get_one(Urn, rows[0].urn_id),
            message=message,
            reading=reading,
            now=now,
            inbox_id=rows[0].id,
            staff=staff.member(session, contact.id),
        )
        routing.route(turn)
        session.flush()
        announce(session, self._house.city, now)

    def _set_aside(self, ids: Sequence[int]) -> None:
        with self._database.transaction() as session:
            now = self._clock()
            row = session.get_one(Inbox, ids[0])
            mailbox.failed(session, ids, "the turn failed; see the log", now)
            apology = Reply(paragraphs=[text("turn-failed", reference=str(row.id))])
            urn = session.get_one(Urn, row.urn_id)
            payload = apology.model_dump(mode="json", exclude_defaults=True)
            post(session, urn, payload, priority=Priority.REPLY, now=now, inbox_id=row.id)
        self._wake(posted(session))


def _joined(messages: Sequence[Message]) -> Message:
    """The photos of an album as one message, with the words that stood under any of them."""
    first = messages[0]
    if len(messages) == 1:
        return first
    words = "\n".join(message.text for message in messages if message.text)
    return first.model_copy(
        update={
            "text": words,
            "photos": [photo for message in messages for photo in message.photos],
            "taken": next((message.taken for message in messages if message.taken is not None), None),
            "unusable": next((message.unusable for message in messages if message.unusable is not None), None),
        }
    )
