"""The life of a report: which step may follow which state, and where each step leads."""

from backend.errors import IllegalStep
from storage.requests import Status, Substatus, UpdateKind

_WORKING = frozenset(
    {Substatus.SUBMITTED, Substatus.TAKEN, Substatus.IN_PROGRESS, Substatus.WAITING, Substatus.REOPENED}
)

_MAY_FOLLOW: dict[UpdateKind, frozenset[Substatus]] = {
    UpdateKind.PLACED: _WORKING,
    UpdateKind.TAKEN: _WORKING - {Substatus.TAKEN},
    UpdateKind.IN_PROGRESS: _WORKING - {Substatus.IN_PROGRESS},
    UpdateKind.QUESTION: _WORKING,
    UpdateKind.ANSWER: _WORKING,
    UpdateKind.CLOSED: _WORKING,
    UpdateKind.JOINED: _WORKING,
    # Of many who have the problem, "fixed" of one must not silence "not fixed" of another (decision 0005).
    # Who is told that theirs is a duplicate, or no matter for the city, may contest that too.
    UpdateKind.REOPENED: frozenset({Substatus.CLOSED, Substatus.SETTLED, Substatus.MERGED, Substatus.HIDDEN}),
    UpdateKind.SETTLED: frozenset({Substatus.CLOSED}),
    UpdateKind.LATE: _WORKING,
    UpdateKind.RESCHEDULED: _WORKING,
    UpdateKind.ASSIGNED: _WORKING,
    UpdateKind.RECLASSIFIED: _WORKING,
    UpdateKind.MOVED: _WORKING,
    UpdateKind.NOTE: frozenset(Substatus),
    UpdateKind.REPLY: frozenset(Substatus),
    UpdateKind.MESSAGE: _WORKING,
    UpdateKind.CORRECTED: _WORKING,
    UpdateKind.WITHDRAWN: _WORKING,
    UpdateKind.MERGED: _WORKING,
    # Only an open report takes a duplicate in; it may give one back whenever that is found out.
    UpdateKind.ABSORBED: _WORKING,
    UpdateKind.SPLIT: frozenset({Substatus.MERGED}),
    UpdateKind.RELEASED: frozenset(Substatus),
    UpdateKind.FLAGGED: frozenset(Substatus) - {Substatus.HIDDEN},
    UpdateKind.PICTURED: frozenset({Substatus.CLOSED, Substatus.SETTLED}),
}

_LEADS_TO: dict[UpdateKind, Substatus] = {
    UpdateKind.TAKEN: Substatus.TAKEN,
    UpdateKind.IN_PROGRESS: Substatus.IN_PROGRESS,
    UpdateKind.QUESTION: Substatus.WAITING,
    UpdateKind.CLOSED: Substatus.CLOSED,
    UpdateKind.REOPENED: Substatus.REOPENED,
    UpdateKind.SETTLED: Substatus.SETTLED,
    UpdateKind.WITHDRAWN: Substatus.WITHDRAWN,
    UpdateKind.MERGED: Substatus.MERGED,
    UpdateKind.FLAGGED: Substatus.HIDDEN,
}


def after(substatus: Substatus, step: UpdateKind, *, taken: bool) -> Substatus:
    """Where a step leads; raises IllegalStep when it may not follow. An answer gives the report back to who asked."""
    if substatus not in _MAY_FOLLOW[step]:
        raise IllegalStep(step=step.value, substatus=substatus.value)
    if step is UpdateKind.SPLIT:
        return Substatus.TAKEN if taken else Substatus.SUBMITTED
    if step is UpdateKind.ANSWER:
        if substatus is not Substatus.WAITING:
            return substatus
        return Substatus.TAKEN if taken else Substatus.SUBMITTED
    return _LEADS_TO.get(step, substatus)


def steps_from(substatus: Substatus) -> list[UpdateKind]:
    """The steps that may follow a state, in the order of a report's life."""
    return [step for step, states in _MAY_FOLLOW.items() if substatus in states]


def status_of(substatus: Substatus) -> Status:
    """Open311's open or closed."""
    return Status.OPEN if substatus in _WORKING else Status.CLOSED
