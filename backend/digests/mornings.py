"""Mornings: what waits for each of the staff as the day begins, told once."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import NamedTuple

from sqlalchemy import ColumnElement, func
from sqlmodel import Session, col, select

from backend.city.city import City
from backend.proposals.proposal_lifecycle import OPEN
from storage.digests import Digest, Frequency
from storage.people import Role, Staff
from storage.proposals import Proposal
from storage.questions import CityQuestion, QuestionState
from storage.requests import ServiceRequest, Status, Substatus

_AROUND = timedelta(minutes=30)
"""The list comes at most so long before or after the offices open: later it is no morning list."""


@dataclass(frozen=True)
class Morning:
    """Open reports of a department, or of all: new since yesterday, due today, overdue, contested, waiting.

    `questions` and `proposals` wait for the city: questions passed on, proposals that enough people support.
    """

    new: int
    due: int
    overdue: int
    contested: int
    waiting: int
    questions: int
    proposals: int

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to tell."""
        return not any(asdict(self).values())


def due(session: Session, city: City, now: datetime) -> Iterator[tuple[Staff, Morning]]:
    """Those of the staff who have not had today's list and for whom there is one; noted as told."""
    opens = opening(city, now)
    if opens is None:
        return
    period = opens.date().isoformat()
    known: dict[str | None, Morning] = {}
    for member in untold(session, period):
        department = member.department if member.role is Role.AGENT else None
        if department not in known:
            known[department] = _morning(session, city, department, now)
        morning = known[department]
        if not morning.is_empty:
            since, items = now - timedelta(days=1), sum(asdict(morning).values())
            note(session, member, period, Frequency.DAILY, Stretch(opens, since, now, items))
            yield member, morning


class Stretch(NamedTuple):
    """What a list is about: when it was due, from when until when, in how many items."""

    due_at: datetime
    since: datetime
    until: datetime
    items: int


def opening(city: City, now: datetime) -> datetime | None:
    """When the offices open today, on the city's wall clock; None unless it is about that time."""
    today = now.astimezone(city.zone).date()
    spans = city.calendar.spans(today)
    opens = datetime.combine(today, spans[0][0], city.zone) if spans else None
    return opens if opens is not None and opens - _AROUND <= now < opens + _AROUND else None


def untold(session: Session, period: str) -> Sequence[Staff]:
    """Those of the staff who were not told yet of a period; held until the transaction ends."""
    told = select(Digest.contact_id).where(Digest.period == period)
    waiting = select(Staff).where(col(Staff.left_at).is_(None), col(Staff.contact_id).not_in(told))
    return session.exec(waiting.order_by(col(Staff.id)).with_for_update(skip_locked=True)).all()


def note(session: Session, member: Staff, period: str, frequency: Frequency, about: Stretch) -> None:
    """Write down that somebody of the staff was told of a period."""
    session.add(
        Digest(
            contact_id=member.contact_id, period=period, frequency=frequency, due_at=about.due_at,
            issued_at=about.until, since_at=about.since, until_at=about.until, items=about.items,
        )
    )  # fmt: skip


def _morning(session: Session, city: City, department: str | None, now: datetime) -> Morning:
    end = city.calendar.end_of(now.astimezone(city.zone).date(), city.zone)
    conditions: dict[str, ColumnElement[bool]] = {
        "new": col(ServiceRequest.requested_at) > now - timedelta(days=1),
        "due": (col(ServiceRequest.expected_at) > now) & (col(ServiceRequest.expected_at) <= end),
        "overdue": col(ServiceRequest.expected_at) <= now,
        "contested": col(ServiceRequest.substatus) == Substatus.REOPENED,
        "waiting": col(ServiceRequest.substatus) == Substatus.WAITING,
    }
    is_open = col(ServiceRequest.status) == Status.OPEN
    counts = {
        name: _count(session, ServiceRequest, department, is_open & condition) for name, condition in conditions.items()
    }
    reached = col(Proposal.reached_at).is_not(None) & col(Proposal.answered_at).is_(None)
    return Morning(
        **counts,
        questions=_count(session, CityQuestion, department, col(CityQuestion.state) == QuestionState.WAITING),
        proposals=_count(session, Proposal, department, reached & col(Proposal.state).in_(OPEN)),
    )


def _count(
    session: Session,
    table: type[ServiceRequest | CityQuestion | Proposal],
    department: str | None,
    condition: ColumnElement[bool],
) -> int:
    rows = select(func.count()).select_from(table).where(condition)
    return session.exec(rows if department is None else rows.where(table.department == department)).one()
