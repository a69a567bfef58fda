"""Casework: what staff do with a report besides moving it on: pass it on, put it right, note, write to its reporter."""

from sqlmodel import Session

from backend.city.city import City
from backend.reports import promise, steps
from backend.reports.steps import StaffAct
from storage.corrections import Correction
from storage.people import Staff
from storage.requests import ServiceRequest, UpdateKind


def assign_to_person(session: Session, number: int, member: Staff, act: StaffAct) -> ServiceRequest:
    """Give a report to a colleague; an agent's department becomes the report's."""
    details = {"to_staff": member.id, "to": member.name}
    request = steps.staff_step(session, number, UpdateKind.ASSIGNED, act, details=details)
    request.staff_id = member.id
    request.department = member.department or request.department
    return request


def assign_to_department(session: Session, number: int, department: str, act: StaffAct) -> ServiceRequest:
    """Give a report to a department, where nobody has taken it yet."""
    details = {"to_department": department}
    request = steps.staff_step(session, number, UpdateKind.ASSIGNED, act, details=details)
    request.department, request.staff_id = department, None
    return request


def change_service(session: Session, city: City, number: int, service_code: str, act: StaffAct) -> ServiceRequest:
    """Say which service a report is really about: department and promise follow, and the Reader can learn from it."""
    service = city.service(service_code)
    found = steps.find(session, number)
    before, handed_over = found.service_code, found.department != service.department
    details = {"before": before, "after": service_code, "handed_over": handed_over}
    request = steps.staff_step(session, number, UpdateKind.RECLASSIFIED, act, details=details)
    _remember(session, request, "service", (before, service_code), act)
    if handed_over:
        request.staff_id = None
    request.service_code, request.department, request.attributes = service_code, service.department, {}
    # What was written in confidence stays so, wherever it goes.
    request.private = request.private or service.is_private
    request.expected_at = promise.due(city, service, request.requested_at)
    if request.expected_at > act.now:
        # The reporter is told of this promise now; should it slip too, they are told of that again.
        request.late_told_at = None
    return request


def change_place(
    session: Session,
    number: int,
    address: str,
    act: StaffAct,
    *,
    area: str | None,
    point: tuple[float, float] | None,
) -> ServiceRequest:
    """Say where a report really is; `point` is latitude and longitude (WGS 84 degrees)."""
    before = steps.find(session, number).address
    details = {"before": before, "after": address}
    request = steps.staff_step(session, number, UpdateKind.MOVED, act, words=address, details=details)
    _remember(session, request, "place", (before, address), act)
    request.address, request.area = address, area
    request.lat, request.lon = point or (None, None)
    return request


def note(session: Session, number: int, words: str, act: StaffAct) -> ServiceRequest:
    """Write something down for colleagues; residents never see it."""
    return steps.staff_step(session, number, UpdateKind.NOTE, act, words=words)


def write_to_reporter(session: Session, number: int, words: str, act: StaffAct) -> ServiceRequest:
    """Write to the reporter under the department's name; unlike a question, the report waits for nothing."""
    return steps.staff_step(session, number, UpdateKind.REPLY, act, words=words)


def _remember(session: Session, request: ServiceRequest, field: str, change: tuple[str, str], act: StaffAct) -> None:
    before, after = change
    if before != after:
        session.add(
            Correction(
                text=request.description, field=field, before=before, after=after, staff_id=act.staff.id, at=act.now
            )
        )
