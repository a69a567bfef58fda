"""Four eyes: what reaches many waits for somebody else; two words at once act once."""

import threading
from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlmodel import Session, select

from backend.errors import (
    AgoraError,
    DecidedAlready,
    IllegalStep,
    NobodyToApprove,
    NotAllowed,
    NotOwnProposal,
    Refusal,
    SomeoneElseWasFaster,
)
from backend.reports import followers, issues, merging
from backend.reports.deeds import Deed
from backend.reports.issues import StaffAct
from backend.staff import foureyes
from bot.conversation.turn import House
from storage.approvals import Approval, ApprovalStatus
from storage.database import Database
from storage.people import ActionLog, Role, Staff
from storage.requests import ServiceRequest, ServiceRequestUpdate, Status, UpdateKind
from tests.backend.test_issues import employee, filed, person
from tests.conftest import Clock

CLOSE = Deed(kind="close", words="fixed this morning")


def crowded(session: Session, clock: Clock, house: House) -> ServiceRequest:
    """A report that one more resident has than one person of the staff may decide for."""
    request = filed(session, clock, house)
    for _ in range(house.city.staff.four_eyes_above):
        followers.join(session, request.id, contact_id=person(session, clock).id, now=clock())
    return request


def proposed(session: Session, clock: Clock, house: House, number: int, by: Staff, deed: Deed = CLOSE) -> Approval:
    """An act that waits for a second person."""
    act = StaffAct(staff=by, now=clock(), version=issues.find(session, number).version)
    approval = foureyes.order(session, house.city, number, deed, act)
    assert isinstance(approval, Approval)
    return approval


def log_of(session: Session, number: int) -> list[tuple[str, int | None]]:
    """What the action log says of a report: what, and by whom."""
    entries = select(ActionLog).where(ActionLog.subject == f"request:{number}").order_by(ActionLog.id)  # type: ignore[arg-type]
    return [(entry.action, entry.staff_id) for entry in session.exec(entries)]


def test_up_to_the_limit_one_person_is_enough(database: Database, clock: Clock, boston: House) -> None:
    """As many residents as the city allows are told at once."""
    with database.transaction() as session:
        request, sam = crowded(session, clock, boston), employee(session, clock)
        gone = followers.followers_of(session, request.id)[-1].contact_id
        followers.leave(session, request.id, contact_id=gone)
        done = foureyes.order(session, boston.city, request.id, CLOSE, StaffAct(staff=sam, now=clock()))
        assert isinstance(done, ServiceRequest)
        assert done.status is Status.CLOSED


def test_beyond_it_nothing_happens_until_somebody_agrees(database: Database, clock: Clock, boston: House) -> None:
    """The report stays as it was, then the proposer's act is done, and both stand in the log."""
    with database.transaction() as session:
        request, sam, kim = crowded(session, clock, boston), employee(session, clock), employee(session, clock)
        approval = proposed(session, clock, boston, request.id, sam)
        assert (request.status, approval.reach) == (Status.OPEN, boston.city.staff.four_eyes_above + 1)
        assert [member.id for member in foureyes.approvers(session, approval)] == [kim.id]
        _, done = foureyes.decide(session, boston.city, approval.id, kim, approves=True, now=clock())
        assert done is not None
        closing = issues.history(session, request.id)[-1]
        assert (closing.staff_id, closing.details["approved_by"], closing.words) == (sam.id, kim.id, CLOSE.words)
        acts = [("proposed", sam.id), ("closed", sam.id), ("approved", kim.id)]
        assert log_of(session, request.id) == acts


def test_a_refusal_changes_nothing(database: Database, clock: Clock, boston: House) -> None:
    """Refused is refused, also for whoever would approve it afterwards."""
    with database.transaction() as session:
        request, sam, kim = crowded(session, clock, boston), employee(session, clock), employee(session, clock)
        approval = proposed(session, clock, boston, request.id, sam)
        foureyes.decide(session, boston.city, approval.id, kim, approves=False, now=clock())
        with pytest.raises(DecidedAlready):
            foureyes.decide(session, boston.city, approval.id, kim, approves=True, now=clock())
        assert (approval.status, request.status) == (ApprovalStatus.REFUSED, Status.OPEN)


