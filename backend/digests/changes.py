"""What changed in the reports that people speak of or follow, gathered for many people at once."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import NamedTuple

from sqlmodel import Session, col, select

from backend.reports.followers import VOICES
from storage.among import among
from storage.closing import ClosingReason
from storage.followers import ServiceRequestFollower, Why
from storage.requests import ServiceRequest, ServiceRequestUpdate, UpdateKind

Stretch = tuple[datetime, datetime]
"""A stretch of time: after the first moment, until the second."""
_AT_ONCE = 2000
"""Ids in one statement: fewer than any database bears."""
TELLING = frozenset(
    {
        UpdateKind.TAKEN,
        UpdateKind.IN_PROGRESS,
        UpdateKind.QUESTION,
        UpdateKind.CLOSED,
        UpdateKind.REOPENED,
        UpdateKind.SETTLED,
        UpdateKind.LATE,
        UpdateKind.RESCHEDULED,
        UpdateKind.REPLY,
        UpdateKind.MERGED,
    }
)
"""Steps that are worth a line some days later."""


class Step(NamedTuple):
    """A step of a report, and what one says of both: not the whole rows, there are many."""

    id: int
    kind: UpdateKind
    at: datetime
    contact_id: int | None
    words: str
    number: int
    service_code: str
    department: str
    address: str
    expected_at: datetime
    closing_reason: ClosingReason | None
    closing_detail: str | None


_TOLD = (
    *(ServiceRequestUpdate.id, ServiceRequestUpdate.kind, ServiceRequestUpdate.at, ServiceRequestUpdate.contact_id),
    *(ServiceRequestUpdate.words, ServiceRequest.id, ServiceRequest.service_code, ServiceRequest.department),
    *(ServiceRequest.address, ServiceRequest.expected_at, ServiceRequest.closing_reason),
    ServiceRequest.closing_detail,
)


@dataclass(frozen=True)
class Change:
    """The newest telling step of a report, for one person; `why` they hear of it."""

    contact_id: int
    why: Why
    step: Step


def of_reports(session: Session, stretches: Mapping[int, Stretch]) -> Iterator[Change]:
    """The newest step of each report that each of these people (contact ids) follows, within their stretch.

    A few statements for everybody. Who follows a duplicate hears of the report it was merged into; nobody hears of
    what they did themselves, and others not what the city wrote to the reporter.
    """
    if not stretches:
        return
    follows = _follows(session, stretches)
    roots = _roots(session, {request_id for request_id, _, _ in follows})
    steps = _steps(session, set(roots.values()), min(since for since, _ in stretches.values()))
    told: set[tuple[int, int]] = set()
    for request_id, contact_id, why in follows:
        number = roots[request_id]
        step = _newest(steps.get(number, []), contact_id, why, stretches[contact_id])
        if step is not None and (contact_id, number) not in told:
            told.add((contact_id, number))
            yield Change(contact_id, why, step)


def _follows(session: Session, people: Collection[int]) -> list[tuple[int, int, Why]]:
    """Report, person, why; one's own reports first."""
    rows: list[tuple[int, int, Why]] = []
    for some in _batches(people):
        chosen = select(
            ServiceRequestFollower.request_id, ServiceRequestFollower.contact_id, ServiceRequestFollower.why
        ).where(among(ServiceRequestFollower.contact_id, some))
        rows += [(request_id, contact_id, Why(why)) for request_id, contact_id, why in session.exec(chosen)]
    return sorted(rows, key=lambda row: (row[2] is not Why.REPORTED, row[0], row[1]))


def _roots(session: Session, numbers: Collection[int]) -> Mapping[int, int]:
    """The report that each of these is handled with: itself, unless it was merged."""
    ahead: dict[int, int] = {}
    layer = set(numbers)
    while layer:
        found: dict[int, int] = {}
        for some in _batches(layer):
            merged = select(ServiceRequest.id, ServiceRequest.merged_into).where(
                among(ServiceRequest.id, some), col(ServiceRequest.merged_into).is_not(None)
            )
            found |= {number: into for number, into in session.exec(merged) if into is not None}
        ahead |= found
        layer = set(found.values()) - set(ahead)
    return {number: _end(ahead, number) for number in numbers}


def _end(ahead: Mapping[int, int], number: int) -> int:
    while number in ahead:
        number = ahead[number]
    return number


def _steps(session: Session, numbers: Collection[int], since: datetime) -> Mapping[int, list[Step]]:
    """Telling steps of each report after a moment, newest first."""
    steps: dict[int, list[Step]] = defaultdict(list)
    for some in _batches(numbers):
        its_own = col(ServiceRequestUpdate.request_id) == col(ServiceRequest.id)
        chosen = (
            select(*_TOLD)  # type: ignore[call-overload]
            .join_from(ServiceRequest, ServiceRequestUpdate, its_own)
            .where(
                among(ServiceRequestUpdate.request_id, some),
                ServiceRequestUpdate.at > since,
                col(ServiceRequestUpdate.kind).in_(TELLING),
            )
            .order_by(col(ServiceRequestUpdate.at).desc(), col(ServiceRequestUpdate.id).desc())
        )
        for step in map(Step._make, session.exec(chosen)):
            steps[step.number].append(step)
    return steps


def _newest(steps: list[Step], contact_id: int, why: Why, stretch: Stretch) -> Step | None:
    since, until = stretch
    for step in steps:
        hears = why is Why.REPORTED if step.kind is UpdateKind.REPLY else why in VOICES
        for_them = hears or step.kind not in (UpdateKind.REPLY, UpdateKind.QUESTION)
        if since < step.at <= until and step.contact_id != contact_id and for_them:
            return step
    return None


def _batches(numbers: Iterable[int]) -> Iterator[list[int]]:
    rest = iter(numbers)
    while some := list(islice(rest, _AT_ONCE)):
        yield some
