"""The box: takes ballots, keeps the log in order, signs heads, and finds receipts again.

What was voted is never joined with who voted. While the vote is open nobody is told totals, staff neither.
"""

import json
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from random import SystemRandom
from typing import Any

from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, col, func, select

from backend.ballotlog.board import Board
from backend.ballotlog.canonical import canonical
from backend.ballotlog.entry import new_entry, receipt_of_leaf
from backend.ballotlog.frozen import FrozenVote
from backend.ballotlog.heads import written_time
from backend.ballotlog.tree import leaf_hash
from backend.errors import IllegalBallot, NotOpenYet, TooLate
from backend.tally.election import WITH_POINTS
from backend.votes import roll
from storage.ballots import Ballot, LogHead
from storage.roll import Voter
from storage.votes import Budget, BudgetSecret, Heading, Phase

HEAD_EVERY = timedelta(minutes=10)
_AT_ONCE = 20
"""Times that a ballot is tried again when the same person sends several at the same moment."""


@dataclass(frozen=True, slots=True)
class Cast:
    """A ballot that was taken: its receipt, and which of its voter it is (1 the first)."""

    receipt: str
    nth: int


@dataclass(frozen=True, slots=True)
class Found:
    """A receipt that the log knows: of which heading, and whether a signed head covers it yet."""

    heading: Heading
    is_covered: bool
    counts: bool
    """Whether it is its token's last ballot."""
    size: int


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
    vote = frozen_of(heading)
    check(vote, choices, points)
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
    if now >= budget.closes_at or budget.phase is Phase.COUNTED:
        raise TooLate
    if now < budget.opens_at or budget.phase in (Phase.DRAFT, Phase.FROZEN):
        raise NotOpenYet


def check(vote: FrozenVote, choices: Sequence[str], points: Sequence[int] | None) -> None:
    """Raise IllegalBallot, naming the text that says why, unless a ballot is within the vote's limits."""
    limits = vote.limits
    costs = {project.id: project.cost for project in vote.projects}
    if unknown := [one for one in choices if one not in costs]:
        raise IllegalBallot("unknown-project", project=unknown[0])
    if len(set(choices)) < len(choices):
        raise IllegalBallot("twice")
    least, most = limits.get("min_length", 0), limits.get("max_length", len(costs))
    if len(choices) < least:
        raise IllegalBallot("too-few", least=least, count=len(choices))
    if len(choices) > most:
        raise IllegalBallot("too-many", most=most, count=len(choices))
    if sum(costs[one] for one in choices) > limits.get("max_sum_cost", sum(costs.values())):
        raise IllegalBallot("too-dear")
    if (points is not None) != (vote.kind in WITH_POINTS):
        raise IllegalBallot("points")
    if points is not None:
        _check_points(vote, choices, points)


def _check_points(vote: FrozenVote, choices: Sequence[str], points: Sequence[int]) -> None:
    limits = vote.limits
    low, high = limits.get("min_points", 0), limits.get("max_points")
    if len(points) != len(choices) or any(one < low or (high is not None and one > high) for one in points):
        raise IllegalBallot("points")
    total = limits.get("max_sum_points")
    if total is not None and sum(points) > total:
        raise IllegalBallot("too-many-points", most=total, count=sum(points))


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


def sign_head(session: Session, heading: Heading, *, now: datetime) -> LogHead:
    """Give what came since the last head its place, in mixed order, and sign a head over all."""
    session.exec(select(Heading).where(Heading.id == heading.id).with_for_update()).one()
    placed = select(func.max(Ballot.position)).where(Ballot.heading_id == heading.id)
    position = session.exec(placed).one()
    position = -1 if position is None else position
    waiting = list(
        session.exec(select(Ballot).where(Ballot.heading_id == heading.id, col(Ballot.position).is_(None))).all()
    )
    SystemRandom().shuffle(waiting)
    following: dict[str, list[Ballot]] = {}
    for row in sorted(waiting, key=lambda row: row.nth):
        following.setdefault(row.token, []).append(row)
    for row in waiting:  # mixed, but each person's ballots in the order in which they came
        position += 1
        following[row.token].pop(0).position = position
    session.flush()
    board = board_of(session, heading)
    document = board.sign_head(now)
    head = LogHead(
        heading_id=heading.id,
        number=len(board.heads),
        size=len(board.entries),
        signed_at=written_time(now),
        document=canonical(document).decode(),
    )
    session.add(head)
    session.flush()
    return head


def sign_due(session: Session, heading: Heading, *, now: datetime) -> LogHead | None:
    """Sign a head when the last one is older than ten minutes and something came since."""
    last = session.exec(
        select(LogHead).where(LogHead.heading_id == heading.id).order_by(col(LogHead.number).desc()).limit(1)
    ).first()
    waiting = select(Ballot.leaf).where(Ballot.heading_id == heading.id, col(Ballot.position).is_(None)).limit(1)
    is_old = last is None or last.signed_at <= written_time(now - HEAD_EVERY)
    if last is None or (is_old and session.exec(waiting).first() is not None):
        return sign_head(session, heading, now=now)
    return None


def board_of(session: Session, heading: Heading) -> Board:
    """The heading's log as it stands: entries that have a place, and all heads."""
    secret = session.get_one(BudgetSecret, heading.budget_id)
    rows = session.exec(
        select(Ballot.entry)
        .where(Ballot.heading_id == heading.id, col(Ballot.position).is_not(None))
        .order_by(col(Ballot.position))
    )
    heads = session.exec(select(LogHead.document).where(LogHead.heading_id == heading.id).order_by(col(LogHead.number)))
    return Board(
        frozen_of(heading),
        bytes.fromhex(secret.signing_key),
        [json.loads(entry) for entry in rows],
        [json.loads(head) for head in heads],
    )


def frozen_of(heading: Heading) -> FrozenVote:
    """The heading's vote as it was published; raises NotOpenYet before that."""
    if heading.frozen is None:
        raise NotOpenYet
    return _read(heading.frozen)


@lru_cache(maxsize=64)
def _read(frozen: str) -> FrozenVote:
    """What was frozen never changes, so that reading it once is enough for thousands of ballots."""
    return FrozenVote.of(json.loads(frozen))


def find(session: Session, receipt: str) -> Found | None:
    """What the log says of a receipt."""
    row = session.exec(select(Ballot).where(Ballot.receipt == receipt)).first()
    if row is None:
        return None
    newer = select(func.max(Ballot.nth)).where(Ballot.heading_id == row.heading_id, Ballot.token == row.token)
    entries = select(func.max(LogHead.size)).where(LogHead.heading_id == row.heading_id)
    return Found(
        heading=session.get_one(Heading, row.heading_id),
        is_covered=row.position is not None,
        counts=session.exec(newer).one() == row.nth,
        size=session.exec(entries).one() or 0,
    )


def new_secret(budget_id: int, signing_key: bytes) -> BudgetSecret:
    """The keys of a new vote."""
    return BudgetSecret(budget_id=budget_id, roll_key=secrets.token_hex(32), signing_key=signing_key.hex())
