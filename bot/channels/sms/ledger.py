"""The ledger: what was sent to which phone, what is known of it, what it cost. Every call is one transaction."""

import logging
import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from sqlmodel import Session, col, select

from backend.city.city import City
from backend.people import spending
from bot.channels.sms.receipts import Receipt, noted
from bot.channels.sms.segments import Segmented
from bot.channels.sms.vault import Unsealable, Vault
from storage.database import Database
from storage.phones import Phone, TextMessage, TextState

_log = logging.getLogger(__name__)

DOUBT = timedelta(seconds=20)
"""How long a receipt may take that clears up whether a text was taken."""
_GRACE = 6
"""Segments beyond a day's for what was under way when the last was spent, and to say that it was."""
_GIVEN_UP = timedelta(minutes=2)
"""How long to wait for a sign before a text in doubt is left as it is: what comes after it waits so long."""

_TAKEN = {TextState.QUEUED, TextState.SENT, TextState.BUFFERED, TextState.DELIVERED}
_LOST = {TextState.FAILED, TextState.REFUSED}


@dataclass(frozen=True)
class Draft:
    """A row of the outbox in segments, and where it goes; `regardless` of budgets in danger and after STOP."""

    outbox_id: int
    address: str
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

    def begin(self, drafts: Sequence[Draft], gateway_for: Callable[[Phone, str], str]) -> Sequence[Attempt]:
        """Write down that texts are about to be sent, before they are."""
        with self._database.transaction() as session:
            return [self._begun(session, draft, gateway_for) for draft in drafts]

    def _begun(self, session: Session, draft: Draft, gateway_for: Callable[[Phone, str], str]) -> Attempt:
        phone = session.get(Phone, draft.address.removeprefix("tel:"))
        number = self._number(phone)
        if phone is None or number is None:
            return Attempt("impossible", why="the number is not known any more")
        row = session.exec(select(TextMessage).where(TextMessage.outbox_id == draft.outbox_id)).first()
        if row is not None:
            return self._again(session, row, number)
        gateway = gateway_for(phone, number)
        if not gateway:
            return Attempt("impossible", why="no gateway serves this country")
        if not draft.regardless and (why := self._too_much(session, phone, draft.text)) is not None:
            return Attempt("impossible", why=why)
        return Attempt("send", self._written(session, phone, draft, gateway), number, gateway)

    def _too_much(self, session: Session, phone: Phone, text: Segmented) -> str | None:
        budget, now = self._city.texting, self._clock()
        if spending.spent_on(session, phone.hash, now) + text.segments > budget.segments_a_day + _GRACE:
            return "the segments of a day for this phone are spent"
        if spending.spent_this_month(session, self._city.zone, now) + text.segments > budget.segments_a_month:
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

    def _written(self, session: Session, phone: Phone, draft: Draft, gateway: str) -> str:
        now, text = self._clock(), draft.text
        row = TextMessage(
            outbox_id=draft.outbox_id,
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
        return row.token

    def note(self, receipts: Sequence[Receipt]) -> Sequence[bool]:
        """Write down what gateways say of texts; for each whether the text is known."""
        with self._database.transaction() as session:
            return noted(session, receipts, self._clock())

    def _number(self, phone: Phone | None) -> str | None:
        if phone is None or phone.sealed is None:
            return None
        try:
            return self._vault.open(phone.sealed, phone.hash)
        except Unsealable as error:
            _log.error("a number can't be read: %s; is the key missing from AGORA_SMS_SEAL_KEYS?", error)
            return None
