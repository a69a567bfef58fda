"""A real Kannel: the conversation, receipts, cuts, what happens when somebody is slow, wrong or away."""

import asyncio
import signal
from typing import Any

import pytest
from aiohttp import ClientSession
from sqlmodel import select

from bot.channels.sms.receipts import CHANNEL, Receipt
from bot.channels.sms.segments import segmented
from storage.contacts import Urn
from storage.mail import Inbox, Outbox, OutboxStatus
from storage.phones import Phone, TextState
from tests.rim.waiting import until
from tests.sms.conftest import SECRET, Hall
from tests.sms.kannel_box import KannelBox, Network

ANA = "+16175550101"
Town = tuple[Hall, KannelBox, Network]


def inbox(hall: Hall) -> list[Inbox]:
    """What came in."""
    with hall.database.transaction() as session:
        return list(session.exec(select(Inbox)).all())


async def test_a_report_by_text_message(kannel_town: Town) -> None:
    """From the first words to the number, with receipts, and no number or text where it does not belong."""
    hall, _, network = kannel_town
    await network.text(ANA, "Hay un bache enorme frente a 32 Church St, ¡qué mal está!")
    assert "1 Enviar" in await network.wait_for(ANA, "Church Street")
    await network.text(ANA, "1")
    await network.wait_for(ANA, "Aviso 1001 guardado")
    await until(lambda: [row.state for row in hall.sent()] == [TextState.DELIVERED] * 2)
    assert all(row.segments == 1 and row.encoding == "GSM-7" for row in hall.sent())
    with hall.database.transaction() as session:
        phone = session.exec(select(Phone)).one()
        urn = session.exec(select(Urn)).one()
        assert (urn.channel, urn.address) == (CHANNEL, f"tel:{phone.hash}")
        assert ANA[1:] not in f"{phone!r} {urn!r} {session.exec(select(Inbox)).all()!r}"
        assert phone.sealed is not None
        assert hall.texts.vault.open(phone.sealed, phone.hash) == ANA


async def test_any_script_arrives_whole(kannel_town: Town) -> None:
    """Cyrillic and emoji in three parts, none of them cut through a character."""
    hall, _, network = kannel_town
    await network.text(ANA, "hello")
    await network.wait_for(ANA, "Hello")
    gateway = hall.texts.channel.gateways["kannel"]
    for words in ("Ж" * 66 + "\U0001f6a7" * 40, "e\u0301" * 90, "A" * 152 + "€" * 12, "Ж" * 80):
        before = len(network.received[ANA])
        await gateway.send("token", ANA, segmented(words))
        shown = await network.wait_for(ANA, words[:10], after=before)
        assert shown.replace(" ", "") == words
    assert all(part[-2:-1] != b"\xd8" for part in network.parts[ANA])


async def test_the_secret_is_asked_for(kannel_town: Town) -> None:
    """Nobody else puts messages or receipts."""
    hall, _, _ = kannel_town
    async with ClientSession() as visitor:
        for address in ("/kannel/mo?id=1&from=%2B16175550101", "/kannel/mo?id=1&from=%2B16175550101&k=wrong"):
            async with visitor.post(hall.url + address, data=b"hi") as answer:
                assert answer.status == 403
        async with visitor.get(f"{hall.url}/kannel/dlr?mid=x&type=1") as answer:
            assert answer.status == 403
    assert not inbox(hall)


async def _post(hall: Hall, id_: str, sender: str, words: str) -> tuple[int, str]:
    query = {"id": id_, "from": sender, "to": "4040", "k": SECRET}
    async with (
        ClientSession() as visitor,
        visitor.post(f"{hall.url}/kannel/mo", params=query, data=words.encode()) as answer,
    ):
        return answer.status, await answer.text()


