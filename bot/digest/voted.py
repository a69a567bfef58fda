"""Lines about votes that opened, are about to close, or were decided, and about one's own projects in them."""

from collections.abc import Iterator
from functools import partial

from sqlmodel import Session

from backend.digests.project_changes import Projects
from backend.digests.vote_changes import VoteChange, Votes, Voting
from bot.conversation.reply import Moment, Named, Text, text
from bot.digest.entry import Concern, Entry, Round, kept
from bot.topics.reports.states import shortened
from storage.votes import Budget

_NAMED = 3
"""Winners that are named; the others are counted."""
_FOREMOST = 0
"""What became of one's own project comes before what merely moved; the newest first."""


def lines(round_: Round) -> Iterator[Entry]:
    """A line for each vote that took a step."""
    votes = round_.shared.read(Votes, round_)
    for change in votes.of(round_.session, round_.stretches):
        known = ("vote", change.budget.id, change.step)
        line = round_.shared.line(known, partial(_line, votes, round_.session, change.step, change.budget))
        yield Entry(change.contact_id, Concern.ASKED, _rank(change), line)


def projects(round_: Round) -> Iterator[Entry]:
    """A line for each of one's own projects that was voted on or took a step."""
    for change in round_.shared.read(Projects, round_).of(round_.stretches):
        move = change.move
        said = text(
            f"digest-project-{move.step.value.replace('_', '-')}",
            project=text("digest-project", number=str(move.number), title=move.title),
            words=shortened(move.words),
        )
        yield Entry(change.contact_id, Concern.PROPOSED, _FOREMOST - change.project_id, kept(said))


def _rank(change: VoteChange) -> int:
    """As consultations: what can still be answered first, the soonest to close before the others."""
    return 2**40 if change.step is Voting.DECIDED else int(change.budget.closes_at.timestamp())


def _line(votes: Votes, session: Session, step: Voting, budget: Budget) -> Text:
    name = Named(names=budget.names)
    if step is not Voting.DECIDED:
        return text(f"digest-vote-{step.value}", name=name, closes=Moment(at=budget.closes_at))
    result = votes.result(session, budget)
    if not result.won:
        return text("digest-vote-decided-nothing", name=name, voters=result.voters)
    rest = len(result.won) - _NAMED
    won = text(
        "digest-vote-won" if rest > 0 else "digest-vote-won-all",
        names=", ".join(result.won[:_NAMED]),
        rest=max(rest, 0),
    )
    return text("digest-vote-decided", name=name, voters=result.voters, won=won, won_count=len(result.won))
