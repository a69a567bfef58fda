"""City staff: invited by a one-time code, enrolled by using it."""

import hashlib
import secrets
from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlmodel import Session, col, or_, select

from backend.errors import AdminsOnly, CodeInvalid, NotOneself
from backend.staff.actions import log_action
from storage.contacts import Contact, Urn
from storage.people import Invitation, Role, Staff
from storage.requests import ServiceRequest, ServiceRequestUpdate

INVITATION_LIFE = timedelta(days=7)
"""How long an invitation code can be used."""
_ALPHABET = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
"""Letters and digits that nobody confuses on paper: 31 of them, 12 make 59 bits."""


def invite(session: Session, role: Role, department: str | None, *, now: datetime) -> str:
    """Make a one-time code and return it; only its hash is kept."""
    code = "-".join("".join(secrets.choice(_ALPHABET) for _ in range(4)) for _ in range(3))
    session.add(
        Invitation(
            code_hash=_hash(code), role=role, department=department, created_at=now, expires_at=now + INVITATION_LIFE
        )
    )
    log_action(session, None, "invited", f"role:{role.value}", now=now)
    return code


def looks_like_code(text: str) -> bool:
    """Whether a text has the shape of an invitation code."""
    plain = _plain(text)
    return len(plain) == 12 and all(letter in _ALPHABET for letter in plain)


def enrol(session: Session, code: str, contact: Contact, *, now: datetime) -> Staff:
    """Make a contact staff; raises CodeInvalid for a code that is unknown, used or expired."""
    open_invitation = select(Invitation).where(
        Invitation.code_hash == _hash(code), col(Invitation.used_at).is_(None), Invitation.expires_at > now
    )
    invitation = session.exec(open_invitation.with_for_update()).first()
    if invitation is None:
        raise CodeInvalid
    invitation.used_at = now
    member = session.exec(select(Staff).where(Staff.contact_id == contact.id)).first()
    if member is None:
        member = Staff(contact_id=contact.id, name=contact.name, role=invitation.role, enrolled_at=now)
        session.add(member)
    member.role, member.department, member.left_at = invitation.role, invitation.department, None
    session.flush()
    log_action(session, member, "enrolled", f"staff:{member.id}", now=now)
    return member


def member(session: Session, contact_id: int) -> Staff | None:
    """The staff member behind a contact, if there is one and they have not left."""
    return session.exec(select(Staff).where(Staff.contact_id == contact_id, col(Staff.left_at).is_(None))).first()


def member_at(session: Session, channel: str, address: str) -> Staff | None:
    """The staff member behind an address, if there is one and they have not left."""
    urn = session.exec(select(Urn).where(Urn.channel == channel, Urn.address == address)).first()
    return member(session, urn.contact_id) if urn else None


def named(session: Session, id: int) -> Staff:
    """A staff member by id, also one who has left."""
    return session.exec(select(Staff).where(Staff.id == id)).one()


def responsible(session: Session, department: str) -> Sequence[Staff]:
    """Everybody whom a department's report concerns: its agents, all dispatchers and admins."""
    concerned = or_(col(Staff.role) != Role.AGENT, col(Staff.department) == department)
    return session.exec(select(Staff).where(col(Staff.left_at).is_(None), concerned).order_by(col(Staff.id))).all()


def receiving(session: Session, request: ServiceRequest, update: ServiceRequestUpdate) -> Sequence[Staff]:
    """Whom a report was given to by this step, except who gave it: a colleague, or the agents of a department."""
    if (to := update.details.get("to_staff")) is not None:
        return [named(session, to)] if to != update.staff_id else []
    concerned = responsible(session, request.department)
    agents = [member for member in concerned if member.role is Role.AGENT]
    return [member for member in agents or concerned if member.id != update.staff_id]


def members(session: Session) -> Sequence[Staff]:
    """Everybody who is staff now, in the order in which they came."""
    return session.exec(select(Staff).where(col(Staff.left_at).is_(None)).order_by(col(Staff.id))).all()


def remove(session: Session, id: int, by: Staff, *, now: datetime) -> Staff:
    """Take a member's access away; what they did stays. Raises AdminsOnly, or NotOneself."""
    if by.role is not Role.ADMIN:
        raise AdminsOnly
    if by.id == id:
        raise NotOneself
    leaver = named(session, id)
    if leaver.left_at is None:
        leaver.left_at = now
        log_action(session, by, "removed", f"staff:{id}", now=now)
    return leaver


def _plain(code: str) -> str:
    return "".join(code.upper().split()).replace("-", "")


def _hash(code: str) -> str:
    return hashlib.sha256(_plain(code).encode()).hexdigest()
