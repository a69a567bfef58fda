"""How often residents contest what the city calls done."""

from datetime import datetime

from sqlalchemy.orm import aliased
from sqlmodel import Session, col, func, select

from storage.requests import ServiceRequestUpdate, UpdateKind


def contested_rate(session: Session, since: datetime) -> float | None:
    """The share, 0 to 1, of closings since then that their reporters contested; None when there were none."""
    closing, contest = aliased(ServiceRequestUpdate), aliased(ServiceRequestUpdate)
    closings = select(func.count(col(closing.id))).where(closing.kind == UpdateKind.CLOSED, col(closing.at) >= since)
    # Every contest is of one closing: the last one before it.
    contested_at = (
        select(func.max(col(closing.at)))
        .where(closing.request_id == contest.request_id, closing.kind == UpdateKind.CLOSED)
        .where(col(closing.id) < col(contest.id))
        .correlate(contest)
        .scalar_subquery()
    )
    contests = select(func.count(col(contest.id))).where(contest.kind == UpdateKind.REOPENED, contested_at >= since)
    count = session.exec(closings).one()
    return session.exec(contests).one() / count if count else None
