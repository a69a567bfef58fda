"""Agenda: the meetings to come and those held, for staff, and the planning of another one."""

import re
from datetime import datetime, time

from pydantic import BaseModel, ConfigDict

from backend.errors import UnusableDate
from backend.questions import meetings
from bot.conversation.ask import Accepts, Answer, Question
from bot.conversation.reference import Series
from bot.conversation.reply import Choice, Lines, Moment, Named, text
from bot.conversation.turn import Turn
from bot.topics.desk.doing import act_of
from bot.topics.questions import hosting
from bot.topics.questions.meeting import called, line
from bot.topics.reports import lateness
from nlp.reading import Act
from storage.asks import Ask

_DICTATION = frozenset({Accepts.DICTATION})
_WHEN = re.compile(r"(?P<day>.+?)[\s,]+(?:at |à |a las )?(?P<hour>[01]?\d|2[0-3])[:hH.](?P<minute>[0-5]\d)?")


class Plan(BaseModel):
    """A meeting in the making."""

    model_config = ConfigDict(frozen=True)

    official: str = ""
    titles: dict[str, str] = {}
    department: str = ""
    begins_at: datetime | None = None


def command(turn: Turn, rest: str) -> None:
    """The command /meetings of staff: those to come and those held, or one by its number."""
    if (number := Series.MEETING.given(rest)) is not None:
        hosting.show(turn, number)
        return
    rows = [*meetings.coming(turn.session), *meetings.past(turn.session)]
    lines = Lines(lines=[line(row) for row in rows])
    choices = [Choice(id=called(row), label=called(row)) for row in rows]
    choices.append(Choice(id="plan", label=text("hosting-plan")))
    question = Question(paragraphs=[text("meetings" if rows else "meetings-none"), lines], choices=choices, columns=4)
    turn.ask("agenda", "list", Plan(), question, standing=True)


def begin(turn: Turn, _rest: str) -> None:
    """The command /meeting: plan one."""
    turn.ask("agenda", "official", Plan(), Question(paragraphs=[text("hosting-official")], accepts=_DICTATION))


def answered(turn: Turn, ask: Ask, answer: Answer) -> bool:
    """A button of the list, or a step of the planning."""
    plan = Plan.model_validate(ask.state)
    words = answer.message.text.strip()
    match ask.step, answer.choice:
        case "list", "plan":
            begin(turn, "")
        case "list", choice:
            turn.keep(ask)
            hosting.show(turn, Series.MEETING.alone(choice or "") or 0)
        case "official", _:
            _ask_title(turn, plan.model_copy(update={"official": words}))
        case "title", choice:
            titles = plan.titles if choice else {**plan.titles, hosting.missing(turn, plan.titles)[0]: words}
            _ask_title(turn, plan.model_copy(update={"titles": titles}), enough=choice is not None)
        case "department", choice:
            asked_for = Question(paragraphs=[text("hosting-when")], accepts=_DICTATION)
            turn.ask("agenda", "when", plan.model_copy(update={"department": choice or ""}), asked_for)
        case "when", _:
            _confirm(turn, plan, words)
        case _, "do":
            _announce(turn, plan)
        case _:
            turn.say(text("cancelled"))
    return True


def _ask_title(turn: Turn, plan: Plan, *, enough: bool = False) -> None:
    languages = hosting.missing(turn, plan.titles)
    if languages and not enough:
        asked = text("hosting-title", official=plan.official, language=text(f"language-{languages[0]}"))
        choices = [Choice(id="enough", label=text("moderating-enough"))] if plan.titles else []
        turn.ask("agenda", "title", plan, Question(paragraphs=[asked], choices=choices, accepts=_DICTATION))
        return
    choices = [Choice(id=one.code, label=Named(names=one.name)) for one in turn.city.departments]
    turn.ask("agenda", "department", plan, Question(paragraphs=[text("hosting-department")], choices=choices))


def _confirm(turn: Turn, plan: Plan, words: str) -> None:
    try:
        begins = _when(turn, words)
    except UnusableDate:
        question = Question(paragraphs=[text("hosting-when-again")], accepts=_DICTATION)
        turn.ask("agenda", "when", plan, question)
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
        "agenda",
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
    hosting.show(turn, meetings.announce(turn.session, new, act_of(turn)).id)
