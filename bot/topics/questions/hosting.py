"""Hosting: staff hold a meeting with an official and answer its questions in the official's name."""

from pydantic import BaseModel, ConfigDict

from backend.questions import meetingquestions, meetings
from bot.conversation.ask import Accepts, Answer, Question
from bot.conversation.reference import Series
from bot.conversation.reply import Choice, Lines, Paragraph, text
from bot.conversation.turn import Turn
from bot.topics.desk.doing import act_of
from bot.topics.questions.meeting import answer_lines, line, question_line
from storage.asks import Ask
from storage.meetings import MeetingState

_DICTATION = frozenset({Accepts.DICTATION})


class Held(BaseModel):
    """A meeting, the question that is answered, and the answer as far as it is written, by language."""

    model_config = ConfigDict(frozen=True)

    number: int = 0
    question: int = 0
    texts: dict[str, str] = {}


def asked(turn: Turn) -> bool:
    """Deal with a meeting's number on its own."""
    number = Series.MEETING.alone(turn.message.text)
    if number is None:
        return False
    show(turn, number)
    return True


def show(turn: Turn, number: int) -> None:
    """Show a meeting to staff: its questions by support, with a button to answer each."""
    meeting = meetings.find(turn.session, number)
    waiting = meetingquestions.listed(turn.session, number, limit=8)
    done = meetingquestions.listed(turn.session, number, answered=True, limit=20)
    paragraphs: list[Paragraph] = [line(meeting), *(Lines(lines=answer_lines(row)) for row in done)]
    if waiting:
        paragraphs.append(Lines(lines=[question_line(row) for row in waiting]))
    choices = []
    if meeting.state is not MeetingState.CANCELLED:
        # What an hour was too short for may be answered afterwards.
        choices = [Choice(id=f"q{row.id}", label=text("hosting-answer", number=str(row.id))) for row in waiting]
    if meeting.state in (MeetingState.ANNOUNCED, MeetingState.OPEN):
        choices.append(Choice(id="off", label=text("hosting-cancel")))
    question = Question(paragraphs=paragraphs, choices=choices)
    turn.ask("hosting", "card", Held(number=number), question, standing=True)


def answered(turn: Turn, ask: Ask, answer: Answer) -> bool:
    """A button of a meeting, or the words of an answer."""
    held = Held.model_validate(ask.state)
    words = answer.message.text.strip()
    match ask.step, answer.choice:
        case "card", "off":
            turn.ask("hosting", "off", held, Question(paragraphs=[text("hosting-why-off")], accepts=_DICTATION))
        case "off", _:
            meetings.cancel(turn.session, held.number, words, act_of(turn))
            show(turn, held.number)
        case "card", choice:
            _ask_answer(turn, held.model_copy(update={"question": int((choice or "q0")[1:])}))
        case _, "hide":
            turn.ask("hosting", "hide", held, Question(paragraphs=[text("moderating-why")], accepts=_DICTATION))
        case "hide", _:
            meetingquestions.hide(turn.session, held.question, words, act_of(turn))
            show(turn, held.number)
        case _, "enough":
            _answer(turn, held)
        case _:
            language = missing(turn, held.texts, _asked_in(turn, held))[0]
            _ask_answer(turn, held.model_copy(update={"texts": {**held.texts, language: words}}))
    return True


def missing(turn: Turn, texts: dict[str, str], then: str = "") -> list[str]:
    """The languages to write in: staff's own first, then that of whoever asked, then the city's others."""
    return [language for language in turn.languages(then) if language not in texts]


def _asked_in(turn: Turn, held: Held) -> str:
    return meetingquestions.find(turn.session, held.question).language


def _ask_answer(turn: Turn, held: Held) -> None:
    row = meetingquestions.find(turn.session, held.question)
    languages = missing(turn, held.texts, row.language)
    if not languages:
        _answer(turn, held)
        return
    language = text(f"language-{languages[0]}")
    asked = text("hosting-words", words=row.words, language=language)
    choices = [Choice(id="enough", label=text("moderating-enough"))] if held.texts else []
    if not held.texts:
        choices = [Choice(id="hide", label=text("moderating-hide"))]
    turn.ask("hosting", "words", held, Question(paragraphs=[asked], choices=choices, accepts=_DICTATION))


def _answer(turn: Turn, held: Held) -> None:
    meetingquestions.answer(turn.session, held.question, held.texts, act_of(turn))
    show(turn, held.number)
