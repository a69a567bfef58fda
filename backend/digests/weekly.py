"""The city's week in figures: what came in, what was settled and how well, by service and by area."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import func
from sqlmodel import Session, col, or_, select

from backend.city.city import City
from backend.digests import mornings
from backend.digests.figures import NOT_COUNTED
from backend.reports import contests
from storage.digests import Frequency
from storage.people import Role, Staff
from storage.requests import ServiceRequest, ServiceRequestUpdate, UpdateKind
from storage.satisfaction import Satisfaction

TREND = 6
"""Weeks that are looked back on."""
_DAYS = 7


@dataclass
class Count:
    """Reports that came in, that were settled, and of these the ones that kept their promise."""

    reported: int = 0
    settled: int = 0
    kept: int = 0


@dataclass(frozen=True)
class Week:
    """Seven days from a Monday on, private reports apart; `trend` ends with this week.

    `contested` of `closings` were opened again; `score` is the mean of `rated` answers, 1 to 5.
    """

    begin: date
    trend: Sequence[Count]
    closings: int
    contested: int
    rated: int
    score: float | None
    services: Mapping[str, Count] = field(default_factory=dict)
    areas: Mapping[str, Count] = field(default_factory=dict)

    @property
    def whole(self) -> Count:
        """The week's own count."""
        return self.trend[-1]

    @property
    def end(self) -> date:
        """Its Sunday."""
        return self.begin + timedelta(days=_DAYS - 1)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to tell."""
        return not (self.whole.reported or self.whole.settled or self.contested or self.rated)

    @property
    def mondays(self) -> Sequence[date]:
        """The first day of each week of the trend."""
        return [self.begin - timedelta(days=_DAYS * back) for back in reversed(range(len(self.trend)))]


def due(session: Session, city: City, now: datetime) -> Iterator[tuple[Staff, Week]]:
    """Dispatchers and admins who were not told of the last week, as the first day of this one begins; noted as told."""
    opens = mornings.opening(city, now)
    if opens is None:
        return
    monday = last(city, now) + timedelta(days=_DAYS)
    if any(city.calendar.spans(monday + timedelta(days=day)) for day in range(opens.weekday())):
        return
    week: Week | None = None
    period = f"{opens:%G-W%V}"
    for member in mornings.untold(session, period):
        if member.role is Role.AGENT:
            continue
        week = week or of(session, city, last(city, now))
        if week.is_empty:
            return
        about = mornings.Stretch(opens, now - timedelta(days=_DAYS), now, week.whole.reported + week.whole.settled)
        mornings.note(session, member, period, Frequency.WEEKLY, about)
        yield member, week


def last(city: City, now: datetime) -> date:
    """The Monday of the last week that is over, on the city's calendar."""
    today = now.astimezone(city.zone).date()
    return today - timedelta(days=today.weekday() + _DAYS)


def of(session: Session, city: City, begin: date) -> Week:
    """The week from a Monday on."""
    edges = [_midnight(city, begin + timedelta(days=_DAYS * (number - TREND + 1))) for number in range(TREND + 1)]
    trend = [Count() for _ in range(TREND)]
    services: dict[str, Count] = defaultdict(Count)
    areas: dict[str, Count] = defaultdict(Count)
    for area, service, came, went, kept in session.exec(_reports(edges[0])):
        for name, moment in (("reported", came), ("settled", went)):
            week = _week_of(moment, edges)
            if week is None:
                continue
            counts = [trend[week]]
            if week == TREND - 1:
                counts += [services[service], *([areas[area]] if area else [])]
            for count in counts:
                setattr(count, name, getattr(count, name) + 1)
                count.kept += name == "settled" and kept
    closings = contests.closings(session, edges[-2], edges[-1])
    rated, score = _satisfaction(session, edges)
    return Week(begin, trend, closings.count, closings.contested, rated, score, dict(services), dict(areas))


def _midnight(city: City, day: date) -> datetime:
    return datetime.combine(day, time(), city.zone)


def _week_of(moment: datetime | None, edges: Sequence[datetime]) -> int | None:
    if moment is None or not edges[0] <= moment < edges[-1]:
        return None
    return next(number for number, edge in enumerate(edges[1:]) if moment < edge)


def _reports(first: datetime) -> Any:
    """Area, service, when it came in and was closed, whether that was within the promise that was made first."""
    slipped = (
        select(ServiceRequestUpdate.id)
        .where(ServiceRequestUpdate.request_id == ServiceRequest.id, ServiceRequestUpdate.kind == UpdateKind.LATE)
        .exists()
    )
    kept = (col(ServiceRequest.closed_at) <= col(ServiceRequest.expected_at)) & ~slipped
    facts = (ServiceRequest.area, ServiceRequest.service_code, ServiceRequest.requested_at, ServiceRequest.closed_at)
    return select(*facts, kept).where(  # type: ignore[call-overload]
        or_(col(ServiceRequest.requested_at) >= first, col(ServiceRequest.closed_at) >= first),
        col(ServiceRequest.private).is_(False),
        col(ServiceRequest.substatus).not_in(NOT_COUNTED),
    )


def _satisfaction(session: Session, edges: Sequence[datetime]) -> tuple[int, float | None]:
    answered = select(func.count(), func.avg(Satisfaction.score)).where(
        col(Satisfaction.answered_at) >= edges[-2], col(Satisfaction.answered_at) < edges[-1]
    )
    rated, score = session.exec(answered).one()
    return rated, float(score) if score is not None else None
