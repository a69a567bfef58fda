"""The clock of the official answer: the answering department is reminded, everybody is told of every step."""

from datetime import timedelta

from sqlmodel import Session, col, select

from backend.city.city import City
from backend.proposals import deliberation, supports
from backend.proposals.deliberation import Official
from backend.reports.issues import StaffAct
from bot import clock as clockwork
from bot.conversation.turn import House
from storage.asks import Ask
from storage.contacts import Urn
from storage.database import Database
from storage.mail import Outbox
from storage.people import Role
from storage.proposals import Proposal, ProposalStep
from tests.backend.test_proposals import people, proposed, staff_act, with_rules
from tests.conftest import START

_DAYS = 33


def test_the_department_is_reminded_until_the_city_answers(database: Database, boston: House) -> None:
    """Seven days before, the day before, when it is overdue; nobody of another department; never after the answer."""
    city = with_rules(boston.city)
    with database.transaction() as session:
        there = staff_act(session, role=Role.AGENT, department="transportation")
        elsewhere = staff_act(session, role=Role.AGENT, department="parks")
        reached(session, city)
        reached(session, city)
    reminded: list[int] = []
    for day in range(1, _DAYS):
        now = START + timedelta(days=day)
        with database.transaction() as session:
            if day == 25:
                yes = Official(verdict=ProposalStep.ACCEPTED, texts={"en": "Yes."})
                deliberation.answer(session, city, 2, yes, StaffAct(staff=session.merge(there.staff), now=now))
            before = asked(session, there)
            clockwork.look(session, boston, now)
            reminded += [day] * (asked(session, there) - before)
            assert asked(session, elsewhere) == 0
    assert reminded == [1, 1, 1, 1, 23, 23, 29, 30]


def test_author_and_supporters_hear_every_step_until_done(database: Database, boston: House) -> None:
    """Each step once to each of them, in the order in which the city took them, however late the clock looks."""
    city = with_rules(boston.city)
    with database.transaction() as session:
        act = staff_act(session)
        proposal = reached(session, city)
        [stranger] = people(session, 1)
        for contact in (stranger, *supports.supporters(session, proposal.id)):
            session.add(Urn(contact_id=contact, channel="terminal", address=f"terminal:{contact}", last_seen_at=START))
        gone = supports.supporters(session, proposal.id)[1]
        clockwork.look(session, boston, START)
        supports.withdraw(session, proposal.id, contact_id=gone)
        first = len(told(session, gone))
        deliberation.answer(
            session, city, proposal.id, Official(verdict=ProposalStep.ACCEPTED, texts={"en": "Yes."}), act
        )
        deliberation.amend(session, city, proposal.id, {"en": "Yes, in May."}, act)
        for kind in (ProposalStep.PLANNED, ProposalStep.IN_PROGRESS):
            deliberation.move_on(session, proposal.id, kind, {}, act)
        deliberation.milestone(session, proposal.id, {"en": "Half of it"}, act, photos=[])
        deliberation.move_on(session, proposal.id, ProposalStep.DONE, {}, act)
        for _ in range(2):
            clockwork.look(session, boston, START + timedelta(days=1))
        steps = ["threshold-reached", "accepted", "amended", "planned-plain", "in-progress-plain", "milestone"]
        for contact in (proposal.contact_id, *supports.supporters(session, proposal.id)):
            # Who supports it before the clock has looked hears that it was published as well, the author does not.
            heard = told(session, contact)
            assert heard[heard.index(steps[0]) :] == [*steps, "done-plain"]
        assert len(told(session, gone)) == first
        assert told(session, stranger) == []


def reached(session: Session, city: City) -> Proposal:
    """A proposal whose city must answer."""
    crowd = people(session, 3)
    proposal = proposed(session, city, crowd[0])
    for person in crowd[1:]:
        supports.support(session, city, proposal.id, contact_id=person, now=START)
    return proposal


def asked(session: Session, act: StaffAct) -> int:
    """How many cards a staff member has been sent."""
    return len(session.exec(select(Ask).where(Ask.contact_id == act.staff.contact_id, Ask.topic == "council")).all())


def told(session: Session, contact_id: int) -> list[str]:
    """The notices of proposals that a contact has been sent, by name, in order."""
    rows = session.exec(select(Outbox).where(Outbox.contact_id == contact_id).order_by(col(Outbox.id))).all()
    named = [part["id"] for row in rows for part in row.payload["paragraphs"] if "id" in part]
    return [name.removeprefix("proposal-notice-") for name in named if name.startswith("proposal-notice-")]
