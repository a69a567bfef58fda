"""Broadcasts reach everybody once, nobody who does not want them, and stop when they are told to."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

import pytest
from sqlmodel import Session, col, select

from backend.broadcasts import audience as audiences
from backend.broadcasts import broadcasts, postage
from backend.broadcasts.audience import Audience, Panel
from backend.broadcasts.fanout import Content, Plan, Question
from backend.broadcasts.postage import Postage
from backend.errors import BroadcastTooDear, IllegalStep
from storage import mailbox
from storage.asks import Ask, AskStatus
from storage.broadcasts import Broadcast, BroadcastStatus, PanelMember, Subscription, SubscriptionKind
from storage.contacts import Contact, Urn, UrnStatus
from storage.database import Database
from storage.mail import Outbox, OutboxStatus
from storage.people import Role, Staff
from storage.post import post
from tests.conftest import Clock

CHANNEL = "residents"


@pytest.fixture
def staff(database: Database, clock: Clock) -> Staff:
    """Somebody of the staff, who is no audience."""
    with database.transaction() as session:
        contact = _person(session, clock, "Mona", channel="staff")
        member = Staff(contact_id=contact.id, name="Mona", role=Role.ADMIN, enrolled_at=clock())
        session.add(member)
    return member


def _person(session: Session, clock: Clock, name: str, *, language: str = "en", channel: str = CHANNEL) -> Contact:
    contact = Contact(name=name, language=language, created_at=clock())
    session.add(contact)
    session.flush()
    session.add(Urn(contact_id=contact.id, channel=channel, address=f"{channel}:{name}", last_seen_at=clock()))
    session.flush()
    return contact


def _people(database: Database, clock: Clock, count: int) -> list[int]:
    with database.transaction() as session:
        return [_person(session, clock, f"p{number}").id for number in range(count)]


@contextmanager
def _sent(
    database: Database, clock: Clock, staff: Staff, audience: Audience | None = None, **plan: object
) -> Iterator[tuple[Session, Broadcast]]:
    with database.transaction() as session:
        settings = {"subject": "test:1", "due_at": clock(), "budget": 3, **plan}
        made = Plan(audience=audience or Audience(), **settings)  # type: ignore[arg-type]
        yield session, broadcasts.start(session, made, Content({"paragraphs": []}), staff=staff, now=clock())


def _reached(session: Session, broadcast: Broadcast) -> list[int]:
    rows = select(Outbox.contact_id).where(Outbox.broadcast_id == broadcast.id).order_by(col(Outbox.contact_id))
    return list(session.exec(rows))


def test_everybody_gets_it_once_and_staff_do_not(database: Database, clock: Clock, staff: Staff) -> None:
    """Two addresses are one person; a stopped address is no address; the last seen one is taken."""
    people = _people(database, clock, 3)
    with database.transaction() as session:
        session.add(
            Urn(contact_id=people[0], channel="sms", address="tel:1", last_seen_at=clock() + timedelta(hours=1))
        )
        stopped = session.exec(select(Urn).where(Urn.contact_id == people[1])).one()
        stopped.status = UrnStatus.STOPPED
    with _sent(database, clock, staff) as (session, broadcast):
        assert _reached(session, broadcast) == [people[0], people[2]]
        assert broadcast.total == 2
        channels = session.exec(select(Outbox.channel).where(Outbox.contact_id == people[0])).all()
        assert channels == ["sms"]


def test_who_opted_out_hears_alerts_only(database: Database, clock: Clock, staff: Staff) -> None:
    """An alert breaks the wish to hear nothing; nothing else does."""
    people = _people(database, clock, 2)
    with database.transaction() as session:
        session.get_one(Contact, people[0]).opted_out_at = clock()
    with _sent(database, clock, staff) as (session, broadcast):
        assert _reached(session, broadcast) == [people[1]]
    with _sent(database, clock, staff, urgent=True, reason="flood") as (session, broadcast):
        assert _reached(session, broadcast) == people


def test_a_week_holds_so_many_and_no_more(database: Database, clock: Clock, staff: Staff) -> None:
    """The fourth broadcast within seven days leaves out who had three; after the week they are written to again."""
    _people(database, clock, 2)
    totals = []
    for _ in range(4):
        with _sent(database, clock, staff, budget=3) as (_session, broadcast):
            totals.append(broadcast.total)
        clock.advance(3600)
    assert totals == [2, 2, 2, 0]
    assert broadcast.status is BroadcastStatus.DONE
    clock.advance(7 * 24 * 3600)
    with _sent(database, clock, staff, budget=3) as (_session, broadcast):
        assert broadcast.total == 2


def test_an_audience_is_narrowed_by_language_and_what_is_followed(
    database: Database, clock: Clock, staff: Staff
) -> None:
    """Each condition narrows the others."""
    with database.transaction() as session:
        ana = _person(session, clock, "Ana", language="es")
        bob = _person(session, clock, "Bob")
        session.add(Subscription(contact_id=bob.id, kind=SubscriptionKind.AREA, value="Allston", since=clock()))
        session.add(Subscription(contact_id=ana.id, kind=SubscriptionKind.AREA, value="Allston", since=clock()))
        ana_id, bob_id = ana.id, bob.id
    with _sent(database, clock, staff, Audience(areas=["Allston"])) as (session, broadcast):
        assert _reached(session, broadcast) == [ana_id, bob_id]
    with _sent(database, clock, staff, Audience(areas=["Allston"], languages=["es"])) as (session, broadcast):
        assert _reached(session, broadcast) == [ana_id]
    with _sent(database, clock, staff, Audience(areas=["Brighton"])) as (session, broadcast):
        assert _reached(session, broadcast) == []
        reach = audiences.reach(session, Audience(areas=["Allston"]), 2, clock())
        assert (reach.reached, reach.over_budget, reach.opted_out) == (1, 1, 0)


def test_a_panel_is_drawn_again_the_same(database: Database, clock: Clock, staff: Staff) -> None:
    """The same seed draws the same people, another one others; never more than there are."""
    _people(database, clock, 30)
    drawn = []
    for seed in (7, 7, 8):
        with _sent(database, clock, staff, Audience(panel=Panel(size=10, seed=seed)), budget=9) as (session, broadcast):
            drawn.append(_reached(session, broadcast))
            members = select(PanelMember.contact_id).where(PanelMember.broadcast_id == broadcast.id)
            assert sorted(session.exec(members)) == drawn[-1]
    assert len(drawn[0]) == 10
    assert drawn[0] == drawn[1] != drawn[2]


def test_each_has_a_question_of_their_own(database: Database, clock: Clock, staff: Staff) -> None:
    """A row's ask belongs to its recipient; cancelling withdraws what was not sent."""
    people = _people(database, clock, 2)
    question = Question(topic="t", step="s", state={}, question={}, expires_at=clock() + timedelta(days=9))
    with database.transaction() as session:
        plan = Plan(subject="test:1", audience=Audience(), due_at=clock(), budget=1)
        broadcast = broadcasts.start(session, plan, Content({}, question), staff=staff, now=clock())
        rows = session.exec(select(Outbox, Ask).where(Outbox.ask_id == Ask.id)).all()
        assert sorted((row.contact_id, ask.contact_id) for row, ask in rows) == [(one, one) for one in people]
        broadcasts.cancel(session, broadcast.id, staff, clock())
        session.expire_all()
        assert {ask.status for ask in session.exec(select(Ask))} == {AskStatus.WITHDRAWN}


