"""Linking: one person on several channels by a code, several persons on one phone by their names."""

import hashlib
import secrets
from datetime import datetime, timedelta

from sqlalchemy import Table, UniqueConstraint, and_, delete, exists, update
from sqlmodel import Session, SQLModel, col, select

from backend.errors import LinkCodeInvalid, NothingLinked
from backend.staff import staff
from backend.staff.actions import log_action
from backend.votes import roll
from storage.asks import Ask, AskStatus
from storage.contacts import Contact, Urn
from storage.folding import folded
from storage.links import LinkCode, Profile
from storage.people import Staff

PATIENCE = timedelta(minutes=15)
"""How long a code can be used."""
_DIGITS = 8


def offer(session: Session, urn: Urn, now: datetime) -> str:
    """A code for this contact, which another address sends to be theirs too."""
    code = "".join(secrets.choice("0123456789") for _ in range(_DIGITS))
    session.add(
        LinkCode(
            code_hash=_hash(code),
            contact_id=urn.contact_id,
            urn_id=urn.id,
            created_at=now,
            expires_at=now + PATIENCE,
        )
    )
    return code


def redeem(session: Session, urn: Urn, code: str, now: datetime) -> Contact:
    """Make the sender and the contact who got the code one person; raises LinkCodeInvalid, or BothVoted.

    Whoever of both has been known longer remains; what both had, such as a ballot, is kept once.
    """
    known = select(LinkCode).where(LinkCode.code_hash == _hash(code), col(LinkCode.used_at).is_(None))
    link = session.exec(known.with_for_update()).first()
    if link is None or link.expires_at <= now or link.urn_id == urn.id:
        raise LinkCodeInvalid
    if staff.member(session, urn.contact_id) or staff.member(session, link.contact_id):
        raise LinkCodeInvalid
    link.used_at = now
    kept, other = sorted((urn.contact_id, link.contact_id))
    if kept != other:
        _merge(session, kept, other)
        log_action(session, None, "linked", f"contact:{kept}", now=now, details={"urns": [link.urn_id, urn.id]})
    session.flush()
    session.expire_all()
    return session.get_one(Contact, kept)


def unlink(session: Session, urn: Urn, now: datetime, by: Staff | None = None) -> Contact:
    """Give an address a contact of its own, as for a number that has passed to somebody else; raises NothingLinked.

    What was reported stays with the person who has the other addresses.
    """
    before = session.get_one(Contact, urn.contact_id)
    others = select(Urn.id).where(Urn.contact_id == before.id, Urn.id != urn.id)
    if session.exec(others.limit(1)).first() is None and by is None:
        raise NothingLinked
    fresh = Contact(language=before.language, created_at=now)
    session.add(fresh)
    session.flush()
    for profile in session.exec(select(Profile).where(Profile.urn_id == urn.id)).all():
        session.delete(profile)
    urn.contact_id = fresh.id
    log_action(session, by, "unlinked", f"contact:{before.id}", now=now, details={"urn": urn.id})
    return fresh


def speak_as(session: Session, urn: Urn, name: str, now: datetime) -> Contact:
    """Let somebody by this name speak from a shared address; the first to give one is whom we have known till now."""
    called = folded(name)
    known = select(Profile).where(Profile.urn_id == urn.id, Profile.called == called)
    profile = session.exec(known).first()
    if profile is None:
        profile = Profile(urn_id=urn.id, contact_id=_newcomer(session, urn, name, now), called=called, created_at=now)
        session.add(profile)
    for ask in session.exec(select(Ask).where(Ask.contact_id == urn.contact_id, Ask.status == AskStatus.OPEN)):
        # A form that one person began must not be finished by another.
        if not ask.standing and urn.contact_id != profile.contact_id:
            ask.status, ask.closed_at = AskStatus.WITHDRAWN, now
    urn.contact_id = profile.contact_id
    session.flush()
    return session.get_one(Contact, profile.contact_id)


def is_known(session: Session, urn: Urn, name: str) -> bool:
    """Whether somebody has given this name at this address before."""
    known = select(Profile.id).where(Profile.urn_id == urn.id, Profile.called == folded(name))
    return session.exec(known).first() is not None


def _newcomer(session: Session, urn: Urn, name: str, now: datetime) -> int:
    contact = session.get_one(Contact, urn.contact_id)
    if session.exec(select(Profile.id).where(Profile.urn_id == urn.id)).first() is None:
        contact.name = name
        return contact.id
    fresh = Contact(name=name, language=contact.language, language_fixed=contact.language_fixed, created_at=now)
    session.add(fresh)
    session.flush()
    return fresh.id


def _merge(session: Session, kept: int, other: int) -> None:
    """Everything that names the other contact names the one that is kept; what would stand twice is dropped."""
    session.flush()
    roll.join(session, kept, other)
    for table in SQLModel.metadata.sorted_tables:
        for column in table.columns:
            if any(key.column.table.name == "contact" for key in column.foreign_keys):
                _drop_doubles(session, table, column.name, kept, other)
                session.execute(update(table).where(column == other).values({column.name: kept}))
    session.execute(delete(Contact).where(col(Contact.id) == other))


def _drop_doubles(session: Session, table: Table, name: str, kept: int, other: int) -> None:
    keys = [constraint.columns.keys() for constraint in table.constraints if isinstance(constraint, UniqueConstraint)]
    for columns in [*keys, table.primary_key.columns.keys()]:
        if name in columns:
            twin = table.alias()
            rest = [twin.c[column] == table.c[column] for column in columns if column != name]
            double = exists().where(and_(twin.c[name] == kept, *rest))
            session.execute(delete(table).where(table.c[name] == other, double))


def _hash(code: str) -> str:
    return hashlib.sha256("".join(code.split()).encode()).hexdigest()
