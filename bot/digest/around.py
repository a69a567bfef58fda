"""Lines about what one follows: an area, a service, what lies around a place."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from datetime import timedelta
from functools import partial, reduce
from typing import Any

from sqlmodel import Session, col, select

from backend.city.city import City
from backend.digests.digests import Due
from backend.digests.figures import Figure, Figures
from backend.digests.series import Around
from bot.conversation.reply import Named, Text, text
from bot.digest.entry import Concern, Entry, Round, kept
from storage.among import among
from storage.broadcasts import Subscription, SubscriptionKind
from storage.digests import Frequency

_ORDER = (SubscriptionKind.PLACE, SubscriptionKind.AREA, SubscriptionKind.SERVICE, SubscriptionKind.TOPIC)


def lines(round_: Round) -> Iterator[Entry]:
    """A line for each thing followed about which there is something to count; none for who wants events only."""
    counting = {id: due for id, due in round_.due.items() if due.frequency is not Frequency.EVENTS}
    for contact_id, kind, value, figure in _counted(round_, counting):
        if not figure.is_empty:
            yield Entry(contact_id, Concern.AROUND, _rank(kind, figure), _shared(round_, kind, value, figure))


def figures(round_: Round, contact_id: int) -> Iterator[tuple[SubscriptionKind, str, Figure]]:
    """What came of each thing that somebody follows."""
    for _, kind, value, figure in _counted(round_, {contact_id: round_.due[contact_id]}):
        yield kind, value, figure


def _counted(round_: Round, people: Mapping[int, Due]) -> Iterator[tuple[int, SubscriptionKind, str, Figure]]:
    followed = _followed(round_.session, people)
    if not followed:
        return
    read = round_.shared.read(Figures, round_)
    for contact_id, subscriptions in followed.items():
        due = people[contact_id]
        for kind, value in subscriptions:
            yield contact_id, kind, value, read.of(kind, value, due.since, due.until)


def _followed(session: Session, people: Collection[int]) -> Mapping[int, list[tuple[SubscriptionKind, str]]]:
    rows = session.exec(
        select(Subscription.contact_id, Subscription.kind, Subscription.value)
        .where(among(Subscription.contact_id, people), col(Subscription.kind).in_(_ORDER))
        .order_by(col(Subscription.contact_id))
    )
    followed: dict[int, list[tuple[SubscriptionKind, str]]] = defaultdict(list)
    for contact_id, kind, value in rows:
        followed[contact_id].append((SubscriptionKind(kind), value))
    return followed


def _shared(round_: Round, kind: SubscriptionKind, value: str, figure: Figure) -> Mapping[str, Any]:
    if kind is SubscriptionKind.PLACE:
        return kept(_line(round_.city, kind, value, figure))
    return round_.shared.line((kind.value, value, figure), partial(_line, round_.city, kind, value, figure))


def _rank(kind: SubscriptionKind, figure: Figure) -> int:
    return _ORDER.index(kind) * 10**6 - figure.reported - figure.settled


def _line(city: City, kind: SubscriptionKind, value: str, figure: Figure) -> Text:
    return text("digest-around", what=called(city, kind, value), counts=counted(figure))


def counted(figure: Figure) -> Text:
    """What came of reports and proposals, in words; of what there was none, nothing is said."""
    parts = list(_parts(figure))
    return reduce(lambda first, second: text("digest-counts", first=first, second=second), parts)


def _parts(figure: Figure) -> Iterator[Text]:
    if figure.reported or figure.settled:
        yield text(_shape(figure), reported=figure.reported, settled=figure.settled, time=lasting(figure.middle))
    for name, count in (("proposed", figure.proposed), ("answered", figure.answered), ("built", figure.built)):
        if count:
            yield text(f"digest-{name}", count=count)


def _shape(figure: Figure) -> str:
    if not figure.settled:
        return "digest-only-reported"
    if not figure.reported:
        return "digest-only-settled"
    return "digest-reported-and-settled"


def called(city: City, kind: SubscriptionKind, value: str) -> Text | Named | str:
    """What somebody follows, by its name."""
    if kind is SubscriptionKind.PLACE:
        return text("digest-place", metres=Around.of(value).metres)
    if kind is SubscriptionKind.SERVICE:
        names = {service.code: service.name for service in city.services}
        return Named(names=names.get(value, {"": value}))
    if kind is SubscriptionKind.TOPIC:
        topics = {topic.code: topic.name for topic in city.participation.topics}
        return Named(names=topics.get(value, {"": value}))
    return value


def lasting(time: timedelta | None) -> Text:
    """A time that something took, as one would say it."""
    hours = round((time or timedelta()).total_seconds() / 3600)
    if hours < 1:
        return text("digest-under-an-hour")
    if hours < 48:
        return text("digest-hours", count=hours)
    return text("digest-days", count=round(hours / 24))
