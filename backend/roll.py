"""The roll of a vote: who may vote, under which keyed hash, and how they prove it.

One person is one identity, whatever channel they come by: at L0 a contact, at L1 a telephone number, at L2 and L3 an
entry of the city's roll. Identities are HMAC-SHA256 under the vote's own key, which is destroyed at its close.
"""

import csv
import hashlib
import hmac
import unicodedata
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import TextIO

from sqlmodel import Session, func, select

from backend.errors import NotOnTheRoll, TooLate, TooManyCodes
from storage.contacts import Urn
from storage.roll import Eligibility, RollCredential, RollEntry
from storage.votes import Budget, BudgetSecret, Level

TRIES = 5
"""Wrong codes in a row after which a contact must wait."""
BARRED = timedelta(hours=1)
_PHONES = ("sms:", "tel:")


def load(session: Session, budget: Budget, rows: Iterable[Mapping[str, str]]) -> tuple[int, list[str]]:
    """Put people on the roll; returns how many are new and what is wrong, a sentence a row.

    Columns: `code` (by letter), or `document`, `birth_date` and `postcode`, or all of them; `area` if there are areas.
    """
    key = _key(session, budget.id)
    new, faults = 0, []
    for number, row in enumerate(rows, start=2):
        proofs = _proofs(row)
        if not proofs:
            faults.append(f"row {number}: neither a code nor document, birth_date and postcode")
            continue
        identity = _hmac(key, "person", proofs[0])
        credentials = [_hmac(key, "proof", proof) for proof in proofs]
        known = [session.get(RollCredential, (budget.id, one)) for one in credentials]
        if any(one is not None and one.identity != identity for one in known):
            faults.append(f"row {number}: its code or its person is on the roll already")
            continue
        if session.get(RollEntry, (budget.id, identity)) is None:
            session.add(RollEntry(budget_id=budget.id, identity=identity, area=row.get("area", "").strip()))
            new += 1
        for one, there in zip(credentials, known, strict=True):
            if there is None:
                session.add(RollCredential(budget_id=budget.id, credential=one, identity=identity))
        session.flush()
    return new, faults


def load_csv(session: Session, budget: Budget, file: TextIO) -> tuple[int, list[str]]:
    """The same from a CSV file with a header."""
    rows = csv.DictReader(file)
    return load(session, budget, ({key.strip(): value or "" for key, value in row.items() if key} for row in rows))


def size(session: Session, budget: Budget) -> int | None:
    """How many are on the roll; None for a vote without one."""
    if budget.level in (Level.L0, Level.L1):
        return None
    entries = select(func.count()).select_from(RollEntry).where(RollEntry.budget_id == budget.id)
    return session.exec(entries).one()


def identity_of(session: Session, budget: Budget, contact_id: int) -> str:
    """As whom a contact votes; raises NotOnTheRoll while that is not proven."""
    key = _key(session, budget.id)
    if budget.level is Level.L0:
        return _hmac(key, "contact", str(contact_id))
    known = session.get(Eligibility, (budget.id, contact_id))
    if known is None or known.identity is None:
        raise NotOnTheRoll
    return known.identity


def prove_by_code(session: Session, budget: Budget, contact_id: int, code: str, *, now: datetime) -> str:
    """Prove to be somebody on the roll; raises NotOnTheRoll, or TooManyCodes after five wrong ones."""
    row = session.get(Eligibility, (budget.id, contact_id))
    if row is None:
        row = Eligibility(budget_id=budget.id, contact_id=contact_id)
        session.add(row)
    if row.barred_until is not None and row.barred_until > now:
        raise TooManyCodes
    credential = _hmac(_key(session, budget.id), "proof", _code(code))
    found = session.get(RollCredential, (budget.id, credential))
    if found is None:
        return _wrong(session, row, now)
    row.identity, row.wrong, row.barred_until = found.identity, 0, None
    session.flush()
    return found.identity


def prove_phone(session: Session, budget: Budget, contact_id: int, number: str) -> str:
    """Vote as the holder of a telephone number; the channel has proven that it is theirs."""
    identity = _hmac(_key(session, budget.id), "phone", "".join(filter(str.isdecimal, number)))
    session.merge(Eligibility(budget_id=budget.id, contact_id=contact_id, identity=identity))
    session.flush()
    return identity


def enrol_at_desk(session: Session, budget: Budget, contact_id: int, proof: Mapping[str, str]) -> str:
    """Staff saw the person: vote as the roll's entry that their papers name; raises NotOnTheRoll."""
    key = _key(session, budget.id)
    for one in _proofs(proof):
        found = session.get(RollCredential, (budget.id, _hmac(key, "proof", one)))
        if found is not None:
            session.merge(Eligibility(budget_id=budget.id, contact_id=contact_id, identity=found.identity))
            session.flush()
            return found.identity
    raise NotOnTheRoll


def phone_of(urn: Urn) -> str | None:
    """The telephone number that an address is, where it is one."""
    return urn.address.partition(":")[2] if urn.address.startswith(_PHONES) else None


def _wrong(session: Session, row: Eligibility, now: datetime) -> str:
    row.wrong += 1
    if row.wrong >= TRIES:
        row.wrong, row.barred_until = 0, now + BARRED
    session.flush()
    raise NotOnTheRoll


def _proofs(row: Mapping[str, str]) -> list[str]:
    """What a row can be proven by, the person before the code: two rows of one person are one."""
    papers = [row.get(name, "").strip() for name in ("document", "birth_date", "postcode")]
    proofs = ["papers/" + "/".join(_plain(paper) for paper in papers)] if all(papers) else []
    return [*proofs, _code(row["code"])] if row.get("code", "").strip() else proofs


def _code(text: str) -> str:
    return "code/" + _plain(text)


def _plain(text: str) -> str:
    folded = unicodedata.normalize("NFKC", text).upper()
    return "".join(char for char in folded if char.isalnum())


def _key(session: Session, budget_id: int) -> bytes:
    secret = session.get(BudgetSecret, budget_id)
    if secret is None or secret.roll_key is None:
        raise TooLate
    return bytes.fromhex(secret.roll_key)


def _hmac(key: bytes, kind: str, value: str) -> str:
    return hmac.new(key, f"{kind}/{value}".encode(), hashlib.sha256).hexdigest()


def token(session: Session, budget: Budget, heading_id: int, identity: str) -> str:
    """The box's name for a person's ballots of one heading; without the vote's key nobody can lead one to the other."""
    return _hmac(_key(session, budget.id), f"token/{heading_id}", identity)
