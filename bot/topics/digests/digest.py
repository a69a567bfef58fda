"""Digest: how often one is summed up to, and about what; in words, by buttons, by a reply to a summary."""

from collections.abc import Iterator

from pydantic import BaseModel, ConfigDict

from backend.digests import digests, subscriptions
from backend.digests.series import Around
from bot.conversation.ask import Accepts, Answer, Question, open_asks
from bot.conversation.reply import Choice, Lines, Moment, Text, text
from bot.conversation.state import Nothing
from bot.conversation.turn import Turn
from bot.digest import composing, wishes
from bot.digest.around import called
from bot.digest.entry import Round, Shared
from bot.digest.wishes import Wish
from bot.topics.reports.draft import SURE
from nlp.reading import Act, Precision
from storage.asks import Ask
from storage.broadcasts import SubscriptionKind
from storage.digests import DigestPreference, Frequency

_LONGEST = 16
"""Words up to which a message that speaks of summaries is about them."""
_METRES = 500
_FREQUENCIES = (Frequency.DAILY, Frequency.WEEKLY, Frequency.MONTHLY, Frequency.EVENTS, Frequency.NEVER)
_AREA = Choice(id="place", label=text("digest-follow-place"))


class Under(BaseModel):
    """The buttons under a summary, named by its day."""

    model_config = ConfigDict(frozen=True)

    period: str


class Circle(BaseModel):
    """A place is awaited, around which somebody wants to hear of so many metres."""

    model_config = ConfigDict(frozen=True)

    metres: int


def command(turn: Turn, rest: str) -> None:
    """The command /digest, alone or with how often: "/digest every Friday at 6"."""
    wish = wishes.read(rest, _languages(turn), summary=True)
    if wish.frequency is None and not wish.hours:
        _show(turn)
    else:
        _choose(turn, wish)


def asked(turn: Turn, replied_to: int | None) -> bool:
    """Deal with words about summaries and with what somebody wants to follow; False for all else."""
    words = turn.message.text.split()
    if turn.message.pressed is not None or not 0 < len(words) <= _LONGEST:
        return False
    wish = wishes.read(turn.message.text, _languages(turn))
    changes = wish.less or wish.more
    if wish.summary and not changes and (wish.frequency is not None or wish.hours or len(words) <= 3):
        command(turn, turn.message.text)
        return True
    if turn.open_form() is not None and not (wish.summary and changes):
        return False
    if changes and (wish.summary or _is_about_summary(turn, replied_to)):
        _step(turn, down=wish.less)
        return True
    if turn.reading.act is Act.STOP and len(words) <= 2 and not wish.leave:
        _stop(turn)
        return True
    return _follow(turn, wish)


def answered(turn: Turn, ask: Ask, answer: Answer) -> bool:
    """A button under a summary or under the settings, or the place that was asked for."""
    match ask.step, answer.choice:
        case "place", _:
            return _placed(turn, Circle.model_validate(ask.state).metres, answer)
        case _, "more":
            _unfold(turn, Under.model_validate(ask.state).period)
        case _, "less":
            _step(turn, down=True)
        case _, "settings":
            _show(turn)
        case _, "place":
            _ask_place(turn, _METRES)
        case _, str(frequency):
            _choose(turn, Wish(summary=True, frequency=Frequency(frequency)))
        case _:
            return False
    return True


def _languages(turn: Turn) -> list[str]:
    return sorted(turn.city.languages, key=lambda language: language != turn.language)


def _is_about_summary(turn: Turn, replied_to: int | None) -> bool:
    """Whether words come in reply to a summary, or right after one."""
    asks = open_asks(turn.session, turn.contact.id, turn.now)
    if replied_to is not None:
        return any(ask.id == replied_to and ask.topic == "digest" for ask in asks)
    return bool(asks) and asks[0].topic == "digest"


def _show(turn: Turn) -> None:
    """How it is now, and the buttons to change it."""
    preference = digests.preference_of(turn.session, turn.contact.id)
    followed = subscriptions.followed(turn.session, turn.contact.id)
    lines = [text("digest-followed", what=called(turn.city, one.kind, one.value)) for one in followed]
    paragraphs = [_now(preference), *([Lines(lines=[text("digest-follows"), *lines])] if lines else [])]
    paragraphs.append(text("digest-how"))
    current = preference.frequency if preference else Frequency.NEVER
    choices = [Choice(id=one.value, label=text(f"digest-{one.value}")) for one in _FREQUENCIES if one is not current]
    question = Question(paragraphs=paragraphs, choices=[*choices, _AREA])
    turn.ask("digest", "card", Nothing(), question, standing=True)


