"""Announcing proposals: every step reaches its author, its supporters and the staff whom it concerns."""

from collections.abc import Iterable
from datetime import datetime

from pydantic import BaseModel
from sqlmodel import Session, col, select

from backend.city.city import City
from backend.digests import proposal_changes
from backend.proposals import comments, proposals, supports
from backend.staff import staff
from bot.conversation.ask import Question
from bot.conversation.reference import Series
from bot.conversation.reply import Moment, Named, Reply, Variable, text
from bot.conversation.turn import put_to
from bot.mailing import tell_all
from bot.topics.proposals import council, moderating
from bot.topics.proposals.moderating import Comment
from bot.topics.proposals.proposal_lines import called, in_languages
from bot.topics.proposals.verdict import Deciding
from storage.proposals import Proposal, ProposalStep, ProposalUpdate

_FOR_STAFF = frozenset(
    {
        ProposalStep.SUBMITTED,
        ProposalStep.PUBLISHED,
        ProposalStep.THRESHOLD_REACHED,
        ProposalStep.REMINDED,
        ProposalStep.COMMENTED,
        ProposalStep.WITHDRAWN,
    }
)
"""What residents do and the clock finds, unless staff did it themselves."""
_FOR_EVERYBODY = proposal_changes.TELLING
"""What author and supporters hear, except whoever did it."""


def announce(session: Session, city: City, now: datetime) -> int:
    """Tell of every step of a proposal that was not told yet; returns how many there were."""
    pending = select(ProposalUpdate).where(col(ProposalUpdate.announced_at).is_(None))
    updates = session.exec(pending.order_by(col(ProposalUpdate.id)).with_for_update(skip_locked=True)).all()
    for update in updates:
        proposal = proposals.find(session, update.proposal_id)
        if update.kind in _FOR_STAFF and update.staff_id is None:
            _tell_staff(session, city, proposal, update, now)
        if update.kind in _FOR_EVERYBODY:
            audience = {proposal.contact_id, *supports.supporters(session, proposal.id)}
            _tell(session, city, proposal, update, audience, now=now)
        elif update.kind is ProposalStep.RETURNED:
            _tell(session, city, proposal, update, {proposal.contact_id}, now=now)
        elif update.kind is ProposalStep.COMMENT_ANSWERED:
            _tell(session, city, proposal, update, {proposal.contact_id, update.details["contact"]}, now=now)
        update.announced_at = now
    return len(updates)


def _tell(
    session: Session, city: City, proposal: Proposal, update: ProposalUpdate, audience: Iterable[int], *, now: datetime
) -> None:
    reply = Reply(paragraphs=[text(_notice(update), **_known(city, proposal, update))], photos=update.photos)
    tell_all(session, sorted(set(audience) - {update.contact_id}), reply, now=now)


def _notice(update: ProposalUpdate) -> str:
    kind = update.kind.value.replace("_", "-")
    without = update.kind in _OPTIONAL_WORDS and not update.texts and not update.words
    return f"proposal-notice-{kind}-plain" if without else f"proposal-notice-{kind}"


_OPTIONAL_WORDS = frozenset(
    {ProposalStep.UNDER_CONSIDERATION, ProposalStep.PLANNED, ProposalStep.IN_PROGRESS, ProposalStep.DONE}
)


def _known(city: City, proposal: Proposal, update: ProposalUpdate) -> dict[str, Variable]:
    office = city.department(update.details.get("office") or proposal.department)
    known: dict[str, Variable] = {
        "number": called(proposal),
        "title": proposal.title,
        "supporters": proposal.supporters,
        "words": in_languages(update.texts) if update.texts else update.words,
        "office": Named(names=office.name),
        "signer": str(update.details.get("signer", "")),
        "into": Series.PROPOSAL.of(update.details.get("into", "")),
    }
    if proposal.answer_due_at is not None:
        known["due"] = Moment(at=proposal.answer_due_at)
    return known


def _card(session: Session, city: City, proposal: Proposal, update: ProposalUpdate) -> tuple[str, BaseModel, Question]:
    """The card that staff get, with the topic that its buttons belong to."""
    if update.kind is ProposalStep.COMMENTED:
        comment = comments.named(session, update.details["comment"])
        return "moderating", Comment(id=comment.id), moderating.card(proposal, comment)
    state = Deciding(number=proposal.id, version=proposal.version)
    return "council", state, council.card(session, city, proposal)


def _tell_staff(session: Session, city: City, proposal: Proposal, update: ProposalUpdate, now: datetime) -> None:
    overdue = update.kind is ProposalStep.REMINDED and update.details.get("overdue")
    kind = "overdue" if overdue else update.kind.value.replace("_", "-")
    topic, state, question = _card(session, city, proposal, update)
    question = question.model_copy(update={"paragraphs": [text(f"council-headline-{kind}"), *question.paragraphs]})
    for member in staff.responsible(session, proposal.department):
        put_to(session, member.contact_id, question, topic=topic, step="card", state=state, now=now)
