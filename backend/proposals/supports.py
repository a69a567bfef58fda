"""Supporting proposals: one support a person, withdrawn at will, kept when proposals are merged."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlmodel import Session, col, select

from backend.city.city import City
from backend.errors import IllegalProposalStep, SupportClosed
from backend.proposals import proposals, similar
from backend.proposals.proposal_lifecycle import OPEN
from storage.people import Staff
from storage.proposals import Proposal, ProposalState, ProposalStep, ProposalSupport


def is_open(proposal: Proposal, now: datetime) -> bool:
    """Whether a proposal can be supported now; its window ends at the second, whether the clock has looked or not."""
    if proposal.state is ProposalState.PUBLISHED:
        return proposal.expires_at is not None and now < proposal.expires_at
    return proposal.state in OPEN


def support(session: Session, city: City, number: int, *, contact_id: int, now: datetime) -> tuple[Proposal, bool]:
    """Support a proposal, or the one that it was merged into; False when they supported it already.

    Raises SupportClosed after its window and once the city has answered. The supporter who reaches the threshold starts
    the clock of the city's answer.
    """
    found = proposals.survivor(session, proposals.find(session, number, reader_id=contact_id))
    proposal = proposals.locked(session, found.id)
    if not is_open(proposal, now):
        raise SupportClosed(number=proposal.id)
    if session.get(ProposalSupport, (proposal.id, contact_id)) is not None:
        return proposal, False
    session.add(ProposalSupport(proposal_id=proposal.id, contact_id=contact_id, since=now))
    session.flush()
    _counted(session, city, proposal, now)
    return proposal, True


def withdraw(session: Session, number: int, *, contact_id: int) -> tuple[Proposal, bool]:
    """Take one's support back and hear no more of the proposal; False when there was none.

    A threshold that was reached stays reached: the city has promised its answer to all the others.
    """
    found = proposals.survivor(session, proposals.find(session, number, reader_id=contact_id))
    proposal = proposals.locked(session, found.id)
    row = session.get(ProposalSupport, (proposal.id, contact_id))
    if row is None:
        return proposal, False
    for number_there in _with_merged(session, proposal.id):
        if (there := session.get(ProposalSupport, (number_there, contact_id))) is not None:
            session.delete(there)
    session.flush()
    proposals.count_supporters(session, proposal)
    return proposal, True


def _with_merged(session: Session, number: int) -> list[int]:
    """A proposal and all that went on in it, whose rows are kept so that their supporters can be told."""
    merged = session.exec(select(Proposal.id).where(Proposal.merged_into == number)).all()
    return [number, *(inner for source in merged for inner in _with_merged(session, source))]


def supports(session: Session, proposal_id: int, contact_id: int) -> bool:
    """Whether a contact supports a proposal."""
    return session.get(ProposalSupport, (proposal_id, contact_id)) is not None


def supporters(session: Session, proposal_id: int) -> Sequence[int]:
    """The contacts who support a proposal, the first first."""
    rows = select(ProposalSupport.contact_id).where(ProposalSupport.proposal_id == proposal_id)
    return session.exec(rows.order_by(col(ProposalSupport.since), col(ProposalSupport.contact_id))).all()


def merge(session: Session, city: City, source: int, target: int, *, by: Staff, now: datetime) -> Proposal:
    """Let one proposal go on in another: whoever supported either of them supports it, once.

    Raises IllegalProposalStep unless both still gather supporters, and for a proposal and itself.
    """
    if source == target:
        raise IllegalProposalStep(step=ProposalStep.MERGED.value, state="")
    # Always in the order of their numbers, so that two merges at once don't wait for each other.
    held = {number: proposals.locked(session, number) for number in sorted({source, target})}
    old, kept = held[source], held[target]
    if kept.state not in OPEN:
        raise IllegalProposalStep(step=ProposalStep.MERGED.value, state=kept.state.value)
    details = {"into": target, "supporters": old.supporters}
    proposals.step(session, old, ProposalStep.MERGED, now, staff=by, details=details)
    old.merged_into = target
    there = set(supporters(session, target))
    rows = session.exec(select(ProposalSupport).where(ProposalSupport.proposal_id == source)).all()
    for row in rows:
        if row.contact_id not in there:
            session.add(ProposalSupport(proposal_id=target, contact_id=row.contact_id, since=row.since))
    session.flush()
    similar.forget(session, source)
    _counted(session, city, kept, now)
    return kept


def _counted(session: Session, city: City, proposal: Proposal, now: datetime) -> None:
    count = proposals.count_supporters(session, proposal)
    if proposal.state is ProposalState.PUBLISHED and count >= proposal.threshold:
        proposal.reached_at = now
        proposal.answer_due_at = now + timedelta(days=city.participation.answer_days)
        proposals.step(session, proposal, ProposalStep.THRESHOLD_REACHED, now, details={"supporters": count})
