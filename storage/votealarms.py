"""Alarms of a vote, and what they are counted from: numbers by the hour; no person, no choice, no token."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import UniqueConstraint
from sqlmodel import Field, SQLModel

from storage.base import key
from storage.columns import stored


class AlarmKind(StrEnum):
    """What staff should look at: many ballots in a night hour, many same lists in one batch, codes guessed at."""

    BURST = "burst"
    SAME = "same"
    CODES = "codes"


class VoteAlarm(SQLModel, table=True):
    """Something that looked odd in an hour of a vote, written once. It blocks nothing.

    `count` and `against` are, by kind: ballots of the hour and of the vote's usual one; same lists of a batch, rounded
    down to ten, and their share of it, percent rounded down to ten and never above 90; wrong codes of the hour and
    contacts that must wait.
    """

    __tablename__ = "vote_alarm"
    __table_args__ = (UniqueConstraint("budget_id", "kind", "hour"),)

    id: int = Field(default=None, primary_key=True, sa_type=key)
    budget_id: int = Field(foreign_key="budget.id", sa_type=key)
    kind: AlarmKind = Field(sa_type=stored(AlarmKind))
    hour: datetime
    count: int
    against: int


class WrongCodes(SQLModel, table=True):
    """How many wrong codes a vote saw in an hour, from whomever. Deleted at the close."""

    __tablename__ = "wrong_codes"

    budget_id: int = Field(foreign_key="budget.id", primary_key=True, sa_type=key)
    hour: datetime = Field(primary_key=True)
    count: int = 0