async def test_a_message_that_comes_again(kannel_town: Town) -> None:
    """The same id is taken once, the same words at once too; later they are a second message if they were answered."""
    hall, _, network = kannel_town
    for id_ in ("a", "a", "redelivered"):
        assert await _post(hall, id_, ANA, "the light is out") == (200, "")
    assert len(inbox(hall)) == 1
    await network.wait_for(ANA, "Where is it?")
    await asyncio.sleep(1.2)
    await _post(hall, "b", ANA, "the light is out")
    assert len(inbox(hall)) == 2


@pytest.mark.parametrize("sender", ["INFO", "4040", "+4917012345678", "12", ""])
async def test_who_is_not_answered(kannel_town: Town, sender: str) -> None:
    """Names, short codes, ourselves and countries that are not served."""
    hall, _, _ = kannel_town
    assert (await _post(hall, "x", sender, "hello"))[0] == 200
    assert not inbox(hall)


async def test_receipts_in_any_order(kannel_town: Town) -> None:
    """A late "sent" does not take back "delivered"; a delivery corrects a failure."""
    hall, _, network = kannel_town
    await network.text(ANA, "hello")
    await network.wait_for(ANA, "Hello")
    await until(lambda: hall.sent() and hall.sent()[0].state is TextState.DELIVERED)
    token = hall.sent()[0].token
    for state in (TextState.SENT, TextState.FAILED):
        assert hall.texts.ledger.note([Receipt(state, token, "kannel")]) == [True]
    assert hall.sent()[0].state is TextState.DELIVERED
    strange = [Receipt(TextState.SENT, "nobody's", "kannel"), Receipt(TextState.SENT, token, "another")]
    assert hall.texts.ledger.note(strange) == [False, False]


async def test_kannel_away_and_back(kannel_town: Town) -> None:
    """While nobody listens nothing is lost: what could not be handed over goes out later, once."""
    hall, box, network = kannel_town
    await network.text(ANA, "hello")
    await network.wait_for(ANA, "Hello")
    await until(lambda: [row.state for row in hall.sent()] == [TextState.DELIVERED])
    await box.stop(signal.SIGKILL)
    assert (await _post(hall, "later", ANA, "the light is out"))[0] == 200
    await until(lambda: len(hall.sent()) == 2 and hall.sent()[1].state is TextState.RETRY)
    await box.start()
    await network.wait_for(ANA, "Where is it?", patience=60)
    await asyncio.sleep(0.5)
    assert sum("Where is it?" in shown for shown in network.received[ANA]) == 1


async def test_a_log_without_numbers_and_words(kannel_town: Town, caplog: pytest.LogCaptureFixture) -> None:
    """Nothing that somebody could read over a shoulder."""
    caplog.set_level("DEBUG")
    hall, _, network = kannel_town
    await network.text(ANA, "my secret garden is broken")
    await until(lambda: bool(hall.sent()))
    await _post(hall, "n", "+4917012345678", "unheard words")
    logged: Any = "\n".join(record.getMessage() for record in caplog.records if not record.name.startswith("aiosqlite"))
    for secret in ("6175550101", "1701234", "secret garden", "unheard words"):
        assert secret not in logged


async def test_a_text_in_doubt_is_not_sent_twice(kannel_town: Town) -> None:
    """The connection broke when the text was handed over: a receipt tells that it went out, and it is left alone."""
    hall, _, network = kannel_town
    await network.text(ANA, "hello")
    await network.wait_for(ANA, "Hello")
    await until(lambda: hall.sent()[0].state is TextState.DELIVERED)
    row = hall.sent()[0]
    with hall.database.transaction() as session:
        doubtful = session.get_one(Outbox, row.outbox_id)
        doubtful.status, doubtful.due_at = OutboxStatus.WAITING, doubtful.created_at
    await until(lambda: _status(hall, row.outbox_id) is OutboxStatus.SENT)
    assert len(network.received[ANA]) == 1


def _status(hall: Hall, outbox_id: int) -> OutboxStatus:
    with hall.database.transaction() as session:
        return session.get_one(Outbox, outbox_id).status
