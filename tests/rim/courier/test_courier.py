"""The courier brings every message, in the right order, and knows what to do when it can't."""

import asyncio
import logging
from collections import Counter
from collections.abc import Sequence
from datetime import timedelta

import pytest
from sqlalchemy.exc import OperationalError

from bot.channels.channel import Blocked, TryAgain, Undeliverable
from bot.conversation.reply import Priority
from bot.courier import Courier
from bot.post.letter import Letter
from bot.post.outcome import HURRIED_ATTEMPTS, LAST_ATTEMPT, Outcome
from bot.post.postbag import Postbag
from storage import mailbox
from storage.contacts import Urn
from storage.mail import Outbox
from tests.rim.post_office import Obedient, PostOffice, late, now, render, reply
from tests.rim.waiting import until


async def test_a_message_is_brought(working: Courier, office: PostOffice, channel: Obedient, ana: Urn) -> None:
    """What stands in the outbox goes out, and its id is kept."""
    id = office.post(ana, reply("hello"))
    working.wake()
    row = await office.becomes(id, "sent")
    assert (channel.sent, row.external_id, row.attempts, row.error) == ([("telegram:1", "hello")], "1", 1, None)
    assert row.sent_at is not None


async def test_waking_is_faster_than_looking(working: Courier, office: PostOffice, ana: Urn, channel: Obedient) -> None:
    """Called from a worker thread, the courier looks at once."""
    await asyncio.sleep(0.1)
    id = office.post(ana, reply("hello"))
    await asyncio.to_thread(working.wake)
    await office.becomes(id, "sent", seconds=0.4)


async def test_only_the_channel_that_is_called_for_looks(office: PostOffice, channel: Obedient, ana: Urn) -> None:
    """A turn that answers on one channel does not make the others search the outbox."""
    looks: Counter[str] = Counter()

    class Seen(Postbag):
        def take(self, channel: str, most: int, bulk: int) -> Sequence[tuple[Outbox, Letter | Outcome]]:
            looks[channel] += 1
            return super().take(channel, most, bulk)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("bot.courier.Postbag", Seen)
        patch.setattr("bot.post.round._LOOK_EVERY", 60)
        courier = Courier(office.database, {"residents": channel, "staff": Obedient()}, render, now)
        async with courier:
            await until(lambda: looks == {"residents": 1, "staff": 1})
            id = office.post(ana, reply("hello"))
            courier.wake({"residents"})
            await office.becomes(id, "sent")
            await asyncio.sleep(0.2)
            assert looks["staff"] == 1
            courier.wake(frozenset())
            await asyncio.sleep(0.1)
            assert looks["staff"] == 1
            courier.wake()
            await until(lambda: looks["staff"] == 2)


async def test_without_a_call_it_looks_by_itself(working: Courier, office: PostOffice, ana: Urn) -> None:
    """What nobody called for is found soon."""
    await asyncio.sleep(0.1)
    await office.becomes(office.post(ana, reply("hello")), "sent", seconds=3)


async def test_replies_before_notices_before_broadcasts(
    office: PostOffice, channel: Obedient, courier: Courier
) -> None:
    """The most urgent goes first, whoever it is for."""
    ids = []
    for number, priority in enumerate([Priority.BROADCAST, Priority.NOTICE, Priority.REPLY] * 3):
        urn = office.address("residents", f"telegram:{number}")
        ids.append(office.post(urn, reply(priority.name), priority=priority))
    async with courier:
        for id in ids:
            await office.becomes(id, "sent")
    assert [text for _, text in channel.sent] == ["REPLY"] * 3 + ["NOTICE"] * 3 + ["BROADCAST"] * 3


async def test_one_contact_gets_them_in_order(
    office: PostOffice, channel: Obedient, courier: Courier, ana: Urn
) -> None:
    """Never two at once to one person, and one after the other without a pause."""
    ids = [office.post(ana, reply(str(number))) for number in range(20)]
    channel.seconds = 0.01
    async with courier:
        await office.becomes(ids[-1], "sent", seconds=8)
    assert [text for _, text in channel.sent] == [str(number) for number in range(20)]
    assert channel.most_at_once == 1


