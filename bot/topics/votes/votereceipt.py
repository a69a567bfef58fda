"""Receipts: whether a ballot is in the log and counts, and after the count what became of what it chose."""

from backend.ballotlog.entry import read_receipt
from backend.votes import votecount, votelog, votes
from backend.votes.votelog import Found
from bot.conversation.reply import Paragraph, Reply, text
from bot.conversation.turn import Turn
from bot.topics.votes import voteresult, votewords
from storage.votes import Budget, Heading, Phase


def check(turn: Turn, code: str) -> None:
    """Say what the log says of a receipt. Neither the question nor the answer is kept: they lead to the ballot."""
    votewords.forget(turn)
    read = read_receipt(code)
    found = votelog.find(turn.session, read) if read else None
    turn.said = True
    turn.post(Reply(paragraphs=_told(turn, found, read or ""), unkept=True))


def _told(turn: Turn, found: Found | None, receipt: str) -> list[Paragraph]:
    if found is None:
        return [text("vote-receipt-unknown")]
    if not found.counts:
        return [text("vote-receipt-replaced")]
    if not found.is_covered:
        return [text("vote-receipt-waiting")]
    hashes = {"hash": (found.heading.frozen_hash or "")[:16], "head": found.head[:16]}
    counted = text("vote-receipt-found", count=found.size, **hashes)
    return [counted, *_became(turn, found.heading, receipt)]


def _became(turn: Turn, heading: Heading, receipt: str) -> list[Paragraph]:
    """Of each project on a counted ballot, whether it won and why not."""
    budget = turn.session.get_one(Budget, heading.budget_id)
    if budget.phase is not Phase.COUNTED:
        return []
    outcome, chosen = votecount.outcome(heading), votecount.chosen(turn.session, heading, receipt)
    projects = [one for one in votes.projects_of(turn.session, heading) if one.reference in chosen]
    return [voteresult.verdict(turn, budget, one, outcome.verdicts[one.reference]) for one in projects]
