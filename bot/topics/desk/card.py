"""The staff's card of a report: all that is known, and the steps that may follow."""

from collections.abc import Sequence

from sqlmodel import Session

from backend.city.city import City
from backend.people.moderation import is_flagged
from backend.reports import issues, lifecycle, privacy
from backend.reports.aftercare import settled_softly
from backend.staff import staff
from bot.conversation.ask import Question
from bot.conversation.message import Point
from bot.conversation.reply import Choice, Lines, Moment, Named, Paragraph, Text, text
from bot.topics.desk import approving
from bot.topics.desk.more import MORE, ORIGINAL
from bot.topics.reports.states import closing, state
from bot.topics.reports.steps import told
from storage.closing import ClosingReason
from storage.requests import ServiceRequest, ServiceRequestUpdate, UpdateKind

_BUTTONS = (
    UpdateKind.TAKEN,
    UpdateKind.IN_PROGRESS,
    UpdateKind.QUESTION,
    UpdateKind.RESCHEDULED,
    UpdateKind.CLOSED,
    UpdateKind.SPLIT,
    UpdateKind.PICTURED,
)
"""The steps that staff take; the others are the resident's, or stand behind [More]."""
_STEPS_SHOWN = 6
"""Steps of the history that a card shows: the newest."""
_VOICES_SHOWN = 3
"""Of those who joined, how many of the newest are quoted."""


def card(session: Session, city: City, request: ServiceRequest) -> Question:
    """The card with its buttons."""
    updates = issues.history(session, request.id)
    choices = [Choice(id=step.value, label=text(f"step-{step.value.replace('_', '-')}")) for step in _steps(request)]
    point = Point(lat=request.lat, lon=request.lon) if request.lat is not None and request.lon is not None else None
    return Question(
        paragraphs=[
            _head(city, request),
            _facts(city, request, has_photos=any(update.photos for update in updates)),
            *_confidence(request),
            *_joined(request, updates),
            *history(session, city, request, updates, limit=_STEPS_SHOWN),
            *approving.waiting(session, city, request),
        ],
        choices=[*choices, MORE, *([ORIGINAL] if privacy.is_masked(request, updates) else [])],
        photos=[photo for update in updates for photo in update.photos][:10],
        point=point if request.substatus.value == "submitted" else None,
    )


def _steps(request: ServiceRequest) -> list[UpdateKind]:
    possible = set(lifecycle.steps_from(request.substatus))
    if request.closing_reason is not ClosingReason.DONE:
        possible.discard(UpdateKind.PICTURED)
    return [step for step in _BUTTONS if step in possible]


def _head(city: City, request: ServiceRequest) -> Text:
    head = "staff-card-urgent" if request.urgent else "staff-card"
    return text(head, number=str(request.id), service=Named(names=city.service(request.service_code).name))


def _facts(city: City, request: ServiceRequest, *, has_photos: bool) -> Text:
    return text(
        "staff-card-facts",
        address=request.address or text("place-in-photo" if has_photos else "place-not-given"),
        words=privacy.description(request) or text("words-none"),
        department=Named(names=city.department(request.department).name),
        due=Moment(at=request.expected_at, style="datetime"),
        state=state(city, request),
    )


def _confidence(request: ServiceRequest) -> list[Paragraph]:
    """What was promised to whoever wrote it."""
    lines = [text("staff-card-private")] if request.private else []
    lines += [text("staff-card-anonymous")] if request.anonymous else []
    return [Lines(lines=lines)] if lines else []


def _joined(request: ServiceRequest, updates: Sequence[ServiceRequestUpdate]) -> list[Paragraph]:
    """How many more have the problem, and the newest of their words, apart so that the steps are not crowded out."""
    lines = [text("staff-card-joined", count=request.joined)] if request.joined else []
    said = [update for update in updates if update.kind is UpdateKind.JOINED and update.words]
    for update in said[-_VOICES_SHOWN:]:
        at = Moment(at=update.at, style="datetime")
        lines.append(text("staff-card-said", at=at, who=_resident(request, update), words=_words(update)))
    return [Lines(lines=lines)] if lines else []


def _resident(request: ServiceRequest, update: ServiceRequestUpdate) -> Text:
    own = update.contact_id in (None, request.contact_id)
    return text("history-reporter" if own else "history-joiner")


def history(
    session: Session,
    city: City,
    request: ServiceRequest,
    updates: Sequence[ServiceRequestUpdate] | None = None,
    *,
    limit: int | None = None,
) -> list[Paragraph]:
    """What happened to a report, a line a step: all of it, or the newest steps."""
    updates = issues.history(session, request.id) if updates is None else updates
    # Those who joined stand apart on the card, where many of them would crowd out the steps.
    left_out = (UpdateKind.SUBMITTED, UpdateKind.JOINED) if limit else (UpdateKind.SUBMITTED,)
    steps = [update for update in updates if update.kind not in left_out]
    lines = [_step(session, city, request, update) for update in steps]
    return [Lines(lines=lines[-limit:] if limit else lines)] if lines else []


def _step(session: Session, city: City, request: ServiceRequest, update: ServiceRequestUpdate) -> Text:
    who = _who(session, request, update)
    what = told(city, update)
    if update.kind is UpdateKind.CLOSED:
        reason = ClosingReason(update.details["reason"])
        what = closing(city, request.service_code, reason, update.details["detail"])
    line = "history-line-words" if update.words else "history-line"
    return text(line, at=Moment(at=update.at, style="datetime"), who=who, what=what, words=_words(update))


def _words(update: ServiceRequestUpdate) -> str | Text:
    if is_flagged(update):
        return text("words-hidden", kind=text(f"flag-{update.details['flagged']}"))
    return privacy.words(update)


def _who(session: Session, request: ServiceRequest, update: ServiceRequestUpdate) -> str | Text:
    if update.staff_id is not None:
        return staff.named(session, update.staff_id).name
    by_clock = update.kind is UpdateKind.LATE or settled_softly(update)
    return text("history-clock") if by_clock else _resident(request, update)
