"""Aiming: staff say who is asked or told, narrowing everybody down step by step, its size always in sight."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from sqlmodel import col, select

from backend.broadcasts import audience as audiences
from backend.broadcasts.audience import LARGEST_PANEL, Audience, Panel
from bot.conversation import called
from bot.conversation.ask import Accepts, Answer, Question
from bot.conversation.reply import Choice, Named, Paragraph, Text, text
from bot.conversation.turn import Turn
from storage.broadcasts import Subscription, SubscriptionKind
from storage.consultations import Consultation, ConsultationStatus

DONE = "done"
WHOLE: Mapping[str, Audience] = MappingProxyType({"everybody": Audience(), "following": Audience(followers=True)})
"""Whom a single button means, whatever was chosen before."""
_STEPS = ("everybody", "following", "area", "language", "service", "topic", "earlier", "panel")
_SIZES = (100, 500, 1000, 5000)
_MOST = 12


def menu(turn: Turn, audience: Audience, *, first: Text | None = None) -> Question:
    """Who is meant so far, how many that are, and the ways to narrow it down."""
    reach = audiences.reach(turn.session, audience, turn.city.limits.broadcasts_a_week, turn.now)
    numbers = {"reached": reach.reached, "opted_out": reach.opted_out, "over_budget": reach.over_budget}
    hidden = set() if _topics(turn) else {"topic"}
    if not _earlier(turn):
        hidden.add("earlier")
    choices = [Choice(id=step, label=text(f"aim-{step}")) for step in _STEPS if step not in hidden]
    choices.append(Choice(id=DONE, label=text("aim-done")))
    head: list[Paragraph] = [first] if first else []
    return Question(
        paragraphs=[*head, told(turn, audience), text("consulting-reach", **numbers)],
        choices=choices,
    )


def asked(turn: Turn, step: str) -> Question:
    """What is asked to narrow it down in one way."""
    accepts = frozenset({Accepts.DICTATION}) if step in ("area", "service", "panel") else frozenset[Accepts]()
    counts = step == "panel"
    choices = _OFFERS[step](turn)
    return Question(paragraphs=[text(f"aim-{step}-which")], choices=choices, accepts=accepts, counts=counts)


def narrowed(turn: Turn, audience: Audience, step: str, answer: Answer) -> Audience | None:
    """The audience after an answer to `asked`; None when the answer names nothing that there is."""
    found = _FOUND[step](turn, audience, answer)
    return audience.model_copy(update=found) if found else None


_Found = dict[str, list[str] | list[int] | Panel]


def _areas_named(turn: Turn, audience: Audience, answer: Answer) -> _Found:
    places = turn.house.gazetteer.find(answer.message.text)
    names = {place.area for place in places if place.area and place.street is None}
    return {"areas": _with(audience.areas, names)} if names else {}


def _language_chosen(_turn: Turn, audience: Audience, answer: Answer) -> _Found:
    return {"languages": _with(audience.languages, {answer.choice or ""})}


def _services_named(turn: Turn, audience: Audience, answer: Answer) -> _Found:
    codes = called.meant(answer.message.text, {one.code: [*one.name.values()] for one in turn.city.services})
    return {"reporters_of": _with(audience.reporters_of, {*codes})} if codes else {}


def _topic_chosen(_turn: Turn, audience: Audience, answer: Answer) -> _Found:
    return {"followers_of": _with(audience.followers_of, {answer.choice or ""})}


def _earlier_chosen(_turn: Turn, audience: Audience, answer: Answer) -> _Found:
    return {"participants_of": sorted({*audience.participants_of, int(answer.choice or "0")})}


def _panel_sized(turn: Turn, _audience: Audience, answer: Answer) -> _Found:
    size = answer.choice or "".join(c for c in answer.message.text if c not in " .,")
    if not size.isdecimal() or not 0 < int(size) <= LARGEST_PANEL:
        return {}
    # The seed stands with the audience: whoever doubts the draw can repeat it.
    return {"panel": Panel(size=int(size), seed=int(turn.now.timestamp()))}


_FOUND: Mapping[str, Callable[[Turn, Audience, Answer], _Found]] = MappingProxyType(
    {
        "area": _areas_named,
        "language": _language_chosen,
        "service": _services_named,
        "topic": _topic_chosen,
        "earlier": _earlier_chosen,
        "panel": _panel_sized,
    }
)


def _with(known: list[str], more: set[str]) -> list[str]:
    return [*known, *sorted(more - {*known})]


def told(turn: Turn, audience: Audience) -> Text:
    """An audience in words."""
    parts: list[Text | Named | str] = [*audience.areas]
    parts += [text(f"language-{language}") for language in audience.languages]
    parts += [
        text("aim-reporters", service=Named(names=turn.city.service(code).name)) for code in audience.reporters_of
    ]
    parts += [text("aim-who-follow")] if audience.followers else []
    parts += [text("aim-followers", topic=topic) for topic in audience.followers_of]
    parts += [text("aim-participants", title=_title(turn, id)) for id in audience.participants_of]
    if audience.panel is not None:
        parts.append(text("aim-drawn", size=audience.panel.size, seed=str(audience.panel.seed)))
    if not parts:
        return text("aim-all")
    joined = parts[0]
    for part in parts[1:]:
        joined = text("aim-and", first=joined, second=part)
    return text("aim", who=joined)


def _title(turn: Turn, id: int) -> Named | str:
    known = turn.session.get(Consultation, id)
    return Named(names=known.title) if known else str(id)


def _no_choices(_turn: Turn) -> list[Choice]:
    return []


def _languages(turn: Turn) -> list[Choice]:
    return [Choice(id=language, label=text(f"language-{language}")) for language in turn.city.languages]


def _topics(turn: Turn) -> list[Choice]:
    followed = select(Subscription.value).where(Subscription.kind == SubscriptionKind.TOPIC).distinct()
    return [Choice(id=topic, label=topic) for topic in turn.session.exec(followed.order_by(Subscription.value))][:_MOST]


def _earlier(turn: Turn) -> list[Choice]:
    over = select(Consultation).where(Consultation.status == ConsultationStatus.CLOSED)
    rows = turn.session.exec(over.order_by(col(Consultation.id).desc()).limit(_MOST)).all()
    return [Choice(id=str(one.id), label=Named(names=one.title)) for one in rows]


def _sizes(_turn: Turn) -> list[Choice]:
    return [Choice(id=str(size), label=str(size)) for size in _SIZES]


_OFFERS: Mapping[str, Callable[[Turn], list[Choice]]] = MappingProxyType(
    {
        "area": _no_choices,
        "language": _languages,
        "service": _no_choices,
        "topic": _topics,
        "earlier": _earlier,
        "panel": _sizes,
    }
)
