"""The roll of a vote: who may vote, under which keyed hash, and how they prove it.

One person is one identity, whatever channel they come by: at L0 an address, which linked addresses share, at L1 a
telephone number, at L2 and L3 an entry of the city's roll. Identities are HMAC-SHA256 under the vote's own key, which
is destroyed at its close.
"""

import csv
import hashlib
import hmac
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import TextIO

from sqlmodel import Session, col, func, select

from backend.errors import BothVoted, NotOnTheRoll, TooLate, TooManyCodes, UnclearPapers
from backend.votes import papers, wrongcodes
from storage.contacts import Urn
from storage.roll import Eligibility, RollCredential, RollEntry, Voter
from storage.votes import Budget, BudgetSecret, Level

TRIES = 5
"""Wrong codes in a row after which a contact must wait."""
BARRED = timedelta(hours=1)


def load(session: Session, budget: Budget, rows: Iterable[Mapping[str, str]]) -> tuple[int, list[str]]:
    """Put people on the roll; returns how many are new and what is wrong, a sentence a row.

    Columns: `code` (by letter), or `document`, `birth_date` (YYYY-MM-DD) and `postcode`, or all of them; `area` if
    there are areas.
    """
    new, faults, budget.has_roll = 0, [], True
    for number, row in enumerate(rows, start=2):
        try:
            new += _put(session, budget, row)
        except ValueError as fault:
            faults.append(f"row {number}: {fault}")
    return new, faults


def _put(session: Session, budget: Budget, row: Mapping[str, str]) -> int:
    proofs = _proofs(row)
    if not proofs:
        raise ValueError("neither a code nor document, birth_date and postcode")
    return _enter(session, budget, proofs, row.get("area", "").strip())[1]


def _enter(session: Session, budget: Budget, proofs: Sequence[str], area: str = "") -> tuple[str, int]:
    """Somebody's identity, and whether they are new; raises ValueError when a proof is somebody else's."""
    identity = hmac_of(session, budget.id, "person", proofs[0])
    credentials = [hmac_of(session, budget.id, "proof", proof) for proof in proofs]
    known = [session.get(RollCredential, (budget.id, one)) for one in credentials]
    if any(one is not None and one.identity != identity for one in known):
        raise ValueError("its code or its person is on the roll already")
    new = session.get(RollEntry, (budget.id, identity)) is None
    if new:
        session.add(RollEntry(budget_id=budget.id, identity=identity, area=area))
    for one, there in zip(credentials, known, strict=True):
        if there is None:
            session.add(RollCredential(budget_id=budget.id, credential=one, identity=identity))
    session.flush()
    return identity, int(new)


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
    known = session.get(Eligibility, (budget.id, contact_id))
    if known is not None and known.identity is not None:
        return known.identity
    if budget.level is not Level.L0:
        raise NotOnTheRoll
    # By the first address and not by the contact: whoever parts and joins addresses gets no new ballots by it.
    first = select(Urn.address).where(Urn.contact_id == contact_id).order_by(col(Urn.id)).limit(1)
    address = session.exec(first).first() or str(contact_id)
    return hmac_of(session, budget.id, "address", address)


def hold(session: Session, budget: Budget, contact_id: int, identity: str) -> None:
    """Keep a contact to the identity that it votes as, whatever addresses join it later."""
    row = session.get(Eligibility, (budget.id, contact_id))
    if row is None:
        row = Eligibility(budget_id=budget.id, contact_id=contact_id)
        session.add(row)
    row.identity, row.wrong, row.barred_until = identity, 0, None
    session.flush()


def area_of(session: Session, budget: Budget, identity: str) -> str:
    """Where a person lives by the roll; empty where it doesn't say."""
    entry = session.get(RollEntry, (budget.id, identity))
    return entry.area if entry else ""


