"""The ledger: what was sent to which phone, what is known of it, what it cost. Every call is one transaction."""

import logging
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from sqlmodel import Session, col, select

from backend import texting
from backend.city import City
from bot.channels.sms.segments import Segmented
from bot.channels.sms.vault import Unsealable, Vault
from storage import mailbox
from storage.contacts import Urn
from storage.database import Database
from storage.phones import Phone, TextMessage, TextState

_log = logging.getLogger(__name__)

CHANNEL = "sms"
DOUBT = timedelta(seconds=20)
"""How long a receipt may take that clears up whether a text was taken."""
_GRACE = 6
"""Segments beyond a day's for what was under way when the last was spent, and to say that it was."""
_GIVEN_UP = timedelta(minutes=2)
"""How long to wait for a sign before a text in doubt is left as it is: what comes after it waits so long."""

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
"""Receipts come in any order: a state only gives way to a higher one, a final one only to a delivery."""

_TAKEN = {TextState.QUEUED, TextState.SENT, TextState.BUFFERED, TextState.DELIVERED}
_LOST = {TextState.FAILED, TextState.REFUSED}


@dataclass(frozen=True)
class Draft:
    """A row of the outbox in segments; `regardless` of budgets when it must go out: in danger, after STOP."""

    outbox_id: int
    text: Segmented
    regardless: bool = False


@dataclass(frozen=True)
class Attempt:
    """What is to be done with a row of the outbox: send it, or believe what is known of it."""

    verdict: Literal["send", "sent", "wait", "impossible"]
    token: str = ""
    number: str = ""
    gateway: str = ""
    why: str = ""


class Ledger:
    """Keeps `text_message` and reads numbers from the vault."""

    def __init__(self, database: Database, vault: Vault, city: City, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._vault = vault
        self._city = city
        self._clock = clock

    def begin(self, address: str, draft: Draft, gateway_for: Callable[[Phone, str], str]) -> Attempt:
        """Write down that a text is about to be sent, before it is."""
        outbox_id, text = draft.outbox_id, draft.text
        with self._database.transaction() as session:
            phone = session.get(Phone, address.removeprefix("tel:"))
            number = self._number(phone)
            if phone is None or number is None:
                return Attempt("impossible", why="the number is not known any more")
            row = session.exec(select(TextMessage).where(TextMessage.outbox_id == outbox_id)).first()
            if row is None:
                gateway = gateway_for(phone, number)
                if not gateway:
                    return Attempt("impossible", why="no gateway serves this country")
                if not draft.regardless and (why := self._too_much(session, phone, text)) is not None:
                    return Attempt("impossible", why=why)
                row = self._written(session, phone, outbox_id, text, gateway)
                return Attempt("send", row.token, number, gateway)
            return self._again(session, row, number)

    def _too_much(self, session: Session, phone: Phone, text: Segmented) -> str | None:
        budget, now = self._city.texting, self._clock()
        if texting.spent_on(session, phone.hash, now) + text.segments > budget.segments_a_day + _GRACE:
            return "the segments of a day for this phone are spent"
        if texting.spent_this_month(session, self._city.zone, now) + text.segments > budget.segments_a_month:
            return "the town's segments of the month are spent"
        return None

    def _again(self, session: Session, row: TextMessage, number: str) -> Attempt:
        if row.state in _TAKEN:
            return Attempt("sent", row.token)
        if row.state in _LOST:
            return Attempt("impossible", why=row.code or row.state.value)
        now = self._clock()
        if row.state is not TextState.RETRY:
            if now - row.tried_at < DOUBT:
                return Attempt("wait", why="whether it was sent is not known yet")
            if not self._reported_since(session, row):
                why = "whether it was sent is not known, and nothing was heard of later ones either"
                return Attempt("impossible" if now - row.tried_at > _GIVEN_UP else "wait", why=why)
        row.state, row.tried_at, row.attempts = TextState.TRYING, now, row.attempts + 1
        return Attempt("send", row.token, number, row.gateway)

    @staticmethod
    def _reported_since(session: Session, row: TextMessage) -> bool:
        """Whether the gateway has told of texts that came after this one, and so would have told of it."""
        later = select(TextMessage.id).where(
            TextMessage.gateway == row.gateway,
            TextMessage.tried_at > row.tried_at,
            col(TextMessage.heard_at) > row.tried_at + DOUBT / 4,
        )
        return session.exec(later.limit(1)).first() is not None

    def _written(self, session: Session, phone: Phone, outbox_id: int, text: Segmented, gateway: str) -> TextMessage:
        now = self._clock()
        row = TextMessage(
            outbox_id=outbox_id,
            phone_hash=phone.hash,
            gateway=gateway,
            token=secrets.token_urlsafe(12),
            state=TextState.TRYING,
            segments=text.segments,
            encoding=text.encoding.value,
            created_at=now,
            tried_at=now,
        )
        session.add(row)
        session.flush()
        return row

    def note(self, token: str, state: TextState, *, provider_id: str | None = None, code: str = "") -> None:
        """Write down what a gateway said at sending."""
        with self._database.transaction() as session:
            row = _of_token(session, token)
            if row is None:
                return
            row.provider_id = provider_id or row.provider_id
            _raise(row, state, code)

    def receipt(
        self, gateway: str, state: TextState, *, token: str = "", provider_id: str = "", code: str = ""
    ) -> bool:
        """Write down a receipt, by our own name for the text or the gateway's; False when nobody knows the text."""
        with self._database.transaction() as session:
            row = _of_token(session, token) if token else _of_provider(session, gateway, provider_id)
            if row is None or row.gateway != gateway:
                return False
            row.heard_at = self._clock()
            row.provider_id = row.provider_id or provider_id or None
            _raise(row, state, code)
            return True

    def stopped(self, token: str) -> None:
        """Write down that the recipient told the gateway itself to stop."""
        with self._database.transaction() as session:
            row = _of_token(session, token)
            if row is None:
                return
            urn = session.exec(
                select(Urn).where(Urn.channel == CHANNEL, Urn.address == f"tel:{row.phone_hash}")
            ).first()
            if urn is not None:
                mailbox.stop(session, urn.id)

    def _number(self, phone: Phone | None) -> str | None:
        if phone is None or phone.sealed is None:
            return None
        try:
            return self._vault.open(phone.sealed, phone.hash)
        except Unsealable as error:
            _log.error("a number can't be read: %s; is the key missing from AGORA_SMS_SEAL_KEYS?", error)
            return None


def _of_token(session: Session, token: str) -> TextMessage | None:
    return session.exec(select(TextMessage).where(TextMessage.token == token).with_for_update()).first()


def _of_provider(session: Session, gateway: str, provider_id: str) -> TextMessage | None:
    if not provider_id:
        return None
    known = select(TextMessage).where(TextMessage.gateway == gateway, TextMessage.provider_id == provider_id)
    return session.exec(known.with_for_update()).first()


def _raise(row: TextMessage, state: TextState, code: str) -> None:
    if _RANK[state] > _RANK[row.state] or (_RANK[row.state] == 0 and _RANK[state] == 0):
        row.state = state
        row.code = code[:200]
