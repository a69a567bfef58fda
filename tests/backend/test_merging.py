"""Chains of merging, splitting, closing, reopening and joining: nobody is lost, nobody hears twice."""

from datetime import datetime

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, invariant, multiple, rule, run_state_machine_as_test
from sqlmodel import Session, col, select

from backend.errors import (
    ClosedAlready,
    HasDuplicates,
    IllegalStep,
    MergedAlready,
    MergedIntoItself,
    MergedIntoPrivate,
    NotMerged,
)
from backend.people.moderation import flag_report
from backend.reports import followers, issues, merging
from backend.reports.followers import VOICES
from backend.reports.issues import NewReport, StaffAct
from bot.announcing.announce import announce
from bot.conversation.turn import House
from storage.closing import ClosingReason
from storage.contacts import Urn
from storage.database import Database
from storage.flags import FlagKind
from storage.followers import ServiceRequestFollower, Why
from storage.mail import Outbox
from storage.requests import Status, Substatus
from tests.backend.test_issues import employee, filed, person
from tests.conftest import Clock


class Merges(RuleBasedStateMachine):
    """Residents and staff do what they like in any order; what is true of it stands beside, as plain sets."""

    reports = Bundle("reports")
    database: Database
    house: House

    def __init__(self) -> None:
        super().__init__()
        self.session = Session(self.database.engine, expire_on_commit=False)
        self.session.begin()
        self.clock = Clock()
        self.sam = employee(self.session, self.clock)
        self.own: dict[int, dict[int, Why]] = {}
        self.into: dict[int, int] = {}
        self.open: set[int] = set()
        self.people = [self._resident(number) for number in range(6)]

    def teardown(self) -> None:
        """Leave the database as it was."""
        self.session.rollback()
        self.session.close()

    @rule(target=reports, who=st.integers(0, 5))
    def report(self, who: int) -> int:
        """Somebody files a report."""
        service = self.house.city.services[0]
        new = NewReport(service_code=service.code, description="a hole", address="32 Church Street")
        filed = issues.report(self.session, self.house.city, new, contact_id=self.people[who], now=self._now())
        self.own[filed.id] = {self.people[who]: Why.REPORTED}
        self.open.add(filed.id)
        return filed.id

    @rule(target=reports)
    def nothing(self) -> object:
        """Make it likelier that two rules speak of the same report."""
        return multiple()

    @rule(report=reports, who=st.integers(0, 5))
    def join(self, report: int, who: int) -> None:
        """Somebody has the same problem; only an open report can be joined."""
        contact = self.people[who]
        if report not in self.open:
            with pytest.raises(IllegalStep):
                followers.join(self.session, report, contact_id=contact, now=self._now())
            return
        followers.join(self.session, report, contact_id=contact, now=self._now())
        if contact not in self._voices(report):
            self.own[report][contact] = Why.JOINED

    @rule(report=reports, who=st.integers(0, 5))
    def follow(self, report: int, who: int) -> None:
        """Somebody wants to hear of it, whatever its state."""
        if followers.follow(self.session, report, contact_id=self.people[who], now=self._now()):
            self.own[report][self.people[who]] = Why.FOLLOWS

    @rule(report=reports, who=st.integers(0, 5))
    def leave(self, report: int, who: int) -> None:
        """Somebody wants to hear no more; a reporter hears on."""
        contact = self.people[who]
        rows = [self.own[number].get(contact) for number in self._circle(report)]
        left = followers.leave(self.session, report, contact_id=contact)
        assert left == (any(rows) and Why.REPORTED not in rows)
        if left:
            for number in self._circle(report):
                self.own[number].pop(contact, None)

    @rule(report=reports, survivor=reports)
    def merge(self, report: int, survivor: int) -> None:
        """Staff merge two open reports; anything else is refused with its reason."""
        if reason := self._refusal(report, survivor):
            with pytest.raises(reason):
                merging.merge(self.session, report, survivor, self._act())
            return
        merging.merge(self.session, report, survivor, self._act())
        self.into[report] = survivor
        self.open.discard(report)

    @rule(report=reports)
    def split(self, report: int) -> None:
        """Staff give a merged one back."""
        if report not in self.into:
            with pytest.raises(NotMerged):
                merging.split(self.session, self.house.city, report, self._act())
            return
        merging.split(self.session, self.house.city, report, self._act())
        del self.into[report]
        self.open.add(report)

    @rule(report=reports)
    def close(self, report: int) -> None:
        """Everybody of the whole tree hears of the survivor's closing exactly once, and nobody else does."""
        if report not in self.open:
            with pytest.raises((IllegalStep, MergedAlready)):
                issues.close(self.session, report, ClosingReason.DONE, "", self._act())
            return
        self._announce()
        before = self._last()
        issues.close(self.session, report, ClosingReason.DONE, "", self._act())
        self._announce()
        self.open.discard(report)
        heard = sorted(
            contact
            for contact, row in self._notices(before)
            if "notice-closed" in str(row.payload) and row.request_id == report
        )
        assert heard == sorted(self._everybody(report))

    @rule(report=reports, who=st.integers(0, 5))
    def contest(self, report: int, who: int) -> None:
        """Whose problem it is may reopen it; a merged one comes back on its own."""
        contact = self.people[who]
        if contact not in self._voices(report) or report in self.open:
            return
        issues.contest(self.session, self.house.city, report, "no", contact_id=contact, now=self._now())
        self.into.pop(report, None)
        self.open.add(report)

    @invariant()
    def what_is_known_agrees(self) -> None:
        """The circle, who follows and why, the count, and the state of every report."""
        for number, own in self.own.items():
            request = issues.find(self.session, number)
            assert request.merged_into == self.into.get(number)
            assert (request.status is Status.OPEN) == (number in self.open)
            assert {one.contact_id for one in followers.followers_of(self.session, number)} == self._everybody(number)
            assert followers.voices(self.session, number) == self._voices(number)
            assert request.joined == len(self._voices(number) - {request.contact_id})
            rows = select(ServiceRequestFollower).where(ServiceRequestFollower.request_id == number)
            assert {row.contact_id: row.why for row in self.session.exec(rows)} == own
            if number in self.into:
                assert request.closing_detail == str(self._root(number))

    def _refusal(self, report: int, survivor: int) -> type[Exception] | None:
        if report == survivor:
            return MergedIntoItself
        for number in (report, survivor):
            if number in self.into:
                return MergedAlready
            if number not in self.open:
                return ClosedAlready
        return None

    def _root(self, number: int) -> int:
        while number in self.into:
            number = self.into[number]
        return number

    def _circle(self, number: int) -> set[int]:
        found = {number}
        while more := {child for child, parent in self.into.items() if parent in found} - found:
            found |= more
        return found

    def _everybody(self, number: int) -> set[int]:
        return {contact for one in self._circle(number) for contact in self.own[one]}

    def _voices(self, number: int) -> set[int]:
        circle = self._circle(number)
        return {contact for one in circle for contact, why in self.own[one].items() if why in VOICES}

    def _announce(self) -> None:
        self.session.flush()
        announce(self.session, self.house.city, self._now())
        self.session.flush()

    def _last(self) -> int:
        return self.session.exec(select(Outbox.id).order_by(col(Outbox.id).desc())).first() or 0

    def _notices(self, after: int) -> list[tuple[int, Outbox]]:
        rows = select(Outbox, Urn).join(Urn, col(Urn.id) == col(Outbox.urn_id)).where(col(Outbox.id) > after)
        return [(urn.contact_id, row) for row, urn in self.session.exec(rows).all()]

    def _resident(self, number: int) -> int:
        contact = person(self.session, self.clock, f"R{number}")
        urn = Urn(contact_id=contact.id, channel="terminal", address=f"terminal:r{number}", last_seen_at=self.clock())
        self.session.add(urn)
        self.session.flush()
        return contact.id

    def _act(self) -> StaffAct:
        return StaffAct(staff=self.sam, now=self._now())

    def _now(self) -> datetime:
        self.clock.advance(60)
        return self.clock()


