"""Proposals: made by residents, supported by many, answered by the city. Every step is written as an update."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from pydantic import BaseModel, ConfigDict
from sqlmodel import Session, col, func, select

from backend.city.city import City
from backend.errors import NoSuchProposal, NotYourProposal, TooManyProposals
from backend.proposals import proposal_lifecycle, similar
from storage.people import Staff
from storage.proposals import Proposal, ProposalState, ProposalStep, ProposalSupport, ProposalUpdate

_ASIDE = frozenset({ProposalStep.COMMENTED, ProposalStep.COMMENT_ANSWERED, ProposalStep.REMINDED})
"""Steps that leave the version alone: nothing changes of what staff are looking at, and comments come at any time."""


class NewProposal(BaseModel):
    """What a resident has confirmed. `title` and `summary` are cut out of `words`; `photos` are media ids."""

    model_config = ConfigDict(frozen=True)

    title: str
    summary: str
    words: str
    language: str
    topic: str
    address: str = ""
    area: str | None = None
    lat: float | None = None
    lon: float | None = None
    photos: list[int] = []


def propose(session: Session, city: City, new: NewProposal, *, contact_id: int, now: datetime) -> Proposal:
    """Make a proposal: published at once, or looked at before where the city folder says so; raises TooManyProposals.

    Its author is its first supporter.
    """
    _check_pace(session, city, contact_id, now)
    rules = city.participation
    proposal = Proposal(
        **new.model_dump(),
        contact_id=contact_id,
        department=rules.topic(new.topic).department,
        level=rules.level_of(new.area).code,
        created_at=now,
        updated_at=now,
    )
    session.add(proposal)
    session.flush()
    _enter(session, city, proposal, contact_id, now)
    return proposal


def resubmit(
    session: Session, city: City, number: int, new: NewProposal, *, contact_id: int, now: datetime
) -> Proposal:
    """Hand in again what staff gave back to its author; raises NotYourProposal or IllegalProposalStep."""
    proposal = locked(session, number)
    if proposal.contact_id != contact_id:
        raise NotYourProposal(number=number)
    proposal_lifecycle.after(proposal.state, ProposalStep.SUBMITTED)
    for name, value in new.model_dump().items():
        setattr(proposal, name, value)
    proposal.department = city.participation.topic(new.topic).department
    proposal.level = city.participation.level_of(new.area).code
    _enter(session, city, proposal, contact_id, now)
    return proposal


def _enter(session: Session, city: City, proposal: Proposal, contact_id: int, now: datetime) -> None:
    if city.participation.prescreening:
        step(session, proposal, ProposalStep.SUBMITTED, now, contact_id=contact_id, words=proposal.words)
    else:
        publish(session, city, proposal, now, contact_id=contact_id)


def _check_pace(session: Session, city: City, contact_id: int, now: datetime) -> None:
    limit = city.participation.proposals_a_day
    recent = select(func.count()).where(
        Proposal.contact_id == contact_id, col(Proposal.created_at) > now - timedelta(days=1)
    )
    if session.exec(recent).one() >= limit:
        raise TooManyProposals(limit=limit)


def publish(
    session: Session,
    city: City,
    proposal: Proposal,
    now: datetime,
    *,
    contact_id: int | None = None,
    staff: Staff | None = None,
) -> None:
    """Open a proposal to support: its threshold and its window are fixed now."""
    level = city.participation.level(proposal.level)
    proposal.threshold, proposal.published_at = level.threshold, now
    proposal.expires_at = now + timedelta(days=level.days)
    step(session, proposal, ProposalStep.PUBLISHED, now, contact_id=contact_id, staff=staff, words=proposal.words)
    if session.get(ProposalSupport, (proposal.id, proposal.contact_id)) is None:
        session.add(ProposalSupport(proposal_id=proposal.id, contact_id=proposal.contact_id, since=now))
        session.flush()
    count_supporters(session, proposal)
    similar.index(session, proposal)


def find(session: Session, number: int, *, reader_id: int | None = None) -> Proposal:
    """The proposal with this number; with `reader_id`, only if that contact may see it. Raises NoSuchProposal."""
    proposal = session.get(Proposal, number) if 0 < number < 2**63 else None
    if proposal is None:
        raise NoSuchProposal(number=number)
    # What was turned down before it was published stays between its author and the city.
    hidden = proposal.published_at is None or (
        proposal.state not in proposal_lifecycle.PUBLIC and proposal.merged_into is None
    )
    if reader_id is not None and hidden and proposal.contact_id != reader_id:
        raise NoSuchProposal(number=number)
    return proposal


def survivor(session: Session, proposal: Proposal) -> Proposal:
    """The proposal that took this one's supporters, however often that happened; itself where none did."""
    while proposal.merged_into is not None:
        proposal = find(session, proposal.merged_into)
    return proposal