def _now(preference: DigestPreference | None) -> Text:
    if preference is None or preference.next_at is None:
        return text("digest-now-never")
    return text(f"digest-now-{preference.frequency.value}", **_moments(preference))


def _moments(preference: DigestPreference) -> dict[str, Moment]:
    assert preference.next_at is not None  # noqa: S101 - only where there is a next one
    return {"date": Moment(at=preference.next_at), "time": Moment(at=preference.next_at, style="time")}


def _choose(turn: Turn, wish: Wish) -> None:
    changes: dict[str, object] = {}
    if wish.frequency is not None:
        changes["frequency"] = wish.frequency
    if wish.weekday is not None:
        changes["weekday"] = wish.weekday
    if wish.hours:
        changes["hour"] = wish.hours[0]
    turn.say(*_chosen(subscriptions.choose(turn.session, turn.city, turn.contact.id, turn.now, **changes)))


def _chosen(preference: DigestPreference) -> Iterator[Text]:
    if preference.next_at is None:
        yield text("digest-set-never")
        return
    yield text(f"digest-set-{preference.frequency.value}", **_moments(preference))
    if preference.next_at != preference.due_at:
        yield text("digest-moved", **_moments(preference))


def _step(turn: Turn, *, down: bool) -> None:
    step = subscriptions.less if down else subscriptions.more
    turn.say(*_chosen(step(turn.session, turn.city, turn.contact.id, turn.now)))


def _stop(turn: Turn) -> None:
    subscriptions.stop(turn.session, turn.city, turn.contact.id, turn.now)
    turn.say(text("digest-stopped", city=turn.city.name))


def _follow(turn: Turn, wish: Wish) -> bool:
    if wish.quiet:
        hours = {"quiet_from": wish.hours[0], "quiet_until": wish.hours[1]}
        preference = subscriptions.choose(turn.session, turn.city, turn.contact.id, turn.now, **hours)
        quiet = text("digest-quiet-set", begin=f"{wish.hours[0]}:00", end=f"{wish.hours[1]}:00")
        moved = preference.next_at is not None and preference.next_at != preference.due_at
        turn.say(quiet, *([text("digest-moved", **_moments(preference))] if moved else []))
        return True
    if wish.metres is not None and not wish.leave:
        _ask_place(turn, wish.metres)
        return True
    targets = list(_targets(turn)) if wish.follow or wish.leave else []
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


def _targets(turn: Turn) -> Iterator[tuple[SubscriptionKind, str]]:
    """The area and the service that a message names."""
    for place in turn.reading.places[:1]:
        if place.precision is Precision.AREA and place.area:
            yield SubscriptionKind.AREA, place.area
    best = max(turn.reading.services.items(), key=lambda pair: pair[1], default=("", 0.0))
    if best[1] >= SURE:
        yield SubscriptionKind.SERVICE, best[0]


def _when(turn: Turn) -> Text:
    """When one hears of it; who follows something and never chose gets a week's summary."""
    preference = digests.preference_of(turn.session, turn.contact.id)
    if preference is None or preference.next_at is None or preference.frequency is Frequency.EVENTS:
        changes = {"frequency": Frequency.WEEKLY}
        preference = subscriptions.choose(turn.session, turn.city, turn.contact.id, turn.now, **changes)
    return text(f"digest-now-{preference.frequency.value}", **_moments(preference))


def _ask_place(turn: Turn, metres: int) -> None:
    question = Question(paragraphs=[text("digest-where", metres=metres)], accepts=frozenset({Accepts.PLACE}))
    turn.ask("digest", "place", Circle(metres=metres), question)


def _placed(turn: Turn, metres: int, answer: Answer) -> bool:
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
        _ask_place(turn, metres)
        return True
    value = Around(*spot, metres).value
    subscriptions.follow(turn.session, turn.contact.id, SubscriptionKind.PLACE, value, turn.now)
    turn.say(text("digest-followed-now", what=called(turn.city, SubscriptionKind.PLACE, value)), _when(turn))
    return True


def _unfold(turn: Turn, period: str) -> None:
    due = digests.again(turn.session, turn.contact.id, period)
    if due is None:
        turn.say(text("button-unknown"))
        return
    entries = composing.gather(Round(turn.session, turn.city, {due.contact_id: due}, Shared())).get(due.contact_id, [])
    whole = [composing.head(turn.city, due), *composing.paragraphs_of(entries)]
    choices = [choice.model_dump() for choice in composing.buttons(folded=False)]
    question = Question.model_validate({"paragraphs": whole, "choices": choices, "columns": 3})
    turn.ask("digest", "under", Under(period=period), question, standing=True, replaces=True)
