"""Digest: how often one is summed up to, and about what; in words, by buttons, by a reply to a summary."""

from collections.abc import Iterator

from pydantic import BaseModel, ConfigDict

from backend.digests import digests, subscriptions
from bot.conversation.ask import Answer, Question, open_asks
from bot.conversation.phones import PHONES
from bot.conversation.reply import Choice, Lines, Text, text
from bot.conversation.state import Nothing
from bot.conversation.turn import Turn
from bot.digest import compared, composing, wishes
from bot.digest.around import called
from bot.digest.entry import Round, Shared
from bot.digest.wishes import Wish
from bot.topics.digests import subscribing
from nlp.reading import Act
from storage.asks import Ask
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


def command(turn: Turn, rest: str) -> None:
    """The command /digest, alone or with how often: "/digest every Friday at 6"."""
    wish = wishes.read(rest, turn.languages(), summary=True)
    if wish.frequency is None and not wish.hours:
        _show(turn)
    else:
        _choose(turn, wish)


def asked(turn: Turn, replied_to: int | None) -> bool:
    """Deal with words about summaries and with what somebody wants to follow; False for all else."""
    words = turn.message.text.split()
    if turn.message.pressed is not None or not 0 < len(words) <= _LONGEST:
        return False
    wish = wishes.read(turn.message.text, turn.languages())
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
    return subscribing.wished(turn, wish)


def answered(turn: Turn, ask: Ask, answer: Answer) -> bool:
    """A button under a summary or under the settings, or the place that was asked for."""
    match ask.step, answer.choice:
        case "place", _:
            return subscribing.placed(turn, ask, answer)
        case _, "more":
            _unfold(turn, Under.model_validate(ask.state).period)
        case _, "less":
            _step(turn, down=True)
        case _, "settings":
            _show(turn)
        case _, "place":
            subscribing.ask_place(turn, _METRES)
        case _, str(frequency):
            _choose(turn, Wish(summary=True, frequency=Frequency(frequency)))
        case _:
            return False
    return True


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
    return text(f"digest-now-{preference.frequency.value}", **subscribing.moments(preference))


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
    yield text(f"digest-set-{preference.frequency.value}", **subscribing.moments(preference))
    if preference.next_at != preference.due_at:
        yield text("digest-moved", **subscribing.moments(preference))


def _step(turn: Turn, *, down: bool) -> None:
    step = subscriptions.less if down else subscriptions.more
    turn.say(*_chosen(step(turn.session, turn.city, turn.contact.id, turn.now)))


def _stop(turn: Turn) -> None:
    subscriptions.stop(turn.session, turn.city, turn.contact.id, turn.now)
    turn.say(text("digest-stopped", city=turn.city.name))


def _unfold(turn: Turn, period: str) -> None:
    due = digests.again(turn.session, turn.contact.id, period)
    if due is None:
        turn.say(text("button-unknown"))
        return
    round_ = Round(turn.session, turn.city, {due.contact_id: due}, Shared())
    entries = composing.gather(round_).get(due.contact_id, [])
    whole = [composing.head(turn.city, due), *composing.paragraphs_of(entries)]
    choices = [choice.model_dump() for choice in composing.buttons(folded=False)]
    question = Question.model_validate({"paragraphs": whole, "choices": choices, "columns": 3})
    turn.ask("digest", "under", Under(period=period), question, standing=True, replaces=True)
    if turn.urn.channel not in PHONES:
        # A message without a picture can't become one with a picture: it comes below.
        photo = compared.picture(round_, due.contact_id, turn.house.texts, turn.language)
        if photo is not None:
            turn.say(text("digest-compared"), photos=[photo])
