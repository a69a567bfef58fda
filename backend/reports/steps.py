"""One step of a report's life: checked, written, counted. What staff, reporters and the clock do is built of these."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from pydantic import BaseModel, ConfigDict
from sqlmodel import Session, select

from backend.errors import MergedAlready, NoSuchRequest, NotAllowed, SomeoneElseWasFaster
from backend.reports import followers, lifecycle
from backend.staff.actions import log_action
from storage.people import Role, Staff
from storage.requests import ServiceRequest, ServiceRequestUpdate, UpdateKind


class StaffAct(BaseModel):
    """Who of the staff acts, when, and which version of the report they were looking at.

    `approved_by` is the colleague without whose word it could not be done.
    """

    model_config = ConfigDict(frozen=True, arbitrary_types_allowed=True)

    staff: Staff
    now: datetime
    version: int | None = None
    approved_by: int | None = None


def find(session: Session, number: int) -> ServiceRequest:
    """The report with this number; raises NoSuchRequest."""
    # PostgreSQL refuses to compare a number that its key could not hold.
    request = session.get(ServiceRequest, number) if 0 < number < 2**63 else None
    if request is None:
        raise NoSuchRequest(number=str(number))
    return request


def locked(session: Session, number: int) -> ServiceRequest:
    """The report with this number as it stands now, which nobody else changes before we are done."""
    find(session, number)
    locked = select(ServiceRequest).where(ServiceRequest.id == number).with_for_update()
    return session.exec(locked.execution_options(populate_existing=True)).one()


def check(session: Session, number: int, step: UpdateKind, act: StaffAct) -> ServiceRequest:
    """Refuse a step of staff that could not be taken now, as taking it would; returns the report, locked."""
    request = locked(session, number)
    if act.staff.role is Role.AGENT and act.staff.department != request.department:
        raise NotAllowed
    if act.version is not None and act.version != request.version:
        raise SomeoneElseWasFaster(number=str(number))
    if request.merged_into is not None and step not in lifecycle.steps_from(request.substatus):
        raise MergedAlready(number=str(number), into=request.closing_detail or str(request.merged_into))
    lifecycle.after(request.substatus, step, taken=request.staff_id is not None)
    return request


def staff_step(
    session: Session,
    number: int,
    step: UpdateKind,
    act: StaffAct,
    *,
    words: str = "",
    details: dict[str, Any] | None = None,
    photos: Sequence[int] = (),
) -> ServiceRequest:
    """A step of staff; raises SomeoneElseWasFaster, IllegalStep or NotAllowed, and stands in the action log."""
    request = check(session, number, step, act)
    _advance(request, step, act.now)
    details = {**(details or {}), **({"approved_by": act.approved_by} if act.approved_by is not None else {})}
    write(session, request, step, act.now, staff=act.staff, words=words, details=details, photos=photos)
    log_action(session, act.staff, step.value, f"request:{number}", now=act.now, reason=words, details=details)
    return request


def reporter_step(
    session: Session,
    number: int,
    step: UpdateKind,
    contact_id: int,
    now: datetime,
    *,
    words: str = "",
    photos: Sequence[int] = (),
    details: dict[str, Any] | None = None,
    public_words: str | None = None,
) -> ServiceRequest:
    """A step of one whose problem it is; raises NotYours or IllegalStep."""
    request = locked(session, number)
    followers.check_voice(session, number, contact_id)
    _advance(request, step, now)
    write(
        session,
        request,
        step,
        now,
        contact_id=contact_id,
        words=words,
        photos=photos,
        details=details,
        public_words=public_words,
    )
    return request


_ENDS = frozenset({UpdateKind.CLOSED, UpdateKind.WITHDRAWN, UpdateKind.MERGED, UpdateKind.FLAGGED})


def _advance(request: ServiceRequest, step: UpdateKind, now: datetime) -> None:
    request.substatus = lifecycle.after(request.substatus, step, taken=request.staff_id is not None)
    request.status = lifecycle.status_of(request.substatus)
    if step in _ENDS:
        request.closed_at = now
    elif step in (UpdateKind.REOPENED, UpdateKind.SPLIT):
        request.closed_at = None
    request.version += 1
    request.updated_at = now


def write(
    session: Session,
    request: ServiceRequest,
    kind: UpdateKind,
    now: datetime,
    *,
    staff: Staff | None = None,
    contact_id: int | None = None,
    words: str = "",
    photos: Sequence[int] = (),
    details: dict[str, Any] | None = None,
    public_words: str | None = None,
) -> None:
    """Write a step down, for its history and for whoever is to be told; `public_words` are those that others read."""
    session.add(
        ServiceRequestUpdate(
            request_id=request.id,
            kind=kind,
            at=now,
            staff_id=staff.id if staff else None,
            contact_id=contact_id,
            words=words,
            public_words=public_words if public_words != words else None,
            photos=list(photos),
            details=details or {},
        )
    )
    session.flush()


def side_step(
    session: Session,
    request: ServiceRequest,
    step: UpdateKind,
    now: datetime,
    *,
    staff: Staff | None = None,
    contact_id: int | None = None,
    details: dict[str, Any] | None = None,
) -> None:
    """Write what a step on another report means for this one; its state and its version stay."""
    lifecycle.after(request.substatus, step, taken=request.staff_id is not None)
    request.updated_at = now
    write(session, request, step, now, staff=staff, contact_id=contact_id, details=details)