def test_nobody_approves_their_own_or_another_departments(database: Database, clock: Clock, boston: House) -> None:
    """Not whoever proposed it, and no agent of elsewhere."""
    with database.transaction() as session:
        request, sam = crowded(session, clock, boston), employee(session, clock)
        other = next(d.code for d in boston.city.departments if d.code != request.department)
        stranger, _ = employee(session, clock, Role.AGENT, other), employee(session, clock)
        approval = proposed(session, clock, boston, request.id, sam)
        with pytest.raises(NotOwnProposal):
            foureyes.decide(session, boston.city, approval.id, sam, approves=True, now=clock())
        with pytest.raises(NotAllowed):
            foureyes.decide(session, boston.city, approval.id, stranger, approves=True, now=clock())
        assert approval.status is ApprovalStatus.PENDING


def test_alone_one_is_told_so(database: Database, clock: Clock, boston: House) -> None:
    """With nobody else there, nothing is proposed to nobody."""
    with database.transaction() as session:
        request, sam = crowded(session, clock, boston), employee(session, clock)
        with pytest.raises(NobodyToApprove):
            foureyes.order(session, boston.city, request.id, CLOSE, StaffAct(staff=sam, now=clock()))


def test_what_could_not_be_done_is_not_proposed(database: Database, clock: Clock, boston: House) -> None:
    """A stale card and an illegal step are refused at once, before anybody is asked."""
    with database.transaction() as session:
        request, sam, _ = crowded(session, clock, boston), employee(session, clock), employee(session, clock)
        with pytest.raises(SomeoneElseWasFaster):
            foureyes.order(session, boston.city, request.id, CLOSE, StaffAct(staff=sam, now=clock(), version=99))
        issues.close(session, request.id, CLOSE.reason, "", StaffAct(staff=sam, now=clock()))
        with pytest.raises(IllegalStep):
            foureyes.order(session, boston.city, request.id, CLOSE, StaffAct(staff=sam, now=clock()))


def test_nobody_decides_late(database: Database, clock: Clock, boston: House) -> None:
    """After its time a proposal is over, once."""
    with database.transaction() as session:
        request, sam, kim = crowded(session, clock, boston), employee(session, clock), employee(session, clock)
        approval = proposed(session, clock, boston, request.id, sam)
        clock.advance(boston.city.staff.approval_life / timedelta(seconds=1))
        with pytest.raises(DecidedAlready):
            foureyes.decide(session, boston.city, approval.id, kim, approves=True, now=clock())
        assert [len(foureyes.expire(session, clock())) for _ in range(2)] == [1, 0]
        assert (approval.status, request.status) == (ApprovalStatus.EXPIRED, Status.OPEN)
        assert log_of(session, request.id) == [("proposed", sam.id), ("expired", None)]


def test_a_changed_report_overtakes_a_proposal(database: Database, clock: Clock, boston: House) -> None:
    """What was agreed to is no longer there: nothing is done."""
    with database.transaction() as session:
        request, sam, kim = crowded(session, clock, boston), employee(session, clock), employee(session, clock)
        approval = proposed(session, clock, boston, request.id, sam)
        issues.take(session, request.id, StaffAct(staff=kim, now=clock()))
        decided, done = foureyes.decide(session, boston.city, approval.id, kim, approves=True, now=clock())
        assert (decided.status, done, request.status) == (ApprovalStatus.OVERTAKEN, None, Status.OPEN)


def test_what_comes_with_a_duplicate_counts(database: Database, clock: Clock, boston: House) -> None:
    """Those who follow by way of a duplicate are residents too."""
    with database.transaction() as session:
        one, other = filed(session, clock, boston), crowded(session, clock, boston)
        sam, _ = employee(session, clock), employee(session, clock)
        merging.merge(session, other.id, one.id, StaffAct(staff=sam, now=clock()))
        assert proposed(session, clock, boston, one.id, sam).reach == boston.city.staff.four_eyes_above + 2


def at_once(database: Database, *acts: Callable[[Session], object]) -> list[AgoraError | None]:
    """Do things in threads at the same moment, each in a transaction of its own; returns how each ended."""
    ends: list[AgoraError | None] = [None] * len(acts)
    barrier = threading.Barrier(len(acts))

    def run(index: int) -> None:
        try:
            with database.transaction() as session:
                barrier.wait(timeout=10)
                acts[index](session)
        except Refusal as refusal:
            ends[index] = refusal

    threads = [threading.Thread(target=run, args=(index,)) for index in range(len(acts))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=30)
    return ends