async def test_a_message_that_waits_keeps_its_place(
    office: PostOffice, channel: Obedient, working: Courier, ana: Urn
) -> None:
    """While the first is tried again, the second waits; others do not."""
    channel.errors = [TryAgain("soon", 0.5)]
    first, second = office.post(ana, reply("first")), office.post(ana, reply("second"))
    other = office.post(office.address("residents", "telegram:2"), reply("other"), priority=Priority.BROADCAST)
    await office.becomes(second, "sent")
    assert [text for _, text in channel.sent] == ["other", "first", "second"]
    assert {office.row(id).status for id in (first, second, other)} == {"sent"}


async def test_many_at_once_but_not_too_many(office: PostOffice, channel: Obedient) -> None:
    """Different people are served together, up to a bound."""
    channel.seconds = 0.05
    ids = [office.post(office.address("residents", f"telegram:{number}"), reply("x")) for number in range(30)]
    async with Courier(office.database, {"residents": channel}, render, now, in_flight=8):
        for id in ids:
            await office.becomes(id, "sent")
    assert channel.most_at_once == 8


async def test_a_plea_for_patience_is_obeyed(working: Courier, office: PostOffice, channel: Obedient, ana: Urn) -> None:
    """The channel says how long, and that was no failed attempt."""
    channel.errors = [TryAgain("too many requests", 300)]
    id = office.post(ana, reply("hello"))
    working.wake()
    row = await office.fails(id, attempts=0)
    assert late(row.due_at) == pytest.approx(301, abs=3)
    assert row.error == "too many requests"


@pytest.mark.parametrize(
    ("attempts", "low", "high"),
    [(1, 1, 3), (2, 2.5, 5.5), (5, 23, 41), (HURRIED_ATTEMPTS, 440, 760), (HURRIED_ATTEMPTS + 1, 2600, 4600)],
)
async def test_trouble_on_the_way_is_tried_again_ever_more_slowly(
    courier: Courier, office: PostOffice, channel: Obedient, ana: Urn, attempts: int, low: float, high: float
) -> None:
    """From two seconds to ten minutes, then every hour."""
    channel.errors = [TryAgain("no route")] * 2
    id = office.post(ana, reply("hello"))
    office.set(id, attempts=attempts - 1)
    async with courier:
        row = await office.fails(id, attempts)
    assert low < late(row.due_at) < high


async def test_after_a_day_it_is_given_up_loudly(
    working: Courier, office: PostOffice, channel: Obedient, ana: Urn, caplog: pytest.LogCaptureFixture
) -> None:
    """The last attempt parks the row, with its id in the log."""
    channel.errors = [TryAgain("no route")]
    id = office.post(ana, reply("hello"), due_at=now() + timedelta(hours=1))
    office.set(id, attempts=LAST_ATTEMPT - 1, due_at=now())
    row = await office.becomes(id, "parked")
    assert row.error == f"given up after {LAST_ATTEMPT} attempts: no route"
    assert f"outbox {id} PARKED" in caplog.text
    assert caplog.records[-1].levelno == logging.ERROR


async def test_what_can_never_be_sent_is_parked(
    working: Courier, office: PostOffice, channel: Obedient, ana: Urn
) -> None:
    """The reason is kept, and the next message goes out."""
    channel.errors = [Undeliverable("chat not found")]
    id, next_id = office.post(ana, reply("first")), office.post(ana, reply("second"))
    working.wake()
    assert (await office.becomes(id, "parked")).error == "chat not found"
    await office.becomes(next_id, "sent")


async def test_what_has_no_words_is_parked(
    working: Courier, office: PostOffice, ana: Urn, caplog: pytest.LogCaptureFixture
) -> None:
    """A fault in one message stops no other; the log says where, the outbox what."""
    id, next_id = office.post(ana, reply("broken")), office.post(ana, reply("fine"))
    bad = office.post(ana, reply("x"))
    office.set(bad, payload={"nonsense": "my words"})
    working.wake()
    row = await office.becomes(id, "parked")
    assert "no such message" in (row.error or "")
    await office.becomes(next_id, "sent")
    await office.becomes(bad, "parked")
    assert "KeyError" in caplog.text
    assert "my words" not in caplog.text


