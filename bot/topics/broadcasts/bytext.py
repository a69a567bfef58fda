"""By text message: what residents get on a phone without an app, how long that is and what it costs the city."""

from collections.abc import Mapping
from datetime import datetime

from sqlmodel import Session

from backend.broadcasts import postage
from backend.broadcasts.audience import Audience
from backend.broadcasts.postage import Postage
from backend.city.city import City
from backend.errors import BroadcastTooDear
from backend.people import spending
from bot.channels.sms import pages, segments
from bot.conversation.phones import PHONES
from bot.conversation.reply import Money, Paragraph, Reply, Text, text
from bot.conversation.texts import Texts
from bot.conversation.turn import Turn

_CENTS = 100


def of(session: Session, city: City, texts: Texts, reply: Reply, now: datetime) -> Postage:
    """What a message takes by phone in each of the city's languages, and what is left for it."""
    takes = {language: segments.count(_first(reply, texts, language)) for language in city.languages}
    left = city.texting.segments_a_month - spending.spent_this_month(session, city.zone, now)
    return Postage(segments=takes, channels=PHONES, most=max(0, min(city.texting.segments_a_broadcast, left)))


def _first(reply: Reply, texts: Texts, language: str) -> str:
    """What is sent at once; the rest of a long message is asked for with MORE."""
    return pages.render(reply, texts, language).text


def shown(turn: Turn, reply: Reply, languages: list[str]) -> list[Paragraph]:
    """A message as phones get it, in each of these languages, with its segments."""
    lines: list[Paragraph] = []
    for language in languages:
        words = segments.segmented(_first(reply, turn.house.texts, language))
        spoken = text(f"language-{language}")
        lines.append(
            text("bytext", language=spoken, words=words.text, segments=words.segments, encoding=words.encoding.value)
        )
    return lines


def cost(turn: Turn, reply: Reply, audience: Audience, *, urgent: bool = False) -> Text | None:
    """How many phones get it, and what that takes; None where nobody reads by phone."""
    counts = _phones(turn, audience, urgent=urgent)
    if not counts:
        return None
    charged = of(turn.session, turn.city, turn.house.texts, reply, turn.now)
    needed = charged.of(counts)
    return text("bytext-cost", phones=sum(counts.values()), segments=needed, price=_price(turn.city, needed),
                most=charged.most, dear=int(needed > charged.most and not urgent))  # fmt: skip


def check(turn: Turn, reply: Reply, audience: Audience) -> None:
    """Raise BroadcastTooDear for what costs more than is left for it, before a colleague is asked."""
    charged = of(turn.session, turn.city, turn.house.texts, reply, turn.now)
    needed = charged.of(_phones(turn, audience, urgent=False))
    if needed > charged.most:
        raise BroadcastTooDear(needed=needed, budget=charged.most)


def _phones(turn: Turn, audience: Audience, *, urgent: bool) -> Mapping[str, int]:
    budget = None if urgent else turn.city.limits.broadcasts_a_week
    return postage.phones(turn.session, audience, budget, PHONES, turn.now)


def _price(city: City, needed: int) -> Money | Text:
    price = city.texting.segment_price
    if price is None:
        return text("bytext-no-price")
    return Money(units=round(price * needed * _CENTS), scale=_CENTS, currency=city.texting.currency)