def test_nobody_is_lost_and_nobody_hears_twice(sqlite: Database, boston: House) -> None:
    """The machine above, on SQLite."""
    machine = type("MergesHere", (Merges,), {"database": sqlite, "house": boston})
    few = settings(max_examples=50, stateful_step_count=30, deadline=None, suppress_health_check=list(HealthCheck))
    run_state_machine_as_test(machine, settings=few)


def test_a_chain_comes_apart_link_by_link(database: Database, clock: Clock, boston: House) -> None:
    """A into b into c: the middle one takes its own duplicate along when it is split off."""
    with database.transaction() as session:
        a, b, c = (filed(session, clock, boston) for _ in range(3))
        sam = employee(session, clock)
        act = StaffAct(staff=sam, now=clock())
        merging.merge(session, a.id, b.id, act)
        merging.merge(session, b.id, c.id, act)
        assert (a.closing_detail, b.closing_detail, c.joined) == (str(c.id), str(c.id), 2)
        with pytest.raises(MergedAlready) as refused:
            merging.merge(session, c.id, a.id, act)
        assert refused.value.variables == {"number": str(a.id), "into": str(c.id)}
        merging.split(session, boston.city, b.id, act)
        assert (a.closing_detail, a.merged_into, b.joined, c.joined) == (str(b.id), b.id, 1, 0)
        merging.split(session, boston.city, a.id, act)
        assert (b.joined, a.substatus, a.status) == (0, Substatus.SUBMITTED, Status.OPEN)


