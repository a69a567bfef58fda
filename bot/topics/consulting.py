"""Consulting: staff look over a consultation, send it with a colleague's word, read its results, tell what follows."""

from collections.abc import Sequence

from pydantic import BaseModel, ConfigDict
from sqlmodel import col, select

from backend import audience as audiences
from backend import broadcasts, consultations, responses, staff, statements
from backend.audience import Audience
from backend.errors import AdminsOnly, NobodyToApprove
from backend.survey import missing
from bot import convening
from bot.conversation.ask import Accepts, Answer, Question, open_ask
from bot.conversation.reply import Choice, Lines, Moment, Named, Paragraph, Reply, Text, text
from bot.conversation.turn import Turn, notify, reply_of
from bot.topics import composing, consult
from bot.topics.outcome import Outcome
from nlp.reading import Act
from storage.asks import Ask
from storage.broadcasts import Broadcast
from storage.consultations import Consultation, ConsultationStatus, QuestionKind, Statement
from storage.people import Role, Staff

_DICTATION = frozenset({Accepts.DICTATION})


class Shown(BaseModel):
    """The consultation on a card, its version as it was shown; the colleague who wants it sent; a statement."""

    model_config = ConfigDict(frozen=True)

    consultation: int = 0
    version: int = 0
    proposer: int = 0
    statement: int = 0


def command(turn: Turn, _rest: str) -> None:
    """The command /consultations for staff."""
    _check(turn)
    rows = turn.session.exec(
        select(Consultation)
        .where(Consultation.status != ConsultationStatus.CANCELLED)
        .order_by(col(Consultation.id).desc())
        .limit(8)
    ).all()
    choices = [Choice(id=str(one.id), label=_line(one)) for one in rows]
    choices.append(Choice(id="new", label=text("consulting-new")))
    question = Question(paragraphs=[text("consulting", count=len(rows))], choices=choices, columns=1)
    turn.ask("consulting", "list", Shown(), question, standing=True)


def _check(turn: Turn) -> Staff:
    """Who asks the whole city works for all of it."""
    if turn.staff is None or turn.staff.role is Role.AGENT:
        raise AdminsOnly
    return turn.staff


def _line(consultation: Consultation) -> Text:
    state = text(f"consultation-{consultation.status.value}")
    return text("consulting-line", title=Named(names=consultation.title), state=state)


def answered(turn: Turn, ask: Ask, answer: Answer) -> bool:
    """A tap on the list, on a card, under a colleague's wish; or the words that were asked for."""
    state = Shown.model_validate(ask.state)
    member = _check(turn)
    match ask.step:
        case "list":
            _picked(turn, answer.choice or "")
        case "approve":
            _decided(turn, state, member, answer.choice == "approve")
        case "decision":
            _decide(turn, state, member, answer)
        case "statement":
            _moderated(turn, state, member, accept=answer.choice == "accept")
        case _:
            return _act(turn, state, member, answer.choice)
    return True


def _picked(turn: Turn, choice: str) -> None:
    if choice == "new":
        composing.begin(turn)
    else:
        show(turn, int(choice))


def show(turn: Turn, id: int) -> None:
    """A consultation's card: what it asks, whom, until when, and what can be done with it now."""
    consultation = turn.session.get_one(Consultation, id)
    question = Question(paragraphs=_card(turn, consultation), choices=_buttons(turn, consultation))
    turn.ask("consulting", "card", Shown(consultation=id, version=consultation.version), question, standing=True)


