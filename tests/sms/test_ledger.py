"""What may be sent again, and what must not: the ledger after a crash, a time-out, a receipt."""

import base64

import pytest
from sqlmodel import select

from bot.channels.sms.ledger import Draft, Ledger
from bot.channels.sms.numbers import normalised
from bot.channels.sms.receipts import Receipt
from bot.channels.sms.segments import segmented
from bot.channels.sms.vault import Unsealable, Vault, key_from
from bot.conversation.turn import House
from storage.contacts import Contact, Urn
from storage.database import Database
from storage.mail import Outbox
from storage.phones import Phone, TextMessage, TextState
from tests.conftest import Clock

NUMBER = "+16175550101"
VAULT = Vault(bytes(32), [bytes(range(32))])
TEXT = segmented("hello")


@pytest.fixture
def ledger(database: Database, boston: House, clock: Clock) -> Ledger:
    """A ledger with a phone and three rows of the outbox."""
    hash_ = VAULT.hash(NUMBER)
    with database.transaction() as session:
        session.add(Phone(hash=hash_, sealed=VAULT.seal(NUMBER), country="US", gateway="kannel", seen_at=clock()))
        contact = Contact(language="en", created_at=clock())
        session.add(contact)
        session.flush()
        urn = Urn(contact_id=contact.id, channel="sms", address=f"tel:{hash_}", last_seen_at=clock())
        session.add(urn)
        session.flush()
        for _ in range(3):
            session.add(
                Outbox(
                    channel="sms",
                    contact_id=contact.id,
                    urn_id=urn.id,
                    priority=9,
                    payload={},
                    created_at=clock(),
                    due_at=clock(),
                )
            )
    return Ledger(database, VAULT, boston.city, clock)


def begin(ledger: Ledger, outbox_id: int, *, regardless: bool = False) -> tuple[str, str]:
    """The verdict on a row, and its token."""
    draft = Draft(outbox_id, f"tel:{VAULT.hash(NUMBER)}", TEXT, regardless)
    (attempt,) = ledger.begin([draft], lambda phone, _number: phone.gateway)
    return attempt.verdict, attempt.token


def test_after_a_crash_nothing_is_sent_blindly(ledger: Ledger, clock: Clock) -> None:
    """In doubt one waits; a receipt settles it."""
    verdict, token = begin(ledger, 1)
    assert verdict == "send"
    assert begin(ledger, 1)[0] == "wait"
    clock.advance(60)
    assert begin(ledger, 1)[0] == "wait"
    assert ledger.note([Receipt(TextState.SENT, token, "kannel")]) == [True]
    assert begin(ledger, 1) == ("sent", token)


def test_when_the_gateway_tells_of_later_ones_only(ledger: Ledger, clock: Clock) -> None:
    """It reports, and not on this one: then it never had it, and it goes out again."""
    begin(ledger, 1)
    clock.advance(30)
    _, later = begin(ledger, 2)
    clock.advance(1)
    ledger.note([Receipt(TextState.DELIVERED, later, "kannel")])
    assert begin(ledger, 1)[0] == "send"


def test_its_own_receipt_may_take_longer_than_a_later_one(ledger: Ledger, clock: Clock) -> None:
    """Receipts come in any order: for some seconds those of later texts prove nothing."""
    begin(ledger, 1)
    clock.advance(6)
    _, later = begin(ledger, 2)
    clock.advance(1)
    ledger.note([Receipt(TextState.DELIVERED, later, "kannel")])
    assert begin(ledger, 1)[0] == "wait"


def test_a_doubt_that_nothing_clears_up(ledger: Ledger, clock: Clock) -> None:
    """Nothing is ever heard: it is left alone, for a person to see."""
    _, token = begin(ledger, 1)
    ledger.note([Receipt(TextState.UNKNOWN, token, code="time-out")])
    clock.advance(150)
    assert begin(ledger, 1)[0] == "impossible"


def test_what_was_surely_not_taken_goes_out_again(ledger: Ledger) -> None:
    """A refused connection leaves no doubt."""
    _, token = begin(ledger, 1)
    ledger.note([Receipt(TextState.RETRY, token, code="out of reach")])
    assert begin(ledger, 1) == ("send", token)
    ledger.note([Receipt(TextState.REFUSED, token, code="no such number")])
    assert begin(ledger, 1)[0] == "impossible"


@pytest.mark.parametrize("together", [True, False])
@pytest.mark.parametrize(
    ("told", "believed"),
    [
        (["delivered", "sent", "buffered", "failed"], "delivered"),
        (["failed", "delivered"], "delivered"),
        (["failed", "refused", "sent"], "failed"),
        (["buffered", "sent", "queued"], "buffered"),
        (["unknown", "sent", "unknown", "retry"], "sent"),
    ],
)
def test_states_only_rise(
    ledger: Ledger, database: Database, told: list[str], believed: str, *, together: bool
) -> None:
    """A late "accepted" never overwrites "delivered"; of two ends the first holds, unless it arrived after all."""
    _, token = begin(ledger, 1)
    receipts = [Receipt(TextState(state), token, "kannel") for state in told]
    for batch in [receipts] if together else [[one] for one in receipts]:
        assert ledger.note(batch) == [True] * len(batch)
    with database.transaction() as session:
        assert session.exec(select(TextMessage)).one().state.value == believed


def test_a_number_is_kept_sealed() -> None:
    """Found by hash, opened by the key it was sealed with, not moved to another phone, not guessed from the seal."""
    hash_, sealed = VAULT.hash(NUMBER), VAULT.seal(NUMBER)
    assert NUMBER[2:] not in hash_ + sealed
    assert VAULT.seal(NUMBER) != sealed
    assert VAULT.open(sealed, hash_) == NUMBER
    newer = Vault(bytes(32), [bytes(range(1, 33)), bytes(range(32))])
    assert newer.open(sealed, hash_) == NUMBER
    for vault, whose in ((VAULT, VAULT.hash("+16175550102")), (Vault(bytes(32), [bytes(range(1, 33))]), hash_)):
        with pytest.raises(Unsealable):
            vault.open(sealed, whose)
    assert key_from(base64.urlsafe_b64encode(bytes(range(223, 255))).decode()) == bytes(range(223, 255))
    with pytest.raises(ValueError, match="32 bytes"):
        key_from("c2hvcnQ=")


@pytest.mark.parametrize(
    ("raw", "region", "e164"),
    [
        ("(617) 555-0101", "US", "+16175550101"),
        ("16175550101", "US", "+16175550101"),
        ("0049 170 1234567", "US", "+491701234567"),
        ("06 12 34 56 78", "FR", "+33612345678"),
        ("33612345678", "FR", "+33612345678"),
        ("447911123456", "US", "+447911123456"),
        ("+52 1 55 1234 5678", "MX", "+525512345678"),
        ("044 55 1234 5678", "MX", "+525512345678"),
        ("4040", "US", None),
        ("INFO", "US", None),
        ("", "FR", None),
        ("+1", "US", None),
    ],
)
def test_numbers(raw: str, region: str, e164: str | None) -> None:
    """However a gateway writes a number, it is one; names and short codes are none."""
    found = normalised(raw, region)
    assert (found.e164 if found else None) == e164
