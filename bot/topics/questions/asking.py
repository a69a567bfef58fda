"""Asking: a question is answered with the city's own words, their source and date, or passed on to a person."""

from collections.abc import Sequence
from datetime import datetime, time

from pydantic import BaseModel, ConfigDict

from backend.questions import questions
from backend.questions.answers import Answer as Written
from backend.questions.retrieval import Found
from bot.conversation.ask import Answer, Question
from bot.conversation.reference import Series
from bot.conversation.reply import Choice, Lines, Moment, Named, Paragraph, Text, text
from bot.conversation.turn import Turn
from bot.orders import grammar
from bot.topics.reports import report
from nlp.decision import SURE
from nlp.reading import Act
from storage.asks import Ask
from storage.questions import CityQuestion, QuestionState

_SURELY = 0.7
"""Probability from which a question that names a place is one, and no problem to fix there."""
_LOOSE = frozenset({Act.GREETING, Act.HELP})
"""Acts that a question may look like: "hello, a question about my dog?"."""
_HARDLY_MEANT = frozenset({Act.HELP, Act.OFF_TOPIC, Act.UNKNOWN})
"""Acts that a question without its mark may look like: "my son turns 16, what does he have to do"."""
_LIMIT = 1000
"""Characters of a question that are kept."""


class Asked(BaseModel):
    """What somebody wanted to know, and which answer they were given, if any."""

    model_config = ConfigDict(frozen=True)

    words: str
    code: str = ""


def is_for_answers(turn: Turn) -> bool:
    """Whether a message asks about the city and is no report in the form of a question."""
    reading = turn.reading
    asks = reading.act is Act.QUESTION
    if turn.message.photos or turn.message.point:
        return False
    found = turn.house.answers.look_up(turn.message.text)
    if not asks and "?" not in turn.message.text:
        return found.quote is not None and reading.act in _HARDLY_MEANT and reading.acts.get(reading.act, 0.0) < SURE
    if reading.act is not Act.STATUS and found.quote is not None:
        return not reading.places or asks
    known = found.near if reading.act in _LOOSE else ()
    if not reading.places and (known or (found.unanswered and reading.act in _LOOSE | {Act.OFF_TOPIC})):
        return True
    sure = reading.acts.get(Act.QUESTION, 0.0)
    return asks and (sure >= _SURELY if reading.places else sure > reading.acts.get(Act.REPORT, 0.0))


def is_unwritten(turn: Turn) -> bool:
    """Whether a message asks what people are known to ask and the city has written nothing on."""
    return turn.house.answers.look_up(turn.message.text).unanswered is not None


def is_known(turn: Turn) -> bool:
    """Whether the city has an answer, may have one, or knows that it has none."""
    return turn.house.answers.look_up(turn.message.text) != Found()


def complains(turn: Turn) -> bool:
    """Whether somebody says that they want to complain, about nothing that a crew could mend."""
    wants = grammar.wishes(turn.message.text, "complaint", turn.city.languages)
    return wants and turn.reading.act is not Act.REPORT and not turn.reading.places


def complain(turn: Turn) -> None:
    """Quote what is written on it ("how do I appeal a fine?"), or let it be a message to city hall."""
    if is_known(turn):
        begin(turn)
    else:
        report.begin_for_people(turn)


def is_announced(turn: Turn) -> bool:
    """Whether words say themselves that they are a question: "I have a question about schools"."""
    if turn.message.photos or turn.message.point or turn.reading.act in _NOT_ANNOUNCED:
        return False
    return len(turn.message.text.split()) > _BARE and grammar.wishes(turn.message.text, "question", turn.city.languages)


_NOT_ANNOUNCED = frozenset({Act.REPORT, Act.STATUS, Act.COMPLAINT_ABOUT_CITY, Act.GREETING})
_BARE = 4
"""Words that announce a question and do not put it yet."""


def interrupts(turn: Turn) -> bool:
    """Whether somebody who is asked something asks back what the city has an answer to."""
    if turn.reading.act is not Act.QUESTION or turn.message.photos or turn.message.point:
        return False
    found = turn.house.answers.look_up(turn.message.text)
    return (found.quote or found.unanswered) is not None


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
