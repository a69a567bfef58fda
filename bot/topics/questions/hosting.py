"""Hosting: staff plan a meeting with an official and answer its questions in the official's name."""

import re
from datetime import datetime, time

from pydantic import BaseModel, ConfigDict

from backend.errors import UnusableDate
from backend.questions import meetingquestions, meetings
from bot.conversation.ask import Accepts, Answer, Question
from bot.conversation.reference import Series
from bot.conversation.reply import Choice, Lines, Moment, Named, Paragraph, text
from bot.conversation.turn import Turn
from bot.topics.desk.doing import act_of
from bot.topics.questions.meeting import answer_lines, called, line, question_line
from bot.topics.reports import lateness
from nlp.reading import Act
from storage.asks import Ask
from storage.meetings import MeetingState

_DICTATION = frozenset({Accepts.DICTATION})
_WHEN = re.compile(r"(?P<day>.+?)[\s,]+(?:at |à |a las )?(?P<hour>[01]?\d|2[0-3])[:hH.](?P<minute>[0-5]\d)?")


class Plan(BaseModel):
    """A meeting in the making, or the one that is held and the question that is answered."""

    model_config = ConfigDict(frozen=True)

    number: int = 0
    question: int = 0
    official: str = ""
    titles: dict[str, str] = {}
    department: str = ""
    begins_at: datetime | None = None
    texts: dict[str, str] = {}


def command(turn: Turn, rest: str) -> None:
    """The command /meetings of staff: those to come and those held, or one by its number."""
    if (number := Series.MEETING.given(rest)) is not None:
        show(turn, number)
        return
    rows = [*meetings.coming(turn.session), *meetings.past(turn.session)]
    lines = Lines(lines=[line(row) for row in rows])
    choices = [Choice(id=called(row), label=called(row)) for row in rows]
    choices.append(Choice(id="plan", label=text("hosting-plan")))
    question = Question(paragraphs=[text("meetings" if rows else "meetings-none"), lines], choices=choices, columns=4)
    turn.ask("hosting", "list", Plan(), question, standing=True)


def begin(turn: Turn, _rest: str) -> None:
    """The command /meeting: plan one."""
    turn.ask("hosting", "official", Plan(), Question(paragraphs=[text("hosting-official")], accepts=_DICTATION))


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
    turn.ask("hosting", "card", Plan(number=number), question, standing=True)


def answered(turn: Turn, ask: Ask, answer: Answer) -> bool:
    """A step of the planning, a button of a meeting, or the words of an answer."""
    plan = Plan.model_validate(ask.state)
    words = answer.message.text.strip()
    match ask.step, answer.choice:
        case "list", "plan":
            begin(turn, "")
        case "list", choice:
            turn.keep(ask)
            show(turn, Series.MEETING.alone(choice or "") or 0)
        case "official", _:
            _ask_title(turn, plan.model_copy(update={"official": words}))
        case "title", choice:
            titles = plan.titles if choice else {**plan.titles, _missing(turn, plan.titles)[0]: words}
            _ask_title(turn, plan.model_copy(update={"titles": titles}), enough=choice is not None)
        case "department", choice:
            asked_for = Question(paragraphs=[text("hosting-when")], accepts=_DICTATION)
            turn.ask("hosting", "when", plan.model_copy(update={"department": choice or ""}), asked_for)
        case "when", _:
            _confirm(turn, plan, words)
        case "confirm", "do":
            _announce(turn, plan)
        case "confirm", _:
            turn.say(text("cancelled"))
        case _:
            _on_card(turn, ask, plan, answer)
    return True


def _on_card(turn: Turn, ask: Ask, plan: Plan, answer: Answer) -> None:
    words = answer.message.text.strip()
    match ask.step, answer.choice:
        case "card", "off":
            turn.ask("hosting", "off", plan, Question(paragraphs=[text("hosting-why-off")], accepts=_DICTATION))
        case "off", _:
            meetings.cancel(turn.session, plan.number, words, act_of(turn))
            show(turn, plan.number)
        case "card", choice:
            _ask_answer(turn, plan.model_copy(update={"question": int((choice or "q0")[1:])}))
        case _, "hide":
            turn.ask("hosting", "hide", plan, Question(paragraphs=[text("moderating-why")], accepts=_DICTATION))
        case "hide", _:
            meetingquestions.hide(turn.session, plan.question, words, act_of(turn))
            show(turn, plan.number)
        case _, "enough":
            _answer(turn, plan)
        case _:
            language = _missing(turn, plan.texts, _asked_in(turn, plan))[0]
            _ask_answer(turn, plan.model_copy(update={"texts": {**plan.texts, language: words}}))


