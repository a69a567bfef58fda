"""Reports: filed by residents, worked on by staff, settled by both. Every step is written as an update."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from pydantic import BaseModel, ConfigDict
from sqlmodel import Session, col, func, select

from backend.city.city import City
from backend.errors import UnusableDate
from backend.reports import contests, followers, merging, promise, steps
from storage.closing import ClosingReason
from storage.people import Role, Staff
from storage.requests import ServiceRequest, ServiceRequestUpdate, Status, Substatus, UpdateKind


class NewReport(BaseModel):
    """What a resident has confirmed: which service, where, in which words, with which pictures (media ids).

    `public_description` are the words as others may read them. `anonymous` counts only where the service allows it.
    """

    model_config = ConfigDict(frozen=True)

    service_code: str
    description: str
    public_description: str | None = None
    address: str
    area: str | None = None
    lat: float | None = None
    lon: float | None = None
    attributes: dict[str, str] = {}
    photos: list[int] = []
    urgent: bool = False
    anonymous: bool = False


StaffAct = steps.StaffAct
find = steps.find
"""What everybody needs who does something with a report."""


def report(session: Session, city: City, new: NewReport, *, contact_id: int, now: datetime) -> ServiceRequest:
    """File a report; its id is the number that the resident is told, its promise counts from now."""
    service = city.service(new.service_code)
    request = ServiceRequest(
        **new.model_dump(exclude={"photos", "anonymous"}),
        private=service.is_private,
        anonymous=new.anonymous and service.anonymous,
        contact_id=contact_id,
        department=service.department,
        requested_at=now,
        expected_at=promise.due(city, service, now),
        updated_at=now,
    )
    session.add(request)
    session.flush()
    followers.reported(session, request, now=now)
    steps.write(
        session,
        request,
        UpdateKind.SUBMITTED,
        now,
        contact_id=contact_id,
        words=new.description,
        public_words=new.public_description,
        photos=new.photos,
    )
    return request


def shown_to(session: Session, number: int, contact_id: int) -> ServiceRequest:
    """The report with this number, as far as a contact may know of it; raises NoSuchRequest."""
    request = find(session, number)
    followers.check_visible(session, request, contact_id)
    return request


def mine(session: Session, contact_id: int, *, limit: int = 10) -> Sequence[ServiceRequest]:
    """A resident's reports, newest first."""
    own = select(ServiceRequest).where(ServiceRequest.contact_id == contact_id)
    return session.exec(own.order_by(col(ServiceRequest.id).desc()).limit(limit)).all()


def history(session: Session, number: int) -> Sequence[ServiceRequestUpdate]:
    """All that happened to a report, oldest first."""
    steps = select(ServiceRequestUpdate).where(ServiceRequestUpdate.request_id == number)
    return session.exec(steps.order_by(col(ServiceRequestUpdate.id))).all()


def queue(
    session: Session,
    staff: Staff,
    *,
    department: str = "",
    area: str = "",
    oldest: bool = False,
    offset: int = 0,
    limit: int = 10,
) -> tuple[Sequence[ServiceRequest], int]:
    """The open reports that a staff member answers for and their number: urgent, shared by most, promised first.

    With `oldest`, those that wait longest come first. `department` and `area`, where given, narrow it down; `offset`
    and `limit` cut a page out of it.
    """
    seen = [ServiceRequest.status == Status.OPEN]
    if department:
        seen.append(ServiceRequest.department == department)
    if area:
        seen.append(ServiceRequest.area == area)
    if staff.role is Role.AGENT:
        seen.append(ServiceRequest.department == staff.department)
    order: tuple[Any, ...] = (col(ServiceRequest.queue_rank), col(ServiceRequest.expected_at), col(ServiceRequest.id))
    if oldest:
        order = (col(ServiceRequest.requested_at), col(ServiceRequest.id))
    rows = session.exec(select(ServiceRequest).where(*seen).order_by(*order).offset(offset).limit(limit)).all()
    return rows, session.exec(select(func.count()).select_from(ServiceRequest).where(*seen)).one()


def taken_by(session: Session, staff: Staff, *, limit: int = 10) -> Sequence[ServiceRequest]:
    """The open reports that a staff member has taken, oldest promise first."""
    own = select(ServiceRequest).where(ServiceRequest.staff_id == staff.id, ServiceRequest.status == Status.OPEN)
    return session.exec(own.order_by(col(ServiceRequest.expected_at)).limit(limit)).all()


def take(session: Session, number: int, act: StaffAct) -> ServiceRequest:
    """Make a report one's own; raises SomeoneElseWasFaster, IllegalStep or NotAllowed, as all staff steps do."""
    request = steps.staff_step(session, number, UpdateKind.TAKEN, act)
    request.staff_id = act.staff.id
    return request


