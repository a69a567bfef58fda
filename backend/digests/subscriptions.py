"""Subscriptions: what people want to hear about, and how often."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlmodel import Session, col, select

from backend.city.city import City
from backend.digests import timing
from backend.errors import NoHourLeft
from storage.broadcasts import Subscription, SubscriptionKind
from storage.contacts import Contact
from storage.digests import DigestPreference, Frequency

LADDER = (Frequency.DAILY, Frequency.WEEKLY, Frequency.MONTHLY, Frequency.NEVER)
"""From the most to the least."""


def follow(session: Session, contact_id: int, kind: SubscriptionKind, value: str, now: datetime) -> bool:
    """Begin to follow an area, a service, a topic or a place; False for what is followed already."""
    if session.get(Subscription, (contact_id, kind, value)) is not None:
        return False
    session.add(Subscription(contact_id=contact_id, kind=kind, value=value, since=now))
    session.flush()
    return True


def leave(session: Session, contact_id: int, kind: SubscriptionKind, value: str) -> bool:
    """Follow something no more; False for what was not followed."""
    row = session.get(Subscription, (contact_id, kind, value))
    if row is None:
        return False
    session.delete(row)
    session.flush()
    return True


def followed(session: Session, contact_id: int) -> Sequence[Subscription]:
    """What somebody follows, the oldest first."""
    rows = select(Subscription).where(Subscription.contact_id == contact_id)
    return session.exec(rows.order_by(col(Subscription.since), col(Subscription.value))).all()


def choose(session: Session, city: City, contact_id: int, now: datetime, **changes: Any) -> DigestPreference:
    """Change how somebody is summed up to, from now on; `changes` are fields of `DigestPreference`.

    Who never chose gets a week's summary on Friday at six. Asking for one takes back an earlier STOP. Raises NoHourLeft
    when quiet hours leave no hour.
    """
    preference = session.get(DigestPreference, contact_id)
    if preference is None:
        preference = DigestPreference(contact_id=contact_id, frequency=Frequency.WEEKLY, told_until=now)
        session.add(preference)
    was_off = preference.frequency is Frequency.NEVER
    for name, value in changes.items():
        setattr(preference, name, value)
    if not timing.of(city, preference).waking.exists:
        raise NoHourLeft
    if preference.frequency is not Frequency.NEVER:
        session.get_one(Contact, contact_id).opted_out_at = None
        if was_off:
            preference.told_until = now  # what happened meanwhile was not wanted
    timing.plan(city, preference, now)
    session.flush()
    return preference


def less(session: Session, city: City, contact_id: int, now: datetime) -> DigestPreference:
    """One step down the ladder, at last to never."""
    return _step(session, city, contact_id, now, 1)


def more(session: Session, city: City, contact_id: int, now: datetime) -> DigestPreference:
    """One step up the ladder, at most to daily."""
    return _step(session, city, contact_id, now, -1)


def _step(session: Session, city: City, contact_id: int, now: datetime, down: int) -> DigestPreference:
    preference = session.get(DigestPreference, contact_id)
    frequency = preference.frequency if preference else Frequency.WEEKLY
    # Who hears of events only is somewhere between a week and a month.
    place = {Frequency.EVENTS: 1 if down > 0 else 2}.get(frequency)
    place = LADDER.index(frequency) if place is None else place
    chosen = LADDER[min(max(place + down, 0), len(LADDER) - 1)]
    return choose(session, city, contact_id, now, frequency=chosen)


def stop(session: Session, city: City, contact_id: int, now: datetime) -> None:
    """Send nothing any more that was not asked for: no summaries, no broadcasts; answers still come."""
    if session.get(DigestPreference, contact_id) is not None:
        choose(session, city, contact_id, now, frequency=Frequency.NEVER)
    session.get_one(Contact, contact_id).opted_out_at = now
    session.flush()