async def test_who_blocked_the_city_is_left_alone(
    working: Courier, office: PostOffice, channel: Obedient, ana: Urn
) -> None:
    """All that waits for them is stopped, and so is what is written to them later, until they come back."""
    channel.errors = [Blocked("bot was blocked by the user")]
    ids = [office.post(ana, reply("one")), office.post(ana, reply("two"))]
    working.wake()
    for id in ids:
        await office.becomes(id, "stopped")
    await office.becomes(office.post(ana, reply("three")), "stopped")
    assert channel.sent == []
    with office.database.transaction() as session:
        mailbox.resume(session, ana.id)
    await office.becomes(office.post(ana, reply("four")), "sent")


async def test_what_was_in_flight_at_a_crash_goes_out_again(
    office: PostOffice, channel: Obedient, courier: Courier, ana: Urn
) -> None:
    """The only courier frees all claims; one among several only those that are old."""
    fresh = office.post(ana, reply("fresh"))
    old = office.post(office.address("residents", "telegram:2"), reply("old"))
    office.set(fresh, status="sending", claimed_at=now())
    office.set(old, status="sending", claimed_at=now() - timedelta(minutes=3))
    async with Courier(office.database, {"residents": channel}, render, now, sole=False):
        await office.becomes(old, "sent")
        assert office.row(fresh).status == "sending"
    async with courier:
        await office.becomes(fresh, "sent")


async def test_closing_lets_sends_finish(office: PostOffice, channel: Obedient, courier: Courier, ana: Urn) -> None:
    """What is in flight arrives and is noted before the courier goes."""
    channel.seconds = 0.3
    id, waiting = office.post(ana, reply("one")), office.post(ana, reply("two"))
    async with courier:
        await office.becomes(id, "sending")
    assert (office.row(id).status, office.row(waiting).status) == ("sent", "waiting")


async def test_closing_puts_back_what_takes_too_long(
    office: PostOffice, channel: Obedient, courier: Courier, ana: Urn
) -> None:
    """What does not finish in time is free again, as if nothing had happened."""
    channel.seconds = 60
    id = office.post(ana, reply("one"))
    await courier.start()
    await office.becomes(id, "sending")
    await courier.close(patience=0.1)
    row = office.row(id)
    assert (row.status, row.attempts, row.claimed_at) == ("waiting", 0, None)
    courier.wake()
    await courier.close()


async def test_a_database_in_trouble_repeats_nothing(
    office: PostOffice,
    channel: Obedient,
    courier: Courier,
    ana: Urn,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A message that was sent and could not be noted is noted later, not sent again."""
    troubles = [OperationalError("update", {}, Exception("database is locked"))] * 3
    sent = mailbox.sent

    def flaky(*args: object) -> None:
        if troubles:
            raise troubles.pop()
        sent(*args)  # type: ignore[arg-type]

    monkeypatch.setattr(mailbox, "sent", flaky)
    id = office.post(ana, reply("one"))
    async with courier:
        await office.becomes(id, "sent")
    assert channel.sent == [("telegram:1", "one")]


async def test_a_claim_that_fails_is_made_again(
    office: PostOffice, courier: Courier, ana: Urn, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The courier outlives a database that is gone for a while."""
    troubles = [OperationalError("select", {}, Exception("database is locked"))] * 2
    claim = mailbox.claim

    def flaky(*args: object, **options: object) -> object:
        if troubles:
            raise troubles.pop()
        return claim(*args, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(mailbox, "claim", flaky)
    id = office.post(ana, reply("one"))
    async with courier:
        await office.becomes(id, "sent")


async def test_every_channel_has_its_own_round(office: PostOffice, courier: Courier, channel: Obedient) -> None:
    """A channel that stands still holds up no other."""
    slow, quick = Obedient(), Obedient()
    slow.seconds = 5
    stuck = office.post(office.address("slow", "telegram:1"), reply("x"))
    id = office.post(office.address("quick", "telegram:2"), reply("x"))
    running = Courier(office.database, {"slow": slow, "quick": quick}, render, now)
    await running.start()
    await office.becomes(id, "sent")
    await running.close(patience=0)
    assert office.row(stuck).status == "waiting"
