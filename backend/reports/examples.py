"""Examples that understanding learns from: what staff put right or confirmed, and what they closed as it stood."""

from collections.abc import Collection, Iterator, Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from sqlmodel import Session, col, select

from backend.city.city import City
from backend.errors import NotAllowed
from backend.reports import casework, issues, lifecycle
from backend.reports.issues import StaffAct
from backend.staff.actions import log_action
from storage.closing import ClosingReason
from storage.corrections import Correction
from storage.people import Role, Staff
from storage.requests import ServiceRequest, Substatus, UpdateKind

RECENT = timedelta(days=30)
"""How old a report may be that staff are asked about: they should still know it."""
_MOST_RECENT = 200
_BATCH = 1000
_OURS = (ClosingReason.DONE, ClosingReason.BELOW_THRESHOLD, ClosingReason.DUPLICATE, ClosingReason.NO_ACCESS)
"""Reasons by which staff say that a report stood under the right service; what is not ours stood under a wrong one."""


class Example(NamedTuple):
    """Words and the service that they are about; `is_corrected` says that staff looked at just that."""

    text: str
    service_code: str
    is_corrected: bool


def learnt_from(session: Session, city: City) -> Iterator[Example]:
    """All examples for the services that the city has: the last word of staff on each text, then what they closed."""
    codes = {service.code for service in city.services}
    corrected = _corrected(session)
    for text, code in corrected.items():
        if code in codes:
            yield Example(text, code, is_corrected=True)
    closed = select(ServiceRequest.description, ServiceRequest.service_code).where(
        col(ServiceRequest.closing_reason).in_(_OURS), ServiceRequest.description != ""
    )
    rows = session.exec(closed.order_by(col(ServiceRequest.id)).execution_options(yield_per=_BATCH))
    for text, code in rows:
        if text not in corrected and code in codes:
            yield Example(text, code, is_corrected=False)


def _corrected(session: Session) -> dict[str, str]:
    """Texts with the service that staff gave them last."""
    said = select(Correction.text, Correction.after).where(Correction.field == "service", Correction.text != "")
    return dict(session.exec(said.order_by(col(Correction.id))).all())


def unconfirmed(session: Session, staff: Staff, *, now: datetime) -> Sequence[ServiceRequest]:
    """The newest reports in words whose service no staff member has looked at yet; an agent's department's only."""
    seen = [
        col(ServiceRequest.requested_at) >= now - RECENT,
        col(ServiceRequest.description) != "",
        col(ServiceRequest.substatus) != Substatus.WITHDRAWN,
    ]
    if staff.role is Role.AGENT:
        seen.append(col(ServiceRequest.department) == staff.department)
    newest = select(ServiceRequest).where(*seen).order_by(col(ServiceRequest.id).desc()).limit(_MOST_RECENT)
    rows = session.exec(newest).all()
    looked_at = _looked_at(session, [row.description for row in rows])
    return [row for row in rows if row.description not in looked_at]


def is_confirmed(session: Session, request: ServiceRequest) -> bool:
    """Whether staff have said which service a report's words are about."""
    return bool(_looked_at(session, [request.description]))


def _looked_at(session: Session, texts: Collection[str]) -> set[str]:
    known = select(Correction.text).where(Correction.field == "service", col(Correction.text).in_(texts))
    return set(session.exec(known).all())


def confirm(session: Session, city: City, number: int, service_code: str, act: StaffAct) -> ServiceRequest:
    """Keep what a report is about, also where it stands there already; raises NotAllowed, or NoSuchRequest.

    An open report under another service is moved there; a closed one stays as it was closed.
    """
    request = issues.find(session, number)
    if act.staff.role is Role.AGENT and act.staff.department != request.department:
        raise NotAllowed
    before = request.service_code
    if before != service_code and UpdateKind.RECLASSIFIED in lifecycle.steps_from(request.substatus):
        return casework.change_service(session, city, number, service_code, act)
    said = Correction(
        text=request.description,
        field="service",
        before=before,
        after=service_code,
        staff_id=act.staff.id,
        at=act.now,
    )
    session.add(said)
    details = {"before": before, "after": service_code}
    log_action(session, act.staff, "confirmed", f"request:{number}", now=act.now, details=details)
    return request
