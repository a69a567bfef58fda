"""What happens in the simulated city: reports move and come in, the city writes to many; all of it is noted apart."""

import random
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import insert
from sqlmodel import Session

from backend.city.city import City
from bot.simulation.people import AREAS, FIRST_REPORT, Person, report
from storage.mail import BROADCAST_PRIORITY, Outbox, OutboxStatus
from storage.requests import ServiceRequestUpdate, UpdateKind

_KINDS = (UpdateKind.TAKEN, UpdateKind.IN_PROGRESS, UpdateKind.REOPENED, UpdateKind.LATE, UpdateKind.RESCHEDULED)
_MOVING = 6
"""A sixth of the reports take a step a day."""
_STRANGER = 1_000_000
"""The number of the first report that belongs to nobody simulated."""
_WRITTEN_TO = 0.15
"""On so many days the city writes to a third of the people."""


@dataclass
class Diary:
    """When whose report moved, when something was reported where, when the city wrote to whom; in the order of time."""

    chance: random.Random
    moved: dict[int, list[datetime]] = field(default_factory=lambda: defaultdict(list))
    reported: dict[str, list[datetime]] = field(default_factory=lambda: defaultdict(list))
    written: dict[int, list[datetime]] = field(default_factory=lambda: defaultdict(list))
    strangers: int = 0


def live(session: Session, city: City, folk: Sequence[Person], day: datetime, diary: Diary) -> None:
    """One day."""
    chance = diary.chance
    _move(session, folk, day, diary, chance)
    for at in sorted(_second(day, chance) for _ in range(3)):
        area = chance.choice(AREAS)
        session.add(report(city, _STRANGER + diary.strangers, chance.choice(folk).id, area, at))
        diary.strangers += 1
        diary.reported[area].append(at)
    if chance.random() < _WRITTEN_TO:
        # At the day's first moment: no clock that looks later must know of it beforehand.
        _write(session, chance.sample(folk, len(folk) // 3), day, diary)


def _move(session: Session, folk: Sequence[Person], day: datetime, diary: Diary, chance: random.Random) -> None:
    same: dict[str, Any] = {"words": "", "photos": [], "details": {}, "announced_at": day}
    rows = []
    for one in chance.sample(folk, max(1, len(folk) // _MOVING)):
        at = _second(day, chance)
        diary.moved[one.id].append(at)
        rows.append({"request_id": FIRST_REPORT + one.id, "kind": chance.choice(_KINDS), "at": at, **same})
    session.connection().execute(insert(ServiceRequestUpdate), rows)


def _write(session: Session, people: Sequence[Person], at: datetime, diary: Diary) -> None:
    """A broadcast: it counts in everybody's budget."""
    rows = []
    for one in people:
        diary.written[one.id].append(at)
        rows.append(
            {"channel": "residents", "contact_id": one.id, "urn_id": one.id, "broadcast_id": at.toordinal(),
             "priority": BROADCAST_PRIORITY, "payload": {}, "created_at": at, "due_at": at, "attempts": 0,
             "status": OutboxStatus.SENT}
        )  # fmt: skip
    if rows:
        session.connection().execute(insert(Outbox), rows)


def _second(day: datetime, chance: random.Random) -> datetime:
    return day + timedelta(seconds=chance.randrange(86400))