def test_two_who_approve_at_once_act_once(postgres: Database, clock: Clock, boston: House) -> None:
    """The second is told that it is decided."""
    with postgres.transaction() as session:
        request, sam = crowded(session, clock, boston), employee(session, clock)
        others = [employee(session, clock) for _ in range(2)]
        approval = proposed(session, clock, boston, request.id, sam)
    ends = at_once(postgres, *(_approving(boston, approval.id, member.id, clock) for member in others))
    assert sorted(type(end).__name__ for end in ends) == ["DecidedAlready", "NoneType"]
    with postgres.transaction() as session:
        closings = select(ServiceRequestUpdate).where(ServiceRequestUpdate.kind == UpdateKind.CLOSED)
        assert len(session.exec(closings).all()) == 1


def _approving(house: House, id: int, member: int, clock: Clock) -> Callable[[Session], object]:
    def approve(session: Session) -> object:
        by = session.get_one(Staff, member)
        return foureyes.decide(session, house.city, id, by, approves=True, now=clock())

    return approve


def test_two_staff_at_once(postgres: Database, clock: Clock, boston: House) -> None:
    """Both saw the same card: one takes it, the other is told, nothing is overwritten."""
    with postgres.transaction() as session:
        request = filed(session, clock, boston)
        staff = [employee(session, clock) for _ in range(2)]
    acts = [StaffAct(staff=member, now=clock(), version=request.version) for member in staff]
    ends = at_once(
        postgres,
        lambda session: issues.take(session, request.id, acts[0]),
        lambda session: issues.close(session, request.id, CLOSE.reason, "", acts[1]),
    )
    assert sorted(type(end).__name__ for end in ends) == ["NoneType", "SomeoneElseWasFaster"]
    with postgres.transaction() as session:
        assert issues.find(session, request.id).version == request.version + 1
        assert len(issues.history(session, request.id)) == 2


def test_two_residents_join_at_once(postgres: Database, clock: Clock, boston: House) -> None:
    """Both are counted."""
    with postgres.transaction() as session:
        request = filed(session, clock, boston)
        residents = [person(session, clock).id for _ in range(2)]
    ends = at_once(
        postgres,
        *(
            lambda session, who=who: followers.join(session, request.id, contact_id=who, now=clock())
            for who in residents
        ),
    )
    assert ends == [None, None]
    with postgres.transaction() as session:
        assert issues.find(session, request.id).joined == 2
        assert followers.voices(session, request.id) == {request.contact_id, *residents}


def test_two_merges_against_each_other(postgres: Database, clock: Clock, boston: House) -> None:
    """A into b and b into a at the same moment: one is done, the other refused, and no circle comes of it."""
    with postgres.transaction() as session:
        one, other = filed(session, clock, boston), filed(session, clock, boston)
        staff = [employee(session, clock) for _ in range(2)]
    acts = [StaffAct(staff=member, now=clock()) for member in staff]
    ends = at_once(
        postgres,
        lambda session: merging.merge(session, one.id, other.id, acts[0]),
        lambda session: merging.merge(session, other.id, one.id, acts[1]),
    )
    assert sorted(type(end).__name__ for end in ends) == ["MergedAlready", "NoneType"]


def test_a_resident_joins_while_staff_merge(postgres: Database, clock: Clock, boston: House) -> None:
    """Whoever came first, the count agrees with the rows, and who was let in hears of the survivor."""
    with postgres.transaction() as session:
        one, other = filed(session, clock, boston), filed(session, clock, boston)
        sam, ben = employee(session, clock), person(session, clock).id
    act = StaffAct(staff=sam, now=clock())
    ends = at_once(
        postgres,
        lambda session: merging.merge(session, one.id, other.id, act),
        lambda session: followers.join(session, one.id, contact_id=ben, now=clock()),
    )
    with postgres.transaction() as session:
        joined = issues.find(session, other.id).joined
        assert joined == len(followers.voices(session, other.id)) - 1
        assert (ben in followers.voices(session, other.id)) == (ends[1] is None)
