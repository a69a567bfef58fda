"""Meetings with an official: announced, held at their hour, kept; who takes part and who is told."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from pydantic import BaseModel, ConfigDict
from sqlmodel import Session, col, or_, select

from backend.errors import IllegalMeetingStep, NoSuchMeeting, ReasonsNeeded, UnusableDate
from backend.reports.issues import StaffAct
from backend.staff.actions import log_action
from storage.meetings import (
    Meeting,
    MeetingParticipant,
    MeetingState,
    MeetingStep,
    MeetingUpdate,
)
from storage.people import Staff
from storage.proposals import Proposal, ProposalSupport

_FURTHEST = timedelta(days=366)
_OPEN = frozenset({MeetingState.ANNOUNCED, MeetingState.OPEN})
_AUDIENCE = 20_000


class NewMeeting(BaseModel):
    """Who answers, on what (in the city's languages), for which department, from when for how many minutes."""

    model_config = ConfigDict(frozen=True)

    official: str
    titles: dict[str, str]
    department: str
    begins_at: datetime
    minutes: int = 60


def announce(session: Session, new: NewMeeting, act: StaffAct) -> Meeting:
    """Plan a meeting and tell of it; raises UnusableDate unless it begins within a year from now."""
    if not act.now < new.begins_at <= act.now + _FURTHEST:
        raise UnusableDate
    meeting = Meeting(
        **new.model_dump(exclude={"minutes"}),
        ends_at=new.begins_at + timedelta(minutes=new.minutes),
        staff_id=act.staff.id,
        created_at=act.now,
    )
    session.add(meeting)
    session.flush()
    step(session, meeting, MeetingStep.ANNOUNCED, act.now, staff=act.staff)
    log_action(session, act.staff, "meeting_announced", f"meeting:{meeting.id}", now=act.now)
    return meeting


def cancel(session: Session, number: int, reason: str, act: StaffAct) -> Meeting:
    """Call a meeting off, with the reason that everybody is told; raises ReasonsNeeded, IllegalMeetingStep."""
    meeting = under_way(session, number)
    if not reason.strip():
        raise ReasonsNeeded
    meeting.state = MeetingState.CANCELLED
    step(session, meeting, MeetingStep.CANCELLED, act.now, staff=act.staff, words=reason)
    log_action(session, act.staff, "meeting_cancelled", f"meeting:{number}", now=act.now, reason=reason)
    return meeting


def find(session: Session, number: int) -> Meeting:
    """The meeting with this number; raises NoSuchMeeting."""
    meeting = session.get(Meeting, number) if 0 < number < 2**63 else None
    if meeting is None:
        raise NoSuchMeeting(number=number)
    return meeting


def coming(session: Session, *, limit: int = 5) -> Sequence[Meeting]:
    """The meetings that are to come or are being held, the next first."""
    rows = select(Meeting).where(col(Meeting.state).in_(_OPEN))
    return session.exec(rows.order_by(col(Meeting.begins_at), col(Meeting.id)).limit(limit)).all()


def past(session: Session, *, limit: int = 5) -> Sequence[Meeting]:
    """The meetings that were held, the last first."""
    rows = select(Meeting).where(Meeting.state == MeetingState.CLOSED)
    return session.exec(rows.order_by(col(Meeting.begins_at).desc()).limit(limit)).all()


def join(session: Session, number: int, *, contact_id: int, now: datetime) -> bool:
    """Hear of a meeting and of every answer; False for somebody who does already."""
    find(session, number)
    if session.get(MeetingParticipant, (number, contact_id)) is not None:
        return False
    session.add(MeetingParticipant(meeting_id=number, contact_id=contact_id, since=now))
    session.flush()
    return True


def takes_part(session: Session, number: int, contact_id: int) -> bool:
    """Whether a contact hears of a meeting."""
    return session.get(MeetingParticipant, (number, contact_id)) is not None


def keep_time(session: Session, now: datetime) -> int:
    """Open the meetings that begin and close those that are over; returns how many steps that made."""
    due = select(Meeting).where(
        or_(
            (col(Meeting.state) == MeetingState.ANNOUNCED) & (col(Meeting.begins_at) <= now),
            (col(Meeting.state) == MeetingState.OPEN) & (col(Meeting.ends_at) <= now),
        )
    )
    rows = session.exec(due.with_for_update(skip_locked=True)).all()
    for meeting in rows:
        over = meeting.ends_at <= now
        meeting.state = MeetingState.CLOSED if over else MeetingState.OPEN
        step(session, meeting, MeetingStep.CLOSED if over else MeetingStep.OPENED, now)
    return len(rows)


def participants(session: Session, number: int) -> Sequence[int]:
    """The contacts who hear of a meeting."""
    rows = select(MeetingParticipant.contact_id).where(MeetingParticipant.meeting_id == number)
    return session.exec(rows.order_by(col(MeetingParticipant.contact_id))).all()


def invited(session: Session, meeting: Meeting) -> Sequence[int]:
    """Who is told that a meeting is planned: who took part in one before, and who supports what its office answers."""
    before = select(MeetingParticipant.contact_id)
    about = select(ProposalSupport.contact_id).join(Proposal, col(Proposal.id) == col(ProposalSupport.proposal_id))
    about = about.where(Proposal.department == meeting.department, col(Proposal.gathers).is_(True))
    return sorted({*session.exec(before.limit(_AUDIENCE)), *session.exec(about.limit(_AUDIENCE))})


def under_way(session: Session, number: int) -> Meeting:
    """The meeting with this number, while questions may be put; raises IllegalMeetingStep."""
    meeting = find(session, number)
    if meeting.state not in _OPEN:
        raise IllegalMeetingStep
    return meeting


def step(
    session: Session,
    meeting: Meeting,
    kind: MeetingStep,
    now: datetime,
    *,
    staff: Staff | None = None,
    **details: object,
) -> None:
    """Write down what happened at a meeting, for those who take part to be told."""
    session.add(
        MeetingUpdate(meeting_id=meeting.id, kind=kind, at=now, staff_id=staff.id if staff else None, details=details)
    )
    session.flush()
