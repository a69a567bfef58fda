"""Restraints: a contact who is not heard for a while, because staff say so or because they write too fast."""

from datetime import datetime, timedelta

from sqlmodel import Session, col, select

from backend import issues
from backend.actions import log_action
from backend.errors import NotAllowed
from backend.issues import StaffAct
from backend.limits import WINDOW
from storage.people import Role
from storage.restraints import Restraint, RestraintKind


def active(session: Session, contact_id: int, now: datetime) -> Restraint | None:
    """The restraint that holds now and lasts longest, if there is one."""
    holding = select(Restraint).where(Restraint.contact_id == contact_id, Restraint.until > now)
    return session.exec(holding.order_by(col(Restraint.until).desc())).first()


def block(session: Session, number: int, days: int, reason: str, act: StaffAct) -> Restraint:
    """Stop hearing the reporter of a report for some days; raises NotAllowed for another department's report."""
    request = issues.find(session, number)
    if act.staff.role is Role.AGENT and act.staff.department != request.department:
        raise NotAllowed
    until = act.now + timedelta(days=days)
    restraint = Restraint(
        contact_id=request.contact_id,
        kind=RestraintKind.BLOCKED,
        reason=reason,
        staff_id=act.staff.id,
        at=act.now,
        until=until,
    )
    session.add(restraint)
    details = {"days": days, "until": until.isoformat(), "request": number}
    subject = f"contact:{request.contact_id}"
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


def slow_down(session: Session, contact_id: int, now: datetime, *, until: datetime | None = None) -> Restraint:
    """Stop hearing somebody who writes faster than people do, for the time over which messages are counted."""
    restraint = Restraint(contact_id=contact_id, kind=RestraintKind.TOO_FAST, at=now, until=until or now + WINDOW)
    session.add(restraint)
    return restraint