def test_pausing_holds_resuming_goes_on_cancelling_ends(database: Database, clock: Clock, staff: Staff) -> None:
    """What is in flight when a broadcast is paused and comes back is not sent until it goes on."""
    _people(database, clock, 4)
    with _sent(database, clock, staff) as (session, broadcast):
        id = broadcast.id
    with database.transaction() as session:
        first = mailbox.claim(session, CHANNEL, clock(), 2)[0].id
    with database.transaction() as session:
        broadcasts.pause(session, id, staff, clock())
        mailbox.retry(session, first, clock(), "busy")
    with database.transaction() as session:
        assert mailbox.claim(session, CHANNEL, clock(), 9) == []
        broadcasts.resume(session, id, staff, clock())
    with database.transaction() as session:
        claimed = mailbox.claim(session, CHANNEL, clock(), 1)
        mailbox.sent(session, claimed[0].id, "1", clock())
        broadcasts.cancel(session, id, staff, clock())
        with pytest.raises(IllegalStep):
            broadcasts.resume(session, id, staff, clock())
    with database.transaction() as session:
        progress = broadcasts.progress(session, id)
        assert (progress.sent, progress.total, progress.status) == (1, 4, BroadcastStatus.CANCELLED)


def test_it_is_done_when_nothing_waits(database: Database, clock: Clock, staff: Staff) -> None:
    """Sent, failed and blocked together are the whole."""
    _people(database, clock, 3)
    with _sent(database, clock, staff) as (session, broadcast):
        assert broadcasts.finish(session, clock()) == []
        one, two, three = session.exec(select(Outbox).where(Outbox.broadcast_id == broadcast.id))
        one.status, two.status, three.status = OutboxStatus.SENT, OutboxStatus.PARKED, OutboxStatus.STOPPED
        session.flush()
        assert broadcasts.finish(session, clock()) == [broadcast]
        progress = broadcasts.progress(session, broadcast.id)
        assert (progress.sent, progress.failed, progress.blocked, progress.waiting) == (1, 1, 1, 0)


