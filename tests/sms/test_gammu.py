"""A real gammu-smsd with a dummy phone: the conversation through its database."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlmodel import select

from bot.channels.sms.doors import Reception
from bot.channels.sms.gammu import Gammu
from bot.channels.sms.gateway import Retry
from bot.channels.sms.inbound import Arrival
from bot.channels.sms.modem_round import ModemRound
from bot.channels.sms.receipts import Receipt
from bot.channels.sms.segments import segmented
from bot.conversation.turn import House
from storage.database import Database
from storage.mail import Inbox
from storage.phones import TextState
from tests.rim.waiting import until
from tests.sms import modem
from tests.sms.conftest import Hall, opened
from tests.sms.modem import Modem
from tests.town import free_port

ANA = "+16175550101"


@pytest.fixture
async def town(boston: House, sqlite: Database, tmp_path: Path) -> AsyncIterator[tuple[Hall, Modem]]:
    """A city hall with a modem."""
    if (why := modem.missing()) is not None:
        pytest.skip(why)
    folder = tmp_path / "modem"
    folder.mkdir()
    async with (
        Modem(folder) as box,
        opened(boston, sqlite, free_port(), gammu_database=box.url, gammu_sender="+16175550000") as hall,
    ):
        yield hall, box


def rows(box: Modem, question: str) -> list[tuple[object, ...]]:
    """What stands in smsd's own database."""
    connection = sqlite3.connect(box.url.removeprefix("sqlite:///"), timeout=10)
    try:
        return connection.execute(question).fetchall()
    finally:
        connection.close()


def words(hall: Hall) -> list[str]:
    """What came in."""
    with hall.database.transaction() as session:
        return [row.payload["text"] for row in session.exec(select(Inbox).order_by(Inbox.id))]  # type: ignore[arg-type]


async def test_a_report_over_a_modem(town: tuple[Hall, Modem]) -> None:
    """A text arrives, the answer leaves, and smsd's database keeps neither."""
    hall, box = town
    box.receive(ANA, "Pothole at 32 Church St")
    await until(lambda: words(hall) == ["Pothole at 32 Church St"], 30)
    await until(lambda: rows(box, "SELECT count(*) FROM inbox") == [(0,)], 10)
    await until(lambda: hall.sent() and hall.sent()[0].state in (TextState.SENT, TextState.DELIVERED), 30)
    box.receive(ANA, "1")
    await until(lambda: len(hall.sent()) == 2 and hall.sent()[1].state is not TextState.TRYING, 30)


async def test_a_long_text_in_parts(town: tuple[Hall, Modem]) -> None:
    """Smsd joins what came in parts; its empty rows are no messages."""
    hall, box = town
    long = "The street light in front of the school is out. " * 6
    box.receive(ANA, long.strip())
    await until(lambda: len(words(hall)) == 1, 40)
    assert words(hall) == [long.strip()]
    await until(lambda: rows(box, "SELECT count(*) FROM inbox") == [(0,)], 10)


async def test_each_text_is_put_there_once(town: tuple[Hall, Modem]) -> None:
    """A second attempt finds the first; parts are cut by us, between characters."""
    hall, box = town
    gateway = hall.texts.channel.gateways["gammu"]
    assert isinstance(gateway, Gammu)
    text = segmented("Ж" * 66 + "\U0001f6a7" * 40)
    for _ in range(2):
        await gateway.send("token", ANA, text)
    question = "SELECT ID, CreatorID FROM outbox UNION SELECT ID, CreatorID FROM sentitems"
    assert [creator for _, creator in rows(box, question)] == ["agora:token"]
    shown = "SELECT TextDecoded, UDH FROM sentitems WHERE CreatorID = 'agora:token' ORDER BY SequencePosition"
    kept: list[list[tuple[str, ...]]] = []

    def all_sent() -> bool:
        found = rows(box, shown)
        kept.append(found)
        return len(found) == 3

    await until(all_sent, 40)
    assert "".join(part for part, _ in kept[-1]) == text.text
    assert [header[-2:] for _, header in kept[-1]] == ["01", "02", "03"]


class Deaf(Reception):
    """A reception whose database is away: nothing is stored and nothing noted."""

    def __init__(self) -> None:
        self.brought: list[str] = []
        self.told = 0

    async def take(self, arrival: Arrival) -> bool:
        """Nothing is stored."""
        self.brought.append(arrival.text)
        return False

    async def hear(self, receipt: Receipt) -> bool:
        """Nothing is noted."""
        assert receipt.state is TextState.DELIVERED
        self.told += 1
        return False


