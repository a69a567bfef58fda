"""Inviting: what somebody reads before they answer a consultation, sent to them or asked for."""

from collections.abc import Sequence

from pydantic import BaseModel, ConfigDict
from sqlmodel import col, select

from backend.consultations import consultations
from bot.conversation.ask import Question
from bot.conversation.fitting import folded
from bot.conversation.reply import Choice, Moment, Named, Paragraph, text
from bot.conversation.spoken import spoken
from bot.conversation.turn import Turn
from bot.topics.talk import language
from nlp.reading import Act
from storage.consultations import Consultation, ConsultationStatus


class Asked(BaseModel):
    """Which consultation, which of its questions, which statement; and the options picked so far."""

    model_config = ConfigDict(frozen=True)

    consultation: int
    question: int = 0
    statement: int = 0
    chosen: list[str] = []


def invitation(consultation: Consultation, count: int) -> Question:
    """What everybody who is asked reads first."""
    assert consultation.closes_at is not None  # noqa: S101
    lines: list[Paragraph] = [
        text("consult-invite", title=Named(names=consultation.title, marked=True)),
        text("consult-why", why=Named(names=consultation.why)),
    ]
    if consultation.use:
        lines.append(text("consult-use", use=Named(names=consultation.use)))
    lines.append(text("consult-until", count=count, closes=Moment(at=consultation.closes_at, style="datetime")))
    choices = [
        Choice(id="start", label=text("consult-start"), means=Act.YES),
        Choice(id="later", label=text("consult-later"), means=Act.NO),
    ]
    return Question(paragraphs=lines, choices=choices)


def reminder(consultation: Consultation) -> Question:
    """What somebody reads who began to answer and stopped half-way."""
    closes = Moment(at=consultation.closes_at, style="datetime")
    said = text("consult-remind", title=Named(names=consultation.title), closes=closes)
    return Question(paragraphs=[said], choices=[Choice(id="start", label=text("consult-go-on"), means=Act.YES)])


def is_meant(turn: Turn) -> bool:
    """Whether a few words ask what the city wants to know: "any surveys?"."""
    words = folded(turn.message.text)
    if turn.reading.act in _ELSE or len(words.split()) > _MOST_WORDS:
        return False
    languages = spoken(turn, "consultations-words", words)
    language.adopt_of_word(turn, languages)
    return bool(languages)


_ELSE = frozenset({Act.REPORT, Act.SUGGEST})
"""Acts with which one speaks of consultations and wants no list of them."""
_MOST_WORDS = 8


def command(turn: Turn, _rest: str = "") -> None:
    """The command /consultations: what is open for answers."""
    open_ones = _open(turn)
    if not open_ones:
        turn.say(text("consult-none"))
    elif len(open_ones) == 1:
        offer(turn, open_ones[0])
    else:
        choices = [Choice(id=str(one.id), label=Named(names=one.title)) for one in open_ones]
        question = Question(paragraphs=[text("consult-which")], choices=choices, columns=1)
        turn.ask("consult", "which", Asked(consultation=0), question)


def _open(turn: Turn) -> Sequence[Consultation]:
    running = select(Consultation).where(
        Consultation.status == ConsultationStatus.OPEN, Consultation.closes_at > turn.now
    )
    return turn.session.exec(running.order_by(col(Consultation.closes_at)).limit(10)).all()


def offer(turn: Turn, consultation: Consultation) -> None:
    """Put the invitation to a consultation."""
    count = len(consultations.questions(turn.session, consultation.id))
    # Asked for, it is what the next words answer; sent to everybody, it stands below what they were doing.
    turn.ask("consult", "invite", Asked(consultation=consultation.id), invitation(consultation, count))
