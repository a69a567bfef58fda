"""Single decisions: what their counts share. Ballots as rankings, grouped, and results as seats."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from itertools import pairwise
from typing import Any

from backend.tally import ties
from backend.tally.election import BallotKind, Election
from backend.tally.outcome import Outcome, Reason, Verdict, taken_out
from backend.tally.rule import Rule, RuleInvalid

Rankings = dict[tuple[int, ...], int]
"""Each different ranking, best first, with the number of ballots."""


def rankings(election: Election) -> Rankings:
    """The ballots as rankings of the running projects, equal ones together; raises RuleInvalid for other ballots."""
    if election.kind not in (BallotKind.ORDINAL, BallotKind.CHOOSE_ONE):
        raise RuleInvalid(f"{election.kind.value} ballots rank nothing")
    ballots = election.ballots
    running = election.running.tolist()
    picks, starts = ballots.picks.tolist(), ballots.starts.tolist()
    rows = pairwise(starts)
    return Counter(tuple(pick for pick in picks[first:end] if running[pick]) for first, end in rows)


def seated(
    election: Election,
    rule: Rule,
    order: Sequence[int],
    total: Sequence[int | Fraction],
    *,
    figures: dict[str, Any] | None = None,
    tied: tuple[tuple[str, ...], ...] = (),
    missing: Mapping[int, int] | None = None,
) -> Outcome:
    """The outcome when the first of an order take the seats; `missing` says how many more first choices others need."""
    verdicts = taken_out(election)
    ids = [election.projects[number].id for number in order]
    elected = ids[: rule.seats]
    for rank, number in enumerate(order, start=1):
        name = election.projects[number].id
        if rank <= rule.seats:
            verdicts[name] = Verdict(name, Reason.ELECTED, rank, total=total[number])
        else:
            needed = {"first": missing[number]} if missing and number in missing else {}
            verdicts[name] = Verdict(name, Reason.BEATEN, rank, total[number], needed=needed, because=elected[-1])
    return Outcome(election, rule, tuple(elected), verdicts, ties=tied, figures=figures or {})


def fewest(wins: Callable[[int], bool], *, surely: int) -> int:
    """A number of ballots with which a loser wins while with one fewer it does not, known to be at most `surely`.

    It is the smallest such number wherever a ballot more never harms.
    """
    enough, too_few = surely, 0
    while enough - too_few > 1:
        middle = (enough + too_few) // 2
        if wins(middle):
            enough = middle
        else:
            too_few = middle
    return enough


def most_first(election: Election, rule: Rule, total: Sequence[int]) -> Outcome:
    """The outcome when those with most take the seats; each loser is told how many votes more would have done."""
    places = ties.order(election, rule)
    running = [number for number in range(len(total)) if election.running[number]]
    order = ties.ranked(running, total.__getitem__, places)
    last = order[: rule.seats][-1:]
    outcome = seated(election, rule, order, total, tied=_tie_at(election, order, total, rule.seats))
    verdicts = dict(outcome.verdicts)
    for number in order[rule.seats :]:
        name = election.projects[number].id
        votes = total[last[0]] - total[number] + (0 if places[number] < places[last[0]] else 1)
        old = verdicts[name]
        verdicts[name] = Verdict(name, old.reason, old.rank, old.total, needed={"votes": votes}, because=old.because)
    return Outcome(election, rule, outcome.winners, verdicts, ties=outcome.ties)


def _tie_at(election: Election, order: Sequence[int], total: Sequence[int], seats: int) -> tuple[tuple[str, ...], ...]:
    if len(order) <= seats or total[order[seats - 1]] != total[order[seats]]:
        return ()
    equal = [number for number in order if total[number] == total[order[seats]]]
    return (tuple(election.projects[number].id for number in equal),)
