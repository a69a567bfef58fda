"""What moved in the proposals that people made or support, and in their questions, for many people at once."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from sqlmodel import Session, col, select

from backend.digests.changes import Stretch
from storage.among import among
from storage.proposals import Proposal, ProposalState, ProposalStep, ProposalSupport, ProposalUpdate
from storage.questions import CityQuestion, QuestionState

TELLING = frozenset(
    {
        ProposalStep.PUBLISHED,
        ProposalStep.THRESHOLD_REACHED,
        ProposalStep.UNDER_CONSIDERATION,
        ProposalStep.ACCEPTED,
        ProposalStep.REJECTED,
        ProposalStep.AMENDED,
        ProposalStep.PLANNED,
        ProposalStep.IN_PROGRESS,
        ProposalStep.MILESTONE,
        ProposalStep.DONE,
        ProposalStep.EXPIRED,
        ProposalStep.WITHDRAWN,
        ProposalStep.MERGED,
    }
)
"""Steps that are worth a line some days later."""


class Move(NamedTuple):
    """A step of a proposal, and what one says of both."""

    id: int
    kind: ProposalStep
    at: datetime
    contact_id: int | None
    words: str
    texts: Mapping[str, str]
    details: Mapping[str, Any]
    number: int
    author_id: int
    title: str
    department: str
    supporters: int
    threshold: int
    answer_due_at: datetime | None


_TOLD = (
    *(ProposalUpdate.id, ProposalUpdate.kind, ProposalUpdate.at, ProposalUpdate.contact_id, ProposalUpdate.words),
    *(ProposalUpdate.texts, ProposalUpdate.details, Proposal.id, Proposal.contact_id, Proposal.title),
    *(Proposal.department, Proposal.supporters, Proposal.threshold, Proposal.answer_due_at),
)


@dataclass(frozen=True)
class ProposalChange:
    """The newest telling step of a proposal, for its author (`own`) or somebody who supports it."""

    contact_id: int
    own: bool
    move: Move


@dataclass(frozen=True)
class Gain:
    """New supporters of one's own proposal that still looks for some."""

    contact_id: int
    proposal: Proposal
    gained: int


class Moves:
    """Every telling step after a moment, read once; there are fewer of them than of people."""

    def __init__(self, session: Session, since: datetime, _until: datetime) -> None:
        self._steps: dict[int, list[Move]] = defaultdict(list)
        self._authors: dict[int, list[int]] = defaultdict(list)
        chosen = (
            select(*_TOLD)  # type: ignore[call-overload]
            .join_from(ProposalUpdate, Proposal)
            .where(ProposalUpdate.at > since, col(ProposalUpdate.kind).in_(TELLING))
            .order_by(col(ProposalUpdate.at).desc(), col(ProposalUpdate.id).desc())
        )
        for move in map(Move._make, session.exec(chosen)):
            if move.number not in self._steps:
                self._authors[move.author_id].append(move.number)
            self._steps[move.number].append(move)

    def of(self, session: Session, stretches: Mapping[int, Stretch]) -> Iterator[ProposalChange]:
        """The newest step of each proposal that each of these people made or supports, within their stretch.

        Nobody hears of what they did themselves.
        """
        if not self._steps:
            return
        own = {(one, number) for one in stretches for number in self._authors.get(one, ())}
        for contact_id, number in sorted(own | self._supported(session, stretches)):
            move = self._newest(number, contact_id, stretches[contact_id])
            if move is not None:
                yield ProposalChange(contact_id, (contact_id, number) in own, move)

    def _supported(self, session: Session, stretches: Mapping[int, Stretch]) -> set[tuple[int, int]]:
        rows = select(ProposalSupport.contact_id, ProposalSupport.proposal_id)
        found = session.exec(rows.where(among(ProposalSupport.contact_id, stretches)))
        return {(one, number) for one, number in found if number in self._steps}

    def _newest(self, number: int, contact_id: int, stretch: Stretch) -> Move | None:
        others = (move for move in self._steps[number] if move.contact_id != contact_id)
        return next((move for move in others if _lies_in(move.at, stretch)), None)


def gains(session: Session, stretches: Mapping[int, Stretch]) -> Iterator[Gain]:
    """The new supporters of each of these people's proposals that look for some, within their stretch."""
    if not stretches:
        return
    rows = select(Proposal).where(among(Proposal.contact_id, stretches), Proposal.state == ProposalState.PUBLISHED)
    own = {proposal.id: proposal for proposal in session.exec(rows)}
    if not own:
        return
    supports = select(ProposalSupport).where(
        among(ProposalSupport.proposal_id, own), ProposalSupport.since > min(since for since, _ in stretches.values())
    )
    gained: Counter[int] = Counter()
    for support in session.exec(supports):
        author = own[support.proposal_id].contact_id
        gained[support.proposal_id] += _lies_in(support.since, stretches[author]) and support.contact_id != author
    for number, count in gained.items():
        if count:
            yield Gain(own[number].contact_id, own[number], count)


def answers(session: Session, stretches: Mapping[int, Stretch]) -> Sequence[CityQuestion]:
    """The questions of these people that the city answered within their stretch."""
    if not stretches:
        return []
    rows = select(CityQuestion).where(
        among(CityQuestion.contact_id, stretches), CityQuestion.state == QuestionState.ANSWERED
    )
    found = session.exec(rows.order_by(col(CityQuestion.id))).all()
    return [
        one for one in found if one.answered_at is not None and _lies_in(one.answered_at, stretches[one.contact_id])
    ]


def _lies_in(moment: datetime, stretch: Stretch) -> bool:
    return stretch[0] < moment <= stretch[1]
