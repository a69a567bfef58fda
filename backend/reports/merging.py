"""Merging duplicates: the report that stays takes over all who follow the other, until that is split off again.

Reports form trees: a into b, b into c. A merge is always of two open reports, and a merged one is closed: the survivor
is the root of its tree, so that no merge can close a circle.
"""

from datetime import datetime

from sqlmodel import Session

from backend.city.city import City
from backend.errors import ClosedAlready, MergedAlready, MergedIntoItself, MergedIntoPrivate, NotMerged
from backend.reports import followers, promise, steps
from backend.reports.steps import StaffAct
from backend.staff.actions import log_action
from storage.closing import ClosingReason
from storage.people import Staff
from storage.requests import ServiceRequest, Status, UpdateKind


def merge(session: Session, number: int, survivor: int, act: StaffAct, *, words: str = "") -> ServiceRequest:
    """Merge a report into the one that stays, with a word for those who follow it; returns the report that stays.

    Raises MergedIntoItself, MergedIntoPrivate, MergedAlready (names where to), ClosedAlready, and what steps raise.
    """
    duplicate, stays = _both(session, number, survivor)
    _check(session, duplicate, stays)
    details = {"into": stays.id}
    steps.staff_step(session, number, UpdateKind.MERGED, act, words=words, details=details)
    duplicate.merged_into, duplicate.closing_reason = stays.id, ClosingReason.DUPLICATE
    _name_root(session, duplicate, stays.id)
    # The survivor's version stays: who works on it is not held up by what else turns out to be the same.
    steps.side_step(session, stays, UpdateKind.ABSORBED, act.now, staff=act.staff, details={"from": number})
    followers.recount(session, stays)
    log_action(session, act.staff, "absorbed", f"request:{stays.id}", now=act.now, details={"from": number})
    return stays


def split(session: Session, city: City, number: int, act: StaffAct, *, words: str = "") -> ServiceRequest:
    """Give a merged report back, with its own followers and duplicates; raises NotMerged.

    Its promise stands where it is still to be kept; else it gets a new one, from now.
    """
    check_merged(session, number)
    duplicate = steps.find(session, number)
    details = {"from": duplicate.merged_into}
    steps.staff_step(session, number, UpdateKind.SPLIT, act, words=words, details=details)
    leave(session, duplicate, now=act.now, staff=act.staff)
    log_action(session, act.staff, "released", f"request:{details['from']}", now=act.now, details={"split": number})
    if duplicate.expected_at <= act.now:
        promise_anew(city, duplicate, act.now)
    return duplicate


def leave(
    session: Session,
    duplicate: ServiceRequest,
    *,
    now: datetime,
    staff: Staff | None = None,
    contact_id: int | None = None,
) -> None:
    """Undo what a merge did to both reports; `staff` or `contact_id` says who brought the duplicate back."""
    left = list(followers.survivors(session, duplicate))
    duplicate.merged_into = duplicate.closing_reason = duplicate.closing_detail = None
    duplicate.closed_at = None
    _name_root(session, duplicate, duplicate.id)
    for index, report in enumerate(left):
        if index == 0:
            details = {"from": duplicate.id}
            steps.side_step(
                session, report, UpdateKind.RELEASED, now, staff=staff, contact_id=contact_id, details=details
            )
        followers.recount(session, report)


def promise_anew(city: City, request: ServiceRequest, now: datetime) -> None:
    """Promise by the service's own hours from now on; should that slip too, it is told again."""
    request.expected_at = promise.due(city, city.service(request.service_code), now)
    request.late_told_at = None


def check(session: Session, number: int, survivor: int) -> None:
    """Refuse a merge that could not be done, as doing it would."""
    _check(session, *_both(session, number, survivor))


def check_merged(session: Session, number: int) -> None:
    """Refuse to split what is nobody's duplicate; raises NotMerged."""
    if steps.find(session, number).merged_into is None:
        raise NotMerged(number=str(number))


def duplicates_of(session: Session, number: int) -> list[int]:
    """The reports that were merged into one, also by way of others."""
    return followers.circle(session, number)[1:]


def _both(session: Session, number: int, survivor: int) -> tuple[ServiceRequest, ServiceRequest]:
    # Always in the order of their numbers, so that two merges at once don't wait for each other.
    locked = {id: steps.locked(session, id) for id in sorted({number, survivor})}
    return locked[number], locked[survivor]


def _check(session: Session, duplicate: ServiceRequest, stays: ServiceRequest) -> None:
    if duplicate.id == stays.id:
        raise MergedIntoItself(number=str(stays.id))
    if stays.private:
        raise MergedIntoPrivate(number=str(stays.id))
    for request in (duplicate, stays):
        if request.merged_into is not None:
            into = followers.root(session, request).id
            raise MergedAlready(number=str(request.id), into=str(into))
        if request.status is Status.CLOSED:
            raise ClosedAlready(number=str(request.id))


def _name_root(session: Session, duplicate: ServiceRequest, root: int) -> None:
    """Write down for a report and its own duplicates with which report they are handled now."""
    for number in followers.circle(session, duplicate.id):
        if number != root:
            steps.find(session, number).closing_detail = str(root)
    session.flush()