def _card(turn: Turn, consultation: Consultation) -> list[Paragraph]:
    asked = consultations.questions(turn.session, consultation.id)
    reach = audiences.reach(
        turn.session, Audience.model_validate(consultation.audience), turn.city.limits.broadcasts_a_week, turn.now
    )
    lines = [
        _line(consultation),
        text("consulting-until", closes=Moment(at=consultation.closes_at, style="datetime")),
        *(text("consulting-question", position=one.position + 1, question=Named(names=one.wording)) for one in asked),
    ]
    card: list[Paragraph] = [Lines(lines=lines)]
    match consultation.status:
        case ConsultationStatus.DRAFT | ConsultationStatus.SCHEDULED:
            numbers = {"reached": reach.reached, "opted_out": reach.opted_out, "over_budget": reach.over_budget}
            card.append(text("consulting-reach", **numbers))
            card += _gaps(turn, consultation)
        case _:
            begun, finished = responses.count(turn.session, consultation.id)
            card.append(text("consulting-answers", begun=begun, finished=finished))
            if (sent := _broadcast(turn, consultation)) is not None:
                card.append(_progress(turn, sent))
    return card


def _gaps(turn: Turn, consultation: Consultation) -> list[Text]:
    gaps = missing(consultations.survey_of(turn.session, consultation), turn.city.languages)
    return [
        text("consulting-gap", language=text(f"language-name-{language}"), places=", ".join(places))
        for language, places in gaps.items()
    ]


def _broadcast(turn: Turn, consultation: Consultation) -> Broadcast | None:
    sent = select(Broadcast).where(Broadcast.subject == f"consultation:{consultation.id}")
    return turn.session.exec(sent.order_by(col(Broadcast.id).desc()).limit(1)).first()


def _progress(turn: Turn, sent: Broadcast) -> Text:
    progress = broadcasts.progress(turn.session, sent.id)
    return text(
        "broadcast-progress", state=text(f"broadcast-{progress.status.value}"), sent=progress.sent, total=progress.total,
        waiting=progress.waiting, failed=progress.failed, blocked=progress.blocked, answered=progress.answered,
    )  # fmt: skip


_OFFERED: dict[ConsultationStatus, tuple[str, ...]] = {
    ConsultationStatus.DRAFT: ("preview", "send", "drop"),
    ConsultationStatus.SCHEDULED: ("preview", "drop"),
    ConsultationStatus.OPEN: ("results", "pause", "statements", "close"),
    ConsultationStatus.CLOSED: ("results", "decide", "done"),
    ConsultationStatus.CANCELLED: (),
}


def _buttons(turn: Turn, consultation: Consultation) -> list[Choice]:
    offered = _OFFERED[consultation.status]
    sent = _broadcast(turn, consultation)
    hidden = set()
    if sent is None or sent.status.value not in ("sending", "paused"):
        hidden.add("pause")
    if not _pending(turn, consultation.id):
        hidden.add("statements")
    if consultation.decided_at is None or consultation.done_at is not None:
        hidden.add("done")
    paused = sent is not None and sent.status.value == "paused"
    labels = {"pause": "consulting-resume"} if paused else {}
    return [
        Choice(id=name, label=text(labels.get(name, f"consulting-{name}"))) for name in offered if name not in hidden
    ]


def _pending(turn: Turn, id: int) -> Sequence[Statement]:
    asked = [one for one in consultations.questions(turn.session, id) if one.kind is QuestionKind.STATEMENTS]
    return [statement for one in asked for statement in statements.pending(turn.session, one.id)]


def _act(turn: Turn, state: Shown, member: Staff, choice: str | None) -> bool:
    id = state.consultation
    match choice:
        case "preview":
            _preview(turn, id)
        case "send":
            _propose(turn, state, member)
        case "drop":
            _step(turn, state, member, ConsultationStatus.CANCELLED)
        case "close":
            _step(turn, state, member, ConsultationStatus.CLOSED)
        case "results":
            _results(turn, id)
        case "pause":
            _pause(turn, id, member)
        case "statements":
            _next_statement(turn, id)
        case "decide":
            question = Question(paragraphs=[text("consulting-decide-what")], accepts=_DICTATION)
            turn.ask("consulting", "decision", state, question)
        case "done":
            consultations.decide(turn.session, id, {}, staff=member, now=turn.now, done=True)
            turn.say(text("consulting-told"))
        case _:
            return False
    return True


