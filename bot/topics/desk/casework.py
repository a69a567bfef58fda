"""Casework: what staff do behind [More]: pass on, put right, note, write, look back, stop hearing somebody."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from pydantic import BaseModel, ConfigDict

from backend.errors import SomeoneElseWasFaster
from backend.people import restraints
from backend.reports import casework, duplicates, issues
from backend.reports.deeds import Deed
from bot.conversation.ask import Accepts, Answer, Question
from bot.conversation.reply import Choice, Moment, Named, text
from bot.conversation.turn import Turn
from bot.topics.desk import addressees, moderation
from bot.topics.desk.card import history
from bot.topics.desk.doing import act_of
from bot.topics.desk.triage import do, show
from bot.topics.reports import placing
from nlp.decision import SURE
from nlp.reading import Place
from storage.asks import Ask
from storage.requests import ServiceRequest

_DICTATION = frozenset({Accepts.DICTATION})
_INTO = "i:"
"""Before the number of a report that another is merged into: the likely ones are buttons."""


class Case(BaseModel):
    """The report that is worked on, the version that was shown, and what was chosen so far."""

    model_config = ConfigDict(frozen=True)

    number: int
    version: int | None = None
    places: list[Place] = []
    days: int = 0


def answered(turn: Turn, ask: Ask, answer: Answer) -> bool:
    """A choice of the menu, or what it asked for."""
    case = Case.model_validate(ask.state)
    try:
        _STEPS[ask.step](turn, case, answer)
    except SomeoneElseWasFaster as refusal:
        turn.say(text(refusal.message_id, **refusal.variables))
        show(turn, issues.find(turn.session, case.number))
    return True


def _menu(turn: Turn, case: Case, answer: Answer) -> None:
    request = issues.find(turn.session, case.number)
    match answer.choice:
        case "history":
            turn.say(text("more-history-of", number=str(case.number)), *history(turn.session, turn.city, request))
        case "unblock":
            restraints.unblock(turn.session, case.number, act_of(turn))
            turn.say(text("more-unblocked", number=str(case.number)))
        case "flag":
            moderation.begin(turn, request, case.version)
        case chosen:
            turn.ask("casework", chosen or "", case, _questions(turn, request)[chosen or ""]())


def _questions(turn: Turn, request: ServiceRequest) -> Mapping[str, Callable[[], Question]]:
    number = str(request.id)
    days = [Choice(id=str(count), label=text("more-days", count=count)) for count in moderation.BLOCK_DAYS]
    return {
        "assign": lambda: addressees.question(turn, request),
        "service": lambda: _which_service(turn, request),
        "place": lambda: Question(paragraphs=[text("more-place-where", number=number)], accepts=placing.ACCEPTS),
        "note": lambda: Question(paragraphs=[text("more-note-words", number=number)], accepts=_DICTATION),
        "write": lambda: Question(paragraphs=[text("more-write-words", number=number)], accepts=_DICTATION),
        "merge": lambda: _into_which(turn, request),
        "block": lambda: Question(paragraphs=[text("more-block-days", number=number)], choices=days, columns=3),
    }


def _assign(turn: Turn, case: Case, answer: Answer) -> None:
    found = [answer.choice] if answer.choice else addressees.meant(turn, answer.message.text)
    if len(found) == 1:
        show(turn, addressees.give(turn, case.number, found[0], act_of(turn, case.version)))
        return
    request = issues.find(turn.session, case.number)
    turn.ask("casework", "assign", case, addressees.question(turn, request, among=found, unknown=not found))


def _which_service(turn: Turn, request: ServiceRequest) -> Question:
    choices = [
        Choice(id=service.code, label=Named(names=service.name))
        for service in turn.city.services
        if service.code != request.service_code
    ]
    asked = text("more-service-which", number=str(request.id))
    return Question(paragraphs=[asked], choices=choices, accepts=_DICTATION)


def _service(turn: Turn, case: Case, answer: Answer) -> None:
    code = answer.choice or _named_service(turn, answer)
    if code is None:
        question = _which_service(turn, issues.find(turn.session, case.number))
        first = text("service-not-understood")
        turn.ask("casework", "service", case, question.model_copy(update={"paragraphs": [first, *question.paragraphs]}))
        return
    do(turn, case.number, Deed(kind="service", service=code), case.version)


def _named_service(turn: Turn, answer: Answer) -> str | None:
    services = answer.reading.services
    best = max(services, key=lambda code: services[code], default=None)
    named = addressees.meant_service(turn, answer.message.text)
    return named or (best if best is not None and services[best] >= SURE else None)


def _place(turn: Turn, case: Case, answer: Answer) -> None:
    if answer.choice is not None:
        place: Place | None = case.places[int(answer.choice.removeprefix("p"))]
        options: list[Place] = []
    else:
        place, options = placing.understood(turn, answer)
    if place is not None:
        address, area, point = placing.address(place), place.area, placing.point(place)
        do(turn, case.number, Deed(kind="place", address=address, area=area, point=point), case.version)
    elif options:
        turn.ask("casework", "place", case.model_copy(update={"places": options}), placing.which(options))
    else:
        asked = text("more-place-where", number=str(case.number))
        question = Question(paragraphs=[placing.not_found(answer), asked], accepts=placing.ACCEPTS)
        turn.ask("casework", "place", case, question)


def _into_which(turn: Turn, request: ServiceRequest) -> Question:
    near = duplicates.likely(turn.session, turn.city, duplicates.facts_of(request))
    choices = [
        Choice(id=f"{_INTO}{one.request.id}", label=text("merge-into", number=str(one.request.id)))
        for one in near
        if one.request.id != request.id
    ]
    asked = text("merge-which", number=str(request.id))
    return Question(paragraphs=[asked], choices=choices, accepts=frozenset({Accepts.NUMBER}))


def _merge(turn: Turn, case: Case, answer: Answer) -> None:
    named = int(answer.choice.removeprefix(_INTO)) if answer.choice else answer.reading.report_number or 0
    survivor = issues.find(turn.session, named).id
    do(turn, case.number, Deed(kind="merge", survivor=survivor), case.version)


def _note(turn: Turn, case: Case, answer: Answer) -> None:
    show(turn, casework.note(turn.session, case.number, answer.message.text.strip(), act_of(turn)))


def _write(turn: Turn, case: Case, answer: Answer) -> None:
    show(turn, casework.write_to_reporter(turn.session, case.number, answer.message.text.strip(), act_of(turn)))


def _block(turn: Turn, case: Case, answer: Answer) -> None:
    chosen = case.model_copy(update={"days": int(answer.choice or 1)})
    turn.ask("casework", "why", chosen, Question(paragraphs=[text("more-block-why")], accepts=_DICTATION))


def _why(turn: Turn, case: Case, answer: Answer) -> None:
    reason = answer.message.text.strip()[:500]
    held = restraints.block(turn.session, case.number, case.days, reason, act_of(turn))
    turn.say(text("more-blocked", number=str(case.number), until=Moment(at=held.until, style="datetime")))


_STEPS = MappingProxyType(
    {
        "menu": _menu,
        "assign": _assign,
        "service": _service,
        "place": _place,
        "merge": _merge,
        "note": _note,
        "write": _write,
        "block": _block,
        "why": _why,
    }
)
