"""Sending: a broadcast on the staff phone, one message that is kept up to date while it goes out."""

from datetime import datetime

from pydantic import BaseModel, ConfigDict
from sqlmodel import Session, select

from backend.broadcasts import broadcasts
from backend.broadcasts.broadcasts import Progress
from bot.conversation.ask import Answer, Question, close
from bot.conversation.reply import Choice, Named, Paragraph, Text, text
from bot.conversation.turn import Turn, notify, put_to, reply_of
from storage.asks import Ask, AskStatus
from storage.broadcasts import Broadcast, BroadcastStatus
from storage.consultations import Consultation
from storage.mail import Outbox, OutboxStatus

TOPIC = "sending"
_BUTTONS = {
    BroadcastStatus.SENDING: ("pause", "stop"),
    BroadcastStatus.PAUSED: ("resume", "stop"),
}
_CELLS = 10
"""Squares of the bar that shows how far it is."""


class Watched(BaseModel):
    """The broadcast that is watched."""

    model_config = ConfigDict(frozen=True)

    broadcast: int


def watch(session: Session, contact_id: int, broadcast: Broadcast, now: datetime) -> None:
    """Show somebody of the staff how far a broadcast is, and keep it up to date."""
    question = _question(session, broadcast, now)
    ask = put_to(
        session, contact_id, question, topic=TOPIC, step="progress", state=Watched(broadcast=broadcast.id), now=now
    )
    if not question.choices:
        close(ask, AskStatus.ANSWERED, now)


def show(turn: Turn, broadcast: Broadcast, *, replaces: bool = False) -> None:
    """The same, in answer to somebody."""
    question = _question(turn.session, broadcast, turn.now)
    turn.ask(TOPIC, "progress", Watched(broadcast=broadcast.id), question, standing=True, replaces=replaces)


def answered(turn: Turn, ask: Ask, answer: Answer) -> bool:
    """A tap on pause, resume or stop, which counts at once."""
    if turn.staff is None or answer.choice is None:
        return False
    id = Watched.model_validate(ask.state).broadcast
    act = {"pause": broadcasts.pause, "resume": broadcasts.resume, "stop": broadcasts.cancel}[answer.choice]
    show(turn, act(turn.session, id, turn.staff, turn.now), replaces=True)
    return True


def refresh(session: Session, now: datetime) -> int:
    """Bring what staff watch up to date; returns how many messages are changed. The clock does so at every tick."""
    changed = 0
    watched = select(Ask).where(Ask.topic == TOPIC, Ask.status == AskStatus.OPEN)
    for ask in session.exec(watched).all():
        on_its_way = select(Outbox.id).where(Outbox.ask_id == ask.id, Outbox.status == OutboxStatus.WAITING).limit(1)
        broadcast = session.get_one(Broadcast, Watched.model_validate(ask.state).broadcast)
        question = _question(session, broadcast, now)
        kept = question.model_dump(mode="json")
        # A change that has not gone out yet is enough: the next look brings the newer figures.
        if kept == ask.question or session.exec(on_its_way).first() is not None:
            continue
        ask.question = kept
        if not question.choices:
            close(ask, AskStatus.ANSWERED, now)
        notify(session, ask.contact_id, reply_of(question, ask.id, replaces=ask.id), now=now)
        changed += 1
    return changed


def _question(session: Session, broadcast: Broadcast, now: datetime) -> Question:
    progress = broadcasts.progress(session, broadcast.id)
    choices = [Choice(id=name, label=text(f"sending-{name}")) for name in _BUTTONS.get(progress.status, ())]
    return Question(paragraphs=[*_head(session, broadcast), *_told(session, broadcast, progress, now)], choices=choices)


def _head(session: Session, broadcast: Broadcast) -> list[Paragraph]:
    kind, _, id = broadcast.subject.partition(":")
    known = session.get(Consultation, int(id)) if kind == "consultation" else None
    what = Named(names=known.title) if known else text("sending-alert" if broadcast.urgent else "sending-message")
    return [text("sending", what=what, state=text(f"broadcast-{broadcast.status.value}"))]


def _told(session: Session, broadcast: Broadcast, progress: Progress, now: datetime) -> list[Text]:
    over = progress.total - progress.waiting
    full = _CELLS * over // progress.total if progress.total else _CELLS
    told = [
        text(
            "sending-progress", bar="▓" * full + "░" * (_CELLS - full), sent=progress.sent, total=progress.total,
            failed=progress.failed, blocked=progress.blocked, answered=progress.answered,
        )
    ]  # fmt: skip
    if progress.status is BroadcastStatus.SENDING:
        left = broadcasts.remaining(session, broadcast.id, now)
        if left is not None:
            told.append(text("sending-left", minutes=max(1, round(left.total_seconds() / 60))))
    return told
