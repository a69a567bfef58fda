"""What texts cost and who may read numbers: budgets, loops, keys, wiping."""

import json
from pathlib import Path

import pytest
from sqlmodel import select
from typer.testing import CliRunner

from backend.people import spending
from backend.staff import staff
from bot import budget
from bot.channels.sms.ledger import Ledger
from bot.channels.sms.vault import Vault, key_from
from bot.channels.terminal import PHONE, STAFF, Terminal
from bot.cli import app
from bot.conversation.turn import House
from bot.wallclock import now
from storage.contacts import Urn
from storage.database import Database
from storage.mail import Outbox, OutboxStatus
from storage.people import Role
from storage.phones import Phone, TextMessage, TextState
from tests.conftest import Clock
from tests.sms.conftest import KEY, OTHER_KEY
from tests.sms.test_ledger import NUMBER, VAULT, begin, ledger
from tests.sms.test_phone import said

__all__ = ["ledger"]
runner = CliRunner()


def spend(database: Database, clock: Clock, segments: int) -> None:
    """Note segments that were sent to the phone."""
    with database.transaction() as session:
        session.add(
            TextMessage(
                outbox_id=3,
                phone_hash=VAULT.hash(NUMBER),
                gateway="kannel",
                token="spent",
                state=TextState.SENT,
                segments=segments,
                encoding="GSM-7",
                created_at=clock(),
                tried_at=clock(),
            )
        )


def test_a_phone_has_its_day(ledger: Ledger, database: Database, boston: House, clock: Clock) -> None:
    """Nothing more goes to it until a day has passed, but what must go out does."""
    spend(database, clock, boston.city.texting.segments_a_day + 6)
    assert begin(ledger, 1)[0] == "impossible"
    assert begin(ledger, 2, regardless=True)[0] == "send"
    clock.advance(86_401)
    assert begin(ledger, 1)[0] == "send"


def test_the_town_has_its_month(ledger: Ledger, database: Database, boston: House, clock: Clock) -> None:
    """The hard stop, with the alarm before it, told once."""
    with database.transaction() as session:
        assert spending.alarm_once(session, boston.city.texting, boston.city.zone, clock()) is None
    clock.advance(-86_400 * 1.2)
    spend(database, clock, boston.city.texting.segments_a_month)
    clock.advance(86_400 * 1.2)
    assert begin(ledger, 1)[0] == "impossible"
    assert begin(ledger, 2, regardless=True)[0] == "send"
    with database.transaction() as session:
        assert spending.alarm_once(session, boston.city.texting, boston.city.zone, clock()) is not None
        assert spending.alarm_once(session, boston.city.texting, boston.city.zone, clock()) is None
    clock.advance(86_400 * 31)
    assert begin(ledger, 1)[0] == "send"


def test_staff_see_what_is_spent(ledger: Ledger, database: Database, boston: House, clock: Clock) -> None:
    """By a command at any time, and by the alarm."""
    terminal = Terminal(database, boston, clock, name="Sam", channel=STAFF)
    with database.transaction() as session:
        code = staff.invite(session, Role.DISPATCHER, None, now=clock())
    terminal.say(f"/start {code}")
    spend(database, clock, 45_000)
    shown = "\n".join(message.text for message in terminal.say("/texts"))
    assert "45000 of 50000" in shown.replace(",", "")
    with database.transaction() as session:
        assert budget.watch(session, boston.city, clock()) == 1
        assert budget.watch(session, boston.city, clock()) == 0
    assert "45000" in "\n".join(message.text for message in terminal.read()).replace(",", "")


def test_a_machine_that_answers_by_itself(sqlite: Database, boston: House, clock: Clock) -> None:
    """An out-of-office answer to each of our texts ends after two."""
    phone = Terminal(sqlite, boston, clock, name="Bot", channel=PHONE, pause=clock.advance)
    answers = [said(phone, clock, "I am driving and can't answer right now") for _ in range(5)]
    assert all(not answer for answer in answers[2:])


def _environment(monkeypatch: pytest.MonkeyPatch, folder: Path, seals: str) -> None:
    monkeypatch.setenv("AGORA_DATABASE_URL", f"sqlite:///{folder}/agora.sqlite")
    monkeypatch.setenv("AGORA_SMS_INDEX_KEY", KEY)
    monkeypatch.setenv("AGORA_SMS_SEAL_KEYS", seals)


def test_keys_are_rotated(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Afterwards the new key alone opens every number; a missing key is told."""
    _environment(monkeypatch, tmp_path, f"{OTHER_KEY},{KEY}")
    old = Vault(key_from(KEY), [key_from(KEY)])
    database = Database(f"sqlite:///{tmp_path}/agora.sqlite")
    database.migrate()
    numbers = [f"+1617555{number:04d}" for number in range(1200)]
    with database.transaction() as session:
        for number in numbers:
            hash_ = old.hash(number)
            session.add(Phone(hash=hash_, sealed=old.seal(number), country="US", gateway="kannel", seen_at=now()))
    done = runner.invoke(app, ["sms", "rotate", "--json"])
    assert json.loads(done.stdout) == {"sealed": 1200, "unreadable": 0}
    new = Vault(key_from(KEY), [key_from(OTHER_KEY)])
    with database.transaction() as session:
        opened = {new.open(phone.sealed or "", phone.hash) for phone in session.exec(select(Phone)).all()}
    assert opened == set(numbers)
    database.close()
    monkeypatch.setenv("AGORA_SMS_SEAL_KEYS", KEY)
    refused = runner.invoke(app, ["sms", "rotate"])
    assert refused.exit_code == 1
    assert "1200 can't be read" in refused.stdout


def test_numbers_are_wiped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only of phones that were silent for long."""
    _environment(monkeypatch, tmp_path, KEY)
    database = Database(f"sqlite:///{tmp_path}/agora.sqlite")
    database.migrate()
    with database.transaction() as session:
        for hash_, at in (("a", now()), ("b", now().replace(year=2020))):
            session.add(Phone(hash=hash_, sealed="x:", country="US", gateway="kannel", seen_at=at))
    assert json.loads(runner.invoke(app, ["sms", "wipe", "--json"]).stdout) == {"wiped": 1}
    with database.transaction() as session:
        assert [phone.sealed for phone in session.exec(select(Phone).order_by(Phone.hash)).all()] == ["x:", None]
    database.close()


def test_a_key_is_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It can be used as it is printed; without keys the other commands say what they need."""
    assert key_from(runner.invoke(app, ["sms", "key"]).stdout.strip())
    monkeypatch.setenv("AGORA_DATABASE_URL", f"sqlite:///{tmp_path}/agora.sqlite")
    refused = runner.invoke(app, ["sms", "health"])
    assert refused.exit_code == 2
    assert "AGORA_SMS_INDEX_KEY" in refused.stderr


def test_a_stop_stops_what_waits(sqlite: Database, boston: House, clock: Clock) -> None:
    """What was on its way to the phone is stopped in the same transaction."""
    phone = Terminal(sqlite, boston, clock, name="Ana", channel=PHONE, pause=clock.advance)
    phone.send(phone.messages("hello"))
    phone.send(phone.messages("STOP"))
    with sqlite.transaction() as session:
        states = [row.status for row in session.exec(select(Outbox).order_by(Outbox.id)).all()]  # type: ignore[arg-type]
        assert states == [OutboxStatus.STOPPED, OutboxStatus.WAITING]
        assert session.exec(select(Urn)).one().status.value == "stopped"
