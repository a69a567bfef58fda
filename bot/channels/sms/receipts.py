"""Receipts: what gateways say of a text, at sending and afterwards, in any order."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, col, select

from storage import mailbox
from storage.contacts import Urn
from storage.phones import TextMessage, TextState

CHANNEL = "sms"

_RANK = {
    TextState.TRYING: 0,
    TextState.RETRY: 0,
    TextState.UNKNOWN: 0,
    TextState.QUEUED: 1,
    TextState.SENT: 2,
    TextState.BUFFERED: 3,
    TextState.FAILED: 4,
    TextState.REFUSED: 4,
    TextState.DELIVERED: 5,
}
"""A state only gives way to a higher one, a final one only to a delivery."""


@dataclass(frozen=True)
class Receipt:
    """A gateway's word on a text, by our own name for it (`token`) or the gateway's (`provider_id`).

    Without a `gateway` it is the answer that it gave at sending. `opted_out` when the recipient told it to stop.
    """

    state: TextState | None
    token: str = ""
    gateway: str = ""
    provider_id: str = ""
    code: str = ""
    opted_out: bool = False


def noted(session: Session, receipts: Sequence[Receipt], now: datetime) -> list[bool]:
    """Write down receipts; for each whether its text is known."""
    # Looked up at once: several come for every text.
    tokens = {receipt.token for receipt in receipts if receipt.token}
    named = select(TextMessage).where(col(TextMessage.token).in_(tokens)).order_by(col(TextMessage.id))
    texts = {text.token: text for text in session.exec(named.with_for_update()).all()} if tokens else {}
    return [_noted(session, receipt, texts.get(receipt.token), now) for receipt in receipts]


def _noted(session: Session, receipt: Receipt, named: TextMessage | None, now: datetime) -> bool:
    row = named if receipt.token else _of_provider(session, receipt)
    if row is None or receipt.gateway not in ("", row.gateway):
        return False
    if receipt.gateway:
        row.heard_at = now
    row.provider_id = row.provider_id or receipt.provider_id or None
    if receipt.state is not None:
        _raise(row, receipt.state, receipt.code)
    if receipt.opted_out:
        _stop(session, row)
    return True


def _of_provider(session: Session, receipt: Receipt) -> TextMessage | None:
    if not receipt.provider_id:
        return None
    theirs = (TextMessage.gateway == receipt.gateway, TextMessage.provider_id == receipt.provider_id)
    return session.exec(select(TextMessage).where(*theirs).with_for_update()).first()


def _raise(row: TextMessage, state: TextState, code: str) -> None:
    if _RANK[state] > _RANK[row.state] or (_RANK[row.state] == 0 and _RANK[state] == 0):
        row.state = state
        row.code = code[:200]


def _stop(session: Session, row: TextMessage) -> None:
    address = f"tel:{row.phone_hash}"
    urn = session.exec(select(Urn).where(Urn.channel == CHANNEL, Urn.address == address)).first()
    if urn is not None:
        mailbox.stop(session, urn.id)
