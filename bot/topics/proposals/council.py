"""Council: staff look at proposals first, answer them, merge them, and show how the work goes on."""

from collections.abc import Sequence

from pydantic import BaseModel, ConfigDict
from sqlmodel import Session

from backend.city.city import City
from backend.errors import SomeoneElseChangedProposal
from backend.proposals import comments, deliberation, proposal_lifecycle, proposals, supports
from backend.reports.issues import StaffAct
from backend.staff.actions import log_action
from bot.conversation.ask import Accepts, Answer, Question
from bot.conversation.reference import Series
from bot.conversation.reply import Choice, Lines, Moment, Paragraph, Text, text
from bot.conversation.turn import Turn
from bot.topics.desk.doing import act_of
from bot.topics.proposals import moderating, verdict
from bot.topics.proposals.proposal_lines import answer_lines, called, head, in_languages, line, state
from nlp.reading import Act
from storage.asks import Ask
from storage.proposals import Proposal, ProposalState, ProposalStep, ProposalUpdate

_STEPS = (
    ProposalStep.PUBLISHED,
    ProposalStep.RETURNED,
    ProposalStep.UNDER_CONSIDERATION,
    ProposalStep.ACCEPTED,
    ProposalStep.REJECTED,
    ProposalStep.PLANNED,
    ProposalStep.IN_PROGRESS,
    ProposalStep.MILESTONE,
    ProposalStep.DONE,
    ProposalStep.AMENDED,
    ProposalStep.MERGED,
)
"""The steps that staff take; the others are residents' or the clock's."""


class Merging(BaseModel):
    """Two proposals that are about to become one."""

    model_config = ConfigDict(frozen=True)

    number: int
    target: int = 0


def command(turn: Turn, rest: str) -> None:
    """The command /proposals of staff: what waits for the city, or one proposal by its number."""
    if (number := Series.PROPOSAL.given(rest)) is not None:
        show(turn, number)
        return
    if turn.staff is None:
        return
    rows = deliberation.queue(turn.session, turn.staff)
    waiting = comments.waiting(turn.session)
    paragraphs: list[Paragraph] = [
        text("council-queue", count=len(rows)),
        Lines(lines=[_waiting_line(row) for row in rows]),
        text("council-comments", count=len(waiting)),
    ]
    choices = [Choice(id=called(row), label=called(row)) for row in rows]
    if waiting:
        choices.append(Choice(id="comments", label=text("council-read-comments")))
    question = Question(paragraphs=paragraphs, choices=choices, columns=3)
    turn.ask("council", "queue", Merging(number=0), question, standing=True)


def asked(turn: Turn) -> bool:
    """Deal with a proposal's number on its own."""
    number = Series.PROPOSAL.alone(turn.message.text)
    if number is None:
        return False
    show(turn, number)
    return True


def show(turn: Turn, number: int, *, replaces: bool = False) -> None:
    """Show a proposal's card to staff."""
    proposal = proposals.find(turn.session, number)
    about = verdict.Deciding(number=number, version=proposal.version)
    question = card(turn.session, turn.city, proposal)
    turn.ask("council", "card", about, question, standing=True, replaces=replaces)


def card(session: Session, city: City, proposal: Proposal) -> Question:
    """The staff's card: all that is known, what happened, and the steps that may follow."""
    possible = proposal_lifecycle.steps_from(proposal.state)
    choices = [
        Choice(id=step.value, label=text(f"council-step-{step.value.replace('_', '-')}"))
        for step in _STEPS
        if step in possible and proposal.state is not ProposalState.DRAFT
    ]
    lines = [text("proposal-state", state=state(proposal))]
    if proposal.threshold:
        lines.append(text("council-supporters", supporters=proposal.supporters, threshold=proposal.threshold))
    if proposal.answer_due_at is not None and proposal.answered_at is None:
        lines.append(text("council-due", due=Moment(at=proposal.answer_due_at, style="datetime")))
    updates = proposals.history(session, proposal.id)
    paragraphs: list[Paragraph] = [
        head(city, proposal),
        text("proposal-quoted", words=proposal.words),
        Lines(lines=lines),
        *answer_lines(city, deliberation.answers(session, proposal.id)),
        *_history(updates),
    ]
    photos = [*proposal.photos, *(photo for update in updates for photo in update.photos)]
    return Question(paragraphs=paragraphs, choices=choices, photos=photos[:10])


