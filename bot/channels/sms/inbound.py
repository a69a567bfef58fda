"""What phones send: who wrote is found by the hash of the number, and the message goes into the inbox."""

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sqlmodel import Session, col, select

from bot.channels.sms.numbers import Number, normalised
from bot.channels.sms.receipts import CHANNEL
from bot.channels.sms.vault import Vault
from bot.conversation.message import MAX_TEXT, Message, Photo
from bot.intake import Intake
from storage import mailbox
from storage.contacts import Urn
from storage.database import Database
from storage.mail import Inbox, Outbox, OutboxStatus
from storage.phones import Phone

_log = logging.getLogger(__name__)

REDELIVERED = timedelta(seconds=4)
"""Within this time the same words from the same phone are one message that came twice, unless it was answered."""
AT_ONCE = timedelta(seconds=1)
"""So soon nobody has read an answer and written the same again."""


@dataclass(frozen=True)
class Arrival:
    """A text message as a gateway brings it; `provider_id` is unique within the gateway.

    `pictures` are the gateway's own names of what came with it; `unsupported` is what came and can't be read (see
    `Message`).
    """

    gateway: str
    provider_id: str
    sender: str
    text: str
    at: datetime
    pictures: tuple[str, ...] = ()
    unsupported: str = "other"


@dataclass(frozen=True)
class Rules:
    """Whom the city answers: `region` is where numbers without a country code are dialled; no `countries` means all."""

    region: str
    countries: frozenset[str] = frozenset()
    own_numbers: frozenset[str] = field(default_factory=frozenset)


class Inbound:
    """Takes arrivals into the inbox; nothing that it logs holds a number or a text."""

    def __init__(
        self, database: Database, vault: Vault, intake: Intake, rules: Rules, clock: Callable[[], datetime]
    ) -> None:
        self._database = database
        self._vault = vault
        self._intake = intake
        self._rules = rules
        self._clock = clock

    def store(self, arrivals: Sequence[Arrival]) -> list[Message | None]:
        """Store messages in one transaction; returns once they are committed, nothing for what is not new."""
        with self._database.transaction() as session:
            return [self._stored(session, arrival) for arrival in arrivals]

    def _stored(self, session: Session, arrival: Arrival) -> Message | None:
        number = normalised(arrival.sender, self._rules.region)
        if (why := self._refusal(number)) is not None or number is None:
            _log.info("%s brought a message that nobody answers: %s", arrival.gateway, why)
            return None
        hash_ = self._vault.hash(number.e164)
        if self._came_twice(session, hash_, arrival):
            _log.info("%s brought a message a second time", arrival.gateway)
            return None
        self._know(session, hash_, number, arrival)
        message = _message(hash_, arrival)
        return message if mailbox.receive(session, self._intake.received(message), self._clock()) else None

    def _refusal(self, number: Number | None) -> str | None:
        if number is None:
            return "its sender is a name or a short code"
        if number.e164 in self._rules.own_numbers:
            return "its sender is the city itself"
        if self._rules.countries and number.region not in self._rules.countries:
            return f"{number.region or 'its country'} is not served"
        return None

    def _know(self, session: Session, hash_: str, number: Number, arrival: Arrival) -> None:
        phone = session.get(Phone, hash_)
        if phone is None:
            phone = Phone(hash=hash_, country=number.region, gateway=arrival.gateway, seen_at=self._clock())
            session.add(phone)
        if phone.sealed is None:
            phone.sealed = self._vault.seal(number.e164)
        phone.gateway, phone.seen_at = arrival.gateway, self._clock()

    def _came_twice(self, session: Session, hash_: str, arrival: Arrival) -> bool:
        """Whether a gateway brings the same words anew under another id: they redeliver what we were slow to take."""
        recent = (
            select(Inbox)
            .join(Urn, col(Urn.id) == col(Inbox.urn_id))
            .where(Urn.channel == CHANNEL, Urn.address == f"tel:{hash_}")
            .where(Inbox.received_at > self._clock() - REDELIVERED)
            .order_by(col(Inbox.id).desc())
            .limit(1)
        )
        before = session.exec(recent).first()
        if before is None or arrival.pictures or before.payload.get("text") != _words(arrival.text):
            return False
        if before.received_at > self._clock() - AT_ONCE:
            return True
        went = select(Outbox.id).where(
            Outbox.urn_id == before.urn_id,
            col(Outbox.status).in_([OutboxStatus.SENT, OutboxStatus.SENDING]),
            col(Outbox.claimed_at) >= before.received_at,
        )
        return session.exec(went.limit(1)).first() is None


def _message(hash_: str, arrival: Arrival) -> Message:
    return Message(
        channel=CHANNEL,
        external_id=f"{arrival.gateway}:{arrival.provider_id}"[:300],
        urn=f"tel:{hash_}",
        text=_words(arrival.text),
        photos=[Photo(file_id=f"{arrival.gateway}:{name}", channel=CHANNEL, is_file=True) for name in arrival.pictures],
        unsupported=None if arrival.text.strip() or arrival.pictures else arrival.unsupported,
        sent_at=arrival.at,
    )


def _words(text: str) -> str:
    return text.replace("\x00", "").encode("utf-8", "replace").decode("utf-8")[:MAX_TEXT]
