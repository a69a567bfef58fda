"""Subscribing: what one follows, an area, a service, a circle around a place, and one's own quiet hours."""

from collections.abc import Iterator

from pydantic import BaseModel, ConfigDict

from backend.digests import digests, subscriptions
from backend.digests.series import Around
from bot.conversation.ask import Accepts, Answer, Question
from bot.conversation.reply import Lines, Moment, Text, text
from bot.conversation.turn import Turn
from bot.digest.around import called
from bot.digest.wishes import Wish
from nlp.reading import Precision
from storage.asks import Ask
from storage.broadcasts import SubscriptionKind
from storage.digests import DigestPreference, Frequency

_LIKELY = 0.25
"""A service is meant from this probability on where nothing but its name is said."""


class Circle(BaseModel):
    """A place is awaited, around which somebody wants to hear of so many metres."""

    model_config = ConfigDict(frozen=True)

    metres: int


def wished(turn: Turn, wish: Wish) -> bool:
    """Deal with quiet hours, and with what somebody wants to follow or leave; False for all else."""
    if wish.quiet:
        hours = {"quiet_from": wish.hours[0], "quiet_until": wish.hours[1]}
        preference = subscriptions.choose(turn.session, turn.city, turn.contact.id, turn.now, **hours)
        quiet = text("digest-quiet-set", begin=f"{wish.hours[0]}:00", end=f"{wish.hours[1]}:00")
        moved = preference.next_at is not None and preference.next_at != preference.due_at
        turn.say(quiet, *([text("digest-moved", **moments(preference))] if moved else []))
        return True
    if wish.metres is not None and not wish.leave:
        ask_place(turn, wish.metres)
        return True
    targets = list(_targets(turn, wish)) if wish.follow or wish.leave else []
    if not targets:
        return False
    for kind, value in targets:
        if wish.leave:
            subscriptions.leave(turn.session, turn.contact.id, kind, value)
        else:
            subscriptions.follow(turn.session, turn.contact.id, kind, value, turn.now)
    said = "digest-followed-no-more" if wish.leave else "digest-followed-now"
    lines = [text(said, what=called(turn.city, kind, value)) for kind, value in targets]
    turn.say(Lines(lines=lines), *([] if wish.leave else [_when(turn)]))
    return True


def _targets(turn: Turn, wish: Wish) -> Iterator[tuple[SubscriptionKind, str]]:
    """The area and the service that a message names."""
    for place in turn.reading.places[:1]:
        if place.precision is Precision.AREA and place.area:
            yield SubscriptionKind.AREA, place.area
    # Read alone: who follows something says its name and no more, which is little to go by beside other words.
    likely = sorted(turn.read(wish.what).services.items(), key=lambda pair: -pair[1])[:2]
    (best, sure), (_, next_best) = [*likely, ("", 0.0), ("", 0.0)][:2]
    if sure >= _LIKELY and sure >= 2 * next_best:
        yield SubscriptionKind.SERVICE, best


def _when(turn: Turn) -> Text:
    """When one hears of it; who follows something and never chose gets a week's summary."""
    preference = digests.preference_of(turn.session, turn.contact.id)
    if preference is None or preference.next_at is None or preference.frequency is Frequency.EVENTS:
        changes = {"frequency": Frequency.WEEKLY}
        preference = subscriptions.choose(turn.session, turn.city, turn.contact.id, turn.now, **changes)
    return text(f"digest-now-{preference.frequency.value}", **moments(preference))


def ask_place(turn: Turn, metres: int) -> None:
    """Ask around which place."""
    question = Question(paragraphs=[text("digest-where", metres=metres)], accepts=frozenset({Accepts.PLACE}))
    turn.ask("digest", "place", Circle(metres=metres), question)


def placed(turn: Turn, ask: Ask, answer: Answer) -> bool:
    """The place that was asked for, shared or in words; a whole area is followed as such."""
    metres = Circle.model_validate(ask.state).metres
    point = answer.message.point
    spot = (point.lat, point.lon) if point else None
    place = next(iter(answer.reading.places), None)
    if spot is None and place is not None and place.precision is Precision.AREA and place.area:
        subscriptions.follow(turn.session, turn.contact.id, SubscriptionKind.AREA, place.area, turn.now)
        turn.say(text("digest-followed-now", what=place.area), _when(turn))
        return True
    if spot is None and place is not None and place.lat is not None and place.lon is not None:
        spot = (place.lat, place.lon)
    if spot is None or not turn.house.gazetteer.locate(*spot).inside:
        turn.say(text("digest-place-unknown"))
        ask_place(turn, metres)
        return True
    value = Around(*spot, metres).value
    subscriptions.follow(turn.session, turn.contact.id, SubscriptionKind.PLACE, value, turn.now)
    turn.say(text("digest-followed-now", what=called(turn.city, SubscriptionKind.PLACE, value)), _when(turn))
    return True


def moments(preference: DigestPreference) -> dict[str, Moment]:
    """When the next summary comes, as texts take it."""
    assert preference.next_at is not None  # noqa: S101 - only where there is a next one
    return {"date": Moment(at=preference.next_at), "time": Moment(at=preference.next_at, style="time")}
