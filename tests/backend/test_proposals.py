"""Proposals: supporting, merging, expiring, answering."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlmodel import Session, col, select

from backend.city.city import City
from backend.errors import (
    CommentTooLong,
    IllegalProposalStep,
    NotAllowed,
    NotYourProposal,
    ReasonsNeeded,
    SomeoneElseChangedProposal,
    SupportClosed,
    TooManyProposals,
)
from backend.proposals import browsing, comments, deliberation, proposal_lifecycle, proposals, similar, supports
from backend.proposals.deliberation import Official
from backend.proposals.proposals import NewProposal
from backend.reports.issues import StaffAct
from backend.words import ideas
from bot.conversation.turn import House
from storage.contacts import Contact
from storage.database import Database
from storage.people import ActionLog, Role, Staff
from storage.proposals import Proposal, ProposalState, ProposalStep, ProposalSupport, ProposalTerm, Side
from tests.conftest import START

_SECOND = timedelta(seconds=1)


@pytest.fixture
def city(boston: House) -> City:
    """Boston, where three supporters are enough."""
    return with_rules(boston.city)


def with_rules(city: City, **changes: object) -> City:
    """A city with a threshold of three."""
    levels = [level.model_copy(update={"threshold": 3}) for level in city.participation.levels]
    return city.model_copy(
        update={"participation": city.participation.model_copy(update={"levels": levels, **changes})}
    )


def people(session: Session, count: int) -> list[int]:
    """Some residents."""
    rows = [Contact(name=f"R{index}", language="en", created_at=START) for index in range(count)]
    session.add_all(rows)
    session.flush()
    return [row.id for row in rows]


def staff_act(
    session: Session, now: datetime = START, *, role: Role = Role.DISPATCHER, department: str = ""
) -> StaffAct:
    """A staff member acting."""
    [contact] = people(session, 1)
    member = Staff(contact_id=contact, name="Sam", role=role, department=department or None, enrolled_at=START)
    session.add(member)
    session.flush()
    return StaffAct(staff=member, now=now)


def proposed(session: Session, city: City, author: int, words: str = "A bike rack near the library") -> Proposal:
    """A proposal for the whole city."""
    new = NewProposal(title=words, summary=words, words=words, language="en", topic="mobility")
    return proposals.propose(session, city, new, contact_id=author, now=START)


def test_a_person_supports_once(database: Database, city: City) -> None:
    """A second support changes nothing; the author is the first supporter."""
    with database.transaction() as session:
        author, ben = people(session, 2)
        proposal = proposed(session, city, author)
        assert proposal.supporters == 1
        assert supports.support(session, city, proposal.id, contact_id=ben, now=START)[1]
        assert not supports.support(session, city, proposal.id, contact_id=ben, now=START)[1]
        assert proposal.supporters == 2
        assert proposal.state is ProposalState.PUBLISHED


def test_the_threshold_starts_the_clock(database: Database, city: City) -> None:
    """The third supporter obliges the city to answer within its days, and withdrawing does not undo that."""
    with database.transaction() as session:
        author, ben, eva = people(session, 3)
        proposal = proposed(session, city, author)
        supports.support(session, city, proposal.id, contact_id=ben, now=START)
        supports.support(session, city, proposal.id, contact_id=eva, now=START + _SECOND)
        assert proposal.state is ProposalState.THRESHOLD_REACHED
        assert proposal.answer_due_at == START + _SECOND + timedelta(days=30)
        supports.withdraw(session, proposal.id, contact_id=eva)
        assert (proposal.supporters, proposal.state) == (2, ProposalState.THRESHOLD_REACHED)


def test_expiry_to_the_second(database: Database, city: City) -> None:
    """One second before the end a support counts, at the end it does not, whether the clock has looked or not."""
    with database.transaction() as session:
        author, ben, eva = people(session, 3)
        proposal = proposed(session, city, author)
        end = proposal.expires_at
        assert end is not None
        assert supports.support(session, city, proposal.id, contact_id=ben, now=end - _SECOND)[1]
        with pytest.raises(SupportClosed):
            supports.support(session, city, proposal.id, contact_id=eva, now=end)
        assert proposals.expire(session, end - _SECOND) == 0
        assert proposals.expire(session, end) == 1
        assert proposal.state is ProposalState.EXPIRED
        assert similar.find(session, ideas.idea("a bike rack near the library")) == []


def test_merging_keeps_the_union(database: Database, city: City) -> None:
    """Who supported both counts once; who writes to the old number supports the survivor; withdrawing is for good."""
    with database.transaction() as session:
        author, other, both, late = people(session, 4)
        kept, old = proposed(session, city, author), proposed(session, city, other)
        supports.support(session, city, kept.id, contact_id=both, now=START)
        supports.support(session, city, old.id, contact_id=both, now=START)
        act = staff_act(session)
        supports.merge(session, city, old.id, kept.id, by=act.staff, now=START + timedelta(days=1))
        assert session.get_one(ProposalSupport, (kept.id, other)).since == START
        assert (kept.supporters, kept.state) == (3, ProposalState.THRESHOLD_REACHED)
        assert (old.state, old.merged_into) == (ProposalState.WITHDRAWN, kept.id)
        assert supports.support(session, city, old.id, contact_id=late, now=START)[0].id == kept.id
        assert supports.withdraw(session, old.id, contact_id=other)[1]
        assert set(supports.supporters(session, kept.id)) == {author, both, late}
        assert other not in supports.supporters(session, old.id)
        with pytest.raises(IllegalProposalStep):
            supports.merge(session, city, kept.id, kept.id, by=act.staff, now=START)


_ACTS = st.lists(
    st.tuples(
        st.sampled_from(["support", "withdraw", "merge"]), st.integers(0, 5), st.integers(0, 2), st.integers(0, 2)
    ),
    max_size=30,
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(acts=_ACTS)
def test_supports_are_a_set(database: Database, city: City, acts: list[tuple[str, int, int, int]]) -> None:
    """Whatever happens in whatever order, a proposal's count is the number of people in a model of sets."""
    rules = with_rules(city, proposals_a_day=100)
    with database.transaction() as session:
        crowd = people(session, 6)
        made = [proposed(session, rules, crowd[index]) for index in range(3)]
        by = staff_act(session).staff
        model = {proposal.id: {crowd[index]} for index, proposal in enumerate(made)}
        into = {proposal.id: proposal.id for proposal in made}
        for act, who, one, other in acts:
            person, target, source = crowd[who], made[one].id, made[other].id
            if act == "merge":
                if into[source] == source and into[target] == target and source != target:
                    supports.merge(session, rules, source, target, by=by, now=START)
                    model[target] |= model[source]
                    into = {number: target if end == source else end for number, end in into.items()}
                else:
                    with pytest.raises(IllegalProposalStep):
                        supports.merge(session, rules, source, target, by=by, now=START)
            elif act == "support":
                new = supports.support(session, rules, target, contact_id=person, now=START)[1]
                assert new == (person not in model[into[target]])
                model[into[target]].add(person)
            else:
                gone = supports.withdraw(session, target, contact_id=person)[1]
                assert gone == (person in model[into[target]])
                model[into[target]].discard(person)
            for number in {into[proposal.id] for proposal in made}:
                assert set(supports.supporters(session, number)) == model[number]
                assert proposals.find(session, number).supporters == len(model[number])
        session.rollback()


