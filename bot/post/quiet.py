"""Quiet hours on the way out: what goes to many stops when the night begins, and goes on in the morning."""

from datetime import datetime

from sqlmodel import Session

from backend.city.calendar import span
from backend.city.city import City
from backend.digests import timing
from backend.digests.schedules import Waking
from storage.digests import DigestPreference
from storage.mail import BROADCAST_PRIORITY, Outbox


class Quiet:
    """Knows when a row may go out: when it was written, its recipient's night may have been hours away."""

    def __init__(self, city: City) -> None:
        self._city = city
        self._usual = Waking(city.zone, span(city.calendar.telling))

    def until(self, session: Session, row: Outbox, now: datetime) -> datetime | None:
        """When a row that goes to many may go out at the earliest; None for now. Nothing else ever waits."""
        if row.priority != BROADCAST_PRIORITY:
            return None
        preference = session.get(DigestPreference, row.contact_id)
        waking = timing.of(self._city, preference).waking if preference else self._usual
        # Who left themselves no hour at all is bothered as everybody else: such quiet hours can't be chosen any more.
        waking = waking if waking.exists else self._usual
        return None if waking.at(now) else waking.next(now)
