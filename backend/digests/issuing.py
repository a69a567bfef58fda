"""Issuing: whose summary is due now, taken so that nobody else takes it, and noted as issued.

Due times stand in the database. Whoever issues holds the rows of those people until everything is written, so several
clocks share the work, and what breaks in the middle has not happened.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NamedTuple

from sqlalchemy import bindparam, func, update
from sqlalchemy import select as sql_select
from sqlmodel import Session, col, select

from backend.broadcasts import audience
from backend.broadcasts.audience import WEEK
from backend.city.city import City
from backend.digests import timing
from backend.digests.digests import Due
from backend.digests.schedules import Waking
from backend.digests.timing import Timing
from storage import many
from storage.among import among
from storage.contacts import Contact, Urn
from storage.digests import Digest, DigestPreference, Frequency
from storage.mail import Outbox

LATE = timedelta(days=1)
"""After so long a summary says that it is late."""
SPREAD = timedelta(minutes=55)
"""Over so long the summaries of one hour go out."""
_LONG_AGO = timedelta(days=62)
"""What was due before that is issued no more, and need not be looked through."""
_BUNDLED = timedelta(hours=1)
"""What would be told within so long before a summary is told in it."""


class _Row(NamedTuple):
    """What is read of a preference: not the whole row as an object, there are many."""

    contact_id: int
    frequency: Frequency
    hour: int
    weekday: int
    monthday: int
    zone: str | None
    quiet_from: int | None
    quiet_until: int | None
    due_at: datetime
    next_at: datetime
    told_until: datetime


class _Plan(NamedTuple):
    """What a preference says of the next summary; see `DigestPreference`."""

    due_at: datetime | None
    next_at: datetime | None
    told_until: datetime


_WAITING = (
    sql_select(*(col(getattr(DigestPreference, name)) for name in _Row._fields))
    .where(col(DigestPreference.next_at) <= bindparam("now"))
    .order_by(col(DigestPreference.next_at), col(DigestPreference.contact_id))
    .limit(bindparam("most"))
    .with_for_update(skip_locked=True)
)


class Person(NamedTuple):
    """Somebody who may be written to, and where."""

    language: str
    urn_id: int
    channel: str


@dataclass(frozen=True)
class Batch:
    """People whose time has come: `looked` at so many, of whom these are due a summary."""

    looked: int
    due: Sequence[Due]


def claim(session: Session, city: City, now: datetime, limit: int) -> Batch:
    """Take the next people whose time has come and say when theirs comes next; the summaries must be written now.

    Periods that were missed become one summary. Who may not be written to at this hour is looked at again when they
    may; who has had a week's worth hears it all the next time.
    """
    rows = _waiting(session, now, limit)
    if not rows:
        return Batch(0, [])
    timings = [timing.of(city, row) for row in rows]
    awake = [(row, one) for row, one in zip(rows, timings, strict=True) if one.waking.at(now)]
    ids = [row.contact_id for row, _ in awake]
    people, busy = reachable(session, ids), over_budget(session, city, ids, now)
    issued = _issued(session, ids, min((row.due_at for row, _ in awake), default=now))
    due = []
    for row, one in awake:
        found = _due(row, one, people.get(row.contact_id), now)
        if found is not None and row.contact_id not in busy and (found.contact_id, found.period) not in issued:
            due.append(found)
    told = {one.contact_id: one.until for one in due}
    _set(session, ((row.contact_id, _next(row, one, now, told)) for row, one in zip(rows, timings, strict=True)))
    return Batch(len(rows), due)


def _waiting(session: Session, now: datetime, limit: int) -> list[_Row]:
    rows = session.connection().execute(_WAITING, {"now": now, "most": limit})
    return [_Row._make(row) for row in rows]


def _next(row: _Row, one: Timing, now: datetime, told: Mapping[int, datetime]) -> _Plan:
    """What stands in a row from now on."""
    due_at, next_at = one.after(max(now, row.due_at)) if one.waking.at(now) else (row.due_at, one.waking.next(now))
    return _Plan(due_at, next_at, told.get(row.contact_id, row.told_until))


def _set(session: Session, plans: Iterable[tuple[int, _Plan]]) -> None:
    """Write plans down, by contact id: a statement for all who have the same, and many have."""
    alike: dict[_Plan, list[int]] = defaultdict(list)
    for contact_id, plan in plans:
        alike[plan].append(contact_id)
    for plan, ids in alike.items():
        session.connection().execute(
            update(DigestPreference).where(among(DigestPreference.contact_id, ids)).values(**plan._asdict())
        )


def reachable(session: Session, ids: Collection[int]) -> Mapping[int, Person]:
    """Language and best address of those of some people who may be written to unasked."""
    # Two statements of one table each: of a join PostgreSQL makes, once it has prepared it for any ids, a plan that
    # compares every address with every id.
    willing = select(Contact.id, Contact.language).where(among(Contact.id, ids), audience.willing())
    languages = dict(session.exec(willing).all())
    urns = select(Urn.contact_id, Urn.id, Urn.channel).where(among(Urn.contact_id, ids), *audience.reachable(Urn))
    return {
        contact_id: Person(languages[contact_id], urn_id, channel)
        for contact_id, urn_id, channel in session.exec(urns.order_by(col(Urn.last_seen_at), col(Urn.id)))
        if contact_id in languages
    }


def over_budget(session: Session, city: City, ids: Collection[int], now: datetime) -> set[int]:
    """Those of some people who have been sent a week's worth of what they did not ask for at that moment."""
    week = now - WEEK
    broadcasts = select(Outbox.contact_id, func.count()).where(
        among(Outbox.contact_id, ids), col(Outbox.broadcast_id).is_not(None), Outbox.created_at > week
    )
    digests = select(Digest.contact_id, func.count()).where(
        among(Digest.contact_id, ids), Digest.period > (week - _LONG_AGO).date().isoformat(), Digest.issued_at > week
    )
    counted: Counter[int] = Counter()
    for contact_id, number in session.exec(broadcasts.group_by(col(Outbox.contact_id))):
        counted[contact_id] += number
    for contact_id, number in session.exec(digests.group_by(col(Digest.contact_id))):
        counted[contact_id] += number
    return {contact_id for contact_id, number in counted.items() if number >= city.limits.unasked_a_week}


