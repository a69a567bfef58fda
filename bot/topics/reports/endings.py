"""What people are told of a report's end, whichever it was, and of what comes after it."""

from collections.abc import Callable
from types import MappingProxyType

from backend.city.city import City
from backend.reports import followers
from backend.reports.followers import Follower
from bot.conversation.ask import Question
from bot.conversation.reply import Choice, Moment, Named, text
from bot.topics.reports.states import closing
from nlp.reading import Act
from storage.closing import ClosingReason
from storage.followers import Why
from storage.requests import ServiceRequest, ServiceRequestUpdate, Substatus, UpdateKind


def is_one(update: ServiceRequestUpdate) -> bool:
    """Whether a step is told here."""
    if update.kind is UpdateKind.REOPENED:
        return update.details.get("was") == Substatus.MERGED
    return update.kind in _NOTICES


def notice(city: City, request: ServiceRequest, update: ServiceRequestUpdate, follower: Follower) -> Question:
    """The notice to one who follows; whose problem it is may object by a button."""
    return _NOTICES[update.kind](city, request, update, follower)


def _closed(city: City, request: ServiceRequest, update: ServiceRequestUpdate, follower: Follower) -> Question:
    why = closing(city, request.service_code, ClosingReason(update.details["reason"]), update.details["detail"])
    number, service = str(request.id), Named(names=city.service(request.service_code).name)
    if follower.own not in (None, request.id):
        said = text("notice-closed-merged", number=number, service=service, why=why, own=str(follower.own))
    else:
        told = "notice-closed" if follower.why is Why.REPORTED else "notice-closed-followed"
        said = text(told, number=number, service=service, why=why)
    paragraphs = [said, text("notice-words", words=update.words)] if update.words else [said]
    choices = [
        Choice(id="fixed", label=text("fixed"), means=Act.YES),
        Choice(id="not_fixed", label=text("not-fixed"), means=Act.NO),
    ]
    return Question(paragraphs=paragraphs, choices=_of_voices(follower, *choices), photos=update.photos)


def _merged(_city: City, request: ServiceRequest, update: ServiceRequestUpdate, follower: Follower) -> Question:
    told = "notice-merged" if follower.why is Why.REPORTED else "notice-merged-followed"
    said = text(told, number=str(request.id), other=str(update.details["into"]))
    paragraphs = [said, text("notice-words", words=update.words)] if update.words else [said]
    different = Choice(id="not_fixed", label=text("merged-different"))
    return Question(paragraphs=paragraphs, choices=_of_voices(follower, different))


def _split(_city: City, request: ServiceRequest, _update: ServiceRequestUpdate, _follower: Follower) -> Question:
    due = Moment(at=request.expected_at)
    return Question(paragraphs=[text("notice-split", number=str(request.id), due=due)])


def _flagged(_city: City, request: ServiceRequest, update: ServiceRequestUpdate, follower: Follower) -> Question:
    kind = text(f"flag-{update.details['kind']}")
    told = text("notice-flagged", number=str(request.id), kind=kind, words=update.words)
    mistake = Choice(id="not_fixed", label=text("flag-mistake"))
    return Question(paragraphs=[told], choices=_of_voices(follower, mistake))


def _pictured(city: City, request: ServiceRequest, update: ServiceRequestUpdate, _follower: Follower) -> Question:
    department = Named(names=city.department(request.department).name)
    told = text("notice-pictured", number=str(request.id), department=department)
    return Question(paragraphs=[told], photos=update.photos)


def _of_voices(follower: Follower, *choices: Choice) -> list[Choice]:
    return list(choices) if follower.why in followers.VOICES else []


_NOTICES = MappingProxyType[UpdateKind, Callable[[City, ServiceRequest, ServiceRequestUpdate, Follower], Question]](
    {
        UpdateKind.CLOSED: _closed,
        UpdateKind.MERGED: _merged,
        UpdateKind.SPLIT: _split,
        UpdateKind.REOPENED: _split,
        UpdateKind.FLAGGED: _flagged,
        UpdateKind.PICTURED: _pictured,
    }
)
