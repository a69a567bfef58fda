"""Teaching: staff say what the reports are about that were understood least surely, so that the Reader learns it."""

from collections.abc import Sequence

from pydantic import BaseModel, ConfigDict

from backend.errors import NotAllowed
from backend.reports import examples, issues
from bot.conversation.ask import Accepts, Answer, Question
from bot.conversation.reply import Choice, Named, Paragraph, Text, text
from bot.conversation.turn import Turn
from bot.topics.desk import addressees
from bot.topics.desk.doing import act_of
from nlp import corrections
from storage.asks import Ask
from storage.requests import ServiceRequest

_AT_ONCE = 20
"""Reports that one round asks about."""
_SHOWN = 3
_ELSE, _SKIP, _ENOUGH = "_else", "_skip", "_enough"


class Lesson(BaseModel):
    """The report that is asked about, those that come next, least sure first, and how many were said so far."""

    model_config = ConfigDict(frozen=True)

    number: int = 0
    waiting: list[int] = []
    taught: int = 0
    all_services: bool = False


def command(turn: Turn, _rest: str) -> None:
    """The command /confirm."""
    if turn.staff is None:
        raise NotAllowed
    reports = examples.unconfirmed(turn.session, turn.staff, now=turn.now)
    read = ((report.id, turn.house.reader.read(report.description).services) for report in reports)
    doubted = corrections.doubtful(read, _AT_ONCE)
    if not doubted:
        turn.say(text("teach-nothing"))
        return
    _next(turn, Lesson(waiting=doubted))


def answered(turn: Turn, ask: Ask, answer: Answer) -> bool:
    """A service was chosen, or the report passed over."""
    lesson = Lesson.model_validate(ask.state)
    match answer.choice or addressees.meant_service(turn, answer.message.text):
        case None:
            return False
        case "_else":
            _put(turn, lesson.model_copy(update={"all_services": True}), issues.find(turn.session, lesson.number))
        case "_skip":
            _next(turn, lesson)
        case "_enough":
            turn.say(text("teach-done", count=lesson.taught))
        case code:
            _next(turn, lesson.model_copy(update={"taught": lesson.taught + 1}), first=_said(turn, lesson.number, code))
    return True


def _said(turn: Turn, number: int, code: str) -> Text:
    before = issues.find(turn.session, number).service_code
    request = examples.confirm(turn.session, turn.city, number, code, act_of(turn))
    name = Named(names=turn.city.service(code).name)
    if before == code:
        return text("teach-kept", number=str(number), service=name)
    if request.service_code == code:
        department = Named(names=turn.city.department(request.department).name)
        return text("teach-moved", number=str(number), service=name, department=department)
    return text("teach-closed", number=str(number), service=name)


def _next(turn: Turn, lesson: Lesson, *, first: Text | None = None) -> None:
    """Ask about the next report that no colleague has answered for meanwhile."""
    for position, number in enumerate(lesson.waiting):
        request = issues.find(turn.session, number)
        if not examples.is_confirmed(turn.session, request):
            waiting = lesson.waiting[position + 1 :]
            later = lesson.model_copy(update={"number": number, "waiting": waiting, "all_services": False})
            _put(turn, later, request, first=first)
            return
    turn.say(*([first] if first else []), text("teach-done", count=lesson.taught))


def _put(turn: Turn, lesson: Lesson, request: ServiceRequest, *, first: Text | None = None) -> None:
    paragraphs: list[Paragraph] = [
        *([first] if first else []),
        text(
            "teach-which",
            number=str(request.id),
            words=request.description,
            address=request.address or text("place-not-given"),
            service=Named(names=turn.city.service(request.service_code).name),
        ),
    ]
    photos = [photo for update in issues.history(turn.session, request.id) for photo in update.photos][:10]
    choices = [
        *(Choice(id=code, label=Named(names=turn.city.service(code).name)) for code in _codes(turn, lesson, request)),
        *([] if lesson.all_services else [Choice(id=_ELSE, label=text("teach-another"))]),
        Choice(id=_SKIP, label=text("teach-skip")),
        Choice(id=_ENOUGH, label=text("teach-enough")),
    ]
    columns = 2 if lesson.all_services else 1
    accepts = frozenset({Accepts.WORDS})
    question = Question(paragraphs=paragraphs, choices=choices, accepts=accepts, photos=photos, columns=columns)
    turn.ask("teaching", "which", lesson, question)


def _codes(turn: Turn, lesson: Lesson, request: ServiceRequest) -> Sequence[str]:
    """The likeliest services, the one that the report has first; or all of them."""
    if lesson.all_services:
        return [service.code for service in turn.city.services]
    likely = turn.house.reader.read(request.description).services
    return list(dict.fromkeys([request.service_code, *likely]))[:_SHOWN]
