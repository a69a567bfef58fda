"""The box takes ballots. What was voted is never joined with who voted, and nobody is told totals, staff neither."""

import json
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, col, func, select

from backend.ballotlog.canonical import canonical
from backend.ballotlog.entry import new_entry, receipt_of_leaf
from backend.ballotlog.frozen import FrozenVote
from backend.ballotlog.tree import leaf_hash
from backend.errors import IllegalBallot, NotOpenYet, TooLate
from backend.votes import ballotlimits, roll, votelog, votes
from storage.ballots import Ballot
from storage.roll import Voter
from storage.votes import Budget, BudgetSecret, Heading, Phase

_AT_ONCE = 20
"""Times that a ballot is tried again when the same person sends several at the same moment."""


@dataclass(frozen=True, slots=True)
class Cast:
    """A ballot that was taken: its receipt, and which of its voter it is (1 the first)."""

    receipt: str
    nth: int


def cast(
    session: Session,
    heading: Heading,
    identity: str,
    choices: Sequence[str],
    points: Sequence[int] | None = None,
    *,
    now: datetime,
) -> Cast:
    """Take a ballot; until the close the last one counts. `choices` are the projects' references, best first.

    Raises NotOpenYet, TooLate (to the second) or IllegalBallot.
    """
    # Whoever closes the vote waits for ballots under way, and ballots that come later see that it is closed.
    held = select(Heading).where(Heading.id == heading.id).with_for_update(read=True)
    heading = session.exec(held.execution_options(populate_existing=True)).one()
    budget = session.get_one(Budget, heading.budget_id, populate_existing=True)
    check_open(budget, now)
    vote = votelog.frozen_of(heading)
    ballotlimits.check(vote, choices, points)
    token = roll.token(session, budget, heading.id, identity)
    for _ in range(_AT_ONCE):
        taken = _append(session, heading, vote, token, choices=choices, points=points)
        if taken is not None:
            if taken.nth == 1:
                session.add(Voter(heading_id=heading.id, identity=identity))
                session.flush()
            return taken
    raise IllegalBallot("at-once")


def check_open(budget: Budget, now: datetime) -> None:
    """Raise NotOpenYet or TooLate unless ballots are taken now."""
    if now >= budget.closes_at or budget.phase in votes.OVER:
        raise TooLate
    if now < budget.opens_at or budget.phase in (Phase.DRAFT, Phase.FROZEN):
        raise NotOpenYet


def last_of(session: Session, budget: Budget, heading: Heading, identity: str) -> Ballot | None:
    """The ballot of a person that counts so far; only while the vote is open can that be asked."""
    token = roll.token(session, budget, heading.id, identity)
    rows = select(Ballot).where(Ballot.heading_id == heading.id, Ballot.token == token)
    return session.exec(rows.order_by(col(Ballot.nth).desc()).limit(1)).first()


def entry_of(ballot: Ballot) -> dict[str, Any]:
    """A ballot's entry as the log holds it."""
    entry: dict[str, Any] = json.loads(ballot.entry)
    return entry


def _append(
    session: Session,
    heading: Heading,
    vote: FrozenVote,
    token: str,
    *,
    choices: Sequence[str],
    points: Sequence[int] | None,
) -> Cast | None:
    before = select(func.max(Ballot.nth)).where(Ballot.heading_id == heading.id, Ballot.token == token)
    nth = (session.exec(before).one() or 0) + 1
    entry = new_entry(vote=vote.vote, frozen=vote.hash, token=token, nth=nth, choices=choices, points=points)
    raw = canonical(entry)
    leaf = leaf_hash(raw)
    row = Ballot(
        leaf=leaf.hex(),
        heading_id=heading.id,
        token=token,
        nth=nth,
        entry=raw.decode(),
        receipt=receipt_of_leaf(leaf),
    )
    try:
        with session.begin_nested():
            session.add(row)
    except IntegrityError:  # the same person, at the same moment, by another way
        return None
    return Cast(row.receipt, nth)


def new_secret(budget_id: int, signing_key: bytes) -> BudgetSecret:
    """The keys of a new vote."""
    return BudgetSecret(budget_id=budget_id, roll_key=secrets.token_hex(32), signing_key=signing_key.hex())
