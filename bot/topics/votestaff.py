"""What staff may know of votes: phase, level, turnout and published hashes; never what was voted before the count."""

from sqlmodel import col, select

from backend import votes
from bot.conversation.reply import Lines, Moment, Named, Text, text
from bot.conversation.turn import Turn
from storage.votes import Budget

_SHOWN = 5


def command(turn: Turn, _rest: str) -> None:
    """The command /votes."""
    budgets = turn.session.exec(select(Budget).order_by(col(Budget.id).desc()).limit(_SHOWN)).all()
    if not budgets:
        turn.say(text("vote-staff-none"))
        return
    turn.say(*(Lines(lines=_lines(turn, budget)) for budget in budgets))


def _lines(turn: Turn, budget: Budget) -> list[Text]:
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
    return [
        line,
        *(text("vote-staff-hash", heading=Named(names=one.names), hash=one.frozen_hash or "") for one in frozen),
    ]
