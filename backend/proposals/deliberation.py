"""What the city does with a proposal: look at it first, consider it, answer with reasons, build it and show how."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from pydantic import BaseModel, ConfigDict
from sqlmodel import Session, col, or_, select

from backend.city.city import City
from backend.errors import IllegalProposalStep, NotAllowed, ReasonsNeeded, SomeoneElseChangedProposal
from backend.proposals import proposals, similar
from backend.proposals.proposal_lifecycle import OPEN
from backend.reports.issues import StaffAct
from backend.staff.actions import log_action
from storage.people import Role, Staff
from storage.proposals import OfficialAnswer, Proposal, ProposalState, ProposalStep, ProposalUpdate

VERDICTS = (ProposalStep.UNDER_CONSIDERATION, ProposalStep.ACCEPTED, ProposalStep.REJECTED)
"""What an official answer may say."""


class Official(BaseModel):
    """An official answer before it is given: what it says, in the city's languages, and of which department's code."""

    model_config = ConfigDict(frozen=True)

    verdict: ProposalStep
    texts: dict[str, str]
    office: str = ""


def queue(session: Session, member: Staff, *, limit: int = 10) -> Sequence[Proposal]:
    """What waits for the city, as far as a member answers for it: to be looked at first, then answers by their date."""
    waiting = or_(
        Proposal.state == ProposalState.PRESCREENING,
        Proposal.state == ProposalState.THRESHOLD_REACHED,
        Proposal.state == ProposalState.UNDER_CONSIDERATION,
    )
    rows = select(Proposal).where(waiting)
    if member.role is Role.AGENT:
        rows = rows.where(Proposal.department == member.department)
    first = col(Proposal.state) != ProposalState.PRESCREENING
    due = col(Proposal.answer_due_at)
    return session.exec(rows.order_by(first, due.is_(None), due, col(Proposal.id)).limit(limit)).all()


def publish(session: Session, city: City, number: int, act: StaffAct) -> Proposal:
    """Let a proposal that was looked at be supported; raises IllegalProposalStep, NotAllowed as all staff steps do."""
    proposal = _held(session, number, act)
    if proposal.state is not ProposalState.PRESCREENING:
        # A draft is its author's to hand in.
        raise IllegalProposalStep(step=ProposalStep.PUBLISHED.value, state=proposal.state.value)
    proposals.publish(session, city, proposal, act.now, staff=act.staff)
    _log(session, proposal, ProposalStep.PUBLISHED, act)
    return proposal


def give_back(session: Session, number: int, reasons: str, act: StaffAct) -> Proposal:
    """Give a proposal back to its author to change it, with the reasons; raises ReasonsNeeded without any."""
    return _step(session, number, ProposalStep.RETURNED, act, texts={"": _needed(reasons)})


def answer(session: Session, city: City, number: int, given: Official, act: StaffAct) -> Proposal:
    """Give the city's official answer; without an office it is that of the proposal's department.

    Raises ReasonsNeeded where it gives none, ValueError for a verdict that is no answer.
    """
    if given.verdict not in VERDICTS:
        raise ValueError(f"{given.verdict.value} is no answer")
    if given.verdict is not ProposalStep.UNDER_CONSIDERATION:
        _needed(_in_first(city, given.texts))
    proposal = _held(session, number, act)
    _step_with(session, proposal, given.verdict, _keep(session, city, proposal, given, act), act)
    if given.verdict is not ProposalStep.UNDER_CONSIDERATION:
        proposal.answered_at = act.now
    if given.verdict is ProposalStep.REJECTED:
        similar.forget(session, number)
    _log(session, proposal, given.verdict, act, reason=_in_first(city, given.texts))
    return proposal


def _step_with(session: Session, proposal: Proposal, step: ProposalStep, answer: OfficialAnswer, act: StaffAct) -> None:
    details = {"answer": answer.id, "office": answer.office, "signer": answer.signer}
    proposals.step(session, proposal, step, act.now, staff=act.staff, texts=answer.texts, details=details)


def amend(session: Session, city: City, number: int, texts: dict[str, str], act: StaffAct) -> Proposal:
    """Put an official answer right: the old one stays on record, and everybody is told that it was amended."""
    _needed(_in_first(city, texts))
    proposal = _held(session, number, act)
    before = answers(session, number)
    last = before[-1] if before else None
    given = Official(verdict=ProposalStep.AMENDED, texts=texts, office=last.office if last else "")
    kept = _keep(session, city, proposal, given, act)
    kept.verdict, kept.amends_id = (last.verdict, last.id) if last else (proposal.state.value, None)
    _step_with(session, proposal, ProposalStep.AMENDED, kept, act)
    _log(session, proposal, ProposalStep.AMENDED, act, reason=_in_first(city, texts))
    return proposal


def move_on(session: Session, number: int, step: ProposalStep, texts: dict[str, str], act: StaffAct) -> Proposal:
    """Say that an accepted proposal is planned, begun or done; raises IllegalProposalStep."""
    proposal = _step(session, number, step, act, texts=texts)
    if step is ProposalStep.DONE:
        similar.forget(session, number)
    return proposal


def milestone(
    session: Session, number: int, texts: dict[str, str], act: StaffAct, *, photos: Sequence[int] = ()
) -> Proposal:
    """Show how far the work is, with pictures (media ids) where there are any."""
    return _step(session, number, ProposalStep.MILESTONE, act, texts=texts, photos=photos)


def answers(session: Session, number: int) -> Sequence[OfficialAnswer]:
    """All official answers to a proposal, the newest last; those before it were amended."""
    rows = select(OfficialAnswer).where(OfficialAnswer.proposal_id == number)
    return session.exec(rows.order_by(col(OfficialAnswer.id))).all()


def milestones(session: Session, number: int) -> Sequence[ProposalUpdate]:
    """How the work went on, oldest first."""
    rows = select(ProposalUpdate).where(
        ProposalUpdate.proposal_id == number, ProposalUpdate.kind == ProposalStep.MILESTONE
    )
    return session.exec(rows.order_by(col(ProposalUpdate.id))).all()


def remind(session: Session, city: City, now: datetime, *, limit: int = 100) -> int:
    """Write a reminder for every answer that is due within the city's reminder days, or overdue; returns how many.

    Each of those days brings one reminder, and the day on which the answer is overdue one more.
    """
    days = sorted(city.participation.reminder_days, reverse=True)
    waiting = select(Proposal).where(
        col(Proposal.answer_due_at).is_not(None),
        col(Proposal.answered_at).is_(None),
        col(Proposal.state).in_(OPEN),
        col(Proposal.answer_due_at) <= now + timedelta(days=max(days, default=0)),
        Proposal.reminded <= len(days),
    )
    rows = session.exec(waiting.order_by(col(Proposal.id)).limit(limit).with_for_update(skip_locked=True)).all()
    count = 0
    for proposal in rows:
        due = proposal.answer_due_at
        if due is None:
            continue
        passed = sum(now >= due - timedelta(days=day) for day in (*days, 0))
        if passed > proposal.reminded:
            proposal.reminded = passed
            details = {"due": due.isoformat(), "overdue": now >= due}
            proposals.step(session, proposal, ProposalStep.REMINDED, now, details=details)
            count += 1
    return count


def _keep(session: Session, city: City, proposal: Proposal, given: Official, act: StaffAct) -> OfficialAnswer:
    code = given.office or proposal.department
    city.department(code)
    kept = OfficialAnswer(
        proposal_id=proposal.id,
        verdict=given.verdict.value,
        office=code,
        signer=act.staff.name,
        texts={language: words.strip() for language, words in given.texts.items() if words.strip()},
        at=act.now,
        staff_id=act.staff.id,
    )
    session.add(kept)
    session.flush()
    return kept


def _step(
    session: Session,
    number: int,
    step: ProposalStep,
    act: StaffAct,
    *,
    texts: dict[str, str] | None = None,
    photos: Sequence[int] = (),
) -> Proposal:
    proposal = _held(session, number, act)
    said = texts or {}
    words = said.get("", "")
    kept = {language: text for language, text in said.items() if language}
    proposals.step(session, proposal, step, act.now, staff=act.staff, words=words, texts=kept, photos=photos)
    _log(session, proposal, step, act, reason=words or next(iter(kept.values()), ""))
    return proposal


def _held(session: Session, number: int, act: StaffAct) -> Proposal:
    proposal = proposals.locked(session, number)
    if act.staff.role is Role.AGENT and act.staff.department != proposal.department:
        raise NotAllowed
    if act.version is not None and act.version != proposal.version:
        raise SomeoneElseChangedProposal(number=number)
    return proposal


def _needed(reasons: str) -> str:
    if not reasons.strip():
        raise ReasonsNeeded
    return reasons.strip()


def _in_first(city: City, texts: dict[str, str]) -> str:
    """The words in the first of the city's languages in which there are any."""
    return next((texts[language] for language in city.languages if texts.get(language, "").strip()), "")


def _log(session: Session, proposal: Proposal, step: ProposalStep, act: StaffAct, *, reason: str = "") -> None:
    log_action(session, act.staff, step.value, f"proposal:{proposal.id}", now=act.now, reason=reason)
