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
from backend.tally.rule import EQUAL_SHARES, RAISED, SINGLE, Method, Rule
from tests.tally.invented import small
from tests.tally.test_any_rule import KIND, rows_of

Rows = list[tuple[str, list[int], list[int] | None]]

_MORE: dict[Method, Callable[[int], tuple[list[int], list[int] | None]]] = {
    **dict.fromkeys(
        [Method.GREEDY, Method.NO_SKIP, Method.PER_COST, Method.TOP_UP, Method.KNAPSACK, Method.APPROVAL],
        lambda number: ([number], None),
    ),
    **dict.fromkeys([Method.PLURALITY, Method.IRV, Method.SCHULZE, Method.STV], lambda number: ([number], None)),
    Method.POINTS: lambda number: ([number], [1]),
}
"""What one vote, one point, or one first choice more is on a ballot."""
_UNLIMITED = frozenset({*SINGLE, Method.KNAPSACK})
"""Methods that look at no threshold."""


def _with(election: Election, more: Rows) -> Election:
    return replace(election, ballots=Ballots.of([*rows_of(election), *more]))


@pytest.mark.parametrize("method", list(_MORE))
@given(seed=st.integers(0, 10**6), tie=st.sampled_from(["file", "id", "lot=7"]))
@settings(max_examples=25, deadline=None)
def test_so_many_votes_more_are_enough_and_no_fewer(method: Method, seed: int, tie: str) -> None:
    """For each loser who is told a number: with that many it wins, with one fewer it does not."""
    election = small(seed, KIND[method])
    threshold, seats = None if method in _UNLIMITED else 4, 3 if method is Method.STV else 1
    rule = Rule(method, threshold=threshold, tie=tie, seats=seats)
    for project, verdict in counting.count(election, rule).verdicts.items():
        votes = verdict.needed.get("votes", verdict.needed.get("first"))
        assert votes is not None or verdict.reason is not Reason.BEATEN
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


@given(seed=st.integers(0, 10**6), seats=st.integers(1, 3))
@settings(max_examples=15, deadline=None)
def test_by_instant_runoff_and_by_strongest_paths_no_smaller_number_would_do(seed: int, seats: int) -> None:
    """There a ballot more that names it alone never harms; by transferable votes it may, and less is promised."""
    election = small(seed, BallotKind.ORDINAL, projects=6, voters=12)
    for rule in (Rule(Method.IRV), Rule(Method.SCHULZE, seats=seats)):
        for project, verdict in counting.count(election, rule).verdicts.items():
            for fewer in range(int(verdict.needed.get("first", 0))):
                more: Rows = [(f"more{one}", [election.numbers[project]], None) for one in range(fewer)]
                assert not counting.count(_with(election, more), rule).verdicts[project].won


@given(seed=st.integers(0, 10**6), tie=st.sampled_from(["file", "lot=7"]))
@settings(max_examples=40, deadline=None)
def test_so_many_of_the_lowest_grades_raised_to_the_highest_are_enough_and_no_fewer(seed: int, tie: str) -> None:
    """By majority judgment nobody new votes: some who graded it lowest, or not at all, grade it highest."""
    election, rule = small(seed, BallotKind.SCORING), Rule(Method.MAJORITY_JUDGMENT, tie=tie)
    for project, verdict in counting.count(election, rule).verdicts.items():
        if isinstance(changed := verdict.needed.get("grades"), int):
            for count, wins in ((changed, True), (changed - 1, False)):
                regraded = _regraded(election, election.numbers[project], count)
                assert counting.count(regraded, rule).verdicts[project].won is wins


def _regraded(election: Election, number: int, count: int) -> Election:
    given_grades = [dict(zip(picks, points or [], strict=True)) for _, picks, points in rows_of(election)]
    highest = max(grade for grades in given_grades for grade in grades.values())
    for grades in sorted(given_grades, key=lambda grades: grades.get(number, 0))[:count]:
        grades[number] = highest
    rows: Rows = [(f"v{at}", list(grades), list(grades.values())) for at, grades in enumerate(given_grades)]
    return replace(election, ballots=Ballots.of(rows))


def test_what_was_needed_is_told_by_majority_judgment() -> None:
    """By hand: 3, 3, 2, 0, 0 loses by its median to 3, 3, 3, 1, 1; as 3, 3, 3, 2, 0 it wins by the next one."""
    rows: Rows = [
        (f"v{at}", [0, 1], list(grades)) for at, grades in enumerate([(3, 3), (3, 3), (2, 3), (0, 1), (0, 1)])
    ]
    projects = small(1, projects=2).projects
    election = Election(BallotKind.SCORING, max(one.cost for one in projects), projects, Ballots.of(rows))
    lost = counting.count(election, Rule(Method.MAJORITY_JUDGMENT, tie="lot=2")).verdicts["p00"]
    assert (lost.won, lost.needed.get("grades")) == (False, 1)


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
