"""One-time codes of a vote: six digits that prove a phone, or that somebody stands at the desk."""

import hmac
import secrets
from datetime import datetime, timedelta
from enum import StrEnum

from sqlmodel import Session, col, select

from backend.errors import TooManySent
from backend.votes import roll, votes, wrongcodes
from storage.roll import Purpose, VoteCode
from storage.votes import Budget

LIFE = timedelta(minutes=10)
"""How long a code can be used."""
TRIES = 5
"""Wrong answers after which a code is worth nothing."""
MOST_SENT = 5
WITHIN = timedelta(hours=1)
"""So many codes a contact gets within this time: each may be a text that the city pays for."""
_DIGITS = 6


class Checked(StrEnum):
    """What a typed code turned out to be. None of it is a refusal: wrong answers must be counted."""

    RIGHT = "right"
    WRONG = "wrong"
    OVER = "over"


def issue(session: Session, budget: Budget, contact_id: int, purpose: Purpose, *, now: datetime) -> str:
    """A new code, which ends the one before; raises TooManySent after five within an hour."""
    code = "".join(secrets.choice("0123456789") for _ in range(_DIGITS))
    row = session.get(VoteCode, (budget.id, contact_id, purpose), with_for_update=True)
    if row is None:
        row = VoteCode(
            budget_id=budget.id, contact_id=contact_id, purpose=purpose, code_hash="", expires_at=now, since=now
        )
        session.add(row)
    if now - row.since >= WITHIN:
        row.sent, row.since = 0, now
    if row.sent >= MOST_SENT:
        raise TooManySent
    row.code_hash, row.expires_at = _hash(session, budget, purpose, code), now + LIFE
    row.sent, row.wrong = row.sent + 1, 0
    session.flush()
    return code


def check(session: Session, budget: Budget, contact_id: int, purpose: Purpose, words: str, *, now: datetime) -> Checked:
    """Use a code up; a wrong one is counted, and one that is too old or was guessed at too often is over."""
    row = session.get(VoteCode, (budget.id, contact_id, purpose), with_for_update=True)
    if row is None or row.expires_at <= now or row.wrong >= TRIES:
        return Checked.OVER
    if not hmac.compare_digest(row.code_hash, _hash(session, budget, purpose, digits(words))):
        row.wrong += 1
        wrongcodes.note(session, budget.id, now=now)
        session.flush()
        return Checked.OVER if row.wrong >= TRIES else Checked.WRONG
    row.expires_at = now
    session.flush()
    return Checked.RIGHT


def bearer(session: Session, code: str, *, now: datetime) -> tuple[Budget, int] | None:
    """Whose desk code this is, in a vote that is not over: the vote and the contact; used up by asking."""
    rows = select(VoteCode).where(VoteCode.purpose == Purpose.DESK, col(VoteCode.expires_at) > now)
    for row in session.exec(rows.with_for_update()).all():
        budget = session.get_one(Budget, row.budget_id)
        if budget.phase not in votes.OVER and row.code_hash == _hash(session, budget, Purpose.DESK, digits(code)):
            row.expires_at = now
            session.flush()
            return budget, row.contact_id
    return None


def digits(words: str) -> str:
    """The digits of what somebody typed, whatever stands between them."""
    return "".join(char for char in words if char.isdecimal())


def _hash(session: Session, budget: Budget, purpose: Purpose, code: str) -> str:
    return roll.hmac_of(session, budget.id, f"one-time/{purpose.value}", code)