def test_many_at_once_count_once_each(database: Database, city: City) -> None:
    """Rows are unique by their key: a doubled insert is refused by the database itself."""
    with database.transaction() as session:
        author, ben = people(session, 2)
        proposal = proposed(session, city, author)
        supports.support(session, city, proposal.id, contact_id=ben, now=START)
        keys = session.exec(select(ProposalSupport).where(ProposalSupport.proposal_id == proposal.id)).all()
        assert len({(row.proposal_id, row.contact_id) for row in keys}) == len(keys) == 2


def test_every_step_follows_only_where_it_may() -> None:
    """What is over stays over, and a rejection is never turned into work by a button."""
    over = (ProposalState.REJECTED, ProposalState.EXPIRED, ProposalState.WITHDRAWN)
    moving = {ProposalStep.PUBLISHED, ProposalStep.ACCEPTED, ProposalStep.PLANNED, ProposalStep.DONE}
    for state in over:
        assert not moving & set(proposal_lifecycle.steps_from(state))
    reached = {
        proposal_lifecycle.after(state, step)
        for state in ProposalState
        for step in proposal_lifecycle.steps_from(state)
    }
    assert reached == set(ProposalState)


def test_prescreening(database: Database, city: City) -> None:
    """Where the city looks first, a proposal can be given back with reasons, handed in again, and published."""
    rules = with_rules(city, prescreening=True)
    with database.transaction() as session:
        [author, other] = people(session, 2)
        proposal = proposed(session, rules, author)
        assert (proposal.state, proposal.supporters) == (ProposalState.PRESCREENING, 0)
        act = staff_act(session)
        with pytest.raises(ReasonsNeeded):
            deliberation.give_back(session, proposal.id, "  ", act)
        deliberation.give_back(session, proposal.id, "Which library?", act)
        new = NewProposal(title="A rack", summary="A rack", words="A rack", language="en", topic="mobility")
        with pytest.raises(NotYourProposal):
            proposals.resubmit(session, rules, proposal.id, new, contact_id=other, now=START)
        proposals.resubmit(session, rules, proposal.id, new, contact_id=author, now=START)
        deliberation.publish(session, rules, proposal.id, act)
        assert (proposal.state, proposal.supporters) == (ProposalState.PUBLISHED, 1)