async def test_what_is_not_stored_stays_with_smsd(tmp_path: Path) -> None:
    """It is brought again, until it is here; what smsd itself has dealt with is left alone; receipts are told again."""
    with closing(sqlite3.connect(tmp_path / "smsd.db")) as connection:
        connection.execute("CREATE TABLE inbox (ID, SenderNumber, TextDecoded, UDH, ReceivingDateTime, Processed)")
        connection.execute("CREATE TABLE sentitems (ID, SequencePosition, CreatorID, Status, SendingDateTime)")
        messages = [(1, ANA, "hello", "", "2026-03-02", "false"), (2, ANA, "old", "", "2026-03-01", "true")]
        connection.executemany("INSERT INTO inbox VALUES (?, ?, ?, ?, ?, ?)", messages)
        connection.execute("INSERT INTO sentitems VALUES (1, 1, 'agora:t', 'DeliveryOK', '2026-03-02')")
        connection.commit()
        deaf = Deaf()
        serving = asyncio.create_task(ModemRound(Gammu(f"sqlite:///{tmp_path}/smsd.db"), deaf, every=0.01).serve())
        await until(lambda: len(deaf.brought) > 1 and deaf.told > 1)
        serving.cancel()
        assert set(deaf.brought) == {"hello"}
        assert connection.execute("SELECT count(*) FROM inbox").fetchone() == (2,)
        assert connection.execute("SELECT count(*) FROM sentitems").fetchone() == (1,)


@pytest.mark.parametrize(
    ("parts", "state"),
    [
        (["DeliveryOK", "SendingError"], TextState.REFUSED),
        (["DeliveryFailed", "DeliveryOK"], TextState.FAILED),
        (["DeliveryOK", "SendingOK"], TextState.SENT),
        (["DeliveryOK", "DeliveryOK"], TextState.DELIVERED),
    ],
)
def test_a_text_fares_as_its_worst_part(tmp_path: Path, parts: list[str], state: TextState) -> None:
    """Half a text has not arrived."""
    with closing(sqlite3.connect(tmp_path / "smsd.db")) as connection:
        connection.execute("CREATE TABLE sentitems (ID, SequencePosition, CreatorID, Status, SendingDateTime)")
        rows = [(1, place, "agora:t", status, "2026-03-02") for place, status in enumerate(parts, start=1)]
        connection.executemany("INSERT INTO sentitems VALUES (?, ?, ?, ?, ?)", rows)
        connection.commit()
    [fate] = Gammu(f"sqlite:///{tmp_path}/smsd.db").fates()
    assert fate.receipt.state is state


def test_numbers_that_smsd_gives_again(tmp_path: Path) -> None:
    """After its table was emptied it counts from one: the new message is no old one."""
    with closing(sqlite3.connect(tmp_path / "smsd.db")) as connection:
        connection.execute("CREATE TABLE inbox (ID, SenderNumber, TextDecoded, UDH, ReceivingDateTime, Processed)")
        rows = [(1, ANA, "hello", "", day, "false") for day in ("2026-03-02", "2026-03-03")]
        connection.executemany("INSERT INTO inbox VALUES (?, ?, ?, ?, ?, ?)", rows)
        connection.commit()
    came = [arrival for _, arrival in Gammu(f"sqlite:///{tmp_path}/smsd.db").arrivals() if arrival is not None]
    assert len({arrival.provider_id for arrival in came}) == 2


async def test_a_database_that_is_away(tmp_path: Path) -> None:
    """Nothing was taken, and it goes out later."""
    gateway = Gammu(f"sqlite:///{tmp_path}/missing/smsd.db")
    assert isinstance(await gateway.send("t", ANA, segmented("hello")), Retry)


@pytest.mark.parametrize(
    ("status", "days", "state", "is_last"),
    [
        ("SendingOK", 1, TextState.SENT, False),
        ("SendingOK", 4, TextState.SENT, True),
        ("DeliveryPending", 1, TextState.BUFFERED, False),
        ("SendingOKNoReport", 0, TextState.SENT, True),
        ("DeliveryOK", 0, TextState.DELIVERED, True),
        ("SendingError", 0, TextState.REFUSED, True),
    ],
)
def test_no_number_stands_around_for_ever(
    tmp_path: Path, status: str, days: int, state: TextState, is_last: bool
) -> None:
    """A text is forgotten with its last receipt, or when none came for three days; a strange one is left alone."""
    connection = sqlite3.connect(tmp_path / "smsd.db")
    connection.execute("CREATE TABLE sentitems (ID, SequencePosition, CreatorID, Status, SendingDateTime)")
    sent = str(datetime.now(UTC).replace(tzinfo=None) - timedelta(days=days))
    rows = [(1, 1, "agora:t", status, sent), (1, 2, "agora:t", status, sent), (2, 1, "another", status, sent)]
    connection.executemany("INSERT INTO sentitems VALUES (?, ?, ?, ?, ?)", rows)
    connection.commit()
    gammu = Gammu(f"sqlite:///{tmp_path}/smsd.db")
    (fate,) = gammu.fates()
    assert (fate.receipt.token, fate.receipt.state, fate.is_last) == ("t", state, is_last)
    gammu.forget_sent(fate.id)
    assert connection.execute("SELECT CreatorID FROM sentitems").fetchall() == [("another",)]
    connection.close()