def prove_by_code(session: Session, budget: Budget, contact_id: int, words: str, *, now: datetime) -> str:
    """Prove to be somebody on the roll, by the letter's code or by document, birth date and postcode.

    Raises NotOnTheRoll, or TooManyCodes after five wrong ones in a row.
    """
    row = session.get(Eligibility, (budget.id, contact_id))
    if row is None:
        row = Eligibility(budget_id=budget.id, contact_id=contact_id)
        session.add(row)
    if row.barred_until is not None and row.barred_until > now:
        raise TooManyCodes
    identity = known_as(session, budget, words)
    if identity is None:
        return _wrong(session, row, now)
    hold(session, budget, contact_id, identity)
    return identity


def known_as(session: Session, budget: Budget, words: str) -> str | None:
    """The identity on the roll that a code, or papers, name; None when they name none."""
    for proof in (*papers.proofs_in(words), _code(words)):
        found = session.get(RollCredential, (budget.id, hmac_of(session, budget.id, "proof", proof)))
        if found is not None:
            return found.identity
    return None


def prove_phone(session: Session, budget: Budget, contact_id: int, number: str) -> str:
    """Vote as the holder of a telephone number, or of its keyed hash; the channel has proven that it is theirs."""
    identity = hmac_of(session, budget.id, "phone", number.lstrip("+"))
    hold(session, budget, contact_id, identity)
    return identity


def enrol_at_desk(session: Session, budget: Budget, contact_id: int, words: str) -> str:
    """Staff saw the person: vote as the roll's entry that their papers name; raises NotOnTheRoll.

    A vote at the desk without a roll takes whoever staff have seen: their papers put them on it; raises UnclearPapers.
    """
    identity = known_as(session, budget, words)
    if identity is None:
        proofs = papers.proofs_in(words)
        if budget.level is not Level.L3 or budget.has_roll:
            raise NotOnTheRoll
        if len(proofs) != 1:
            raise UnclearPapers
        identity, _ = _enter(session, budget, proofs[:1])
    hold(session, budget, contact_id, identity)
    return identity


def join(session: Session, kept: int, other: int) -> None:
    """Two contacts become one person: who voted remains who voted; raises BothVoted where either has, at L0."""
    rows = select(Eligibility).where(Eligibility.contact_id == other, col(Eligibility.identity).is_not(None))
    for row in session.exec(rows).all():
        budget, own = session.get_one(Budget, row.budget_id), session.get(Eligibility, (row.budget_id, kept))
        if own is None or own.identity is None:
            hold(session, budget, kept, row.identity or "")
        elif own.identity != row.identity and _voted(session, row.identity):
            if budget.level is Level.L0 and _voted(session, own.identity):
                raise BothVoted
            if not _voted(session, own.identity):
                hold(session, budget, kept, row.identity or "")


def _voted(session: Session, identity: str | None) -> bool:
    return session.exec(select(Voter).where(Voter.identity == identity).limit(1)).first() is not None


def _wrong(session: Session, row: Eligibility, now: datetime) -> str:
    row.wrong += 1
    wrongcodes.note(session, row.budget_id, now=now)
    if row.wrong >= TRIES:
        row.wrong, row.barred_until = 0, now + BARRED
    session.flush()
    raise NotOnTheRoll


def _proofs(row: Mapping[str, str]) -> list[str]:
    """What a row can be proven by, the person before the code: two rows of one person are one."""
    parts = [row.get(name, "").strip() for name in papers.COLUMNS]
    proofs = [papers.proof(*parts)] if all(parts) else []
    return [*proofs, _code(row["code"])] if row.get("code", "").strip() else proofs


def _code(text: str) -> str:
    return "code/" + papers.plain(text)


def token(session: Session, budget: Budget, heading_id: int, identity: str) -> str:
    """The box's name for a person's ballots of one heading; without the vote's key nobody can lead one to the other."""
    return hmac_of(session, budget.id, f"token/{heading_id}", identity)


def hmac_of(session: Session, budget_id: int, kind: str, value: str) -> str:
    """A keyed hash under the vote's own key; raises TooLate once that was destroyed."""
    secret = session.get(BudgetSecret, budget_id)
    if secret is None or secret.roll_key is None:
        raise TooLate
    return hmac.new(bytes.fromhex(secret.roll_key), f"{kind}/{value}".encode(), hashlib.sha256).hexdigest()