def _preview(turn: Turn, id: int) -> None:
    consultation = turn.session.get_one(Consultation, id)
    count = len(consultations.questions(turn.session, id))
    turn.say(*consult.invitation(consultation, count).paragraphs)
    show(turn, id)


def _step(turn: Turn, state: Shown, member: Staff, to: ConsultationStatus) -> None:
    consultations.step(turn.session, state.consultation, to, staff=member, now=turn.now, version=state.version)
    show(turn, state.consultation)


def _propose(turn: Turn, state: Shown, member: Staff) -> None:
    """Sending takes a second person: they see what residents will see, and how many."""
    others = [one for one in staff.members(turn.session) if one.id != member.id and one.role is not Role.AGENT]
    if not others:
        raise NobodyToApprove(count=0)
    consultation = turn.session.get_one(Consultation, state.consultation)
    wanted = text("consulting-wanted", who=member.name or "–")
    choices = [
        Choice(id="approve", label=text("approve"), means=Act.YES),
        Choice(id="refuse", label=text("refuse"), means=Act.NO),
    ]
    question = Question(paragraphs=[wanted, *_card(turn, consultation)], choices=choices)
    proposal = state.model_copy(update={"proposer": member.id, "version": consultation.version})
    for other in others:
        ask = open_ask(
            turn.session, contact_id=other.contact_id, topic="consulting", step="approve", state=proposal,
            question=question, previous=None, standing=True, now=turn.now,
        )  # fmt: skip
        turn.tell(other.contact_id, reply_of(question, ask.id))
    turn.say(text("consulting-asked", who=", ".join(one.name or "–" for one in others)))


def _decided(turn: Turn, state: Shown, member: Staff, approves: bool) -> None:
    proposer = staff.named(turn.session, state.proposer)
    if not approves:
        turn.say(text("consulting-refused"))
        told = text("consulting-refused-by", who=member.name or "–")
    else:
        sent = convening.send(
            turn.session, turn.city, state.consultation, staff=member, now=turn.now, version=state.version
        )
        turn.say(text("consulting-sent", count=sent.total))
        told = text("consulting-sent-by", who=member.name or "–", count=sent.total)
    notify(turn.session, proposer.contact_id, Reply(paragraphs=[told]), now=turn.now)


def _results(turn: Turn, id: int) -> None:
    counted = Outcome.of(turn.session, turn.session.get_one(Consultation, id))
    pictures = convening.draw(turn.session, turn.city, turn.house.texts, turn.language, counted.results)
    turn.say(*counted.paragraphs(), photos=pictures)


def _pause(turn: Turn, id: int, member: Staff) -> None:
    sent = _broadcast(turn, turn.session.get_one(Consultation, id))
    if sent is not None:
        act = broadcasts.resume if sent.status.value == "paused" else broadcasts.pause
        act(turn.session, sent.id, member, turn.now)
    show(turn, id)


def _next_statement(turn: Turn, id: int) -> None:
    waiting = _pending(turn, id)
    if not waiting:
        show(turn, id)
        return
    choices = [
        Choice(id="accept", label=text("statement-accept"), means=Act.YES),
        Choice(id="reject", label=text("statement-reject"), means=Act.NO),
    ]
    put = Question(paragraphs=[text("statement", words=Named(names=waiting[0].words))], choices=choices)
    turn.ask("consulting", "statement", Shown(consultation=id, statement=waiting[0].id), put)


def _moderated(turn: Turn, state: Shown, member: Staff, *, accept: bool) -> None:
    statements.moderate(turn.session, state.statement, accept=accept, staff=member, reason="", now=turn.now)
    _next_statement(turn, state.consultation)


def _decide(turn: Turn, state: Shown, member: Staff, answer: Answer) -> None:
    decision = {turn.language: answer.message.text.strip()[:1000]}
    consultations.decide(turn.session, state.consultation, decision, staff=member, now=turn.now)
    turn.say(text("consulting-told"))
