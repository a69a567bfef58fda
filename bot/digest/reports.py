"""Lines about reports: one's own, and those that one supports or follows."""

from collections.abc import Iterator

from backend import changes
from backend.changes import Change
from backend.city import City
from bot.conversation.reply import Moment, Named, Text, text
from bot.digest.entry import Concern, Entry, Round, kept
from bot.topics.states import closing, shortened
from storage.followers import Why
from storage.requests import UpdateKind

_FIRST = (UpdateKind.QUESTION, UpdateKind.REPLY, UpdateKind.CLOSED, UpdateKind.LATE, UpdateKind.RESCHEDULED)
"""What comes before all that merely moved: what waits for the person, what was settled, what slipped."""


def lines(round_: Round) -> Iterator[Entry]:
    """A line for each report that took a step, by the newest one."""
    for change in changes.of_reports(round_.session, round_.stretches):
        own = change.why is Why.REPORTED
        known = (change.update.id, own)
        line = round_.shared.lines.get(known)
        if line is None:
            line = round_.shared.lines[known] = kept(_line(round_.city, change, own=own))
        yield Entry(change.contact_id, Concern.OWN if own else Concern.FOLLOWED, _rank(change), line)


def _rank(change: Change) -> int:
    kind = change.update.kind
    urgency = _FIRST.index(kind) if kind in _FIRST else len(_FIRST)
    return urgency * 10**9 - change.update.id  # the newest first


def _line(city: City, change: Change, *, own: bool) -> Text:
    request, update = change.request, change.update
    service = Named(names=city.service(request.service_code).name)
    number = str(request.id)
    subject = text("digest-report" if request.address else "digest-report-placeless",
                   number=number, service=service, address=request.address)  # fmt: skip
    department = Named(names=city.department(request.department).name)
    match update.kind:
        case UpdateKind.CLOSED if request.closing_reason is not None:
            why = closing(city, request.service_code, request.closing_reason, request.closing_detail or "")
            return text("digest-closed", report=subject, why=why)
        case UpdateKind.LATE | UpdateKind.RESCHEDULED:
            return text(f"digest-{update.kind.value}", report=subject, due=Moment(at=request.expected_at))
        case UpdateKind.QUESTION | UpdateKind.REPLY if own:
            words = shortened(update.words)
            return text(f"digest-{update.kind.value}", report=subject, department=department, words=words)
        case UpdateKind.QUESTION:
            return text("digest-question-joined", report=subject, department=department, words=shortened(update.words))
        case _:
            kind = update.kind.value.replace("_", "-")
            return text(f"digest-{kind}", report=subject, department=department)
