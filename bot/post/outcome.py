"""How a delivery ended, and what the outbox keeps of it."""

import logging
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy.exc import SQLAlchemyError
from sqlmodel import Session

from bot.channels.backoff import pause
from bot.channels.channel import Blocked, TryAgain, Undeliverable
from bot.channels.trace import frames
from storage import letters, mailbox
from storage.mail import Outbox

_log = logging.getLogger(__name__)

HURRIED_ATTEMPTS = 12
"""So many attempts come ever more slowly, up to ten minutes apart; after them one an hour."""

LAST_ATTEMPT = HURRIED_ATTEMPTS + 24
_HOUR = 3600.0


@dataclass(frozen=True)
class Sent:
    """It was brought; `external_id` is the channel's name for it, if it has one."""

    external_id: str | None


@dataclass(frozen=True)
class Later:
    """It goes out again after some seconds; a plea for patience is no failed attempt."""

    seconds: float
    reason: str
    is_plea: bool = False


@dataclass(frozen=True)
class Parked:
    """It can never be brought; `details` may quote it and are for the outbox only."""

    reason: str
    details: str = ""


@dataclass(frozen=True)
class Stopped:
    """Its recipient does not want to be written to."""


Outcome = Sent | Later | Parked | Stopped


def of_error(error: Exception, attempts: int) -> Outcome:
    """What an error means for a message that was tried so many times."""
    match error:
        case Blocked():
            return Stopped()
        case Undeliverable():
            return Parked(str(error))
        case TryAgain(after=float() | int() as after):
            return Later(after + pause(1, first=0.2, longest=1), str(error), is_plea=True)
        case TryAgain():
            return _again(str(error), attempts)
        case OSError() | SQLAlchemyError():
            return _again(type(error).__name__, attempts)
    return Parked(f"{type(error).__name__}\n{frames(error)}", str(error))


def _again(reason: str, attempts: int) -> Outcome:
    if attempts >= LAST_ATTEMPT:
        return Parked(f"given up after {attempts} attempts: {reason}")
    if attempts > HURRIED_ATTEMPTS:
        return Later(pause(1, first=_HOUR, longest=_HOUR), reason)
    return Later(pause(attempts, first=2, longest=600), reason)


def report(id: int, outcome: Outcome) -> None:
    """Log what somebody should know, by the id of the row."""
    match outcome:
        case Later(seconds=seconds, reason=reason):
            _log.warning("outbox %s goes out again in %.0f s: %s", id, seconds, reason)
        case Parked(reason=reason):
            _log.error("outbox %s PARKED, see `agora outbox`: %s", id, reason)
        case Stopped():
            _log.info("outbox %s stopped, the recipient has blocked the city", id)


def note(session: Session, row: Outbox, outcome: Outcome, now: datetime) -> None:
    """Write the outcome into the outbox."""
    match outcome:
        case Sent(external_id=external_id):
            mailbox.sent(session, row.id, external_id, now)
            if row.payload.get("unkept"):
                mailbox.empty(session, row.id)
        case Later(seconds=seconds, reason=reason, is_plea=True):
            letters.postpone(session, row.id, now + timedelta(seconds=seconds), reason)
        case Later(seconds=seconds, reason=reason):
            mailbox.retry(session, row.id, now + timedelta(seconds=seconds), reason)
        case Parked(reason=reason, details=details):
            mailbox.park(session, row.id, f"{reason}\n{details}".strip())
        case Stopped():
            mailbox.stop(session, row.urn_id)
