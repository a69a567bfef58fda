"""Four eyes at the desk: colleagues are asked, one of them decides, whoever proposed it is told."""

from datetime import datetime

from pydantic import BaseModel, ConfigDict
from sqlmodel import Session

from backend.city.city import City
from backend.reports import steps
from backend.reports.deeds import Deed
from backend.staff import foureyes, staff
from bot.conversation.ask import Answer, Question
from bot.conversation.reply import Choice, Moment, Named, Paragraph, Reply, Text, text
from bot.conversation.turn import Turn, notify, put_to
from bot.topics.reports.states import closing, line
from nlp.reading import Act
from storage.approvals import Approval, ApprovalStatus
from storage.asks import Ask
from storage.requests import ServiceRequest


class Proposal(BaseModel):
    """The proposal that somebody is asked about."""

    model_config = ConfigDict(frozen=True)

    approval: int


def ask_others(turn: Turn, approval: Approval) -> None:
    """Ask everybody who may decide, and tell whoever proposed it that this was done."""
    question = _question(turn.session, turn.city, approval)
    asked = foureyes.approvers(turn.session, approval)
    for member in asked:
        put_to(
            turn.session,
            member.contact_id,
            question,
            topic="approving",
            step="decide",
            state=Proposal(approval=approval.id),
            now=turn.now,
            request_id=approval.request_id,
        )
    who = ", ".join(member.name or "–" for member in asked)
    until = Moment(at=approval.expires_at, style="datetime")
    turn.say(text("approval-asked", count=approval.reach, who=who, until=until))


def answered(turn: Turn, ask: Ask, answer: Answer) -> bool:
    """The word of a second person."""
    if turn.staff is None or answer.choice is None:
        return False
    id, approves = Proposal.model_validate(ask.state).approval, answer.choice == "approve"
    approval, _ = foureyes.decide(turn.session, turn.city, id, turn.staff, approves=approves, now=turn.now)
    tell_proposer(turn.session, turn.city, approval, turn.now)
    if approval.status is ApprovalStatus.OVERTAKEN:
        turn.say(_outcome(turn.session, turn.city, approval))
    else:
        turn.say(text("approval-thanks", who=staff.named(turn.session, approval.proposer_id).name or "–"))
    return True


def tell_proposer(session: Session, city: City, approval: Approval, now: datetime) -> None:
    """Tell what became of a proposal to whoever made it."""
    proposer = staff.named(session, approval.proposer_id)
    told = Reply(paragraphs=[_outcome(session, city, approval)])
    notify(session, proposer.contact_id, told, now=now, request_id=approval.request_id)


def end_late(session: Session, city: City, now: datetime) -> None:
    """End the proposals that nobody decided in time, and tell those who made them."""
    for approval in foureyes.expire(session, now):
        tell_proposer(session, city, approval, now)


def waiting(session: Session, city: City, request: ServiceRequest) -> list[Text]:
    """What waits for a second person on a report, a line each, for its card."""
    return [
        text(
            "approval-waits",
            who=staff.named(session, approval.proposer_id).name or "–",
            deed=_told(city, request.service_code, Deed.model_validate(approval.deed)),
            until=Moment(at=approval.expires_at, style="datetime"),
        )
        for approval in foureyes.pending(session, request.id)
    ]


def _question(session: Session, city: City, approval: Approval) -> Question:
    request, deed = steps.find(session, approval.request_id), Deed.model_validate(approval.deed)
    proposer = staff.named(session, approval.proposer_id).name or "–"
    wanted = text(
        "approval-wanted",
        who=proposer,
        number=str(request.id),
        deed=_told(city, request.service_code, deed),
        count=approval.reach,
    )
    paragraphs: list[Paragraph] = [wanted, line(city, request)]
    if deed.words:
        paragraphs.append(text("notice-words", words=deed.words))
    choices = [
        Choice(id="approve", label=text("approve"), means=Act.YES),
        Choice(id="refuse", label=text("refuse"), means=Act.NO),
    ]
    return Question(paragraphs=paragraphs, choices=choices, photos=deed.photos)


def _outcome(session: Session, city: City, approval: Approval) -> Text:
    request, deed = steps.find(session, approval.request_id), Deed.model_validate(approval.deed)
    by = staff.named(session, approval.decided_by).name if approval.decided_by is not None else "–"
    told = _told(city, request.service_code, deed)
    return text(f"approval-{approval.status.value}", number=str(request.id), deed=told, by=by or "–")


def _told(city: City, service_code: str, deed: Deed) -> Text:
    match deed.kind:
        case "close":
            return text("deed-close-why", why=closing(city, service_code, deed.reason, deed.detail))
        case "merge":
            return text("deed-merge", number=str(deed.survivor))
        case "promise" if deed.date is not None:
            return text("deed-promise", due=Moment(at=deed.date))
        case "service":
            return text("deed-service", service=Named(names=city.service(deed.service).name))
        case "place":
            return text("deed-place", address=deed.address)
        case _:
            return text(f"deed-{deed.kind}")
