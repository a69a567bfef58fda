"""Progress on the staff phone: one message, changed while it goes out, never twice for the same figures."""

from sqlmodel import Session, select

from backend.broadcasts import broadcasts
from backend.broadcasts.audience import Audience
from backend.broadcasts.fanout import Content, Plan
from bot.topics.broadcasts import sending
from storage.asks import Ask, AskStatus
from storage.broadcasts import Broadcast
from storage.contacts import Contact, Urn
from storage.database import Database
from storage.mail import Outbox, OutboxStatus
from storage.people import Role, Staff
from tests.conftest import START


def _person(session: Session, name: str, channel: str) -> Contact:
    contact = Contact(name=name, language="en", created_at=START)
    session.add(contact)
    session.flush()
    session.add(Urn(contact_id=contact.id, channel=channel, address=f"{channel}:{name}", last_seen_at=START))
    session.flush()
    return contact


def _going_out(session: Session) -> tuple[Broadcast, Staff]:
    for name in ("Ana", "Ben"):
        _person(session, name, "residents")
    staff = Staff(contact_id=_person(session, "Sam", "staff").id, name="Sam", role=Role.ADMIN, enrolled_at=START)
    session.add(staff)
    session.flush()
    plan = Plan(subject="message:1", audience=Audience(), due_at=START, budget=3)
    return broadcasts.start(session, plan, Content({}), staff=staff, now=START), staff


def _deliver(session: Session, channel: str, count: int) -> None:
    waiting = select(Outbox).where(Outbox.channel == channel, Outbox.status == OutboxStatus.WAITING).limit(count)
    for row in session.exec(waiting):
        row.status, row.sent_at, row.external_id = OutboxStatus.SENT, START, str(row.id)
    session.flush()


def test_the_message_is_changed_only_when_the_figures_are_new(database: Database) -> None:
    """Nothing new, nothing changed; the last change takes the buttons away."""
    with database.transaction() as session:
        broadcast, staff = _going_out(session)
        sending.watch(session, staff.contact_id, broadcast, START)
        _deliver(session, "staff", 1)
        assert sending.refresh(session, START) == 0
        _deliver(session, "residents", 1)
        assert sending.refresh(session, START) == 1
        assert sending.refresh(session, START) == 0, "a change on its way is enough"
        _deliver(session, "staff", 1)
        _deliver(session, "residents", 1)
        broadcasts.finish(session, START)
        assert sending.refresh(session, START) == 1
        (ask,) = session.exec(select(Ask).where(Ask.topic == sending.TOPIC)).all()
        assert ask.status is AskStatus.ANSWERED
        changes = session.exec(select(Outbox).where(Outbox.ask_id == ask.id).order_by(Outbox.id)).all()
        assert [row.payload.get("replaces") for row in changes] == [None, ask.id, ask.id]
        assert not changes[-1].payload.get("choices")