def _asked_in(turn: Turn, plan: Plan) -> str:
    return meetingquestions.find(turn.session, plan.question).language


def _missing(turn: Turn, texts: dict[str, str], then: str = "") -> list[str]:
    """The languages to write in: staff's own first, then that of whoever asked, then the city's others."""
    ordered = sorted(turn.city.languages, key=lambda language: (language != turn.language, language != then))
    return [language for language in ordered if language not in texts]


def _ask_title(turn: Turn, plan: Plan, *, enough: bool = False) -> None:
    missing = _missing(turn, plan.titles)
    if missing and not enough:
        asked = text("hosting-title", official=plan.official, language=text(f"language-{missing[0]}"))
        choices = [Choice(id="enough", label=text("moderating-enough"))] if plan.titles else []
        turn.ask("hosting", "title", plan, Question(paragraphs=[asked], choices=choices, accepts=_DICTATION))
        return
    choices = [Choice(id=one.code, label=Named(names=one.name)) for one in turn.city.departments]
    turn.ask("hosting", "department", plan, Question(paragraphs=[text("hosting-department")], choices=choices))


def _confirm(turn: Turn, plan: Plan, words: str) -> None:
    try:
        begins = _when(turn, words)
    except UnusableDate:
        question = Question(paragraphs=[text("hosting-when-again")], accepts=_DICTATION)
        turn.ask("hosting", "when", plan, question)
        return
    choices = [
        Choice(id="do", label=text("hosting-announce"), means=Act.YES),
        Choice(id="no", label=text("cancel"), means=Act.CANCEL),
    ]
    asked = text(
        "hosting-confirm",
        official=plan.official,
        title=Named(names=plan.titles),
        begins=Moment(at=begins, style="datetime"),
    )
    turn.ask(
        "hosting",
        "confirm",
        plan.model_copy(update={"begins_at": begins}),
        Question(paragraphs=[asked], choices=choices),
    )


def _when(turn: Turn, words: str) -> datetime:
    """The moment of a day and an hour, as "2026-04-02 18:00" or "in 3 days 18:00"; raises UnusableDate."""
    found = _WHEN.fullmatch(words.strip().casefold())
    if found is None:
        raise UnusableDate
    day = lateness.date_in(turn, found["day"]).astimezone(turn.city.zone).date()
    moment = datetime.combine(day, time(int(found["hour"]), int(found["minute"] or 0)), turn.city.zone)
    if moment <= turn.now:
        raise UnusableDate
    return moment


def _announce(turn: Turn, plan: Plan) -> None:
    if plan.begins_at is None:
        raise AssertionError("a meeting has a time before it is confirmed")
    new = meetings.NewMeeting(
        official=plan.official, titles=plan.titles, department=plan.department, begins_at=plan.begins_at
    )
    show(turn, meetings.announce(turn.session, new, act_of(turn)).id)


def _ask_answer(turn: Turn, plan: Plan) -> None:
    row = meetingquestions.find(turn.session, plan.question)
    missing = _missing(turn, plan.texts, row.language)
    if not missing:
        _answer(turn, plan)
        return
    language = text(f"language-{missing[0]}")
    asked = text("hosting-words", words=row.words, language=language)
    choices = [Choice(id="enough", label=text("moderating-enough"))] if plan.texts else []
    if not plan.texts:
        choices = [Choice(id="hide", label=text("moderating-hide"))]
    turn.ask("hosting", "words", plan, Question(paragraphs=[asked], choices=choices, accepts=_DICTATION))


def _answer(turn: Turn, plan: Plan) -> None:
    meetingquestions.answer(turn.session, plan.question, plan.texts, act_of(turn))
    show(turn, plan.number)
