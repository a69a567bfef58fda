"""Votes as staff see them: phase, level, turnout, published hashes, and the steps they take; never what was voted."""

from collections.abc import Callable
from types import MappingProxyType

from pydantic import BaseModel, ConfigDict
from sqlmodel import col, select

from backend.errors import AdminsOnly
from backend.staff.actions import log_action
from backend.votes import votephases, voteprojects, votes
from bot.conversation.ask import Answer, Question
from bot.conversation.reply import Choice, Lines, Moment, Named, Text, text
from bot.conversation.turn import Turn
from bot.topics.votes import votealarm, votereview, voteworks
from nlp.reading import Act
from storage.asks import Ask
from storage.people import Role
from storage.votes import Budget, Phase

_SHOWN = 5
_OFFERED = MappingProxyType(
    {
        Phase.DRAFT: ("ideas", "review", "projects", "publish"),
        Phase.SUBMISSION: ("proposals", "review", "projects"),
        Phase.REVIEW: ("proposals", "projects", "publish"),
        Phase.FROZEN: ("withdraw",),
        Phase.OPEN: ("withdraw",),
        Phase.CLOSED: (),
        Phase.COUNTED: ("works",),
    }
)


class Handling(BaseModel):
    """The vote on a card."""

    model_config = ConfigDict(frozen=True)

    budget: int


def command(turn: Turn, _rest: str) -> None:
    """The command /votes."""
    budgets = turn.session.exec(select(Budget).order_by(col(Budget.id).desc()).limit(_SHOWN)).all()
    if not budgets:
        turn.say(text("vote-staff-none"))
    for budget in budgets:
        show(turn, budget)


def show(turn: Turn, budget: Budget, *first: Text) -> None:
    """Put a vote's card with the steps that are possible now."""
    choices = [] if turn.staff is None or turn.staff.role is Role.AGENT else _choices(turn, budget)
    question = Question(paragraphs=[*first, Lines(lines=lines(turn, budget))], choices=choices)
    turn.ask("votestaff", "card", Handling(budget=budget.id), question, standing=True)


def answered(turn: Turn, ask: Ask, answer: Answer) -> bool:
    """A step was chosen on a card, or its finality confirmed."""
    if answer.choice is None:
        return False
    if turn.staff is None or turn.staff.role is Role.AGENT:
        raise AdminsOnly
    budget = turn.session.get_one(Budget, Handling.model_validate(ask.state).budget)
    if answer.choice == "keep":
        show(turn, budget)
    else:
        _STEPS[answer.choice](turn, budget)
    return True


def lines(turn: Turn, budget: Budget) -> list[Text]:
    """All that staff may know of a vote."""
    headings = votes.headings_of(turn.session, budget)
    line = text(
        "vote-staff-line",
        name=Named(names=budget.names),
        phase=text(f"vote-phase-{budget.phase.value}"),
        level=budget.level.value,
        voters=sum(votes.turnout(turn.session, heading) for heading in headings),
        opens=Moment(at=budget.opens_at, style="datetime"),
        closes=Moment(at=budget.closes_at, style="datetime"),
    )
    frozen = [heading for heading in headings if heading.frozen_hash]
    waiting = len(voteprojects.unreviewed(turn.session, budget))
    return [
        line,
        *([text("vote-staff-waiting", count=waiting)] if waiting else []),
        *(text("vote-staff-hash", heading=Named(names=one.names), hash=one.frozen_hash or "") for one in frozen),
        *votealarm.lines(turn.session, budget),
    ]


def _choices(turn: Turn, budget: Budget) -> list[Choice]:
    hidden = set()
    if not voteprojects.waiting_proposals(turn.session, budget):
        hidden.add("proposals")
    if not voteprojects.unreviewed(turn.session, budget):
        hidden.add("projects")
    names = [name for name in _OFFERED[budget.phase] if name not in hidden]
    return [Choice(id=name, label=text(f"vote-staff-{name}")) for name in names]


def _ideas(turn: Turn, budget: Budget) -> None:
    votephases.take_ideas(turn.session, budget, now=turn.now, staff=turn.staff)
    _log(turn, budget, "vote-ideas")
    show(turn, budget)


def _review(turn: Turn, budget: Budget) -> None:
    votephases.review(turn.session, budget, now=turn.now, staff=turn.staff)
    _log(turn, budget, "vote-review")
    show(turn, budget)


def _proposals(turn: Turn, budget: Budget) -> None:
    """Bring in every proposal that the city has accepted."""
    waiting = voteprojects.waiting_proposals(turn.session, budget)
    for proposal in waiting:
        voteprojects.enter(turn.session, budget, proposal, now=turn.now, staff=turn.staff)
    _log(turn, budget, "vote-proposals")
    show(turn, budget, text("vote-staff-entered", count=len(waiting)))


def _publish(turn: Turn, budget: Budget) -> None:
    """Ask once more: what is published can't be changed."""
    choices = [
        Choice(id="freeze", label=text("vote-staff-freeze"), means=Act.YES),
        Choice(id="keep", label=text("cancel"), means=Act.NO),
    ]
    counts = [len(votes.projects_of(turn.session, one)) for one in votes.headings_of(turn.session, budget)]
    asked = text("vote-staff-sure", name=Named(names=budget.names), projects=sum(counts), parts=len(counts))
    turn.ask("votestaff", "sure", Handling(budget=budget.id), Question(paragraphs=[asked], choices=choices))


def _freeze(turn: Turn, budget: Budget) -> None:
    votephases.freeze(turn.session, budget, now=turn.now, staff=turn.staff)
    _log(turn, budget, "vote-published")
    show(turn, budget)


def _log(turn: Turn, budget: Budget, action: str) -> None:
    log_action(turn.session, turn.staff, action, f"budget:{budget.id}", now=turn.now)


_STEPS: MappingProxyType[str, Callable[[Turn, Budget], None]] = MappingProxyType(
    {
        "ideas": _ideas,
        "review": _review,
        "proposals": _proposals,
        "projects": votereview.begin,
        "publish": _publish,
        "freeze": _freeze,
        "withdraw": votereview.withdraw,
        "works": voteworks.begin,
    }
)
