"""Restraints: a contact who is not heard for a while, because staff say so or because they write too fast."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlmodel import Session, col, select

from backend.errors import NotAllowed
from backend.people.limits import WINDOW
from backend.reports import issues
from backend.reports.issues import StaffAct
from backend.staff.actions import log_action
from storage.people import Role, Staff
from storage.requests import ServiceRequest
from storage.restraints import Restraint, RestraintKind


def active(session: Session, contact_id: int, now: datetime) -> Restraint | None:
    """The restraint from being heard that holds now and lasts longest, if there is one."""
    holding = select(Restraint).where(
        Restraint.contact_id == contact_id, Restraint.until > now, Restraint.kind != RestraintKind.TOO_MANY
    )
    return session.exec(holding.order_by(col(Restraint.until).desc())).first()


def block(
    session: Session, number: int, days: int, reason: str, act: StaffAct, *, contact_id: int | None = None
) -> Restraint:
    """Stop hearing the reporter of a report, or another who wrote about it, for some days.

    Raises NotAllowed for another department's report.
    """
    request = issues.find(session, number)
    if act.staff.role is Role.AGENT and act.staff.department != request.department:
        raise NotAllowed
    contact_id = contact_id or request.contact_id
    until = act.now + timedelta(days=days)
    restraint = Restraint(
        contact_id=contact_id,
        request_id=number,
        kind=RestraintKind.BLOCKED,
        reason=reason,
        staff_id=act.staff.id,
        at=act.now,
        until=until,
    )
    session.add(restraint)
    session.flush()
    details = {"days": days, "until": until.isoformat(), "request": number}
    subject = f"contact:{contact_id}"
    log_action(session, act.staff, "blocked", subject, now=act.now, reason=reason, details=details)
    return restraint


def unblock(session: Session, number: int, act: StaffAct) -> None:
    """Hear the reporter of a report again, from now on."""
    request = issues.find(session, number)
    if act.staff.role is Role.AGENT and act.staff.department != request.department:
        raise NotAllowed
    while (holding := active(session, request.contact_id, act.now)) is not None:
        holding.until = act.now
        session.flush()
    log_action(session, act.staff, "unblocked", f"contact:{request.contact_id}", now=act.now)


def blocks(session: Session, staff: Staff, now: datetime, *, limit: int = 20) -> Sequence[Restraint]:
    """The blocks that hold now, the next to end first; an agent's are those for their own department's reports."""
    holding = select(Restraint).where(Restraint.kind == RestraintKind.BLOCKED, Restraint.until > now)
    if staff.role is Role.AGENT:
        own = select(ServiceRequest.id).where(ServiceRequest.department == staff.department)
        holding = holding.where(col(Restraint.request_id).in_(own))
    return session.exec(holding.order_by(col(Restraint.until), col(Restraint.id)).limit(limit)).all()


def lift(session: Session, id: int, act: StaffAct) -> Restraint:
    """End a block now; ending one that is over changes nothing. Raises NotAllowed for another department's."""
    restraint = session.get_one(Restraint, id)
    if act.staff.role is Role.AGENT:
        request = issues.find(session, restraint.request_id or 0)
        if act.staff.department != request.department:
            raise NotAllowed
    if restraint.until > act.now:
        restraint.until = act.now
        details = {"request": restraint.request_id}
        log_action(session, act.staff, "unblocked", f"contact:{restraint.contact_id}", now=act.now, details=details)
    return restraint


def limit_reached(session: Session, contact_id: int, until: datetime, now: datetime) -> bool:
    """Note that somebody has filed as much as they may until then; False when that was noted before."""
    noted = select(Restraint).where(
        Restraint.contact_id == contact_id, Restraint.kind == RestraintKind.TOO_MANY, Restraint.until > now
    )
    if session.exec(noted).first() is not None:
        return False
    session.add(
        Restraint(contact_id=contact_id, kind=RestraintKind.TOO_MANY, at=now, until=max(until, now), told_at=now)
    )
    session.flush()
    return True


def slow_down(session: Session, contact_id: int, now: datetime, *, until: datetime | None = None) -> Restraint:
    """Stop hearing somebody who writes faster than people do, for the time over which messages are counted."""
    restraint = Restraint(contact_id=contact_id, kind=RestraintKind.TOO_FAST, at=now, until=until or now + WINDOW)
    session.add(restraint)
    return restraint
