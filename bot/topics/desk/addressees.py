"""To whom a report can be given: a department or a colleague, by a button or by half a name."""

from collections.abc import Iterable, Mapping, Sequence

from backend.reports import casework
from backend.reports.issues import StaffAct
from backend.staff import staff
from bot.conversation import called
from bot.conversation.ask import Accepts, Question
from bot.conversation.reply import Choice, Named, Text, text
from bot.conversation.turn import Turn
from storage.people import Staff
from storage.requests import ServiceRequest

_DEPARTMENT, _MEMBER = "d:", "s:"
_MEMBERS_SHOWN = 8


def question(turn: Turn, request: ServiceRequest, *, among: Sequence[str] = (), unknown: bool = False) -> Question:
    """Ask to whom a report goes; `among` are those that half a name meant, `unknown` says that it meant none."""
    choices = [
        Choice(id=f"{_DEPARTMENT}{department.code}", label=Named(names=department.name))
        for department in turn.city.departments
        if department.code != request.department
    ]
    colleagues = [member for member in staff.members(turn.session) if member.id != request.staff_id]
    choices += [Choice(id=f"{_MEMBER}{member.id}", label=member.name or "–") for member in colleagues[:_MEMBERS_SHOWN]]
    fewer = [choice for choice in choices if choice.id in among]
    paragraphs = [text("more-assign-whom", number=str(request.id))]
    if unknown:
        paragraphs.insert(0, text("more-assign-unknown"))
    return Question(paragraphs=paragraphs, choices=fewer or choices, accepts=frozenset({Accepts.DICTATION}))


def meant(turn: Turn, words: str) -> list[str]:
    """Whom some words mean, as ids of choices: a department by its name in any language, or a colleague."""
    names: dict[str, Iterable[str]] = {f"{_DEPARTMENT}{code}": given for code, given in departments(turn).items()}
    names |= {f"{_MEMBER}{member.id}": [member.name] for member in staff.members(turn.session)}
    return called.meant(words, names)


def departments(turn: Turn) -> Mapping[str, Sequence[str]]:
    """The names of each department, in all languages."""
    return {
        department.code: [*department.name.values(), department.code.replace("_", " ")]
        for department in turn.city.departments
    }


def meant_service(turn: Turn, words: str) -> str | None:
    """The service that some words name, if it is a single one."""
    found = called.meant(words, {service.code: service.name.values() for service in turn.city.services})
    return found[0] if len(found) == 1 else None


def shown(turn: Turn, id: str) -> Text | Named | str:
    """An addressee by name."""
    if id.startswith(_DEPARTMENT):
        return Named(names=turn.city.department(id.removeprefix(_DEPARTMENT)).name)
    return _member(turn, id).name


def give(turn: Turn, number: int, id: str, act: StaffAct) -> ServiceRequest:
    """Give a report to a department or to a colleague."""
    if id.startswith(_DEPARTMENT):
        return casework.assign_to_department(turn.session, number, id.removeprefix(_DEPARTMENT), act)
    return casework.assign_to_person(turn.session, number, _member(turn, id), act)


def _member(turn: Turn, id: str) -> Staff:
    return staff.named(turn.session, int(id.removeprefix(_MEMBER)))