def start(session: Session, number: int, act: StaffAct) -> ServiceRequest:
    """Say that work on a report has begun."""
    request = steps.staff_step(session, number, UpdateKind.IN_PROGRESS, act)
    request.staff_id = request.staff_id or act.staff.id
    return request


def ask_reporter(session: Session, number: int, question: str, act: StaffAct) -> ServiceRequest:
    """Ask the reporter something; the report waits for their answer."""
    return steps.staff_step(session, number, UpdateKind.QUESTION, act, words=question)


def promise_again(session: Session, number: int, date: datetime, act: StaffAct) -> ServiceRequest:
    """Promise a new date; raises UnusableDate unless it lies between now and a year from now."""
    check_date(date, act.now)
    request = steps.staff_step(session, number, UpdateKind.RESCHEDULED, act, details={"due": date.isoformat()})
    # The reporter is told at once; should this promise slip too, they are told of that again.
    request.expected_at, request.late_told_at = date, None
    return request


def check_date(date: datetime, now: datetime) -> None:
    """Refuse a date that can't be promised; raises UnusableDate."""
    if not now < date <= now + promise.FURTHEST:
        raise UnusableDate


def close(
    session: Session,
    number: int,
    reason: ClosingReason,
    detail: str,
    act: StaffAct,
    *,
    note: str = "",
    photos: Sequence[int] = (),
) -> ServiceRequest:
    """Close a report with a reason of the fixed list; `detail` says whose, which rule or duplicate of which number.

    A duplicate is merged into the report that it names; `photos` show what was done.
    """
    if reason is ClosingReason.DUPLICATE:
        merging.merge(session, number, int(detail) if detail.isdecimal() else 0, act, words=note)
        return find(session, number)
    details = {"reason": reason.value, "detail": detail}
    request = steps.staff_step(session, number, UpdateKind.CLOSED, act, words=note, details=details, photos=photos)
    request.closing_reason, request.closing_detail = reason, detail
    return request


def add_picture(session: Session, number: int, photos: Sequence[int], act: StaffAct) -> ServiceRequest:
    """Show what was done, after the closing; everybody who follows is shown it."""
    return steps.staff_step(session, number, UpdateKind.PICTURED, act, photos=photos)


def locate(
    session: Session,
    number: int,
    address: str,
    *,
    area: str | None,
    point: tuple[float, float] | None,
    contact_id: int,
    now: datetime,
) -> ServiceRequest:
    """Add the place to a report that was filed before it was known; `point` is latitude and longitude."""
    request = steps.reporter_step(session, number, UpdateKind.PLACED, contact_id, now, words=address)
    request.address, request.area = address, area
    request.lat, request.lon = point or (None, None)
    return request


def answer(
    session: Session,
    number: int,
    words: str,
    *,
    contact_id: int,
    now: datetime,
    photos: Sequence[int] = (),
    public_words: str | None = None,
) -> ServiceRequest:
    """Write the answer of one whose problem it is to a question of the city; raises NotYours."""
    return steps.reporter_step(
        session, number, UpdateKind.ANSWER, contact_id, now, words=words, photos=photos, public_words=public_words
    )


def contest(
    session: Session,
    city: City,
    number: int,
    words: str,
    *,
    contact_id: int,
    now: datetime,
    photos: Sequence[int] = (),
    public_words: str | None = None,
) -> ServiceRequest:
    """Reopen a closed report because somebody who has the problem says that it is not fixed; raises NotYours.

    It goes to somebody other than who closed it, with a promise that counts from now. When another's word has reopened
    it already, this one stands beside it.
    """
    followers.check_voice(session, number, contact_id)
    request = steps.locked(session, number)
    if request.status is Status.OPEN:
        return followers.join(
            session, number, contact_id=contact_id, now=now, words=words, photos=photos, public_words=public_words
        )
    details = {"was": request.substatus.value, **contests.handed_to(session, request)}
    request = steps.reporter_step(
        session,
        number,
        UpdateKind.REOPENED,
        contact_id,
        now,
        words=words,
        photos=photos,
        details=details,
        public_words=public_words,
    )
    if request.merged_into is not None:
        merging.leave(session, request, now=now, contact_id=contact_id)
    request.closing_reason = request.closing_detail = None
    request.staff_id = details.get("to_staff")
    merging.promise_anew(city, request, now)
    return request


def settle(session: Session, number: int, *, contact_id: int, now: datetime) -> ServiceRequest:
    """End a report: one whose problem it is says that it is fixed; another's same word changes nothing."""
    followers.check_voice(session, number, contact_id)
    request = steps.locked(session, number)
    if request.substatus is Substatus.SETTLED:
        return request
    return steps.reporter_step(session, number, UpdateKind.SETTLED, contact_id, now)
