"""Privacy: what others than their writer read of a report's words, and who of the staff read the original."""

from collections.abc import Iterable, Sequence

from pydantic import BaseModel, ConfigDict
from sqlmodel import Session

from backend.errors import NotAllowed
from backend.reports import issues
from backend.reports.issues import StaffAct
from backend.staff.actions import log_action
from storage.contacts import Contact
from storage.people import Role
from storage.requests import ServiceRequest, ServiceRequestUpdate, UpdateKind

READ = "original_read"
"""The act under which the action log keeps who read original words."""


class Original(BaseModel):
    """A report as it was written, with the words of each masked step; `name` is empty where its writer gave none."""

    model_config = ConfigDict(frozen=True)

    description: str
    words: list[str]
    name: str


def description(request: ServiceRequest) -> str:
    """A report's words as staff read them; those from before words were masked are as they were written."""
    return request.description if request.public_description is None else request.public_description


def for_strangers(request: ServiceRequest) -> str:
    """A report's words as anybody may read them; none of a private report, and none that were never looked through."""
    return "" if request.private else request.public_description or ""


def words(update: ServiceRequestUpdate) -> str:
    """A step's words as others than their writer read them."""
    return update.words if update.public_words is None else update.public_words


def is_masked(request: ServiceRequest, updates: Iterable[ServiceRequestUpdate]) -> bool:
    """Whether anything in a report was masked."""
    return description(request) != request.description or any(words(update) != update.words for update in updates)


def read_original(session: Session, number: int, act: StaffAct) -> Original:
    """A report's original words, and in the action log who read them; raises NotAllowed for another department's."""
    request = issues.find(session, number)
    if act.staff.role is Role.AGENT and act.staff.department != request.department:
        raise NotAllowed
    log_action(session, act.staff, READ, f"request:{number}", now=act.now)
    said = _masked_steps(issues.history(session, number))
    name = "" if request.anonymous else session.get_one(Contact, request.contact_id).name
    return Original(description=request.description, words=said, name=name)


def _masked_steps(updates: Sequence[ServiceRequestUpdate]) -> list[str]:
    # What was submitted and what its reporter added are in the description.
    steps = [update for update in updates if update.kind not in (UpdateKind.SUBMITTED, UpdateKind.CORRECTED)]
    return [update.words for update in steps if words(update) != update.words]
