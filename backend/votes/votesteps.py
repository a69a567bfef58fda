"""Steps of a vote and of its projects: written down once, told to those they concern by whoever sees them."""

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Session, col, select

from storage.people import Staff
from storage.votes import Budget, Project, VoteStep, VoteUpdate


def note(
    session: Session,
    budget: Budget,
    kind: VoteStep,
    *,
    now: datetime,
    project: Project | None = None,
    staff: Staff | None = None,
    words: str = "",
) -> VoteUpdate:
    """Write a step down; `words` are what staff say about it."""
    update = VoteUpdate(
        budget_id=budget.id,
        project_id=project.id if project else None,
        kind=kind,
        at=now,
        staff_id=staff.id if staff else None,
        words=words,
    )
    session.add(update)
    session.flush()
    return update


def untold(session: Session) -> Sequence[VoteUpdate]:
    """Steps that nobody was told of yet, oldest first, for whoever looks first."""
    rows = select(VoteUpdate).where(col(VoteUpdate.announced_at).is_(None)).order_by(col(VoteUpdate.id))
    return session.exec(rows.with_for_update(skip_locked=True)).all()


def history(session: Session, project: Project) -> Sequence[VoteUpdate]:
    """What happened to a project, oldest first."""
    rows = select(VoteUpdate).where(VoteUpdate.project_id == project.id)
    return session.exec(rows.order_by(col(VoteUpdate.id))).all()
