"""The Method of Equal Shares (Peters, Pierczynski, Skowron 2021), with its completions; satisfaction is money.

Every voter holds an equal share of the budget; a project needs supporters who can pay for it together, in equal parts.
Completions: none; shares raised step by step (add1) until the next step overspends, or until nothing more fits; then,
where the rule says so, the money left greedily by votes. Winners can drop out as shares grow: every step is counted.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import chain, islice
from math import ceil
from typing import Any

import numpy as np

from backend.tally import greedy, ties, totals
from backend.tally.backers import Backers, gather
from backend.tally.election import Election
from backend.tally.outcome import Outcome, Reason, Verdict, taken_out
from backend.tally.rule import RAISED, Method, Rule, RuleInvalid
from backend.tally.shares_lanes import lanes_at_once, winners_for
from backend.tally.shares_processes import winners_of

_MOST_STEPS = 100_000
_FILLING = frozenset({Method.SHARES_FILL, Method.ADD1U})


def count(election: Election, rule: Rule) -> Outcome:
    """Equal shares with the rule's completion; on ballots with points, whoever gives a project points supports it."""
    backers = gather(election, ties.order(election, rule))
    free = [number for number, votes in enumerate(totals.votes(election)) if votes and _is_free(election, number)]
    raised = _raised(election, rule, backers) if rule.method in RAISED else _Step(0, _at(backers, election.budget))
    won = [*free, *(backers.projects[place] for place in raised.winners)]
    share = election.budget + raised.number * rule.step * election.scale * backers.voters
    outcome = Outcome(
        election,
        rule,
        winners=tuple(election.projects[number].id for number in won),
        verdicts=_verdicts(election, backers, won, raised, share, promising=rule.method not in RAISED),
        figures={
            "share": Fraction(share, max(1, backers.voters) * election.scale),
            "steps": raised.number,
        },
    )
    if rule.method in _FILLING:
        return fill(outcome)
    if rule.method is Method.ADD1_COMPARISON:
        return prefer(outcome, greedy.by_votes(election, replace(rule, method=Method.GREEDY)))
    return outcome


def fill(outcome: Outcome) -> Outcome:
    """Spend what is left greedily by votes (skip rule), on projects that somebody backs."""
    election = outcome.election
    votes = totals.votes(election)
    left = election.budget - outcome.cost
    losers = [number for number in range(len(votes)) if _could_win(outcome, number) and votes[number]]
    winners, verdicts = list(outcome.winners), dict(outcome.verdicts)
    for number in ties.ranked(losers, votes.__getitem__, ties.order(election, outcome.rule)):
        project = election.projects[number]
        if project.cost <= left:
            verdicts[project.id] = Verdict(project.id, Reason.FILLED, len(winners) + 1, total=votes[number], left=left)
            winners.append(project.id)
            left -= project.cost
    return replace(outcome, winners=tuple(winners), verdicts=verdicts)


def prefer(outcome: Outcome, other: Outcome) -> Outcome:
    """The outcome, unless more voters prefer the other: more money for the projects they named."""
    mine, yours = money_for_voters(outcome), money_for_voters(other)
    for_mine, for_other = int((mine > yours).sum()), int((yours > mine).sum())
    chosen = other if for_other > for_mine else outcome
    told = {
        "prefer_equal_shares": for_mine,
        "prefer_greedy": for_other,
        "indifferent": len(mine) - for_mine - for_other,
        "measure": "money for the projects a voter named",
    }
    return replace(chosen, rule=outcome.rule, figures={**outcome.figures, **told})


def money_for_voters(outcome: Outcome) -> Any:
    """For each ballot the money that went to projects it names (with points: gives points to)."""
    election, ballots = outcome.election, outcome.election.ballots
    worth = np.zeros(len(election.projects), dtype=np.int64)
    for winner in outcome.winners:
        worth[election.numbers[winner]] = election.projects[election.numbers[winner]].cost
    value = worth[ballots.picks] if ballots.points is None else worth[ballots.picks] * (ballots.points > 0)
    running = np.zeros(len(value) + 1, dtype=np.int64)
    np.cumsum(value, out=running[1:])
    return running[ballots.starts[1:]] - running[ballots.starts[:-1]]


