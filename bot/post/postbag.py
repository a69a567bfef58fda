"""The outbox as the courier sees it; every call is a transaction or two and belongs in a worker thread."""

from collections.abc import Callable, Collection, Sequence
from datetime import datetime, timedelta

from sqlalchemy.exc import SQLAlchemyError
from sqlmodel import Session

from bot.post import outcome
from bot.post.letter import Letter, Render, open_row
from bot.post.outcome import Outcome
from storage import letters, mailbox
from storage.database import Database
from storage.mail import Outbox

FORGOTTEN = timedelta(minutes=2)
"""A claim so old belongs to a courier that is gone."""


class Postbag:
    """Gives out what is due and takes back how it ended."""

    def __init__(self, database: Database, render: Render, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._render = render
        self._clock = clock

    def take(self, channel: str, most: int, bulk: int) -> Sequence[tuple[Outbox, Letter | Outcome]]:
        """Claim what is due and open it, most urgent first, at most `bulk` of it of broadcasts.

        What can't be opened comes with its outcome.
        """
        with self._database.transaction() as session:
            rows = mailbox.claim(session, channel, self._clock(), most, bulk=bulk)
        try:
            return self._opened(rows)
        except SQLAlchemyError:
            # One that the database chokes on must not keep the others closed.
            return [opened for row in rows for opened in self._alone(row)]

    def note(self, ended: Sequence[tuple[Outbox, Outcome]]) -> Sequence[None]:
        """Write down how deliveries ended."""
        with self._database.transaction() as session:
            for row, how in ended:
                outcome.note(session, row, how, self._clock())
        return [None] * len(ended)

    def put_back(self, ids: Collection[int]) -> None:
        """Give back what was claimed and not finished."""
        with self._database.transaction() as session:
            letters.unclaim(session, ids)

    def free_forgotten(self, mine: Collection[int]) -> int:
        """Free what couriers that are gone have claimed; returns how many."""
        with self._database.transaction() as session:
            return letters.release_others(session, self._clock() - FORGOTTEN, mine)

    def free_all(self) -> int:
        """Free everything that is claimed, because nobody else can be at it; returns how many."""
        with self._database.transaction() as session:
            return mailbox.release(session, self._clock() + timedelta(days=1))

    def _alone(self, row: Outbox) -> Sequence[tuple[Outbox, Letter | Outcome]]:
        try:
            return self._opened([row])
        except SQLAlchemyError as error:
            return [(row, outcome.of_error(error, row.attempts))]

    def _opened(self, rows: Sequence[Outbox]) -> Sequence[tuple[Outbox, Letter | Outcome]]:
        with self._database.transaction() as session:
            return [(row, self._letter(session, row)) for row in rows]

    def _letter(self, session: Session, row: Outbox) -> Letter | Outcome:
        try:
            return open_row(session, row, self._render)
        except SQLAlchemyError:
            raise
        except Exception as error:  # noqa: BLE001 - one message without words must not stop the others
            return outcome.of_error(error, row.attempts)
