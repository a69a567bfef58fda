"""The log of a vote's part: ballots get their place, heads are signed and shown, receipts are found again."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from random import SystemRandom

from sqlmodel import Session, col, func, select
from sqlmodel.sql.expression import SelectOfScalar

from backend.ballotlog.board import Board, next_head
from backend.ballotlog.canonical import canonical
from backend.ballotlog.frozen import FrozenVote
from backend.ballotlog.heads import Head, written_time
from backend.ballotlog.tree import Tree
from backend.errors import NotOpenYet
from storage.ballots import Ballot, LogHead
from storage.votes import BudgetSecret, Heading

HEAD_EVERY = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class Found:
    """A receipt that the log knows: of which heading, and whether a signed head covers it yet."""

    heading: Heading
    is_covered: bool
    counts: bool
    """Whether it is its token's last ballot."""
    size: int
    head: str
    """The hash of the newest signed head, empty where there is none."""


@dataclass(frozen=True, slots=True)
class Log:
    """A part's log as the database holds it: read quickly, to be taken apart when nobody waits for the database."""

    frozen: str
    signing_key: str
    entries: Sequence[str]
    """Ballots that have a place, in its order."""
    heads: Sequence[str]

    def board(self) -> Board:
        """The same, taken apart."""
        entries, heads = ([json.loads(one) for one in rows] for rows in (self.entries, self.heads))
        return Board(_read(self.frozen), bytes.fromhex(self.signing_key), entries, heads)


def sign_head(session: Session, heading: Heading, *, now: datetime) -> LogHead:
    """Give what came since the last head its place, in mixed order, and sign a head over all."""
    session.exec(select(Heading).where(Heading.id == heading.id).with_for_update()).one()
    highest = select(func.max(Ballot.position)).where(Ballot.heading_id == heading.id)
    position = session.exec(highest).one()
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
    # From the hashes alone: to take every entry apart would keep others waiting, every ten minutes.
    placed = (Ballot.heading_id == heading.id, col(Ballot.position).is_not(None))
    leaves = session.exec(select(Ballot.leaf).where(*placed).order_by(col(Ballot.position)))
    tree = Tree(bytes.fromhex(leaf) for leaf in leaves)
    last = session.exec(_newest_first(heading).limit(1)).first()
    key = bytes.fromhex(session.get_one(BudgetSecret, heading.budget_id).signing_key)
    document = next_head(frozen_of(heading), key, tree, json.loads(last.document) if last else None, now)
    head = LogHead(
        heading_id=heading.id,
        number=1 + (last.number if last else 0),
        size=tree.size,
        signed_at=written_time(now),
        document=canonical(document).decode(),
    )
    session.add(head)
    session.flush()
    return head


def sign_due(session: Session, heading: Heading, *, now: datetime) -> LogHead | None:
    """Sign a head when the last one is older than ten minutes and something came since."""
    last = session.exec(_newest_first(heading).limit(1)).first()
    waiting = select(Ballot.leaf).where(Ballot.heading_id == heading.id, col(Ballot.position).is_(None)).limit(1)
    is_old = last is None or last.signed_at <= written_time(now - HEAD_EVERY)
    if last is None or (is_old and session.exec(waiting).first() is not None):
        return sign_head(session, heading, now=now)
    return None


def _newest_first(heading: Heading) -> SelectOfScalar[LogHead]:
    return select(LogHead).where(LogHead.heading_id == heading.id).order_by(col(LogHead.number).desc())


def heads_of(session: Session, heading: Heading) -> bytes:
    """All signed heads, one a line, as a witness keeps them; they may be shown at any time. Raises NotOpenYet."""
    frozen_of(heading)
    rows = select(LogHead.document).where(LogHead.heading_id == heading.id).order_by(col(LogHead.number))
    return "".join(f"{head}\n" for head in session.exec(rows)).encode()


def log_of(session: Session, heading: Heading) -> Log:
    """The heading's log as it stands; raises NotOpenYet before it is published."""
    if heading.frozen is None:
        raise NotOpenYet
    secret = session.get_one(BudgetSecret, heading.budget_id)
    placed = (Ballot.heading_id == heading.id, col(Ballot.position).is_not(None))
    entries = select(Ballot.entry).where(*placed).order_by(col(Ballot.position))
    heads = select(LogHead.document).where(LogHead.heading_id == heading.id).order_by(col(LogHead.number))
    return Log(heading.frozen, secret.signing_key, session.exec(entries).all(), session.exec(heads).all())


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
    heading = session.get_one(Heading, row.heading_id)
    head = session.exec(_newest_first(heading).limit(1)).first()
    return Found(
        heading=heading,
        is_covered=row.position is not None,
        counts=session.exec(newer).one() == row.nth,
        size=head.size if head else 0,
        head=Head(**json.loads(head.document)["head"]).hash if head else "",
    )
