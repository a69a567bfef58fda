"""What people ask of a vote in their own words: who won, why not, until when, who sees it, whether theirs counts."""

import re
from collections.abc import Callable, Sequence

from backend.votes import votecount, votes, voting
from bot.conversation import called
from bot.conversation.ask import open_asks
from bot.conversation.reply import Moment, Text, text
from bot.conversation.turn import Turn
from bot.orders import grammar
from bot.topics.reports.draft import SURE
from bot.topics.votes import voteresult
from bot.topics.votes.ballot import Paper
from storage.asks import Ask
from storage.votes import Phase

_MOST_WORDS = 14
"""Longer messages tell something; these only ask."""


def asked(turn: Turn) -> bool:
    """Answer what is asked of a vote, wherever a conversation stands; False when nothing is."""
    if len(turn.message.text.split()) > _MOST_WORDS or max(turn.reading.services.values(), default=0) >= SURE:
        return False
    return any(_wishes(turn, wish) and answer(turn) for wish, answer in _ANSWERS)


def beside(turn: Turn, paper: Paper) -> Text | None:
    """The answer to what is asked while a ballot is being filled in; None when that is nothing known."""
    if _wishes(turn, "vote_until"):
        return text("vote-until", closes=Moment(at=paper.budget.closes_at, style="datetime"))
    if _wishes(turn, "vote_secret"):
        return text("vote-secrecy")
    return text("vote-money", money=paper.money(paper.heading.money)) if _wishes(turn, "vote_left") else None


def _beside_a_ballot(turn: Turn) -> bool:
    """The same when a ballot was the last thing spoken of, and nothing can be typed on it any more."""
    newest = _newest(turn)
    if newest is None or newest.topic != "vote" or newest.step == "ballot" or "heading_id" not in newest.state:
        return False
    told = beside(turn, Paper(turn.session, newest.state["heading_id"]))
    if told is not None:
        turn.say(told)
    return told is not None


def _newest(turn: Turn) -> Ask | None:
    return next(iter(open_asks(turn.session, turn.contact.id, turn.now)), None)


def _wishes(turn: Turn, kind: str) -> bool:
    return grammar.wishes(turn.message.text, kind, turn.city.languages)


def _whether_mine_counts(turn: Turn) -> bool:
    open_now = votes.current(turn.session, turn.now)
    parts = [part for budget in open_now for part in votes.headings_of(turn.session, budget)]
    if parts:
        voted = any(voting.has_voted(turn.session, part, turn.contact.id) for part in parts)
        turn.say(text("vote-yours-in" if voted else "vote-yours-not-in"))
    return bool(parts)


def _who_won(turn: Turn) -> bool:
    """The last result; while a vote is open nobody is told who leads."""
    open_now = votes.current(turn.session, turn.now)
    if open_now:
        turn.say(text("vote-no-totals", closes=Moment(at=open_now[0].closes_at, style="datetime")))
    elif votes.last(turn.session) is not None:
        voteresult.begin(turn)
    else:
        return False
    return True


def _result_in_a_word(turn: Turn) -> bool:
    return len(turn.message.text.split()) == 1 and _who_won(turn)


def _why(turn: Turn) -> bool:
    """Why the projects that are named, by number or name, won or lost; False when none is."""
    budget = votes.last(turn.session)
    if budget is None or budget.phase is not Phase.COUNTED or not (_wishes(turn, "vote_became") or _is_shown(turn)):
        return False
    parts = votes.headings_of(turn.session, budget)
    found = [(one, part) for part in parts for one in votes.projects_of(turn.session, part)]
    numbers = {int(digits) for digits in re.findall(r"\d{1,9}", turn.message.text)}
    named = called.meant(turn.message.text, {str(one.number): [one.name] for one, _ in found})
    meant = [(one, part) for one, part in found if one.number in numbers or (not numbers and str(one.number) in named)]
    if meant:
        verdicts = [(one, votecount.outcome(part).verdicts[one.reference]) for one, part in meant]
        turn.say(*(voteresult.verdict(turn, budget, one, found) for one, found in verdicts))
    return bool(meant)


def _is_shown(turn: Turn) -> bool:
    """Whether the result stands before whoever asks."""
    newest = _newest(turn)
    return newest is not None and newest.topic == "voteresult"


_ANSWERS: Sequence[tuple[str, Callable[[Turn], bool]]] = (
    ("vote_why", _why),
    ("vote_counts", _whether_mine_counts),
    ("vote_won", _who_won),
    ("vote_result", _result_in_a_word),
    *((wish, _beside_a_ballot) for wish in ("vote_until", "vote_secret", "vote_left")),
)
