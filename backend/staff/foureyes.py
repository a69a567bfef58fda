"""Four eyes: what many residents would be told of is done when a second person of the staff agrees."""

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Session, col, select

from backend.city.city import City
from backend.errors import DecidedAlready, NobodyToApprove, NotAllowed, NotOwnProposal, Refusal
from backend.reports import deeds, steps
from backend.reports.deeds import Deed
from backend.reports.steps import StaffAct
from backend.staff import staff
from backend.staff.actions import log_action
from storage.approvals import Approval, ApprovalStatus
from storage.people import Role, Staff
from storage.requests import ServiceRequest


def order(session: Session, city: City, number: int, deed: Deed, act: StaffAct) -> ServiceRequest | Approval:
    """Do it, or, where it reaches more residents than one person may decide for, propose it.

    Raises what doing it raises, at once; and NobodyToApprove when nobody else may agree.
    """
    deeds.check(session, number, deed, act)
    reach = deeds.reach(session, number, deed)
    if reach <= city.staff.four_eyes_above:
        return deeds.carry_out(session, city, number, deed, act)
    approval = Approval(
        request_id=number,
        proposer_id=act.staff.id,
        deed=deed.model_dump(mode="json"),
        version=steps.find(session, number).version,
        reach=reach,
        at=act.now,
        expires_at=act.now + city.staff.approval_life,
    )
    if not approvers(session, approval):
        raise NobodyToApprove(count=reach)
    session.add(approval)
    session.flush()
    _log(session, approval, "proposed", act.staff, act.now)
    return approval


def approvers(session: Session, approval: Approval) -> Sequence[Staff]:
    """Who may decide: everybody who may do it themselves, except who proposed it."""
    department = steps.find(session, approval.request_id).department
    return [member for member in staff.responsible(session, department) if member.id != approval.proposer_id]


def decide(
    session: Session, city: City, id: int, by: Staff, *, approves: bool, now: datetime
) -> tuple[Approval, ServiceRequest | None]:
    """A second person's word; returns the proposal as it stands then, and the report when something was done.

    What cannot be done any more, because the report changed meanwhile, is overtaken. Raises NotOwnProposal,
    NotAllowed, and DecidedAlready for whoever comes second or too late.
    """
    approval = _locked(session, id)
    if approval.proposer_id == by.id:
        raise NotOwnProposal
    request = steps.find(session, approval.request_id)
    if by.role is Role.AGENT and by.department != request.department:
        raise NotAllowed
    if approval.status is not ApprovalStatus.PENDING or approval.expires_at <= now:
        raise DecidedAlready(number=str(approval.request_id))
    done = _carried_out(session, city, approval, by, now) if approves else None
    status = ApprovalStatus.REFUSED if not approves else ApprovalStatus.APPROVED if done else ApprovalStatus.OVERTAKEN
    _end(session, approval, status, now, by)
    return approval, done


def expire(session: Session, now: datetime) -> Sequence[Approval]:
    """End what nobody has decided in time; returns what was ended."""
    over = select(Approval).where(Approval.status == ApprovalStatus.PENDING, Approval.expires_at <= now)
    rows = session.exec(over.order_by(col(Approval.id)).with_for_update(skip_locked=True)).all()
    for approval in rows:
        _end(session, approval, ApprovalStatus.EXPIRED, now, None)
    return rows


def pending(session: Session, number: int) -> Sequence[Approval]:
    """What waits for a second person on a report."""
    waiting = select(Approval).where(Approval.request_id == number, Approval.status == ApprovalStatus.PENDING)
    return session.exec(waiting.order_by(col(Approval.id))).all()


def _carried_out(session: Session, city: City, approval: Approval, by: Staff, now: datetime) -> ServiceRequest | None:
    proposer = staff.named(session, approval.proposer_id)
    act = StaffAct(staff=proposer, now=now, version=approval.version, approved_by=by.id)
    try:
        with session.begin_nested():
            deed = Deed.model_validate(approval.deed)
            return deeds.carry_out(session, city, approval.request_id, deed, act)
    except Refusal:
        return None


def _end(session: Session, approval: Approval, status: ApprovalStatus, now: datetime, by: Staff | None) -> None:
    approval.status, approval.decided_at, approval.decided_by = status, now, by.id if by else None
    session.flush()
    _log(session, approval, status.value, by, now)


def _log(session: Session, approval: Approval, action: str, who: Staff | None, now: datetime) -> None:
    deed = approval.deed
    details = {"approval": approval.id, "deed": deed, "reach": approval.reach, "proposer": approval.proposer_id}
    subject = f"request:{approval.request_id}"
    log_action(session, who, action, subject, now=now, reason=str(deed.get("words", "")), details=details)


def _locked(session: Session, id: int) -> Approval:
    chosen = select(Approval).where(Approval.id == id).with_for_update()
    return session.exec(chosen.execution_options(populate_existing=True)).one()