def test_replies_overtake_and_the_many_take_a_share(database: Database, clock: Clock, staff: Staff) -> None:
    """Of what is claimed only so much is of broadcasts, and replies come first."""
    people = _people(database, clock, 9)
    with _sent(database, clock, staff):
        pass
    with database.transaction() as session:
        urn = session.exec(select(Urn).where(Urn.contact_id == people[-1])).one()
        post(session, urn, {}, priority=9, now=clock())
    with database.transaction() as session:
        claimed = mailbox.claim(session, CHANNEL, clock(), 20, bulk=3)
        assert [row.priority for row in claimed] == [9, 1, 1, 1]
        assert claimed[0].contact_id == people[-1]


def test_an_alert_goes_before_all_but_replies(database: Database, clock: Clock, staff: Staff) -> None:
    """An urgent broadcast overtakes notices and every other broadcast, within the share of those that go to many."""
    people = _people(database, clock, 8)
    with _sent(database, clock, staff, budget=9):
        pass
    with _sent(database, clock, staff, urgent=True, reason="flood"):
        pass
    with database.transaction() as session:
        for person, priority in ((people[-1], 9), (people[-2], 5)):
            urn = session.exec(select(Urn).where(Urn.contact_id == person)).one()
            post(session, urn, {}, priority=priority, now=clock())
    with database.transaction() as session:
        claimed = mailbox.claim(session, CHANNEL, clock(), 5, bulk=3)
        assert [row.priority for row in claimed] == [9, 7, 7, 7]
    with database.transaction() as session:
        claimed = mailbox.claim(session, CHANNEL, clock(), 20, bulk=20)
        # Whoever is being written to waits for that to end; the alert goes before their notice.
        assert [row.priority for row in claimed] == [7, 7, 7, 7]


def test_phones_are_counted_and_kept_within_what_is_left(database: Database, clock: Clock, staff: Staff) -> None:
    """A broadcast that takes more segments than are left for it is refused before a row is written; an alert is not."""
    with database.transaction() as session:
        for number in range(3):
            _person(session, clock, f"s{number}", channel="sms", language="en" if number else "vi")
        _person(session, clock, "app")
        opted_out = _person(session, clock, "out", channel="sms")
        opted_out.opted_out_at = clock()
    charged = Postage(segments={"en": 1, "vi": 2}, channels={"sms"}, most=3)
    with database.transaction() as session:
        assert postage.phones(session, Audience(), 3, {"sms"}, clock()) == {"en": 2, "vi": 1}
        assert postage.phones(session, Audience(), None, {"sms"}, clock()) == {"en": 3, "vi": 1}
        assert charged.of({"en": 2, "vi": 1}) == 4
        assert charged.of({"fr": 1}) == 2
    with pytest.raises(BroadcastTooDear) as refused, _sent(database, clock, staff, postage=charged):
        pass
    assert refused.value.variables == {"needed": 4, "budget": 3}
    with database.transaction() as session:
        assert session.exec(select(Outbox)).all() == []
    with _sent(database, clock, staff, postage=charged, urgent=True, reason="flood") as (session, alert):
        assert alert.total == 5


def test_a_panel_pays_for_its_share_of_the_phones(database: Database, clock: Clock, staff: Staff) -> None:
    """Of a panel it is not known before it is drawn who reads by phone: its share is counted, rounded up."""
    with database.transaction() as session:
        for number in range(6):
            _person(session, clock, f"s{number}", channel="sms" if number % 2 else CHANNEL)
        drawn = Audience(panel=Panel(size=3, seed=1))
        assert postage.phones(session, drawn, 3, {"sms"}, clock()) == {"en": 2}
