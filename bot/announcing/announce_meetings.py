"""Announcing meetings: that one is planned, that it begins, every answer as it comes, that it is over."""

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Session, col, select

from backend.questions import meetingquestions, meetings
from backend.staff import staff
from bot.conversation.reply import Lines, Moment, Named, Paragraph, Reply, Variable, text
from bot.conversation.turn import notify
from bot.mailing import tell_all
from bot.topics.questions.meeting import answer_lines, called
from storage.meetings import Meeting, MeetingStep, MeetingUpdate


def announce(session: Session, now: datetime) -> int:
    """Tell of every step of a meeting that was not told yet; returns how many there were."""
    pending = select(MeetingUpdate).where(col(MeetingUpdate.announced_at).is_(None))
    updates = session.exec(pending.order_by(col(MeetingUpdate.id)).with_for_update(skip_locked=True)).all()
    for update in updates:
        meeting = meetings.find(session, update.meeting_id)
        tell_all(
            session, _audience(session, meeting, update), Reply(paragraphs=_said(session, meeting, update)), now=now
        )
        if update.kind is MeetingStep.OPENED:
            _tell_staff(session, meeting, now)
        update.announced_at = now
    return len(updates)


def _audience(session: Session, meeting: Meeting, update: MeetingUpdate) -> Sequence[int]:
    if update.kind is MeetingStep.ANNOUNCED:
        return meetings.invited(session, meeting)
    return meetings.participants(session, meeting.id)


def _said(session: Session, meeting: Meeting, update: MeetingUpdate) -> list[Paragraph]:
    known: dict[str, Variable] = {
        "number": called(meeting),
        "official": meeting.official,
        "title": Named(names=meeting.titles),
        "begins": Moment(at=meeting.begins_at, style="datetime"),
        "words": str(update.details.get("words", "")),
    }
    head = text(f"meeting-notice-{update.kind.value}", **known)
    if update.kind is not MeetingStep.ANSWERED:
        return [head]
    return [head, Lines(lines=answer_lines(meetingquestions.find(session, update.details["question"])))]


def _tell_staff(session: Session, meeting: Meeting, now: datetime) -> None:
    told = text("hosting-begins", number=called(meeting), official=meeting.official)
    for member in staff.responsible(session, meeting.department):
        notify(session, member.contact_id, Reply(paragraphs=[told]), now=now)