def test_an_answer_needs_reasons_and_is_amended_not_overwritten(database: Database, city: City) -> None:
    """A rejection without words is refused; an amendment keeps what was said before."""
    with database.transaction() as session:
        [author] = people(session, 1)
        proposal = proposed(session, city, author)
        act = staff_act(session)
        with pytest.raises(ReasonsNeeded):
            deliberation.answer(
                session, city, proposal.id, Official(verdict=ProposalStep.REJECTED, texts={"en": ""}), act
            )
        deliberation.answer(
            session, city, proposal.id, Official(verdict=ProposalStep.REJECTED, texts={"en": "No room there."}), act
        )
        deliberation.amend(session, city, proposal.id, {"en": "No room there before 2028."}, act)
        first, second = deliberation.answers(session, proposal.id)
        assert (first.texts["en"], second.texts["en"]) == ("No room there.", "No room there before 2028.")
        assert (second.amends_id, second.signer, second.office) == (first.id, "Sam", "transportation")
        logged = session.exec(select(ActionLog.action).where(ActionLog.subject == f"proposal:{proposal.id}")).all()
        assert logged == ["rejected", "amended"]
        with pytest.raises(IllegalProposalStep):
            deliberation.move_on(session, proposal.id, ProposalStep.PLANNED, {}, act)


def test_from_accepted_to_done_with_milestones(database: Database, city: City) -> None:
    """Planned, begun, shown, done; nothing before it was accepted."""
    with database.transaction() as session:
        [author] = people(session, 1)
        proposal = proposed(session, city, author)
        act = staff_act(session)
        with pytest.raises(IllegalProposalStep):
            deliberation.milestone(session, proposal.id, {"en": "Dug"}, act)
        deliberation.answer(
            session, city, proposal.id, Official(verdict=ProposalStep.ACCEPTED, texts={"en": "Yes."}), act
        )
        for step in (ProposalStep.PLANNED, ProposalStep.IN_PROGRESS):
            deliberation.move_on(session, proposal.id, step, {"en": "Soon"}, act)
        deliberation.milestone(session, proposal.id, {"en": "Half of it"}, act, photos=[1])
        deliberation.move_on(session, proposal.id, ProposalStep.DONE, {}, act)
        assert proposal.state is ProposalState.DONE
        assert [row.photos for row in deliberation.milestones(session, proposal.id)] == [[1]]


def test_staff_act_on_what_they_saw_and_answer_for(database: Database, city: City) -> None:
    """A changed proposal refuses an old card; another office's agent may not answer."""
    with database.transaction() as session:
        author, ben = people(session, 2)
        proposal = proposed(session, city, author)
        act = staff_act(session)
        old = act.model_copy(update={"version": proposal.version})
        comments.write(session, city, proposal.id, Side.FOR, "Yes!", language="en", contact_id=ben, now=START)
        assert proposal.version == old.version
        deliberation.answer(
            session, city, proposal.id, Official(verdict=ProposalStep.UNDER_CONSIDERATION, texts={}), act
        )
        with pytest.raises(SomeoneElseChangedProposal):
            deliberation.answer(
                session, city, proposal.id, Official(verdict=ProposalStep.ACCEPTED, texts={"en": "Yes."}), old
            )
        agent = staff_act(session, role=Role.AGENT, department="parks")
        with pytest.raises(NotAllowed):
            deliberation.answer(
                session, city, proposal.id, Official(verdict=ProposalStep.ACCEPTED, texts={"en": "Yes."}), agent
            )


