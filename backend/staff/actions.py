"""The action log: who of the staff did what, on what, when and why."""

from datetime import datetime
from typing import Any

from sqlmodel import Session

from storage.people import ActionLog, Staff


def log_action(
    session: Session,
    staff: Staff | None,
    action: str,
    subject: str,
    *,
    now: datetime,
    reason: str = "",
    details: dict[str, Any] | None = None,
) -> None:
    """Add an entry; `staff` is None for what was done on the machine itself, `subject` such as `request:1024`."""
    session.add(
        ActionLog(
            at=now,
            staff_id=staff.id if staff else None,
            action=action,
            subject=subject,
            reason=reason,
            details=details or {},
        )
    )
