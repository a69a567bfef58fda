"""Moderation: what is spam or abuse is marked with a reason, hidden, and counted for whoever wrote it."""

from collections.abc import Mapping

from sqlmodel import Session, col, func, select

from backend.errors import HasDuplicates, IllegalStep, NotAllowed
from backend.reports import merging, steps
from backend.reports.steps import StaffAct
from backend.staff.actions import log_action
from storage.flags import Flag, FlagKind
from storage.people import Role
from storage.requests import ServiceRequestUpdate, UpdateKind


def flag_report(session: Session, number: int, kind: FlagKind, reason: str, act: StaffAct) -> Flag:
    """Close and hide a report; its reporter is told why and may contest it.

    Raises HasDuplicates for one that others were merged into: their reporters have done nothing wrong.
    """
    request = steps.locked(session, number)
    if merging.duplicates_of(session, number):
        raise HasDuplicates(number=str(number))
    details = {"kind": kind.value}
    steps.staff_step(session, number, UpdateKind.FLAGGED, act, words=reason, details=details)
    if request.merged_into is not None:
        merging.leave(session, request, now=act.now, staff=act.staff)
        request.closed_at = act.now
    request.closing_reason = request.closing_detail = None
    who, staff_id = request.contact_id, act.staff.id
    flag = Flag(contact_id=who, request_id=number, kind=kind, reason=reason, staff_id=staff_id, at=act.now)
    return _noted(session, flag)


def flag_message(session: Session, id: int, kind: FlagKind, reason: str, act: StaffAct) -> Flag:
    """Hide what a resident wrote about a report, by the id of the step; raises NotAllowed or IllegalStep."""
    update = session.get_one(ServiceRequestUpdate, id)
    request = steps.locked(session, update.request_id)
    if act.staff.role is Role.AGENT and act.staff.department != request.department:
        raise NotAllowed
    if update.contact_id is None or is_flagged(update):
        raise IllegalStep
    update.details = {**update.details, "flagged": kind.value}
    if update.kind is UpdateKind.CORRECTED and update.words:
        # What its reporter added stands in the description too.
        kept = [line for line in request.description.split("\n") if line not in update.words.split("\n")]
        request.description = "\n".join(kept)
    details = {"update": id, "kind": kind.value}
    log_action(session, act.staff, "flagged", f"request:{request.id}", now=act.now, reason=reason, details=details)
    who, staff_id = update.contact_id, act.staff.id
    flag = Flag(contact_id=who, request_id=request.id, kind=kind, reason=reason, staff_id=staff_id, at=act.now)
    flag.update_id = id
    return _noted(session, flag)


def messages(session: Session, number: int, *, limit: int = 5) -> list[ServiceRequestUpdate]:
    """The newest of what residents wrote about a report, beside the report itself, that is not hidden yet."""
    written = select(ServiceRequestUpdate).where(
        ServiceRequestUpdate.request_id == number,
        col(ServiceRequestUpdate.contact_id).is_not(None),
        ServiceRequestUpdate.words != "",
        ServiceRequestUpdate.kind != UpdateKind.SUBMITTED,
    )
    newest = session.exec(written.order_by(col(ServiceRequestUpdate.id).desc()).limit(4 * limit)).all()
    return [update for update in newest if not is_flagged(update)][:limit]


def is_flagged(update: ServiceRequestUpdate) -> bool:
    """Whether the words of a step are hidden."""
    return "flagged" in update.details


def counts(session: Session, contact_id: int) -> Mapping[FlagKind, int]:
    """How often what a contact wrote was marked, by kind."""
    rows = select(Flag.kind, func.count()).where(Flag.contact_id == contact_id).group_by(col(Flag.kind))
    return {FlagKind(kind): count for kind, count in session.exec(rows).all()}


def _noted(session: Session, flag: Flag) -> Flag:
    session.add(flag)
    session.flush()
    return flag
