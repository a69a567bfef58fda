"""Consulting: staff look over a consultation, send it with a colleague's word, read its results, tell what follows."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from types import MappingProxyType

from sqlmodel import col, select

from backend.consultations import consultations, statements
from backend.errors import AdminsOnly
from bot import convening
from bot.conversation.ask import Answer, Question
from bot.conversation.reply import Choice, Named, Paragraph, text
from bot.conversation.turn import Turn
from bot.topics.broadcasts import bytext, sending
from bot.topics.consultations import (
    composing,
    consultaim,
    consultcard,
    deciding,
    inviting,
    questionnaire,
    releasing,
    revising,
    timing,
)
from bot.topics.consultations.consultcard import Shown
from bot.topics.consultations.outcome import Outcome
from nlp.reading import Act
from storage.asks import Ask
from storage.consultations import Consultation, ConsultationStatus
from storage.people import Role, Staff

_COPY_RUNS = timedelta(days=7)


def command(turn: Turn, _rest: str) -> None:
    """The command /consultations for staff."""
    _check(turn)
    rows = turn.session.exec(
        select(Consultation)
        .where(Consultation.status != ConsultationStatus.CANCELLED)
        .order_by(col(Consultation.id).desc())
        .limit(8)
    ).all()
    choices = [Choice(id=str(one.id), label=consultcard.line(one)) for one in rows]
    choices.append(Choice(id="new", label=text("consulting-new")))
    question = Question(paragraphs=[text("consulting", count=len(rows))], choices=choices, columns=1)
    turn.ask("consulting", "list", Shown(), question, standing=True)


def _check(turn: Turn) -> Staff:
    """Who asks the whole city works for all of it."""
    if turn.staff is None or turn.staff.role is Role.AGENT:
        raise AdminsOnly
    return turn.staff


def answered(turn: Turn, ask: Ask, answer: Answer) -> bool:
    """A tap on the list, on a card, under a colleague's wish; or the words that were asked for."""
    state = Shown.model_validate(ask.state)
    member = _check(turn)
    if ask.step.startswith(consultaim.PREFIX):
        return consultaim.answered(turn, state, ask.step, answer)
    if ask.step in timing.STEPS:
        timing.answered(turn, state, ask.step, answer)
        return True
    match ask.step:
        case "list":
            _picked(turn, answer.choice or "")
        case "approve":
            releasing.decided(turn, state, member, approves=answer.choice == "approve")
        case "decision":
            deciding.answered(turn, state, member, answer)
        case "statement":
            _moderated(turn, state, member, accept=answer.choice == "accept")
        case _:
            return _act(turn, state, member, answer.choice)
    return True


def _picked(turn: Turn, choice: str) -> None:
    if choice == "new":
        composing.begin(turn)
    else:
        consultcard.show(turn, int(choice))


def _act(turn: Turn, state: Shown, member: Staff, choice: str | None) -> bool:
    act = _ACTS.get(choice or "")
    if act is None:
        return False
    act(turn, state, member)
    return True


def _preview(turn: Turn, state: Shown, _member: Staff) -> None:
    """All that a resident will read, question by question, without anything being answered."""
    consultation = turn.session.get_one(Consultation, state.consultation)
    asked = consultations.questions(turn.session, state.consultation)
    turn.say(text("consulting-preview-head"), *inviting.invitation(consultation, len(asked)).paragraphs)
    for question in asked:
        head: list[Paragraph] = [text("consult-position", position=question.position + 1, count=len(asked))]
        put = questionnaire.put(turn, consultations.item_of(question), head, [])
        turn.say(*put.paragraphs, *([questionnaire.labels(put.choices)] if put.choices else []))
    languages = [language for language in turn.city.languages if language in consultation.title]
    turn.say(*bytext.shown(turn, convening.invitation(turn.session, consultation), languages))
    consultcard.show(turn, state.consultation)


def _drop(turn: Turn, state: Shown, member: Staff) -> None:
    _step(turn, state, member, ConsultationStatus.CANCELLED)


def _close(turn: Turn, state: Shown, member: Staff) -> None:
    _step(turn, state, member, ConsultationStatus.CLOSED)


def _unschedule(turn: Turn, state: Shown, member: Staff) -> None:
    _step(turn, state, member, ConsultationStatus.DRAFT)


def _step(turn: Turn, state: Shown, member: Staff, to: ConsultationStatus) -> None:
    consultations.step(turn.session, state.consultation, to, staff=member, now=turn.now, version=state.version)
    consultcard.show(turn, state.consultation)


def _copy(turn: Turn, state: Shown, member: Staff) -> None:
    closes = turn.now + _COPY_RUNS
    copy = consultations.copy(turn.session, state.consultation, closes, turn.city.zone, staff=member, now=turn.now)
    consultcard.show(turn, copy.id, first=text("consulting-copied"))


def _audience(turn: Turn, state: Shown, _member: Staff) -> None:
    consultaim.begin(turn, state)


def _decision(turn: Turn, state: Shown, _member: Staff) -> None:
    deciding.begin(turn, state)


def _when(turn: Turn, state: Shown, _member: Staff) -> None:
    timing.begin(turn, state)


def _edit(turn: Turn, state: Shown, _member: Staff) -> None:
    revising.begin(turn, state.consultation)


def _results(turn: Turn, state: Shown, _member: Staff) -> None:
    counted = Outcome.of(turn.session, turn.session.get_one(Consultation, state.consultation))
    pictures = convening.draw(turn.session, turn.city, turn.house.texts, turn.language, counted.results)
    turn.say(*counted.paragraphs(), photos=pictures)
    consultcard.show(turn, state.consultation)


def _sending(turn: Turn, state: Shown, _member: Staff) -> None:
    sent = consultcard.sent(turn, turn.session.get_one(Consultation, state.consultation))
    if sent is not None:
        sending.show(turn, sent)


def _statements(turn: Turn, state: Shown, _member: Staff) -> None:
    _next_statement(turn, state.consultation)


def _next_statement(turn: Turn, id: int) -> None:
    waiting = consultcard.pending(turn, id)
    if not waiting:
        consultcard.show(turn, id)
        return
    choices = [
        Choice(id="accept", label=text("statement-accept"), means=Act.YES),
        Choice(id="reject", label=text("statement-reject"), means=Act.NO),
    ]
    asked = text("statement-look", count=len(waiting))
    put = Question(paragraphs=[asked, text("statement", words=Named(names=waiting[0].words))], choices=choices)
    turn.ask("consulting", "statement", Shown(consultation=id, statement=waiting[0].id), put)


def _moderated(turn: Turn, state: Shown, member: Staff, *, accept: bool) -> None:
    statements.moderate(turn.session, state.statement, accept=accept, staff=member, reason="", now=turn.now)
    _next_statement(turn, state.consultation)


def _done(turn: Turn, state: Shown, member: Staff) -> None:
    consultations.decide(turn.session, state.consultation, {}, staff=member, now=turn.now, done=True)
    consultcard.show(turn, state.consultation, first=text("consulting-told"))


_ACTS: Mapping[str, Callable[[Turn, Shown, Staff], None]] = MappingProxyType(
    {
        "preview": _preview,
        "edit": _edit,
        "audience": _audience,
        "when": _when,
        "send": releasing.wish,
        "drop": _drop,
        "close": _close,
        "unschedule": _unschedule,
        "copy": _copy,
        "results": _results,
        "sending": _sending,
        "statements": _statements,
        "decide": _decision,
        "done": _done,
    }
)
