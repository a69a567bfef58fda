"""Custody of numbers: sealed anew when keys change, wiped when nothing is owed; and how gateways fare."""

from collections.abc import Callable
from datetime import datetime

from sqlalchemy import func
from sqlmodel import Session, col, select

from bot.channels.sms.receipts import CHANNEL
from bot.channels.sms.vault import Unsealable, Vault
from storage.contacts import Urn
from storage.database import Database
from storage.followers import ServiceRequestFollower
from storage.mail import Outbox, OutboxStatus
from storage.phones import Phone, TextMessage, TextState
from storage.requests import ServiceRequest, Status

_BATCH = 500


def rotate(database: Database, vault: Vault, *, progress: Callable[[int, int], None] | None = None) -> tuple[int, int]:
    """Seal all numbers with the newest key, some hundred a transaction; returns how many were, and how many can't be.

    It may be stopped and begun again, and run beside a city that serves.
    """
    done = lost = 0
    last = ""
    with database.transaction() as session:
        count = session.exec(select(func.count()).select_from(Phone).where(col(Phone.sealed).is_not(None))).one()
    while True:
        with database.transaction() as session:
            sealed = select(Phone).where(Phone.hash > last, col(Phone.sealed).is_not(None))
            rows = session.exec(sealed.order_by(Phone.hash).limit(_BATCH).with_for_update()).all()
            for phone in rows:
                if _resealed(phone, vault):
                    done += 1
                else:
                    lost += 1
        if not rows:
            return done, lost
        last = rows[-1].hash
        if progress is not None:
            progress(done + lost, count)


def _resealed(phone: Phone, vault: Vault) -> bool:
    try:
        phone.sealed = vault.seal(vault.open(phone.sealed or "", phone.hash))
    except Unsealable:
        return False
    return True


def wipe(database: Database, *, before: datetime) -> int:
    """Forget the numbers of phones that were silent since then and to which no answer is owed; returns how many."""
    with database.transaction() as session:
        silent = select(Phone).where(col(Phone.sealed).is_not(None), Phone.seen_at < before)
        phones = [phone for phone in session.exec(silent).all() if not _is_owed(session, phone)]
        for phone in phones:
            phone.sealed = None
        return len(phones)


def _is_owed(session: Session, phone: Phone) -> bool:
    urn = session.exec(select(Urn).where(Urn.channel == CHANNEL, Urn.address == f"tel:{phone.hash}")).first()
    if urn is None:
        return False
    waiting = col(Outbox.status).in_([OutboxStatus.WAITING, OutboxStatus.SENDING])
    if session.exec(select(Outbox.id).where(Outbox.urn_id == urn.id, waiting).limit(1)).first() is not None:
        return True
    followed = (
        select(ServiceRequest.id)
        .join(ServiceRequestFollower, col(ServiceRequestFollower.request_id) == col(ServiceRequest.id))
        .where(ServiceRequestFollower.contact_id == urn.contact_id, ServiceRequest.status == Status.OPEN)
    )
    return session.exec(followed.limit(1)).first() is not None


def health(database: Database, *, since: datetime) -> dict[str, dict[str, int]]:
    """Texts by state for each gateway."""
    with database.transaction() as session:
        count = select(TextMessage.gateway, TextMessage.state, func.count()).where(TextMessage.created_at > since)
        rows = session.exec(count.group_by(TextMessage.gateway, col(TextMessage.state))).all()
    found: dict[str, dict[str, int]] = {}
    for gateway, state, number in rows:
        found.setdefault(gateway, {})[TextState(state).value] = number
    return found
