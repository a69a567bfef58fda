"""The card of a consultation: what it asks, whom, until when, and what staff can do with it now."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from pydantic import BaseModel, ConfigDict
from sqlmodel import col, select

from backend.broadcasts import audience as audiences
from backend.broadcasts.audience import Audience
from backend.consultations import consultations, responses, statements
from backend.consultations.survey import missing
from bot.conversation.ask import Question
from bot.conversation.reply import Choice, Lines, Moment, Named, Paragraph, Text, text
from bot.conversation.turn import Turn, put_to, reply_of
from bot.topics.broadcasts import aiming, bytext
from bot.topics.consultations import inviting
from storage.broadcasts import Broadcast, BroadcastStatus
from storage.consultations import Consultation, ConsultationStatus, QuestionKind, Statement

_PARTS = {
    ConsultationStatus.DRAFT: ("preview", "edit", "audience", "when", "send", "copy", "drop"),
    ConsultationStatus.SCHEDULED: ("preview", "copy", "unschedule", "drop"),
    ConsultationStatus.OPEN: ("results", "sending", "statements", "copy", "close"),
    ConsultationStatus.CLOSED: ("results", "decide", "done", "copy"),
    ConsultationStatus.CANCELLED: ("copy",),
}
_OFFERED: Mapping[ConsultationStatus, tuple[str, ...]] = MappingProxyType(_PARTS)


class Shown(BaseModel):
    """The consultation on a card and its version as it was shown, and what is being done with it.

    `proposer` wants it sent; `statement` is looked at; `decision` is what is being written, by language.
    """

    model_config = ConfigDict(frozen=True)

    consultation: int = 0
    version: int = 0
    proposer: int = 0
    statement: int = 0
    decision: dict[str, str] = {}
    passed: list[str] = []


def show(turn: Turn, id: int, *, first: Text | None = None) -> None:
    """Put the card, below what has just been done."""
    state, question = _card(turn, id, first)
    turn.ask("consulting", "card", state, question, standing=True)


def hand(turn: Turn, contact_id: int, id: int, *, first: Text) -> None:
    """Put the card before a colleague, below what they are told about it."""
    state, question = _card(turn, id, first)
    put_to(turn.session, contact_id, question, topic="consulting", step="card", state=state, now=turn.now)


def _card(turn: Turn, id: int, first: Text | None) -> tuple[Shown, Question]:
    consultation = turn.session.get_one(Consultation, id)
    head: list[Paragraph] = [first] if first else []
    question = Question(paragraphs=[*head, *paragraphs(turn, consultation)], choices=_buttons(turn, consultation))
    return Shown(consultation=id, version=consultation.version), question


def line(consultation: Consultation) -> Text:
    """A consultation by its title and state."""
    state = text(f"consultation-{consultation.status.value}")
    return text("consulting-line", title=Named(names=consultation.title), state=state)


def paragraphs(turn: Turn, consultation: Consultation) -> list[Paragraph]:
    """All that staff need to know before they touch it."""
    asked = consultations.questions(turn.session, consultation.id)
    lines = [
        text("consulting-question", position=one.position + 1, question=Named(names=one.wording), kind=_kind(one.kind))
        for one in asked
    ]
    card: list[Paragraph] = [Lines(lines=[line(consultation), *_times(consultation)]), Lines(lines=lines)]
    if consultation.status in (ConsultationStatus.DRAFT, ConsultationStatus.SCHEDULED):
        card.append(Lines(lines=_reach(turn, consultation)))
        card += _gaps(turn, consultation)
    elif consultation.status is not ConsultationStatus.CANCELLED:
        begun, finished = responses.count(turn.session, consultation.id)
        card.append(text("consulting-answers", begun=begun, finished=finished))
    if consultation.decision:
        card.append(text("outcome-decision", decision=Named(names=consultation.decision)))
    return card


def audience(consultation: Consultation) -> Audience:
    """Who is asked."""
    return Audience.model_validate(consultation.audience)


def _kind(kind: QuestionKind) -> Text:
    return text(f"kind-{kind.value.replace('_', '-')}")


def _times(consultation: Consultation) -> list[Text]:
    closes = text("consulting-until", closes=Moment(at=consultation.closes_at, style="datetime"))
    known = [closes]
    if consultation.opens_at is not None:
        known.insert(0, text("consulting-from", opens=Moment(at=consultation.opens_at, style="datetime")))
    if consultation.reminds_at:
        known.append(text("consulting-reminders", count=len(consultation.reminds_at)))
    return known


def _reach(turn: Turn, consultation: Consultation) -> list[Text]:
    meant = audience(consultation)
    reach = audiences.reach(turn.session, meant, turn.city.limits.broadcasts_a_week, turn.now)
    numbers = {"reached": reach.reached, "opted_out": reach.opted_out, "over_budget": reach.over_budget}
    asked = consultations.questions(turn.session, consultation.id)
    cost = bytext.cost(turn, reply_of(inviting.invitation(consultation, len(asked))), meant)
    return [aiming.told(turn, meant), text("consulting-reach", **numbers), *([cost] if cost else [])]


def _gaps(turn: Turn, consultation: Consultation) -> list[Text]:
    gaps = missing(consultations.survey_of(turn.session, consultation), turn.city.languages)
    return [
        text("consulting-gap", language=text(f"language-{language}"), count=len(places))
        for language, places in gaps.items()
    ]


def sent(turn: Turn, consultation: Consultation) -> Broadcast | None:
    """The broadcast that invited to it."""
    newest = select(Broadcast).where(Broadcast.subject == f"consultation:{consultation.id}")
    return turn.session.exec(newest.order_by(col(Broadcast.id).desc()).limit(1)).first()


def pending(turn: Turn, id: int) -> Sequence[Statement]:
    """What residents have said and nobody has looked at."""
    asked = [one for one in consultations.questions(turn.session, id) if one.kind is QuestionKind.STATEMENTS]
    return [statement for one in asked for statement in statements.pending(turn.session, one.id)]


def _buttons(turn: Turn, consultation: Consultation) -> list[Choice]:
    hidden = set()
    broadcast = sent(turn, consultation)
    if broadcast is None or broadcast.status not in (BroadcastStatus.SENDING, BroadcastStatus.PAUSED):
        hidden.add("sending")
    if not pending(turn, consultation.id):
        hidden.add("statements")
    if consultation.decided_at is None or consultation.done_at is not None:
        hidden.add("done")
    offered = [name for name in _OFFERED[consultation.status] if name not in hidden]
    return [Choice(id=name, label=text(f"consulting-{name}")) for name in offered]
