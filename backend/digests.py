"""Digests: who is due a summary, of what stretch of time, and that it was issued.

Due times stand in the database. Whoever issues holds the rows of those people until everything is written, so several
clocks share the work, and what breaks in the middle has not happened.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import func, insert
from sqlmodel import Session, col, select

from backend.audience import WEEK
from backend.calendar import span
from backend.city import City
from backend.schedules import Schedule, Waking
from storage.contacts import Contact, Urn, UrnStatus
from storage.digests import Digest, DigestPreference, Frequency
from storage.mail import Outbox

LATE = timedelta(days=1)
"""After so long a summary says that it is late."""
SPREAD = timedelta(minutes=55)
"""Over so long the summaries of one hour go out."""


@dataclass(frozen=True, kw_only=True)
class Due:
    """One person's summary that is due: of what happened after `since` until `until`, to go out at `sent_at`."""

    contact_id: int
    language: str
    urn_id: int
    channel: str
    frequency: Frequency
    period: str
    due_at: datetime
    since: datetime
    until: datetime
    sent_at: datetime
    late: bool


@dataclass(frozen=True)
class Batch:
    """People whose time has come: `looked` at so many, of whom these are due a summary."""

    looked: int
    due: Sequence[Due]


def schedule(city: City, preference: DigestPreference) -> Schedule:
    """When somebody's summaries are due."""
    return Schedule(
        frequency=preference.frequency, zone=zone(city, preference), hour=preference.hour,
        weekday=preference.weekday, monthday=preference.monthday,
    )  # fmt: skip


def waking(city: City, preference: DigestPreference) -> Waking:
    """The hours in which somebody may be written to: the city's, on their wall clock, without their own quiet ones."""
    quiet = (preference.quiet_from, preference.quiet_until)
    own = (quiet[0], quiet[1]) if quiet[0] is not None and quiet[1] is not None else None
    return Waking(zone(city, preference), span(city.calendar.telling), own)


def zone(city: City, preference: DigestPreference) -> ZoneInfo:
    """Somebody's own time zone, or the city's."""
    return ZoneInfo(preference.zone) if preference.zone else city.zone


def plan(city: City, preference: DigestPreference, now: datetime) -> None:
    """Set when somebody's next summary comes, anew: what was due before `now` is not made up for."""
    preference.due_at = schedule(city, preference).next_after(now)
    preference.next_at = preference.due_at and waking(city, preference).next(preference.due_at)


def claim(session: Session, city: City, now: datetime, limit: int) -> Batch:
    """Take the next people whose time has come and say when theirs comes next; the summaries must be written now.

    Periods that were missed become one summary. Who may not be written to at this hour is looked at again when they
    may; who has had a week's worth hears it all the next time.
    """
    chosen = select(DigestPreference).where(col(DigestPreference.next_at) <= now)
    order = (col(DigestPreference.next_at), col(DigestPreference.contact_id))
    rows = session.exec(chosen.order_by(*order).limit(limit).with_for_update(skip_locked=True)).all()
    awake = [row for row in rows if _is_awake(city, row, now)]
    ids = [row.contact_id for row in awake]
    people, busy = _people(session, ids), _busy(session, city, ids, now)
    issued = _issued(session, ids, min((row.due_at for row in awake if row.due_at), default=now))
    due = []
    for row in awake:
        one = _due(city, row, people.get(row.contact_id), now)
        if one is not None and row.contact_id not in busy and (one.contact_id, one.period) not in issued:
            due.append(one)
            row.told_until = one.until
        plan(city, row, max(now, row.due_at or now))
    return Batch(len(rows), due)


def _is_awake(city: City, row: DigestPreference, now: datetime) -> bool:
    hours = waking(city, row)
    if hours.at(now):
        return True
    row.next_at = hours.next(now)
    return False


def _people(session: Session, ids: Collection[int]) -> Mapping[int, tuple[str, Urn]]:
    """Language and best address of those who may be written to."""
    rows = session.exec(
        select(Contact.id, Contact.language, Urn)
        .join(Urn)
        .where(col(Contact.id).in_(ids), col(Contact.opted_out_at).is_(None), Urn.status == UrnStatus.ACTIVE)
        .order_by(col(Urn.last_seen_at), col(Urn.id))
    )
    return {contact_id: (language, urn) for contact_id, language, urn in rows}


def _busy(session: Session, city: City, ids: Collection[int], now: datetime) -> set[int]:
    """Those who have been sent a week's worth of what they did not ask for at that moment."""
    week = now - WEEK
    broadcasts = select(Outbox.contact_id, func.count()).where(
        col(Outbox.contact_id).in_(ids), col(Outbox.broadcast_id).is_not(None), Outbox.created_at > week
    )
    digests = select(Digest.contact_id, func.count()).where(
        col(Digest.contact_id).in_(ids), Digest.period > week.date().isoformat(), Digest.issued_at > week
    )
    counted: Counter[int] = Counter()
    for contact_id, number in session.exec(broadcasts.group_by(col(Outbox.contact_id))):
        counted[contact_id] += number
    for contact_id, number in session.exec(digests.group_by(col(Digest.contact_id))):
        counted[contact_id] += number
    return {contact_id for contact_id, number in counted.items() if number >= city.limits.unasked_a_week}


def _issued(session: Session, ids: Collection[int], earliest: datetime) -> set[tuple[int, str]]:
    since = (earliest - 2 * LATE).date().isoformat()
    known = select(Digest.contact_id, Digest.period).where(col(Digest.contact_id).in_(ids), Digest.period >= since)
    return {(contact_id, period) for contact_id, period in session.exec(known)}


def _due(city: City, row: DigestPreference, person: tuple[str, Urn] | None, now: datetime) -> Due | None:
    until = max(row.due_at or now, _rounded(now))
    if person is None or row.due_at is None or until <= row.told_until:
        return None
    language, urn = person
    return Due(
        contact_id=row.contact_id, language=language, urn_id=urn.id, channel=urn.channel, frequency=row.frequency,
        period=schedule(city, row).period(row.due_at), due_at=row.due_at, since=row.told_until, until=until,
        sent_at=_spread(waking(city, row), row.contact_id, now), late=now - row.due_at > LATE,
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
    if rows:
        session.connection().execute(insert(Digest), rows)


def again(session: Session, contact_id: int, period: str) -> Due | None:
    """A summary that was issued, to be read once more; None where there was none."""
    row = session.exec(select(Digest).where(Digest.contact_id == contact_id, Digest.period == period)).first()
    person = _people(session, [contact_id]).get(contact_id)
    if row is None or person is None:
        return None
    return Due(
        contact_id=contact_id, language=person[0], urn_id=person[1].id, channel=person[1].channel,
        frequency=row.frequency, period=period, due_at=row.due_at, since=row.since_at, until=row.until_at,
        sent_at=row.issued_at, late=row.late,
    )  # fmt: skip


def preference_of(session: Session, contact_id: int) -> DigestPreference | None:
    """What somebody chose, if they ever did."""
    return session.get(DigestPreference, contact_id)


def bundles(session: Session, contact_id: int, now: datetime) -> bool:
    """Whether somebody's summary comes within the hour, and can tell what would be told now."""
    row = session.get(DigestPreference, contact_id)
    return row is not None and row.next_at is not None and now < row.next_at <= now + timedelta(hours=1)