def _issued(session: Session, ids: Collection[int], earliest: datetime) -> set[tuple[int, str]]:
    since = (earliest - 2 * LATE).date().isoformat()
    known = select(Digest.contact_id, Digest.period).where(among(Digest.contact_id, ids), Digest.period >= since)
    return {(contact_id, period) for contact_id, period in session.exec(known)}


def _due(row: _Row, one: Timing, person: Person | None, now: datetime) -> Due | None:
    until = max(row.due_at, _rounded(now))
    if person is None or until <= row.told_until:
        return None
    return Due(
        contact_id=row.contact_id, language=person.language, urn_id=person.urn_id, channel=person.channel,
        frequency=row.frequency, period=one.schedule.period(row.due_at), due_at=row.due_at, since=row.told_until,
        until=until, sent_at=_spread(one.waking, row.contact_id, now), late=now - row.due_at > LATE,
    )  # fmt: skip


def _spread(hours: Waking, contact_id: int, now: datetime) -> datetime:
    """Somewhere in the hour to come, always the same for one person, but not in quiet hours."""
    # Knuth's multiplicative hash: numbers in a row end up far from each other.
    share = (contact_id * 2654435761 % 2**32) / 2**32
    at = now + SPREAD * share
    return at if hours.at(at) else now


def _rounded(moment: datetime) -> datetime:
    """A moment rounded down to a quarter, so that people due together share what is counted for them."""
    return moment - timedelta(minutes=moment.minute % 15, seconds=moment.second, microseconds=moment.microsecond)


def issued(session: Session, written: Iterable[tuple[Due, int]], now: datetime) -> None:
    """Note summaries as issued, each with how many lines it has."""
    rows = [
        {
            "contact_id": due.contact_id, "period": due.period, "frequency": due.frequency, "due_at": due.due_at,
            "issued_at": now, "since_at": due.since, "until_at": due.until, "items": items, "late": due.late,
        }
        for due, items in written
    ]  # fmt: skip
    many.write(session, Digest, rows)


def bundles(session: Session, city: City, contact_id: int, now: datetime) -> bool:
    """Whether somebody's summary comes within the hour, and can tell what would be told now."""
    row = session.get(DigestPreference, contact_id)
    if row is None or row.next_at is None or not now < row.next_at <= now + _BUNDLED:
        return False
    # A summary that will not come must not swallow what it should have told.
    return contact_id in reachable(session, [contact_id]) and not over_budget(session, city, [contact_id], now)
