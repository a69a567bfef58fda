"""Series: moments at which something happened, by what it was about and where, counted for any stretch of time."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from storage.broadcasts import SubscriptionKind
from storage.grid import cell_of, cells_around, metres_between

_Point = tuple[float, float]


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

    def holds(self, point: _Point | None) -> bool:
        """Whether a point lies in it."""
        return point is not None and metres_between(point, (self.lat, self.lon)) <= self.metres


@dataclass
class _Row:
    moments: list[datetime] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)
    points: list[_Point | None] = field(default_factory=list)

    def within(self, since: datetime, until: datetime) -> range:
        return range(bisect_right(self.moments, since), bisect_right(self.moments, until))


class Series:
    """What happened, in the order of time, each with how many seconds it took."""

    def __init__(self) -> None:
        self._rows: dict[tuple[str, str | int], _Row] = defaultdict(_Row)

    def add(
        self, moment: datetime, seconds: float, about: Mapping[SubscriptionKind, str | None], point: _Point | None
    ) -> None:
        """One more, not before the last one; `about` says of which area, service, topic."""
        names: list[tuple[str, str | int]] = [(kind.value, value) for kind, value in about.items() if value]
        if point is not None and (cell := cell_of(*point, "")) is not None:
            names.append((SubscriptionKind.PLACE.value, cell))
        for name in names:
            row = self._rows[name]
            row.moments.append(moment)
            row.seconds.append(seconds)
            row.points.append(point)

    def within(self, kind: SubscriptionKind, value: str, since: datetime, until: datetime) -> Sequence[float]:
        """How long each took of those that concern a subscription, after `since` until `until`."""
        if kind is SubscriptionKind.PLACE:
            return list(self._around(Around.of(value), since, until))
        row = self._rows.get((kind.value, value))
        if row is None:
            return []
        found = row.within(since, until)
        return row.seconds[found.start : found.stop]

    def _around(self, circle: Around, since: datetime, until: datetime) -> Iterator[float]:
        for cell in cells_around(circle.lat, circle.lon, circle.metres):
            row = self._rows.get((SubscriptionKind.PLACE.value, cell))
            if row is not None:
                yield from (row.seconds[one] for one in row.within(since, until) if circle.holds(row.points[one]))
