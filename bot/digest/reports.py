"""Lines about reports: one's own, and those that one supports or follows."""

from collections.abc import Iterator
from functools import partial

from backend.city.city import City
from backend.digests import changes
from backend.digests.changes import Change
from bot.conversation.reply import Moment, Named, Text, text
from bot.digest.entry import Concern, Entry, Round
from bot.topics.reports.states import closing, shortened
from storage.closing import ClosingReason
from storage.followers import Why
from storage.requests import UpdateKind

_FIRST = (UpdateKind.QUESTION, UpdateKind.REPLY, UpdateKind.CLOSED, UpdateKind.LATE, UpdateKind.RESCHEDULED)
"""What comes before all that merely moved: what waits for the person, what was settled, what slipped."""


def lines(round_: Round) -> Iterator[Entry]:
    """A line for each report that took a step, by the newest one."""
    for change in changes.of_reports(round_.session, round_.stretches):
        own = change.why is Why.REPORTED
        known = (change.step.id, own)
        line = round_.shared.line(known, partial(_line, round_.city, change, own=own))
        yield Entry(change.contact_id, Concern.OWN if own else Concern.FOLLOWED, _rank(change), line)


def _rank(change: Change) -> int:
    kind = change.step.kind
    urgency = _FIRST.index(kind) if kind in _FIRST else len(_FIRST)
    return urgency * 10**9 - change.step.id  # the newest first


def _line(city: City, change: Change, *, own: bool) -> Text:
    step = change.step
    service = Named(names=city.service(step.service_code).name)
    number = str(step.number)
    subject = text("digest-report" if step.address else "digest-report-placeless",
                   number=number, service=service, address=step.address)  # fmt: skip
    department = Named(names=city.department(step.department).name)
    match step.kind:
        case UpdateKind.CLOSED if step.closing_reason is ClosingReason.DONE:
            return text("digest-done", report=subject)
        case UpdateKind.CLOSED if step.closing_reason is not None:
            why = closing(city, step.service_code, step.closing_reason, step.closing_detail or "")
            return text("digest-closed", report=subject, why=why)
        case UpdateKind.LATE | UpdateKind.RESCHEDULED:
            return text(f"digest-{step.kind.value}", report=subject, due=Moment(at=step.expected_at))
        case UpdateKind.QUESTION | UpdateKind.REPLY if own:
            words = shortened(step.words)
            return text(f"digest-{step.kind.value}", report=subject, department=department, words=words)
        case UpdateKind.QUESTION:
            return text("digest-question-joined", report=subject, department=department, words=shortened(step.words))
        case _:
            kind = step.kind.value.replace("_", "-")
            return text(f"digest-{kind}", report=subject, department=department)
