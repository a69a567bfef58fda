"""What losers are told would have been enough: it is, and where the rule lets that be said, one less is not."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backend.tally import counting
from backend.tally.election import BallotKind, Ballots, Election
from backend.tally.greedy import fund
from backend.tally.outcome import Reason
from backend.tally.rule import EQUAL_SHARES, RAISED, Method, Rule
from tests.tally.invented import small
from tests.tally.test_any_rule import KIND, rows_of

Rows = list[tuple[str, list[int], list[int] | None]]

_MORE: dict[Method, Callable[[int], tuple[list[int], list[int] | None]]] = {
    **dict.fromkeys(
        [Method.GREEDY, Method.NO_SKIP, Method.PER_COST, Method.TOP_UP, Method.KNAPSACK, Method.APPROVAL],
        lambda number: ([number], None),
    ),
    Method.PLURALITY: lambda number: ([number], None),
    Method.POINTS: lambda number: ([number], [1]),
}
"""What one vote, or one point, more is on a ballot."""


def _with(election: Election, more: Rows) -> Election:
    return replace(election, ballots=Ballots.of([*rows_of(election), *more]))


@pytest.mark.parametrize("method", list(_MORE))
@given(seed=st.integers(0, 10**6), tie=st.sampled_from(["file", "id", "lot=7"]))
@settings(max_examples=25, deadline=None)
def test_so_many_votes_more_are_enough_and_no_fewer(method: Method, seed: int, tie: str) -> None:
    """For each loser who is told a number: with that many it wins, with one fewer it does not."""
    election = small(seed, KIND[method])
    rule = Rule(
        method, threshold=None if method in (Method.APPROVAL, Method.PLURALITY, Method.KNAPSACK) else 4, tie=tie
    )
    for project, verdict in counting.count(election, rule).verdicts.items():
        votes = verdict.needed.get("votes")
        if not isinstance(votes, int):
            continue
        picks, points = _MORE[method](election.numbers[project])
        more: Rows = [(f"more{one}", picks, points) for one in range(votes)]
        won = [counting.count(_with(election, some), rule).verdicts[project] for some in (more, more[1:])]
        if verdict.reason is Reason.BELOW_THRESHOLD:  # that alone takes it past the threshold, and no further
            assert won[0].reason is not Reason.BELOW_THRESHOLD
            assert won[1].reason is Reason.BELOW_THRESHOLD
        else:
            assert (won[0].won, won[1].won) == (True, False)


@given(seed=st.integers(0, 10**6))
@settings(max_examples=40, deadline=None)
def test_so_many_points_by_rank_more_are_enough_and_no_fewer(seed: int) -> None:
    """A ballot can't give points by rank to one project alone, so the totals themselves are raised."""
    election, rule = small(seed, BallotKind.ORDINAL), Rule(Method.BORDA)
    outcome = counting.count(election, rule)
    total = [int(outcome.verdicts[project.id].total or 0) for project in election.projects]
    for project, verdict in outcome.verdicts.items():
        if isinstance(votes := verdict.needed.get("votes"), int):
            number = election.numbers[project]
            for more, wins in ((votes, True), (votes - 1, False)):
                raised = [given + more * (one == number) for one, given in enumerate(total)]
                assert fund(election, rule, raised).verdicts[project].won is wins


@pytest.mark.parametrize("method", [Method.GREEDY, Method.NO_SKIP, Method.PER_COST, *sorted(EQUAL_SHARES - RAISED)])
@given(seed=st.integers(0, 10**6))
@settings(max_examples=25, deadline=None)
def test_what_cost_so_much_less_would_have_won(method: Method, seed: int) -> None:
    """The money that was missing was missing; where the order does not look at the cost, a unit less is too little."""
    election, rule = small(seed), Rule(method)
    for project, verdict in counting.count(election, rule).verdicts.items():
        money = verdict.needed.get("money")
        number = election.numbers[project]
        if not isinstance(money, int) or money >= election.projects[number].cost:
            continue
        assert counting.count(_cheaper(election, number, money), rule).verdicts[project].won
        if method in (Method.GREEDY, Method.NO_SKIP):
            assert not counting.count(_cheaper(election, number, money - 1), rule).verdicts[project].won


def _cheaper(election: Election, number: int, by: int) -> Election:
    projects = list(election.projects)
    projects[number] = replace(projects[number], cost=projects[number].cost - by)
    return replace(election, projects=tuple(projects))


@pytest.mark.parametrize("method", sorted(EQUAL_SHARES - RAISED))
@given(seed=st.integers(0, 10**6))
@settings(max_examples=40, deadline=None)
def test_so_many_supporters_who_had_paid_nothing_would_have_been_enough(method: Method, seed: int) -> None:
    """Voters who named nothing hold untouched shares: give the project that many of them, and it wins."""
    idle = 40
    blank: Rows = [(f"idle{one}", [], None) for one in range(idle)]
    election, rule = _with(small(seed), blank), Rule(method)
    first = len(election.ballots) - idle
    for project, verdict in counting.count(election, rule).verdicts.items():
        supporters = verdict.needed.get("supporters")
        if isinstance(supporters, int) and supporters <= idle:
            rows = rows_of(election)
            rows[first : first + supporters] = [("new", [election.numbers[project]], None)] * supporters
            assert counting.count(replace(election, ballots=Ballots.of(rows)), rule).verdicts[project].won


@given(seed=st.integers(0, 10**6), method=st.sampled_from(sorted(RAISED)))
@settings(max_examples=20, deadline=None)
def test_where_shares_are_raised_no_number_of_supporters_is_promised(seed: int, method: Method) -> None:
    """What was missing at the last share is told; whether more would have done, only another count could tell."""
    for verdict in counting.count(small(seed), Rule(method)).verdicts.values():
        if verdict.reason is Reason.SUPPORTERS_SPENT:
            assert set(verdict.needed) == {"money"}
