"""Twelve days of summaries over a change of clocks, on both databases: the same that `agora simulate digests` plays."""

from datetime import UTC, datetime

from bot.conversation.turn import House
from bot.simulation import year
from storage.database import Database


def test_nothing_is_doubled_missed_empty_or_sent_at_night(database: Database, boston: House) -> None:
    """Everybody who had something to hear heard it once and at its time; and there was something to hear."""
    begin = datetime(2026, 3, 2, tzinfo=UTC)
    account = year.run(database, boston.city, folk=20, days=12, seed=7, passed=lambda _: None, begin=begin)
    assert account.is_clean, account
    assert account.sent > 10