def test_reminders_come_once_a_day_named(database: Database, city: City) -> None:
    """Seven days before, one day before, and when the answer is overdue; never twice for one of them."""
    with database.transaction() as session:
        crowd = people(session, 3)
        proposal = proposed(session, city, crowd[0])
        for person in crowd[1:]:
            supports.support(session, city, proposal.id, contact_id=person, now=START)
        due = proposal.answer_due_at
        assert due is not None
        looks = [
            due - timedelta(days=8),
            *(due - timedelta(days=day) for day in (7, 6, 1)),
            due,
            due + timedelta(days=9),
        ]
        assert [deliberation.remind(session, city, look) for look in looks] == [0, 1, 0, 1, 1, 0]


def test_comments_are_balanced_and_one_a_person(database: Database, city: City) -> None:
    """Nothing unread is shown; of many for and one against, both stand on the first page; a second one replaces."""
    with database.transaction() as session:
        crowd = people(session, 6)
        proposal = proposed(session, city, crowd[0])
        act = staff_act(session)
        write: Callable[[int, Side, str], object] = lambda who, side, words: comments.write(  # noqa: E731
            session, city, proposal.id, side, words, language="en", contact_id=who, now=START
        )
        for index, person in enumerate(crowd[:5]):
            write(person, Side.FOR, f"for {index}")
        write(crowd[5], Side.AGAINST, "against")
        write(crowd[0], Side.FOR, "for 0, said better")
        assert comments.balanced(session, proposal.id) == []
        for comment in comments.waiting(session):
            comments.show(session, comment.id, act)
        page = comments.balanced(session, proposal.id, limit=2)
        assert [one.side for one in page] == [Side.FOR, Side.AGAINST, Side.FOR]
        assert comments.counts(session, proposal.id) == {Side.FOR: 5, Side.AGAINST: 1}
        with pytest.raises(ReasonsNeeded):
            comments.hide(session, page[0].id, "", act)
        comments.hide(session, page[0].id, "an insult", act)
        assert comments.counts(session, proposal.id)[Side.FOR] == 4
        with pytest.raises(CommentTooLong):
            write(crowd[1], Side.FOR, "x" * 301)


def test_random_is_fair(database: Database, city: City) -> None:
    """Of ten proposals each is drawn about as often; what is closed never is."""
    rules = with_rules(city, proposals_a_day=100)
    with database.transaction() as session:
        [author] = people(session, 1)
        made = [proposed(session, rules, author).id for _ in range(12)]
        for gone in made[:2]:
            proposals.withdraw(session, gone, contact_id=author, now=START)
        seen = [row.id for _ in range(200) for row in browsing.drawn(session, limit=5)]
        assert set(seen) == set(made[2:])
        assert min(seen.count(number) for number in made[2:]) > 60


def test_pace(database: Database, city: City) -> None:
    """Five proposals a day are one person's share."""
    with database.transaction() as session:
        [author] = people(session, 1)
        for _ in range(5):
            proposed(session, city, author)
        with pytest.raises(TooManyProposals):
            proposed(session, city, author)


def test_the_index_holds_what_can_be_joined(database: Database, city: City) -> None:
    """Found across languages, gone once withdrawn."""
    with database.transaction() as session:
        [author] = people(session, 1)
        proposal = proposed(session, city, author)
        asked = ideas.idea("Il faudrait un range-vélos devant la bibliothèque")
        assert [one.proposal.id for one in similar.find(session, asked)] == [proposal.id]
        proposals.withdraw(session, proposal.id, contact_id=author, now=START)
        assert session.exec(select(ProposalTerm).where(col(ProposalTerm.proposal_id) == proposal.id)).all() == []
