"""Browsing proposals: the newest, the most supported, of an area or a topic, or any of them with the same chance."""

import random
from collections.abc import Callable, Sequence

from sqlalchemy import ColumnElement
from sqlmodel import Session, col, func, select
from sqlmodel.sql.expression import SelectOfScalar

from storage.proposals import Proposal

PAGE = 5
"""Proposals on one page: as many as a phone shows without scrolling."""
_TRIES = 8
"""Draws before chance gives way to a count, where hardly any number is an open proposal's."""


def newest(session: Session, *, offset: int = 0, limit: int = PAGE) -> Sequence[Proposal]:
    """What can be supported and was published last."""
    rows = _open().order_by(col(Proposal.published_at).desc(), col(Proposal.id).desc())
    return session.exec(rows.offset(offset).limit(limit)).all()


def most_supported(
    session: Session, *, area: str = "", topic: str = "", offset: int = 0, limit: int = PAGE
) -> Sequence[Proposal]:
    """What can be supported and has most supporters, of an area or a topic where they are given."""
    rows = _open()
    if area:
        rows = rows.where(Proposal.area == area)
    if topic:
        rows = rows.where(Proposal.topic == topic)
    order = (col(Proposal.supporters).desc(), col(Proposal.id).desc())
    return session.exec(rows.order_by(*order).offset(offset).limit(limit)).all()


def drawn(session: Session, *, limit: int = PAGE, chance: Callable[[int, int], int] = random.randint) -> list[Proposal]:
    """Some of what can be supported, each with the same chance, whenever it was written.

    Numbers are drawn and those that are no open proposal's thrown away, which is fair and reads only a handful of rows.
    """
    last = session.exec(select(func.max(Proposal.id))).one()
    if last is None:
        return []
    found: set[int] = set()
    for _ in range(_TRIES):
        numbers = {chance(1, last) for _ in range(4 * limit)} - found
        # Whether one is open is asked afterwards: SQLite would read the index of all that are, in place of these few.
        rows = session.exec(select(Proposal.id, Proposal.gathers).where(col(Proposal.id).in_(numbers))).all()
        found |= {number for number, gathers in rows if gathers}
        if len(found) >= limit:
            return _in_order(session, _some(sorted(found), limit, chance))
    return list(session.exec(_open().order_by(func.random()).limit(limit)).all())


def _some(numbers: list[int], limit: int, chance: Callable[[int, int], int]) -> list[int]:
    return [numbers.pop(chance(0, len(numbers) - 1)) for _ in range(min(limit, len(numbers)))]


def _in_order(session: Session, numbers: list[int]) -> list[Proposal]:
    rows = {proposal.id: proposal for proposal in session.exec(select(Proposal).where(col(Proposal.id).in_(numbers)))}
    return [rows[number] for number in numbers]


def areas(session: Session, *, limit: int = 30) -> Sequence[tuple[str, int]]:
    """The areas with proposals that can be supported, and how many they have, most first."""
    count = func.count()
    rows = select(Proposal.area, count).where(_is_open(), col(Proposal.area).is_not(None)).group_by(col(Proposal.area))
    found = session.exec(rows.order_by(count.desc(), col(Proposal.area)).limit(limit)).all()
    return [(area, number) for area, number in found if area]


def topics(session: Session) -> dict[str, int]:
    """How many proposals of each topic can be supported."""
    rows = select(Proposal.topic, func.count()).where(_is_open()).group_by(col(Proposal.topic))
    return dict(session.exec(rows).all())


def count(session: Session, *, area: str = "", topic: str = "") -> int:
    """How many proposals can be supported, of an area or a topic where they are given."""
    rows = select(func.count()).select_from(Proposal).where(_is_open())
    if area:
        rows = rows.where(Proposal.area == area)
    if topic:
        rows = rows.where(Proposal.topic == topic)
    return session.exec(rows).one()


def _open() -> SelectOfScalar[Proposal]:
    return select(Proposal).where(_is_open())


def _is_open() -> ColumnElement[bool]:
    return col(Proposal.gathers).is_(True)
