"""Asking: a question is answered with the city's own words, their source and date, or passed on to a person."""

from collections.abc import Sequence
from datetime import datetime, time

from pydantic import BaseModel, ConfigDict

from backend.questions import questions
from backend.questions.answers import Answer as Written
from bot.conversation.ask import Answer, Question
from bot.conversation.reference import Series
from bot.conversation.reply import Choice, Lines, Moment, Named, Paragraph, Text, text
from bot.conversation.turn import Turn
from bot.topics.questions import meant
from bot.topics.reports import report
from nlp.reading import Act
from storage.asks import Ask
from storage.questions import CityQuestion, QuestionState

_LIMIT = 1000
"""Characters of a question that are kept."""


class Asked(BaseModel):
    """What somebody wanted to know, and which answer they were given, if any."""

    model_config = ConfigDict(frozen=True)

    words: str
    code: str = ""


def begin(turn: Turn) -> None:
    """Quote what the city has written on it, or say that it is not known here and offer to pass it on."""
    words = turn.message.text.strip()[:_LIMIT]
    found = turn.house.answers.look_up(words)
    if found.quote is not None:
        _quote(turn, words, found.quote)
    elif found.near:
        _offer(turn, words, found.near)
    else:
        _unknown(turn, words)


def _offer(turn: Turn, words: str, near: Sequence[Written]) -> None:
    """Nothing is quoted that may be about something else: whoever asked says which question they meant."""
    choices = [Choice(id=answer.code, label=Named(names=answer.question)) for answer in near]
    choices.append(Choice(id="other", label=text("answer-none-of-these"), means=Act.NO))
    turn.ask("asking", "near", Asked(words=words), Question(paragraphs=[text("answer-near")], choices=choices))


def _quote(turn: Turn, words: str, answer: Written) -> None:
    question = Question(
        paragraphs=[
            Lines(lines=[text("answer-question", question=Named(names=answer.question)), _words(answer.text)]),
            text("answer-source", source=answer.source, date=_written_on(turn, answer)),
        ],
        choices=[Choice(id="other", label=text("answer-not-it"))],
    )
    turn.ask("asking", "quoted", Asked(words=words, code=answer.code), question, standing=True)


def _written_on(turn: Turn, answer: Written) -> Moment:
    return Moment(at=datetime.combine(answer.date, time(12), turn.city.zone), style="day")


def _words(texts: dict[str, str]) -> Text:
    return text("answer-text", words=Named(names=texts))


def _unknown(turn: Turn, words: str) -> None:
    choices = [
        Choice(id="pass", label=text("question-pass-on"), means=Act.YES),
        Choice(id="report", label=text("question-report")),
        Choice(id="no", label=text("question-leave"), means=Act.NO),
    ]
    question = Question(paragraphs=[text("question-unknown"), text("proposal-quoted", words=words)], choices=choices)
    turn.ask("asking", "unknown", Asked(words=words), question)


def complain(turn: Turn) -> None:
    """Quote what is written on it ("how do I appeal a fine?"), or let it be a message to city hall."""
    if meant.is_known(turn):
        begin(turn)
    else:
        report.begin_for_people(turn)


def answered(turn: Turn, ask: Ask, answer: Answer) -> bool:
    """Whether the quote was it, and whether a person should answer."""
    about = Asked.model_validate(ask.state)
    match answer.choice:
        case None:
            return False
        case "other":
            _unknown(turn, about.words)
        case "pass":
            _pass_on(turn, about.words)
        case "report":
            report.begin_with(turn, about.words, [])
        case _:
            _other(turn, ask, about, answer.choice)
    return True


def _other(turn: Turn, ask: Ask, about: Asked, choice: str) -> None:
    chosen = turn.house.answers.named(choice) if ask.step == "near" else None
    if chosen is not None:
        _quote(turn, about.words, chosen)
    elif ask.step == "near":
        # The answer has been taken out of the city's folder since.
        _unknown(turn, about.words)
    else:
        turn.say(text("question-left"))


def _pass_on(turn: Turn, words: str) -> None:
    known = turn.house.answers.look_up(words).unanswered
    question = questions.ask(
        turn.session,
        turn.city,
        words,
        language=turn.language,
        contact_id=turn.contact.id,
        department=known.department if known else "",
        now=turn.now,
    )
    department = Named(names=turn.city.department(question.department).name)
    due = Moment(at=question.due_at)
    turn.say(text("question-passed-on", number=Series.QUESTION.of(question.id), department=department, due=due))


def own_lines(turn: Turn) -> list[Paragraph]:
    """A resident's questions and whether they are answered."""
    rows = questions.mine(turn.session, turn.contact.id)
    if not rows:
        return []
    return [text("questions-mine", count=len(rows)), Lines(lines=[_line(row) for row in rows])]


def _line(row: CityQuestion) -> Text:
    if row.state is QuestionState.ANSWERED:
        return text("question-line-answered", number=Series.QUESTION.of(row.id), words=row.words, answer=row.answer)
    return text("question-line-waiting", number=Series.QUESTION.of(row.id), words=row.words, due=Moment(at=row.due_at))
