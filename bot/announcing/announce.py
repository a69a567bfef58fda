"""Announcing: what happened to a report reaches those whom it concerns, whoever caused it."""

from datetime import datetime

from sqlalchemy import select as sql_select
from sqlmodel import Session, col, select

from backend.city.city import City
from backend.digests import changes, issuing
from backend.proposals import clusters
from backend.reports import contests, followers
from backend.reports.aftercare import settled_softly
from backend.reports.followers import Follower
from backend.staff import staff
from bot.announcing import announce_clusters, announce_meetings, announce_proposals, announce_questions, announce_votes
from bot.conversation.ask import Accepts, Question
from bot.conversation.reply import Choice, Moment, Named, Text, text
from bot.conversation.state import AboutReport
from bot.conversation.turn import notify, put_to, reply_of
from bot.topics.desk.card import card
from bot.topics.desk.triage import Handling
from bot.topics.reports import endings, lateness, satisfaction
from storage.followers import Why
from storage.meetings import MeetingUpdate
from storage.people import Staff
from storage.proposals import ProposalUpdate
from storage.questions import CityQuestion
from storage.requests import ServiceRequest, ServiceRequestUpdate, UpdateKind
from storage.votes import VoteUpdate

_FOR_STAFF = frozenset(
    {
        UpdateKind.SUBMITTED,
        UpdateKind.PLACED,
        UpdateKind.ANSWER,
        UpdateKind.REOPENED,
        UpdateKind.ASSIGNED,
        UpdateKind.MESSAGE,
        UpdateKind.CORRECTED,
        UpdateKind.WITHDRAWN,
    }
)
"""What residents do and staff must see, and what staff give to one another."""
_FOR_FOLLOWERS = frozenset(
    {
        UpdateKind.TAKEN,
        UpdateKind.IN_PROGRESS,
        UpdateKind.QUESTION,
        UpdateKind.CLOSED,
        UpdateKind.REOPENED,
        UpdateKind.LATE,
        UpdateKind.RESCHEDULED,
        UpdateKind.RECLASSIFIED,
        UpdateKind.MOVED,
        UpdateKind.REPLY,
        UpdateKind.WITHDRAWN,
        UpdateKind.MERGED,
        UpdateKind.SPLIT,
        UpdateKind.PICTURED,
        UpdateKind.FLAGGED,
    }
)
"""What everybody hears who follows a report, except whoever did it."""
_DIRECT = frozenset(
    {
        UpdateKind.ANSWER,
        UpdateKind.PLACED,
        UpdateKind.JOINED,
        UpdateKind.MESSAGE,
        UpdateKind.CORRECTED,
        UpdateKind.WITHDRAWN,
    }
)
"""What concerns only whoever has taken the report, if somebody has."""

_WAITING = sql_select(
    *(
        select(table.id).where(col(table.announced_at).is_(None)).exists()
        for table in (ServiceRequestUpdate, ProposalUpdate, CityQuestion, MeetingUpdate, VoteUpdate)
    )
)
"""Whether anything of each kind was not told yet."""


def announce(session: Session, city: City, now: datetime) -> int:
    """Tell of every step that was not told yet; returns how many there were."""
    # Most turns leave nothing to tell: one statement finds that out, instead of one for each kind of step.
    reports, proposals, questions, meetings, votes = session.execute(_WAITING).one()
    told = _announce_reports(session, city, now) if reports else 0
    told += announce_proposals.announce(session, city, now) if proposals else 0
    told += announce_questions.announce(session, city, now) if questions else 0
    told += announce_meetings.announce(session, now) if meetings else 0
    return told + (announce_votes.announce(session, now) if votes else 0)


def _announce_reports(session: Session, city: City, now: datetime) -> int:
    pending = select(ServiceRequestUpdate).where(col(ServiceRequestUpdate.announced_at).is_(None))
    updates = session.exec(pending.order_by(col(ServiceRequestUpdate.id)).with_for_update(skip_locked=True)).all()
    patterns = clusters.watch(session, city, now) if any(_is_new(update) for update in updates) else []
    for update in updates:
        request = session.get_one(ServiceRequest, update.request_id)
        if update.kind in _FOR_STAFF or _is_evidence(request, update):
            _tell_staff(session, city, request, update, now)
        if settled_softly(update):
            satisfaction.ask_later(session, city, request, now)
        elif update.kind in _FOR_FOLLOWERS:
            _tell_followers(session, city, request, update, now)
        if update.kind is UpdateKind.RECLASSIFIED and update.details.get("handed_over"):
            _tell_staff(session, city, request, update, now)
        update.announced_at = now
    return len(updates) + (announce_clusters.announce(session, city, now) if patterns else 0)


def _is_new(update: ServiceRequestUpdate) -> bool:
    return update.kind is UpdateKind.SUBMITTED


def _is_evidence(request: ServiceRequest, update: ServiceRequestUpdate) -> bool:
    """Whether a "me too" brings staff something to look at; the bare count stands on the card."""
    by_reporter = update.contact_id == request.contact_id
    return update.kind is UpdateKind.JOINED and (bool(update.photos) or by_reporter)