def _history(updates: Sequence[ProposalUpdate]) -> list[Paragraph]:
    lines = [_step(update) for update in updates if update.kind is not ProposalStep.COMMENTED]
    return [Lines(lines=lines[-6:])] if lines else []


def _step(update: ProposalUpdate) -> Text:
    what = text(f"council-did-{update.kind.value.replace('_', '-')}")
    at = Moment(at=update.at, style="datetime")
    words = in_languages(update.texts) if update.texts else update.words
    if not words or update.kind in (ProposalStep.PUBLISHED, ProposalStep.SUBMITTED):
        return text("council-history", at=at, what=what)
    return text("council-history-words", at=at, what=what, words=words)


def _waiting_line(proposal: Proposal) -> Text:
    if proposal.answer_due_at is None:
        return line(proposal)
    return text("council-line-due", line=line(proposal), due=Moment(at=proposal.answer_due_at, style="datetime"))


def answered(turn: Turn, ask: Ask, answer: Answer) -> bool:
    """A button of the queue or a card, or what it asked for."""
    if ask.step == "queue":
        turn.keep(ask)
        _from_queue(turn, answer.choice or "")
        return True
    if ask.step in ("target", "merge"):
        _merge(turn, Merging.model_validate(ask.state), answer)
        return True
    deciding = verdict.Deciding.model_validate(ask.state)
    try:
        if ask.step == "card":
            _card(turn, deciding, ProposalStep(answer.choice or ""))
        else:
            verdict.answered(turn, ask.step, deciding, answer, done=lambda made: _done(turn, made))
    except SomeoneElseChangedProposal as refusal:
        turn.say(text(refusal.message_id, **refusal.variables))
        show(turn, deciding.number)
    return True


def _from_queue(turn: Turn, choice: str) -> None:
    if choice == "comments":
        moderating.begin(turn)
    else:
        show(turn, int(choice.removeprefix("P")))


def _card(turn: Turn, deciding: verdict.Deciding, step: ProposalStep) -> None:
    match step:
        case ProposalStep.PUBLISHED:
            deliberation.publish(turn.session, turn.city, deciding.number, _act(turn, deciding))
            show(turn, deciding.number, replaces=True)
        case ProposalStep.MERGED:
            question = Question(
                paragraphs=[text("council-merge-into", number=Series.PROPOSAL.of(deciding.number))],
                accepts=frozenset({Accepts.DICTATION}),
            )
            turn.ask("council", "target", Merging(number=deciding.number), question)
        case _:
            verdict.begin(turn, deciding.model_copy(update={"step": step}))


def _done(turn: Turn, made: verdict.Deciding) -> None:
    act, number, texts = _act(turn, made), made.number, made.texts
    match made.step:
        case ProposalStep.RETURNED:
            deliberation.give_back(turn.session, number, next(iter(texts.values()), ""), act)
        case ProposalStep.AMENDED:
            deliberation.amend(turn.session, turn.city, number, texts, act)
        case ProposalStep.MILESTONE:
            deliberation.milestone(turn.session, number, texts, act, photos=made.photos)
        case ProposalStep() if made.step in deliberation.VERDICTS:
            given = deliberation.Official(verdict=made.step, texts=texts, office=made.office)
            deliberation.answer(turn.session, turn.city, number, given, act)
        case ProposalStep():
            deliberation.move_on(turn.session, number, made.step, texts, act)
    show(turn, number)


def _act(turn: Turn, deciding: verdict.Deciding) -> StaffAct:
    return act_of(turn, deciding.version)


def _merge(turn: Turn, merging: Merging, answer: Answer) -> None:
    if merging.target:
        if answer.choice != "do":
            show(turn, merging.number)
            return
        by = act_of(turn).staff
        supports.merge(turn.session, turn.city, merging.number, merging.target, by=by, now=turn.now)
        subject = f"proposal:{merging.number}"
        log_action(turn.session, by, "merged", subject, now=turn.now, details={"into": merging.target})
        show(turn, merging.target)
        return
    target = proposals.find(turn.session, Series.PROPOSAL.given(answer.message.text) or 0)
    old = proposals.find(turn.session, merging.number)
    choices = [
        Choice(id="do", label=text("order-do"), means=Act.YES),
        Choice(id="keep", label=text("cancel"), means=Act.NO),
    ]
    asked = text(
        "council-merge-sure", number=called(old), title=old.title, into=called(target), into_title=target.title
    )
    question = Question(paragraphs=[asked], choices=choices)
    turn.ask("council", "merge", merging.model_copy(update={"target": target.id}), question)
