"""Figures of the city: what was reported and settled in an area, about a service, or around a point."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from statistics import median
from typing import Any

from sqlmodel import Session, col, select

from storage.broadcasts import SubscriptionKind
from storage.grid import cell_of, cells_around, metres_between
from storage.requests import ServiceRequest, Status, Substatus

_NOT_COUNTED = (Substatus.HIDDEN, Substatus.MERGED, Substatus.WITHDRAWN)


@dataclass(frozen=True)
class Figure:
    """Reports that came in and that were closed; `middle` is the median time from the one to the other."""

    reported: int
    settled: int
    middle: timedelta | None


@dataclass(frozen=True)
class Around:
    """A circle on the ground: degrees and metres."""

    lat: float
    lon: float
    metres: int

    @classmethod
    def of(cls, value: str) -> "Around":
        """Read it from a subscription's value; raises ValueError for anything else."""
        lat, lon, metres = value.split(",")
        return cls(float(lat), float(lon), int(metres))

    @property
    def value(self) -> str:
        """How a subscription keeps it."""
        return f"{self.lat:.5f},{self.lon:.5f},{self.metres}"


_Point = tuple[float, float]


@dataclass
class _Series:
    """Moments in ascending order, what is counted at each, and where."""

    moments: list[datetime] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)
    points: list[_Point | None] = field(default_factory=list)

    def add(self, moment: datetime, seconds: float, point: _Point | None) -> None:
        self.moments.append(moment)
        self.seconds.append(seconds)
        self.points.append(point)

    def within(self, since: datetime, until: datetime) -> range:
        return range(bisect_right(self.moments, since), bisect_right(self.moments, until))


class Figures:
    """All public reports that came in or were closed after a moment, read once and counted for any stretch since.

    Memory follows the reports of that time, not the people who ask.
    """

    def __init__(self, session: Session, since: datetime) -> None:
        self.since = since
        self._reported: dict[tuple[str, str | int], _Series] = defaultdict(_Series)
        self._settled: dict[tuple[str, str | int], _Series] = defaultdict(_Series)
        self._known: dict[tuple[str, str, datetime, datetime], Figure] = {}
        self._read(session)

    def of(self, kind: SubscriptionKind, value: str, since: datetime, until: datetime) -> Figure:
        """The figure of what a subscription names."""
        asked = (kind.value, value, since, until)
        if kind is SubscriptionKind.PLACE:
            return self._around(Around.of(value), since, until)
        if asked not in self._known:
            self._known[asked] = self._count(kind, value, since, until)
        return self._known[asked]

    def _count(self, kind: SubscriptionKind, value: str, since: datetime, until: datetime) -> Figure:
        reported, settled = (side.get((kind.value, value), _Series()) for side in (self._reported, self._settled))
        closed = settled.within(since, until)
        return _figure(len(reported.within(since, until)), settled.seconds[closed.start : closed.stop])

    def _around(self, circle: Around, since: datetime, until: datetime) -> Figure:
        reported, seconds = 0, []
        for cell in cells_around(circle.lat, circle.lon, circle.metres):
            came, went = self._reported.get(("cell", cell)), self._settled.get(("cell", cell))
            if came is not None:
                reported += sum(_is_in(came.points[one], circle) for one in came.within(since, until))
            if went is not None:
                near = (one for one in went.within(since, until) if _is_in(went.points[one], circle))
                seconds += [went.seconds[one] for one in near]
        return _figure(reported, seconds)

    def _read(self, session: Session) -> None:
        facts = (ServiceRequest.area, ServiceRequest.service_code, ServiceRequest.lat, ServiceRequest.lon)
        public = (col(ServiceRequest.private).is_(False), col(ServiceRequest.substatus).not_in(_NOT_COUNTED))
        came = select(ServiceRequest.requested_at, *facts).where(*public, ServiceRequest.requested_at > self.since)  # type: ignore[call-overload]
        for moment, *where in session.exec(came.order_by(col(ServiceRequest.requested_at))):
            _put(self._reported, moment, 0.0, where)
        went = select(ServiceRequest.closed_at, ServiceRequest.requested_at, *facts).where(  # type: ignore[call-overload]
            *public, ServiceRequest.status == Status.CLOSED, col(ServiceRequest.closed_at) > self.since
        )
        for moment, asked, *where in session.exec(went.order_by(col(ServiceRequest.closed_at))):
            _put(self._settled, moment, (moment - asked).total_seconds(), where)


def _put(
    series: dict[tuple[str, str | int], _Series],
    moment: datetime,
    seconds: float,
    where: Sequence[Any],
) -> None:
    area, service, lat, lon = where
    point = (lat, lon) if lat is not None and lon is not None else None
    cell = cell_of(lat, lon, "")
    for name in (("area", area), ("service", service), ("cell", cell)):
        if name[1] is not None:
            series[name[0], name[1]].add(moment, seconds, point)


def _is_in(point: _Point | None, circle: Around) -> bool:
    return point is not None and metres_between(point, (circle.lat, circle.lon)) <= circle.metres


def _figure(reported: int, seconds: list[float]) -> Figure:
    return Figure(reported, len(seconds), timedelta(seconds=median(seconds)) if seconds else None)
