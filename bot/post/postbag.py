"""The outbox as the courier sees it; every call is a transaction or two and belongs in a worker thread."""

from collections.abc import Callable, Collection, Sequence
from datetime import datetime, timedelta

from sqlalchemy.exc import SQLAlchemyError
from sqlmodel import Session

from bot.post import outcome
from bot.post.letter import Letter, Render, open_row
from bot.post.outcome import Outcome
from bot.post.quiet import Quiet
from storage import letters, mailbox
from storage.database import Database
from storage.mail import TO_MANY, Outbox

FORGOTTEN = timedelta(minutes=2)
"""A claim so old belongs to a courier that is gone."""
_LOOKS = 10
"""So often one looks on when what was due had to be put off: a night's first minutes are spent with that."""


class Postbag:
    """Gives out what is due and takes back how it ended."""

    def __init__(
        self, database: Database, render: Render, clock: Callable[[], datetime], quiet: Quiet | None = None
    ) -> None:
        self._database = database
        self._render = render
        self._clock = clock
        self._quiet = quiet

    def take(self, channel: str, most: int, bulk: int) -> Sequence[tuple[Outbox, Letter | Outcome]]:
        """Claim what is due and open it, most urgent first, at most `bulk` of it of broadcasts.

        What can't be opened comes with its outcome.
        """
        with self._database.transaction() as session:
            rows = self._claimed(session, channel, most, bulk)
        try:
            return self._opened(rows)
        except SQLAlchemyError:
            # One that the database chokes on must not keep the others closed.
            return [opened for row in rows for opened in self._alone(row)]

    def _claimed(self, session: Session, channel: str, most: int, bulk: int) -> Sequence[Outbox]:
        """What is due and may go out now; what falls into somebody's night is put off on the way."""
        now, ready = self._clock(), list[Outbox]()
        for _ in range(_LOOKS):
            many = sum(row.priority in TO_MANY for row in ready)
            rows = mailbox.claim(session, channel, now, most - len(ready), bulk=bulk - many)
            awake = [row for row in rows if not self._is_put_off(session, row, now)]
            ready += awake
            if len(awake) == len(rows):
                break
        return ready

    def _is_put_off(self, session: Session, row: Outbox, now: datetime) -> bool:
        later = self._quiet.until(session, row, now) if self._quiet is not None else None
        if later is not None:
            letters.postpone(session, row.id, later, "quiet hours")
        return later is not None

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
