"""Postage: what a message to many costs where it goes out as text messages, and who gets it so."""

import math
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, col, func, select

from backend.broadcasts import audience as audiences
from backend.broadcasts.audience import Audience
from storage.contacts import Contact, Urn
from storage.mail import Outbox


@dataclass(frozen=True)
class Postage:
    """Segments that a message takes by language, on these channels; `most` is what all of it may take."""

    segments: Mapping[str, int]
    channels: Collection[str]
    most: int

    def of(self, phones: Mapping[str, int]) -> int:
        """What it takes for so many phones by language; a language without words of its own costs as much as any."""
        dearest = max(self.segments.values(), default=0)
        return sum(count * self.segments.get(language, dearest) for language, count in phones.items())


def phones(
    session: Session, audience: Audience, budget: int | None, channels: Collection[str], now: datetime
) -> dict[str, int]:
    """How many of those whom an audience reaches get a text message, by language; of a panel its share.

    Without a `budget` of broadcasts a week it is an alert, which also reaches those who have opted out.
    """
    chosen = audiences.contacts(audience)
    if budget is not None:
        chosen = chosen.where(audiences.willing(), audiences.within_budget(budget, now))
    by_phone = (
        select(Contact.language, func.count())
        .join(Urn, col(Urn.contact_id) == col(Contact.id))
        .where(*audiences.reachable(Urn), audiences.is_best(Urn), col(Urn.channel).in_(channels))
        .where(col(Contact.id).in_(chosen))
        .group_by(Contact.language)
    )
    counts = dict(session.exec(by_phone).all())
    if audience.panel is None or not counts:
        return counts
    everybody = session.exec(select(func.count()).select_from(chosen.subquery())).one()
    share = min(1.0, audience.panel.size / everybody)
    return {language: math.ceil(count * share) for language, count in counts.items()}


def due(session: Session, broadcast_id: int, postage: Postage) -> int:
    """What a broadcast takes that stands in the outbox, in segments."""
    by_phone = (
        select(Contact.language, func.count())
        .join(Outbox, col(Outbox.contact_id) == col(Contact.id))
        .where(Outbox.broadcast_id == broadcast_id, col(Outbox.channel).in_(postage.channels))
        .group_by(Contact.language)
    )
    return postage.of(dict(session.exec(by_phone).all()))