def _tell_staff(
    session: Session, city: City, request: ServiceRequest, update: ServiceRequestUpdate, now: datetime
) -> None:
    question = card(session, city, request)
    headlines = _headlines(session, request, update)
    question = question.model_copy(update={"paragraphs": [*headlines, *question.paragraphs]})
    for member in _concerned(session, request, update):
        put_to(
            session,
            member.contact_id,
            question,
            topic="triage",
            step="card",
            state=Handling(number=request.id, version=request.version),
            now=now,
            request_id=request.id,
        )


def _headlines(session: Session, request: ServiceRequest, update: ServiceRequestUpdate) -> list[Text]:
    head = text(_headline(request, update))
    closers = update.details.get("closers") if update.kind is UpdateKind.REOPENED else None
    if not closers or all(member.id in closers for member in _concerned(session, request, update)):
        return [head]
    who = ", ".join(staff.named(session, closer).name or "–" for closer in closers)
    given = "staff-headline-given" if "to_staff" in update.details else "staff-headline-judging"
    return [head, text(given, closer=who)]


def _headline(request: ServiceRequest, update: ServiceRequestUpdate) -> str:
    if update.kind is UpdateKind.REOPENED and update.details.get("was") in ("merged", "hidden"):
        return f"staff-headline-reopened-{update.details['was']}"
    if update.kind is UpdateKind.REOPENED and update.contact_id != request.contact_id:
        return "staff-headline-reopened-joined"
    return f"staff-headline-{update.kind.value.replace('_', '-')}"


def _concerned(session: Session, request: ServiceRequest, update: ServiceRequestUpdate) -> list[Staff]:
    """Whoever took the report hears its answers; a new or contested one concerns everybody responsible."""
    if update.kind in (UpdateKind.ASSIGNED, UpdateKind.RECLASSIFIED):
        return list(staff.receiving(session, request, update))
    if update.kind is UpdateKind.REOPENED:
        return contests.judging(session, request, update)
    if update.kind in _DIRECT and request.staff_id is not None:
        return [staff.named(session, request.staff_id)]
    return list(staff.responsible(session, request.department))


def _tell_followers(
    session: Session, city: City, request: ServiceRequest, update: ServiceRequestUpdate, now: datetime
) -> None:
    for follower in followers.followers_of(session, request.id):
        if follower.contact_id == update.contact_id or not _is_for(follower.why, update.kind):
            continue
        question = _question(city, request, update, follower)
        # What comes within the hour before somebody's summary is told there, and not twice.
        if _can_wait(update, question) and issuing.bundles(session, city, follower.contact_id, now):
            continue
        _tell(session, request, update, follower.contact_id, question, now=now)


def _is_for(why: Why, kind: UpdateKind) -> bool:
    """Whether a step is told to those who follow for this reason: what the city writes to the reporter is theirs."""
    if kind is UpdateKind.REPLY:
        return why is Why.REPORTED
    return kind is not UpdateKind.QUESTION or why in followers.VOICES


def _can_wait(update: ServiceRequestUpdate, question: Question) -> bool:
    return update.kind in changes.TELLING and not question.choices and not question.accepts


def _tell(
    session: Session,
    request: ServiceRequest,
    update: ServiceRequestUpdate,
    contact_id: int,
    question: Question,
    *,
    now: datetime,
) -> None:
    if not question.choices and not question.accepts:
        notify(session, contact_id, reply_of(question), now=now, request_id=request.id)
        return
    put_to(
        session,
        contact_id,
        question,
        topic="own" if update.kind is UpdateKind.REPLY else "follow",
        step="question" if update.kind is UpdateKind.QUESTION else "closing",
        state=AboutReport(number=request.id),
        now=now,
        request_id=request.id,
    )


def _question(city: City, request: ServiceRequest, update: ServiceRequestUpdate, follower: Follower) -> Question:
    if endings.is_one(update):
        return endings.notice(city, request, update, follower)
    number = str(request.id)
    department = Named(names=city.department(request.department).name)
    match update.kind:
        case UpdateKind.QUESTION:
            notice = "notice-question" if follower.why is Why.REPORTED else "notice-question-joined"
            asked = text(notice, number=number, department=department, words=update.words)
            return Question(paragraphs=[asked], accepts=frozenset({Accepts.WORDS, Accepts.PHOTO}))
        case UpdateKind.LATE:
            return lateness.notice(city, request, update)
        case UpdateKind.REPLY:
            written = text("notice-reply", number=number, department=department, words=update.words)
            return Question(paragraphs=[written], choices=[Choice(id="write", label=text("own-reply"))])
        case UpdateKind.RECLASSIFIED | UpdateKind.MOVED:
            return Question(paragraphs=[_put_right(city, request, update)])
        case _:
            notice = f"notice-{update.kind.value.replace('_', '-')}"
            due = Moment(at=request.expected_at)
            return Question(paragraphs=[text(notice, number=number, department=department, due=due)])


def _put_right(city: City, request: ServiceRequest, update: ServiceRequestUpdate) -> Text:
    number = str(request.id)
    if update.kind is UpdateKind.MOVED:
        return text("notice-moved", number=number, address=update.words)
    service = Named(names=city.service(request.service_code).name)
    department = Named(names=city.department(request.department).name)
    due = Moment(at=request.expected_at)
    return text("notice-reclassified", number=number, service=service, department=department, due=due)
