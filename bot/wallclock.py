"""The wall clock."""

from datetime import UTC, datetime


def now() -> datetime:
    """The time by this machine's clock, in UTC."""
    return datetime.now(UTC)
