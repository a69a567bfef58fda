"""Comments on proposals: one a person, for or against, looked at before they are shown, as many of each side."""

from collections.abc import Sequence
from datetime import datetime
from itertools import chain, zip_longest

from sqlmodel import Session, col, func, select

from backend.city.city import City
from backend.errors import CommentTooLong, NoSuchProposal, ReasonsNeeded
from backend.proposals import proposal_lifecycle, proposals
from backend.reports.issues import StaffAct
from backend.staff.actions import log_action
from storage.proposals import CommentState, Proposal, ProposalComment, ProposalStep, Side


def write(
    session: Session,
    city: City,
    number: int,
    side: Side,
    words: str,
    *,
    language: str,
    contact_id: int,
    now: datetime,
) -> ProposalComment:
    """Comment on a proposal; a second comment of the same person takes the place of the first and is looked at anew.

    Raises CommentTooLong, and IllegalProposalStep once the proposal is closed.
    """
    limit = city.participation.comment_length
    if len(words) > limit:
        raise CommentTooLong(limit=limit, length=len(words))
    proposal = proposals.locked(session, proposals.find(session, number, reader_id=contact_id).id)
    proposal_lifecycle.after(proposal.state, ProposalStep.COMMENTED)
    comment = of(session, number, contact_id)
    if comment is None:
        comment = ProposalComment(
            proposal_id=number, contact_id=contact_id, side=side, words=words, language=language, at=now
        )
        session.add(comment)
    else:
        comment.side, comment.words, comment.language, comment.at = side, words, language, now
        comment.state, comment.reason, comment.answer, comment.answered_at = CommentState.WAITING, "", {}, None
    session.flush()
    details = {"comment": comment.id, "side": side.value}
    proposals.step(session, proposal, ProposalStep.COMMENTED, now, contact_id=contact_id, words=words, details=details)
    return comment


def of(session: Session, number: int, contact_id: int) -> ProposalComment | None:
    """What a contact said on a proposal."""
    rows = select(ProposalComment).where(
        ProposalComment.proposal_id == number, ProposalComment.contact_id == contact_id
    )
    return session.exec(rows).first()


def named(session: Session, id: int) -> ProposalComment:
    """A comment by its id; raises NoSuchProposal for none."""
    comment = session.get(ProposalComment, id)
    if comment is None:
        raise NoSuchProposal(number=id)
    return comment


def balanced(session: Session, number: int, *, offset: int = 0, limit: int = 3) -> Sequence[ProposalComment]:
    """A page of a proposal's comments: the newest of each side in turn, so that neither crowds out the other.

    `limit` and `offset` count comments of one side.
    """
    sides = [
        session.exec(
            select(ProposalComment)
            .where(
                ProposalComment.proposal_id == number,
                ProposalComment.state == CommentState.SHOWN,
                ProposalComment.side == side,
            )
            .order_by(col(ProposalComment.id).desc())
            .offset(offset)
            .limit(limit)
        ).all()
        for side in Side
    ]
    return [comment for comment in chain.from_iterable(zip_longest(*sides)) if comment is not None]


def counts(session: Session, number: int) -> dict[Side, int]:
    """How many comments of each side are shown."""
    rows = (
        select(ProposalComment.side, func.count())
        .where(ProposalComment.proposal_id == number, ProposalComment.state == CommentState.SHOWN)
        .group_by(col(ProposalComment.side))
    )
    found = dict(session.exec(rows).all())
    return {side: found.get(side, 0) for side in Side}


def waiting(session: Session, *, limit: int = 10) -> Sequence[ProposalComment]:
    """The comments that nobody has looked at, oldest first."""
    rows = select(ProposalComment).where(ProposalComment.state == CommentState.WAITING)
    return session.exec(rows.order_by(col(ProposalComment.id)).limit(limit)).all()


def show(session: Session, id: int, act: StaffAct) -> ProposalComment:
    """Let everybody read a comment."""
    comment = named(session, id)
    comment.state, comment.staff_id = CommentState.SHOWN, act.staff.id
    log_action(session, act.staff, "comment_shown", f"comment:{id}", now=act.now)
    return comment


def hide(session: Session, id: int, reason: str, act: StaffAct) -> ProposalComment:
    """Keep a comment from being read, with the reason that its writer may ask for; raises ReasonsNeeded."""
    if not reason.strip():
        raise ReasonsNeeded
    comment = named(session, id)
    comment.state, comment.staff_id, comment.reason = CommentState.HIDDEN, act.staff.id, reason.strip()
    log_action(session, act.staff, "comment_hidden", f"comment:{id}", now=act.now, reason=reason)
    return comment


def answer(session: Session, id: int, texts: dict[str, str], act: StaffAct) -> Proposal:
    """Answer a comment where everybody reads it; it is shown with the answer."""
    comment = named(session, id)
    proposal = proposals.locked(session, comment.proposal_id)
    comment.answer, comment.answered_at, comment.staff_id = texts, act.now, act.staff.id
    comment.state = CommentState.SHOWN
    details = {"comment": id, "contact": comment.contact_id}
    proposals.step(
        session, proposal, ProposalStep.COMMENT_ANSWERED, act.now, staff=act.staff, texts=texts, details=details
    )
    log_action(session, act.staff, "comment_answered", f"comment:{id}", now=act.now, reason=next(iter(texts.values())))
    return proposal