@dataclass(frozen=True, slots=True)
class _Step:
    number: int
    winners: tuple[int, ...]


def _at(backers: Backers, share: int) -> tuple[int, ...]:
    return winners_for(backers, [share])[0]


def _raised(election: Election, rule: Rule, backers: Backers) -> _Step:
    budget = election.budget * backers.voters
    kept = _Step(0, ())
    for step in _steps(election, rule, backers):
        cost = sum(backers.costs[place] for place in step.winners)
        if cost > budget:
            return kept
        kept = step
        if len(step.winners) == len(backers.projects):
            return kept
        if rule.method is Method.ADD1_EXHAUSTIVE and not _fits_more(backers, step.winners, budget - cost):
            return kept
    return kept


def _steps(election: Election, rule: Rule, backers: Backers) -> Iterator[_Step]:
    """The winners for each raised share."""
    if not backers.projects:
        return
    step = rule.step * election.scale * backers.voters
    shares = (election.budget + number * step for number in range(_MOST_STEPS))
    batches = winners_of(backers, _batched(shares, lanes_at_once(backers)))
    for number, winners in enumerate(chain.from_iterable(batches)):
        yield _Step(number, winners)
    raise RuleInvalid(f"raising shares took more than {_MOST_STEPS} steps: name larger ones, as in {rule}:step=100")


def _batched(shares: Iterator[int], most: int) -> Iterator[list[int]]:
    """Several shares to be counted at once: few at first, most votes stop early."""
    size = 1
    while batch := list(islice(shares, size)):
        yield batch
        size = min(2 * size, most)


def _fits_more(backers: Backers, winners: Sequence[int], left: int) -> bool:
    losers = set(range(len(backers.projects))) - set(winners)
    return any(backers.costs[place] <= left for place in losers)


def _is_free(election: Election, number: int) -> bool:
    return bool(election.running[number]) and election.projects[number].cost == 0


def _could_win(outcome: Outcome, number: int) -> bool:
    election = outcome.election
    return bool(election.running[number]) and election.projects[number].id not in outcome.winners


def _verdicts(
    election: Election, backers: Backers, won: list[int], raised: _Step, share: int, *, promising: bool
) -> dict[str, Verdict]:
    """Why each project won or lost: what its supporters had left for it, and how much was missing.

    How many supporters more are enough is told where shares stand still: a project that nobody paid for changes nothing
    before it wins. Where shares are raised, a project that wins may end the raising sooner, and then lose again.
    """
    votes, voters = totals.votes(election), max(1, backers.voters)
    purses = _purses_after(backers, raised.winners, share)
    left = np.add.reduceat(purses[backers.who] * backers.weights[backers.who], backers.starts[:-1])
    verdicts = taken_out(election)
    for rank, number in enumerate(won, start=1):
        name = election.projects[number].id
        verdicts[name] = Verdict(name, Reason.FUNDED, rank, total=votes[number])
    for place, number in enumerate(backers.projects):
        project = election.projects[number]
        if project.id not in verdicts:
            missing = max(1, ceil(round(project.cost - left[place] / voters, 6)))
            needed = {"money": missing}
            if promising:
                needed["supporters"] = max(1, ceil(missing * voters / max(1, share)))
            verdicts[project.id] = Verdict(
                project.id,
                Reason.SUPPORTERS_SPENT,
                total=votes[number],
                left=int(left[place] / voters),
                needed=needed,
            )
    for project in election.projects:
        verdicts.setdefault(project.id, Verdict(project.id, Reason.NO_SUPPORT, total=0))
    return verdicts


def _purses_after(backers: Backers, winners: Sequence[int], share: int) -> Any:
    """What every backer has left after paying for the winners, in parts; floats, for telling only."""
    purses = np.full(len(backers.weights), float(share))
    for place in winners:
        who = backers.backing(place)
        money = purses[who]
        order = money.argsort()
        weights = backers.weights[who][order]
        rest = backers.costs[place] - np.concatenate(([0.0], np.cumsum(money[order] * weights)[:-1]))
        each = rest / weights[::-1].cumsum()[::-1]
        able = np.flatnonzero(money[order] >= each * (1 - 1e-12))
        payment = each[able[0]] if len(able) else money.max()
        purses[who] = np.maximum(money - payment, 0.0)
    return purses
