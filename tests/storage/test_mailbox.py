"""The mailbox loses nothing and doubles nothing, on both databases."""

import threading
from datetime import timedelta

import pytest
from sqlmodel import select

from storage import mailbox
from storage.contacts import Contact, Urn
from storage.database import Database
from storage.mail import Inbox, Outbox, OutboxStatus
from storage.post import keep_media, post
from tests.conftest import Clock


def incoming(number: int, who: str = "telegram:1", album: str | None = None) -> mailbox.Received:
    """A message of somebody."""
    return mailbox.Received(
        channel="residents",
        external_id=f"u{number}",
        address=who,
        name="Ana",
        language="en",
        album=album,
        payload={"number": number},
    )


def receive(database: Database, clock: Clock, *messages: mailbox.Received) -> list[bool]:
    """Receive messages in one transaction."""
    with database.transaction() as session:
        return [mailbox.receive(session, message, clock()) for message in messages]


def take(database: Database, clock: Clock) -> list[int]:
    """Take and handle the next message; the numbers in it."""
    with database.transaction() as session:
        rows = mailbox.take(session, clock())
        mailbox.handled(rows, clock())
        return [row.payload["number"] for row in rows]


def outgoing(database: Database, clock: Clock, *priorities: int, who: str = "telegram:1") -> None:
    """Post messages of these priorities to somebody."""
    with database.transaction() as session:
        urn = session.exec(select(Urn).where(Urn.address == who)).one()
        for priority in priorities:
            post(session, urn, {"priority": priority}, priority=priority, now=clock())
            session.flush()


def claim(database: Database, clock: Clock) -> list[Outbox]:
    """Claim what can be sent now."""
    with database.transaction() as session:
        return list(mailbox.claim(session, "residents", clock(), 100))


def test_a_message_is_taken_once(database: Database, clock: Clock) -> None:
    """The same message received twice is stored once."""
    assert receive(database, clock, incoming(1), incoming(1)) == [True, False]
    assert receive(database, clock, incoming(1)) == [False]
    assert take(database, clock) == [1]
    assert take(database, clock) == []


def test_messages_of_a_contact_come_in_order(database: Database, clock: Clock) -> None:
    """One contact's messages are handed out as they came."""
    receive(database, clock, *[incoming(number) for number in range(5)])
    assert [take(database, clock) for _ in range(5)] == [[0], [1], [2], [3], [4]]


def test_an_album_waits_until_it_is_complete(database: Database, clock: Clock) -> None:
    """Photos of an album are handed out together, once none has come for a while."""
    receive(database, clock, incoming(1, album="a"))
    clock.advance(0.5)
    receive(database, clock, incoming(2, album="a"))
    clock.advance(0.5)
    assert take(database, clock) == []
    clock.advance(0.5)
    assert take(database, clock) == [1, 2]


def test_what_was_not_committed_is_handed_out_again(database: Database, clock: Clock) -> None:
    """A turn that dies before its commit leaves its message waiting."""
    receive(database, clock, incoming(1))

    def turn_that_dies() -> None:
        with database.transaction() as session:
            mailbox.handled(mailbox.take(session, clock()), clock())
            raise RuntimeError

    with pytest.raises(RuntimeError):
        turn_that_dies()
    assert take(database, clock) == [1]


def test_replies_overtake_notices_and_broadcasts(database: Database, clock: Clock) -> None:
    """To one person the highest priority goes first, and only one message at a time."""
    receive(database, clock, incoming(1))
    outgoing(database, clock, 1, 5, 9, 9)
    order = []
    while rows := claim(database, clock):
        assert len(rows) == 1
        order.append(rows[0].id)
        with database.transaction() as session:
            mailbox.sent(session, rows[0].id, "1", clock())
    with database.transaction() as session:
        priorities = {row.id: row.priority for row in session.exec(select(Outbox)).all()}
    assert [priorities[id] for id in order] == [9, 9, 5, 1]
    assert order[0] < order[1]


def test_different_people_are_served_at_once(database: Database, clock: Clock) -> None:
    """Messages to several people are claimed together."""
    receive(database, clock, incoming(1), incoming(2, who="telegram:2"))
    outgoing(database, clock, 9)
    outgoing(database, clock, 9, who="telegram:2")
    assert len(claim(database, clock)) == 2


def test_a_message_that_waits_for_its_next_try_keeps_its_place(database: Database, clock: Clock) -> None:
    """What comes later to the same person does not overtake a message that is tried again."""
    receive(database, clock, incoming(1))
    outgoing(database, clock, 9, 9)
    first = claim(database, clock)[0].id
    with database.transaction() as session:
        mailbox.retry(session, first, clock() + timedelta(seconds=30), "busy")
    assert claim(database, clock) == []
    clock.advance(31)
    assert [row.id for row in claim(database, clock)] == [first]


def test_what_a_dead_courier_claimed_is_free_again(database: Database, clock: Clock) -> None:
    """A claim older than its time is released."""
    receive(database, clock, incoming(1))
    outgoing(database, clock, 9)
    claim(database, clock)
    with database.transaction() as session:
        assert mailbox.release(session, clock() + timedelta(seconds=1)) == 1
    assert len(claim(database, clock)) == 1


def test_nothing_goes_to_who_blocked_the_city(database: Database, clock: Clock) -> None:
    """A block stops what waits and what comes; coming back resumes with what comes."""
    receive(database, clock, incoming(1))
    outgoing(database, clock, 9)
    with database.transaction() as session:
        mailbox.stop(session, session.exec(select(Urn.id)).one())
    outgoing(database, clock, 9)
    assert claim(database, clock) == []
    with database.transaction() as session:
        mailbox.resume(session, session.exec(select(Urn.id)).one())
    outgoing(database, clock, 9)
    assert len(claim(database, clock)) == 1
    with database.transaction() as session:
        stopped = session.exec(select(Outbox).where(Outbox.status == OutboxStatus.STOPPED)).all()
    assert len(stopped) == 2


def test_many_threads_receive_each_message_once(database: Database, clock: Clock) -> None:
    """Eight threads bring the same fifty messages of five people; fifty are stored, of five contacts."""
    messages = [incoming(number, who=f"telegram:{number % 5}") for number in range(50)]
    receive(database, clock, *[incoming(100 + who, who=f"telegram:{who}") for who in range(5)])

    def bring() -> None:
        for message in messages:
            receive(database, clock, message)

    threads = [threading.Thread(target=bring) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with database.transaction() as session:
        assert len(session.exec(select(Inbox)).all()) == 55
        assert len(session.exec(select(Contact)).all()) == 5


def test_many_threads_take_each_message_once_and_in_order(database: Database, clock: Clock) -> None:
    """Four threads empty an inbox of ten people; nothing is taken twice, and each person's order is kept."""
    receive(database, clock, *[incoming(number, who=f"telegram:{number % 10}") for number in range(100)])
    taken: list[int] = []

    def work() -> None:
        while numbers := take(database, clock):
            taken.extend(numbers)

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    taken_late = []
    while numbers := take(database, clock):
        taken_late.extend(numbers)
    everything = taken + taken_late
    assert sorted(everything) == list(range(100))


def test_the_same_picture_is_kept_once(database: Database) -> None:
    """A picture that is sent twice has one media id."""
    with database.transaction() as session:
        first = keep_media(session, [("residents", "a"), ("residents", "b")])
        assert keep_media(session, [("residents", "b"), ("residents", "a")]) == first[::-1]
