"""Twelve days of summaries over a change of clocks, on both databases: the same that `agora simulate digests` plays."""

from datetime import UTC, datetime

import pytest

from bot import simulating
from bot.conversation.turn import House
from storage.database import Database


def test_nothing_is_doubled_missed_empty_or_sent_at_night(
    database: Database, boston: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Everybody who had something to hear heard it once; and there was something to hear."""
    monkeypatch.setattr(simulating, "BEGIN", datetime(2026, 3, 2, tzinfo=UTC))
    account = simulating.run(database, boston.city, people=20, days=12, seed=7, passed=lambda _: None)
    assert account.sent == account.due > 10
    assert (account.doubled, account.missed, account.in_quiet_hours, account.empty) == (0, 0, 0, 0)
