"""Answering: staff answer what residents asked, hand it to who knows, and keep the answer for the next one."""

from pydantic import BaseModel, ConfigDict

from backend.city.city import City
from backend.questions import answerdrafts, questions
from bot.conversation.ask import Accepts, Answer, Question
from bot.conversation.reference import Series
from bot.conversation.reply import Choice, Lines, Moment, Named, Paragraph, text
from bot.conversation.turn import Turn
from bot.topics.desk.doing import act_of
from nlp.reading import Act
from storage.asks import Ask
from storage.questions import CityQuestion, QuestionState

_DICTATION = frozenset({Accepts.DICTATION})


class Answering(BaseModel):
    """The question that is answered, and the words as far as they are written."""

    model_config = ConfigDict(frozen=True)

    number: int
    words: str = ""


def command(turn: Turn, rest: str) -> None:
    """The command /questions: those that wait, the soonest promise first, or one by its number."""
    if (number := Series.QUESTION.given(rest)) is not None:
        show(turn, number)
        return
    if turn.staff is None:
        return
    rows, count = questions.waiting(turn.session, turn.staff)
    lines = [
        text(
            "answering-line",
            number=Series.QUESTION.of(row.id),
            words=row.words,
            due=Moment(at=row.due_at, style="datetime"),
        )
        for row in rows
    ]
    paragraphs: list[Paragraph] = [text("answering-queue", count=count), Lines(lines=lines)]
    choices = [Choice(id=Series.QUESTION.of(row.id), label=Series.QUESTION.of(row.id)) for row in rows]
    turn.ask(
        "answering",
        "queue",
        Answering(number=0),
        Question(paragraphs=paragraphs, choices=choices, columns=3),
        standing=True,
    )


def asked(turn: Turn) -> bool:
    """Deal with a question's number on its own."""
    number = Series.QUESTION.alone(turn.message.text)
    if number is None:
        return False
    show(turn, number)
    return True


def show(turn: Turn, number: int) -> None:
    """Show a question's card."""
    question = questions.find(turn.session, number)
    turn.ask("answering", "card", Answering(number=number), card(turn.city, question), standing=True)


def card(city: City, question: CityQuestion) -> Question:
    """A question with what staff can do about it."""
    lines = [
        text("answering-head", number=Series.QUESTION.of(question.id), language=text(f"language-{question.language}")),
        text("proposal-quoted", words=question.words),
    ]
    department = Named(names=city.department(question.department).name)
    if question.state is QuestionState.WAITING:
        due = Moment(at=question.due_at, style="datetime")
        lines.append(text("answering-due", department=department, due=due))
        choices = [Choice(id=act, label=text(f"answering-{act}")) for act in ("answer", "give")]
    else:
        lines.append(text("answering-answered", words=question.answer))
        choices = [] if question.drafted_at else [Choice(id="keep", label=text("answering-keep"))]
    return Question(paragraphs=[Lines(lines=lines)], choices=choices)


def answered(turn: Turn, ask: Ask, answer: Answer) -> bool:
    """A button of the queue or a card, or what it asked for."""
    about = Answering.model_validate(ask.state)
    match ask.step, answer.choice:
        case "queue", choice:
            turn.keep(ask)
            show(turn, Series.QUESTION.alone(choice or "") or 0)
        case "card", "answer":
            asked_for = text("answering-words", number=Series.QUESTION.of(about.number))
            turn.ask("answering", "words", about, Question(paragraphs=[asked_for], accepts=_DICTATION))
        case "card", "give":
            choices = [Choice(id=one.code, label=Named(names=one.name)) for one in turn.city.departments]
            turn.ask("answering", "give", about, Question(paragraphs=[text("answering-to")], choices=choices))
        case "card" | "sent", _:
            _keep(turn, about.number)
        case "give", choice:
            questions.hand_over(turn.session, about.number, choice or "", act_of(turn))
            turn.say(text("answering-given", number=Series.QUESTION.of(about.number)))
        case "preview", "send":
            _send(turn, about)
        case "preview", "cancel":
            show(turn, about.number)
        case _:
            _preview(turn, about.model_copy(update={"words": answer.message.text.strip()}))
    return True


def _preview(turn: Turn, about: Answering) -> None:
    question = questions.find(turn.session, about.number)
    choices = [
        Choice(id="send", label=text("canned-send"), means=Act.YES),
        Choice(id="cancel", label=text("cancel"), means=Act.CANCEL),
    ]
    language = text(f"language-{question.language}")
    asked_for = [
        text("answering-preview", number=Series.QUESTION.of(about.number), language=language),
        text("proposal-quoted", words=about.words),
        text("canned-or-write"),
    ]
    turn.ask("answering", "preview", about, Question(paragraphs=list(asked_for), choices=choices, accepts=_DICTATION))


def _send(turn: Turn, about: Answering) -> None:
    questions.answer(turn.session, about.number, about.words, act_of(turn))
    choices = [Choice(id="keep", label=text("answering-keep"))]
    question = Question(paragraphs=[text("answering-sent", number=Series.QUESTION.of(about.number))], choices=choices)
    turn.ask("answering", "sent", about, question, standing=True)


def _keep(turn: Turn, number: int) -> None:
    question = questions.find(turn.session, number)
    path = answerdrafts.write(turn.city.folder, question, by=turn.staff.name if turn.staff else "")
    question.drafted_at = turn.now
    turn.say(text("answering-kept", file=str(path.relative_to(turn.city.folder))))
