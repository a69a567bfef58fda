"""Ask: the one mechanism behind every question."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from enum import StrEnum

from pydantic import BaseModel, ConfigDict
from sqlmodel import Session, col, select

from bot.conversation.message import Message, Point
from bot.conversation.reply import Choice, Paragraph
from nlp.reading import Reading
from storage.asks import Ask, AskStatus

FORM_PATIENCE = timedelta(hours=24)
"""How long an unfinished conversation waits for its answer."""
STANDING_PATIENCE = timedelta(days=90)
"""How long a question under a notice or a card can still be answered by its buttons."""


class Accepts(StrEnum):
    """A kind of answer that fits a question, beside its choices.

    Words are those that are not plainly about something else; dictation is whatever is typed.
    """

    WORDS = "words"
    DICTATION = "dictation"
    PLACE = "place"
    PHOTO = "photo"
    NUMBER = "number"


class Question(BaseModel):
    """What is asked, in texts, with its choices and the answers that fit; kept so that it can be put again.

    Where it `counts`, a typed number is the answer itself and not the place of a choice in the list. With
    `wants_phone` a button shares one's own telephone number, where the channel has such a thing.
    """

    model_config = ConfigDict(frozen=True)

    paragraphs: list[Paragraph]
    choices: list[Choice] = []
    accepts: frozenset[Accepts] = frozenset()
    columns: int = 2
    counts: bool = False
    photos: list[int] = []
    point: Point | None = None
    wants_phone: bool = False

    @property
    def wants_point(self) -> bool:
        """Whether sharing a position would answer it."""
        return Accepts.PLACE in self.accepts


class Answer(BaseModel):
    """What someone answered: a choice by its id, or the message with its reading for everything else."""

    model_config = ConfigDict(frozen=True)

    choice: str | None = None
    message: Message
    reading: Reading


def open_ask(
    session: Session,
    *,
    contact_id: int,
    topic: str,
    step: str,
    state: BaseModel,
    question: Question,
    previous: Ask | None,
    standing: bool,
    now: datetime,
) -> Ask:
    """Write a question down; returns the row, whose id names it on buttons."""
    ask = Ask(
        contact_id=contact_id,
        topic=topic,
        step=step,
        state=state.model_dump(mode="json"),
        question=question.model_dump(mode="json"),
        previous_id=previous.id if previous else None,
        standing=standing,
        created_at=now,
        expires_at=now + (STANDING_PATIENCE if standing else FORM_PATIENCE),
    )
    session.add(ask)
    session.flush()
    return ask


def open_asks(session: Session, contact_id: int, now: datetime) -> Sequence[Ask]:
    """A contact's open questions, newest first; those whose time is over are marked so on the way."""
    rows = session.exec(
        select(Ask)
        .where(Ask.contact_id == contact_id, Ask.status == AskStatus.OPEN)
        .order_by(col(Ask.id).desc())
        .limit(50)
    ).all()
    for ask in rows:
        if ask.expires_at <= now:
            close(ask, AskStatus.EXPIRED, now)
    return [ask for ask in rows if ask.status is AskStatus.OPEN]


def close(ask: Ask, status: AskStatus, now: datetime) -> None:
    """End a question: answered, withdrawn or expired."""
    ask.status, ask.closed_at = status, now


def question_of(ask: Ask) -> Question:
    """The question as it was put."""
    return Question.model_validate(ask.question)
