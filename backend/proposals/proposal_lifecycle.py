"""The life of a proposal: which step may follow which state, and where each step leads."""

from backend.errors import IllegalProposalStep
from storage.proposals import GATHERING, ProposalState, ProposalStep

_S = ProposalState

OPEN = GATHERING
"""Where a proposal still gathers supporters."""
UNDERWAY = frozenset({_S.ACCEPTED, _S.PLANNED, _S.IN_PROGRESS})
"""What the city has said yes to and not finished."""
PUBLIC = OPEN | UNDERWAY | {_S.REJECTED, _S.DONE, _S.EXPIRED}
"""What anybody may read."""
JOINABLE = OPEN | UNDERWAY
"""What is shown to somebody who proposes something alike."""
_ANSWERABLE = OPEN
_ANSWERED = UNDERWAY | {_S.REJECTED, _S.DONE}

_MAY_FOLLOW: dict[ProposalStep, frozenset[ProposalState]] = {
    ProposalStep.SUBMITTED: frozenset({_S.DRAFT}),
    ProposalStep.RETURNED: frozenset({_S.PRESCREENING}),
    ProposalStep.PUBLISHED: frozenset({_S.DRAFT, _S.PRESCREENING}),
    ProposalStep.THRESHOLD_REACHED: frozenset({_S.PUBLISHED}),
    ProposalStep.UNDER_CONSIDERATION: frozenset({_S.PUBLISHED, _S.THRESHOLD_REACHED}),
    ProposalStep.ACCEPTED: _ANSWERABLE,
    # A proposal that breaks the rules of the house ends at the prescreening, with the reasons as any rejection.
    ProposalStep.REJECTED: _ANSWERABLE | {_S.PRESCREENING},
    ProposalStep.AMENDED: _ANSWERED,
    ProposalStep.PLANNED: frozenset({_S.ACCEPTED}),
    ProposalStep.IN_PROGRESS: frozenset({_S.ACCEPTED, _S.PLANNED}),
    ProposalStep.MILESTONE: UNDERWAY | {_S.DONE},
    ProposalStep.DONE: UNDERWAY,
    ProposalStep.EXPIRED: frozenset({_S.PUBLISHED}),
    ProposalStep.WITHDRAWN: OPEN | {_S.DRAFT, _S.PRESCREENING},
    ProposalStep.MERGED: OPEN,
    ProposalStep.COMMENTED: OPEN | UNDERWAY,
    ProposalStep.COMMENT_ANSWERED: PUBLIC,
    ProposalStep.REMINDED: OPEN,
}

_LEADS_TO: dict[ProposalStep, ProposalState] = {
    ProposalStep.SUBMITTED: _S.PRESCREENING,
    ProposalStep.RETURNED: _S.DRAFT,
    ProposalStep.PUBLISHED: _S.PUBLISHED,
    ProposalStep.THRESHOLD_REACHED: _S.THRESHOLD_REACHED,
    ProposalStep.UNDER_CONSIDERATION: _S.UNDER_CONSIDERATION,
    ProposalStep.ACCEPTED: _S.ACCEPTED,
    ProposalStep.REJECTED: _S.REJECTED,
    ProposalStep.PLANNED: _S.PLANNED,
    ProposalStep.IN_PROGRESS: _S.IN_PROGRESS,
    ProposalStep.DONE: _S.DONE,
    ProposalStep.EXPIRED: _S.EXPIRED,
    ProposalStep.WITHDRAWN: _S.WITHDRAWN,
    ProposalStep.MERGED: _S.WITHDRAWN,
}


def after(state: ProposalState, step: ProposalStep) -> ProposalState:
    """Where a step leads; raises IllegalProposalStep when it may not follow this state."""
    if state not in _MAY_FOLLOW[step]:
        raise IllegalProposalStep(step=step.value, state=state.value)
    return _LEADS_TO.get(step, state)


def steps_from(state: ProposalState) -> list[ProposalStep]:
    """The steps that may follow a state, in the order of a proposal's life."""
    return [step for step, states in _MAY_FOLLOW.items() if state in states]
