"""Similar proposals: those among very many that probably ask for what a new one asks for.

An inverted index in the database (ProposalTerm) finds the candidates, so that no proposal is read that shares nothing;
only the best of them are compared in full.
"""

from dataclasses import dataclass

from sqlmodel import Session, col, delete, select

from backend.proposals.proposal_lifecycle import JOINABLE
from backend.words.ideas import LIKELY, Idea, idea_of, same
from storage import termindex
from storage.proposals import Proposal, ProposalTerm

_CANDIDATES = 40
"""Proposals that are compared in full: those that share most terms."""


@dataclass(frozen=True, kw_only=True)
class Similar:
    """A proposal that probably asks for the same, and how probably (0 to 1)."""

    proposal: Proposal
    probability: float


def find(session: Session, new: Idea, *, limit: int = 3, without: int | None = None) -> list[Similar]:
    """The proposals that can be joined and probably ask for the same, best first; `without` leaves one out."""
    judged = []
    for proposal in _candidates(session, new):
        if proposal.id == without or proposal.state not in JOINABLE:
            continue
        probability = same(new, idea_of(proposal))
        if probability >= LIKELY:
            judged.append(Similar(proposal=proposal, probability=probability))
    return sorted(judged, key=lambda one: (-one.probability, -one.proposal.supporters, one.proposal.id))[:limit]


def _candidates(session: Session, new: Idea) -> list[Proposal]:
    ids = termindex.sharing(session, new.terms, area=new.area or "", limit=_CANDIDATES)
    return list(session.exec(select(Proposal).where(col(Proposal.id).in_(ids))).all()) if ids else []


def index(session: Session, proposal: Proposal) -> None:
    """Make a proposal findable by what it is about."""
    forget(session, proposal.id)
    area = proposal.area or ""
    for term in dict.fromkeys(idea_of(proposal).terms):
        session.add(ProposalTerm(term=term, area=area, proposal_id=proposal.id))
    session.flush()


def forget(session: Session, proposal_id: int) -> None:
    """Take a proposal that can't be joined any more out of the index."""
    session.exec(delete(ProposalTerm).where(col(ProposalTerm.proposal_id) == proposal_id))
