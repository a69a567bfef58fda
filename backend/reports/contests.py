"""Contests of what the city calls done: to whom they go, and how often there are any."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy.orm import aliased
from sqlmodel import Session, col, func, select

from backend.staff import staff
from storage.people import Role, Staff
from storage.requests import ServiceRequest, ServiceRequestUpdate, Status, UpdateKind

_ENDINGS = (UpdateKind.CLOSED, UpdateKind.MERGED, UpdateKind.FLAGGED)
"""What staff can end a report by, and residents contest."""


def handed_to(session: Session, request: ServiceRequest) -> dict[str, Any]:
    """To whom a contested report goes, as details of the step: never to who closed it, nor to who approved that.

    `to_staff` and `to` are the department's own member with the fewest reports in hand; without one it is for all
    dispatchers, and `closers` says who is not meant.
    """
    closers = _closers(session, request.id)
    own = [
        member
        for member in staff.responsible(session, request.department)
        if member.department == request.department and member.id not in closers
    ]
    details: dict[str, Any] = {"closers": sorted(closers)}
    if own:
        chosen = min(own, key=lambda member: (_in_hand(session, member), member.id))
        details |= {"to_staff": chosen.id, "to": chosen.name}
    return details


def judging(session: Session, request: ServiceRequest, contest: ServiceRequestUpdate) -> list[Staff]:
    """Who is told of a contest: whom it was given to; else dispatchers who did not close it, then admins.

    Where nobody else is left, those who closed it are told: a contest that nobody sees would be worse.
    """
    if (to := contest.details.get("to_staff")) is not None:
        return [staff.named(session, to)]
    concerned = list(staff.responsible(session, request.department))
    others = [member for member in concerned if member.id not in contest.details.get("closers", ())]
    dispatchers = [member for member in others if member.role is Role.DISPATCHER]
    return dispatchers or others or concerned


@dataclass(frozen=True)
class Closings:
    """How many closings there were, and how many of them residents contested, then or later."""

    count: int
    contested: int


def closings(session: Session, since: datetime, until: datetime) -> Closings:
    """The closings from a moment on until another, private reports apart.

    Merging a duplicate is no closing here: its reporter's matter goes on. What staff open again nobody contested.
    """
    closing, contest = aliased(ServiceRequestUpdate), aliased(ServiceRequestUpdate)
    chosen = (
        select(func.count(col(closing.id)))
        .join(ServiceRequest, col(ServiceRequest.id) == col(closing.request_id))
        .where(closing.kind == UpdateKind.CLOSED, col(closing.at) >= since, col(closing.at) < until)
        .where(col(ServiceRequest.private).is_(False))
    )
    # Every contest is of one ending: the last one before it.
    ending = (
        select(func.max(col(closing.id)))
        .where(closing.request_id == contest.request_id, col(closing.kind).in_(_ENDINGS))
        .where(col(closing.id) < col(contest.id))
        .correlate(contest)
        .scalar_subquery()
    )
    ended = aliased(ServiceRequestUpdate)
    contests = (
        select(func.count(col(contest.id)))
        .join(ended, col(ended.id) == ending)
        .join(ServiceRequest, col(ServiceRequest.id) == col(contest.request_id))
        .where(contest.kind == UpdateKind.REOPENED, col(contest.contact_id).is_not(None))
        .where(ended.kind == UpdateKind.CLOSED, col(ended.at) >= since, col(ended.at) < until)
        .where(col(ServiceRequest.private).is_(False))
    )
    return Closings(session.exec(chosen).one(), session.exec(contests).one())


def _closers(session: Session, number: int) -> set[int]:
    endings = select(ServiceRequestUpdate).where(
        ServiceRequestUpdate.request_id == number, col(ServiceRequestUpdate.kind).in_(_ENDINGS)
    )
    last = session.exec(endings.order_by(col(ServiceRequestUpdate.id).desc())).first()
    return _known((last.staff_id, last.details.get("approved_by"))) if last is not None else set()


def _known(ids: Iterable[int | None]) -> set[int]:
    return {id for id in ids if id is not None}


def _in_hand(session: Session, member: Staff) -> int:
    own = select(func.count()).where(ServiceRequest.staff_id == member.id, ServiceRequest.status == Status.OPEN)
    return session.exec(own).one()
