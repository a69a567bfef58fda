"""Counting what has closed: read in one transaction, counted in none, stored in another; nobody waits for it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, col, func, select

from backend.tally import outcome_json
from backend.votes import roll, votecount, votelog, votes, votesteps
from backend.votes.votelog import Log
from storage.database import Database
from storage.roll import Voter
from storage.votes import Budget, Heading, Phase, VoteStep


@dataclass(frozen=True, slots=True)
class Counted:
    """A part's count: the signed statement that closes its log, and the outcome with all its reasons."""

    heading_id: int
    closing: str
    outcome: str


@dataclass(frozen=True, slots=True)
class Uncounted:
    """All that counting a part takes."""

    heading_id: int
    log: Log
    roll: int | None
    took: int
    out: Mapping[str, str]

    def counted(self) -> Counted:
        """Count; seconds, minutes with raised shares. The same however often it is done."""
        outcome, closing = self.log.board().close(roll=self.roll, took=self.took, out=self.out)
        return Counted(self.heading_id, closing.decode(), outcome_json.written(outcome))


def count_due(database: Database, *, now: datetime) -> int:
    """Count every part that waits for it, one after the other; returns how many."""
    count = 0
    while (waiting := _next(database)) is not None:
        counted = waiting.counted()
        with database.transaction() as session:
            store(session, counted, now=now)
        count += 1
    return count


def _next(database: Database) -> Uncounted | None:
    with database.transaction() as session:
        return due(session)


def due(session: Session) -> Uncounted | None:
    """The next part that is to be counted."""
    over = select(Budget.id).where(col(Budget.phase).in_(votes.OVER))
    rows = select(Heading).where(col(Heading.outcome).is_(None), col(Heading.budget_id).in_(over))
    heading = session.exec(rows.order_by(col(Heading.id)).limit(1)).first()
    if heading is None:
        return None
    budget = session.get_one(Budget, heading.budget_id)
    took = select(func.count()).select_from(Voter).where(Voter.heading_id == heading.id)
    return Uncounted(
        heading.id,
        votelog.log_of(session, heading),
        roll.size(session, budget),
        session.exec(took).one(),
        votecount.withdrawn(session, heading),
    )


def store(session: Session, counted: Counted, *, now: datetime) -> None:
    """Keep a count; the last part's ends that of the whole vote. What another process has stored meanwhile stays."""
    heading = session.get_one(Heading, counted.heading_id, with_for_update=True, populate_existing=True)
    if heading.outcome is None:
        heading.closing, heading.outcome = heading.closing or counted.closing, counted.outcome
        session.flush()
    budget = session.get_one(Budget, heading.budget_id, with_for_update=True, populate_existing=True)
    if budget.phase is Phase.CLOSED and all(one.outcome for one in votes.headings_of(session, budget)):
        budget.phase, budget.counted_at = Phase.COUNTED, now
        votesteps.note(session, budget, VoteStep.COUNTED, now=now)