def history(session: Session, number: int) -> Sequence[ProposalUpdate]:
    """All that happened to a proposal, oldest first."""
    steps = select(ProposalUpdate).where(ProposalUpdate.proposal_id == number)
    return session.exec(steps.order_by(col(ProposalUpdate.id))).all()


def mine(session: Session, contact_id: int, *, limit: int = 10) -> Sequence[Proposal]:
    """A resident's own proposals, newest first."""
    own = select(Proposal).where(Proposal.contact_id == contact_id)
    return session.exec(own.order_by(col(Proposal.id).desc()).limit(limit)).all()


def supported_by(session: Session, contact_id: int, *, limit: int = 10) -> Sequence[Proposal]:
    """The proposals of others that a resident supports, the latest support first."""
    rows = (
        select(Proposal)
        .join(ProposalSupport, col(ProposalSupport.proposal_id) == col(Proposal.id))
        .where(
            ProposalSupport.contact_id == contact_id,
            Proposal.contact_id != contact_id,
            col(Proposal.merged_into).is_(None),
        )
    )
    return session.exec(rows.order_by(col(ProposalSupport.since).desc()).limit(limit)).all()


def withdraw(session: Session, number: int, *, contact_id: int, now: datetime) -> Proposal:
    """Take one's own proposal back before the city has answered; raises NotYourProposal or IllegalProposalStep."""
    proposal = locked(session, number)
    if proposal.contact_id != contact_id:
        raise NotYourProposal(number=number)
    step(session, proposal, ProposalStep.WITHDRAWN, now, contact_id=contact_id)
    similar.forget(session, proposal.id)
    return proposal


def expire(session: Session, now: datetime, *, limit: int = 200) -> int:
    """End what has not found enough supporters in its window; returns how many there were."""
    over = select(Proposal).where(Proposal.state == ProposalState.PUBLISHED, col(Proposal.expires_at) <= now)
    rows = session.exec(over.order_by(col(Proposal.expires_at)).limit(limit).with_for_update(skip_locked=True)).all()
    for proposal in rows:
        step(session, proposal, ProposalStep.EXPIRED, now)
        similar.forget(session, proposal.id)
    return len(rows)


def locked(session: Session, number: int) -> Proposal:
    """The proposal with this number, held until the transaction ends; raises NoSuchProposal."""
    find(session, number)
    rows = select(Proposal).where(Proposal.id == number).with_for_update()
    return session.exec(rows.execution_options(populate_existing=True)).one()


def count_supporters(session: Session, proposal: Proposal) -> int:
    """Count the rows again and keep the number on the proposal, which must be locked."""
    rows = select(func.count()).select_from(ProposalSupport).where(ProposalSupport.proposal_id == proposal.id)
    proposal.supporters = session.exec(rows).one()
    return proposal.supporters


def step(
    session: Session,
    proposal: Proposal,
    kind: ProposalStep,
    now: datetime,
    *,
    staff: Staff | None = None,
    contact_id: int | None = None,
    words: str = "",
    texts: dict[str, str] | None = None,
    photos: Sequence[int] = (),
    details: dict[str, Any] | None = None,
) -> ProposalUpdate:
    """Take one step of the lifecycle and write it down; raises IllegalProposalStep."""
    proposal.state = proposal_lifecycle.after(proposal.state, kind)
    if kind not in _ASIDE:
        proposal.version += 1
    proposal.updated_at = now
    update = ProposalUpdate(
        proposal_id=proposal.id,
        kind=kind,
        at=now,
        staff_id=staff.id if staff else None,
        contact_id=contact_id,
        words=words,
        texts=texts or {},
        photos=list(photos),
        details=details or {},
    )
    session.add(update)
    session.flush()
    return update