def test_who_joined_a_duplicate_may_leave_the_report_that_stays(
    database: Database, clock: Clock, boston: House
) -> None:
    """Neither counts them any more."""
    with database.transaction() as session:
        one, other, ben = filed(session, clock, boston), filed(session, clock, boston), person(session, clock).id
        followers.join(session, one.id, contact_id=ben, now=clock())
        merging.merge(session, one.id, other.id, _act(session, clock))
        assert (one.joined, other.joined) == (1, 2)
        assert followers.leave(session, other.id, contact_id=ben)
        assert (one.joined, other.joined) == (0, 1)


def test_closed_reports_are_not_merged(database: Database, clock: Clock, boston: House) -> None:
    """Neither is merged when one of them is closed, and the reason names it."""
    with database.transaction() as session:
        one, other, act = filed(session, clock, boston), filed(session, clock, boston), _act(session, clock)
        issues.close(session, other.id, ClosingReason.DONE, "", act)
        for pair in ((one.id, other.id), (other.id, one.id)):
            with pytest.raises(ClosedAlready) as refused:
                merging.merge(session, *pair, act)
            assert refused.value.variables == {"number": str(other.id)}


def test_a_split_report_gets_a_new_promise_only_where_the_old_is_over(
    database: Database, clock: Clock, boston: House
) -> None:
    """What can still be kept is kept."""
    with database.transaction() as session:
        one, other = filed(session, clock, boston), filed(session, clock, boston)
        promised, sam = one.expected_at, employee(session, clock)
        merging.merge(session, one.id, other.id, StaffAct(staff=sam, now=clock()))
        assert merging.split(session, boston.city, one.id, StaffAct(staff=sam, now=clock())).expected_at == promised
        merging.merge(session, one.id, other.id, StaffAct(staff=sam, now=clock()))
        clock.advance(40 * 24 * 3600)
        assert merging.split(session, boston.city, one.id, StaffAct(staff=sam, now=clock())).expected_at > clock()


def test_what_others_were_merged_into_is_not_hidden_with_them(database: Database, clock: Clock, boston: House) -> None:
    """A survivor is only marked as spam once its duplicates are split off; a duplicate leaves its survivor."""
    with database.transaction() as session:
        one, other, act = filed(session, clock, boston), filed(session, clock, boston), _act(session, clock)
        merging.merge(session, one.id, other.id, act)
        with pytest.raises(HasDuplicates):
            flag_report(session, other.id, FlagKind.SPAM, "no", act)
        flag_report(session, one.id, FlagKind.SPAM, "no", act)
        assert (one.substatus, one.merged_into, other.joined) == (Substatus.HIDDEN, None, 0)


def _act(session: Session, clock: Clock) -> StaffAct:
    return StaffAct(staff=employee(session, clock), now=clock())


def test_nothing_is_merged_into_a_private_report(database: Database, clock: Clock, boston: House) -> None:
    """Whoever reported the other would hear of what is told to nobody; the other way round nothing is told."""
    with database.transaction() as session:
        act = StaffAct(staff=employee(session, clock), now=clock())
        public, private = filed(session, clock, boston), filed(session, clock, boston)
        private.private = True
        with pytest.raises(MergedIntoPrivate):
            merging.merge(session, public.id, private.id, act)
        assert merging.merge(session, private.id, public.id, act) is public
