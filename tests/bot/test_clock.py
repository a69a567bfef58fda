"""The clock does all that is due, also when a part of it fails."""

from datetime import datetime

import pytest
from sqlalchemy.exc import OperationalError
from sqlmodel import Session, select

from backend.reports import aftercare
from bot import clock as clockwork
from bot.conversation.turn import House
from storage.contacts import Contact
from storage.database import Database
from tests.conftest import Clock


def test_a_duty_that_fails_is_undone_and_keeps_no_other(
    database: Database, clock: Clock, boston: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What it had written is gone; what comes after it is done."""
    announced: list[datetime] = []

    def failing(session: Session, *_: object) -> None:
        session.add(Contact(name="half done", language="en", created_at=clock()))
        session.flush()
        raise RuntimeError("broken")

    monkeypatch.setattr(aftercare, "notice_slips", failing)
    _announcing(monkeypatch, announced)
    with database.transaction() as session:
        clockwork.look(session, boston, clock())
        assert session.exec(select(Contact)).all() == []
    assert announced == [clock()]


def test_a_database_that_is_away_ends_the_look(
    sqlite: Database, clock: Clock, boston: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is tried against it again and again."""

    def away(*_: object) -> None:
        raise OperationalError("select", {}, Exception("gone"))

    monkeypatch.setattr(aftercare, "notice_slips", away)
    with pytest.raises(OperationalError), sqlite.transaction() as session:
        clockwork.look(session, boston, clock())


def _announcing(monkeypatch: pytest.MonkeyPatch, announced: list[datetime]) -> None:
    def note(_session: Session, _city: object, now: datetime) -> int:
        announced.append(now)
        return 0

    monkeypatch.setattr(clockwork, "announce", note)
