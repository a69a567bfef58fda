"""How often residents contest what the city calls done."""

from datetime import datetime

from sqlalchemy.orm import aliased
from sqlmodel import Session, col, func, select

from storage.requests import ServiceRequestUpdate, UpdateKind


def contested_rate(session: Session, since: datetime) -> float | None:
    """The share, 0 to 1, of closings since then that their reporters contested; None when there were none."""
    after, between = aliased(ServiceRequestUpdate), aliased(ServiceRequestUpdate)
    closings = select(func.count(col(ServiceRequestUpdate.id))).where(
        ServiceRequestUpdate.kind == UpdateKind.CLOSED, col(ServiceRequestUpdate.at) >= since
    )
    same = col(after.request_id) == col(ServiceRequestUpdate.request_id)
    closed_again = (
        select(between.id)
        .where(between.request_id == after.request_id, between.kind == UpdateKind.CLOSED)
        .where(col(between.id) > col(ServiceRequestUpdate.id), col(between.id) < col(after.id))
        .exists()
    )
    contested = (
        select(after.id)
        .where(same, after.kind == UpdateKind.REOPENED, col(after.id) > col(ServiceRequestUpdate.id), ~closed_again)
        .exists()
    )
    count = session.exec(closings).one()
    return session.exec(closings.where(contested)).one() / count if count else None
