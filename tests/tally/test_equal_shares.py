"""Equal shares: by hand, against exact fractions, and what must hold for any election."""

import multiprocessing
import os
import random
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backend.tally import counting, shares_exact, shares_lanes, shares_processes, ties
from backend.tally.backers import gather
from backend.tally.election import Ballots, Election
from backend.tally.outcome import Outcome, Reason
from backend.tally.rule import Method, Rule, RuleInvalid
from tests.tally import plain_shares
from tests.tally.invented import small
from tests.tally.test_any_rule import rows_of
from tests.tally.test_budget_rules import count, election


def test_every_group_of_voters_gets_its_part() -> None:
    """Every group of voters gets its part."""
    # Greedy gives all to the larger half; with equal shares each half pays for its own.
    one = election(100, {"a": 50, "b": 50, "c": 50}, ["6 x a,b", "4 x c"])
    assert count(one, "greedy").winners == ("a", "b")
    assert count(one, "equalshares").winners == ("a",)
    assert count(one, "equalshares/add1").winners == ("a", "c")


def test_what_its_supporters_lacked_is_told() -> None:
    """What its supporters lacked is told."""
    verdict = count(election(100, {"a": 50, "c": 50}, ["6 x a", "4 x c"]), "equalshares").verdicts["c"]
    assert verdict.reason is Reason.SUPPORTERS_SPENT
    assert (verdict.left, verdict.needed) == (40, {"money": 10, "supporters": 1})


def test_poorer_supporters_pay_what_they_have() -> None:
    """Poorer supporters pay what they have."""
    # A share is 10. x takes 6 of five; then y costs 22: five hold 4, one holds 10, so 2 each is not enough, 20 + 2.
    purses = [(Fraction(4), 5), (Fraction(10), 1)]
    assert shares_exact.equal_payment(purses, 22) == Fraction(11, 3)
    assert shares_exact.equal_payment(purses, 28) == 8
    assert shares_exact.equal_payment(purses, 31) is None


def test_the_two_stops_of_add1_differ() -> None:
    """The two stops of add1 differ."""
    different = 0
    for seed in range(60):
        one = small(seed, voters=30)
        first, last = count(one, "equalshares/add1-exhaustive"), count(one, "equalshares/add1")
        assert first.figures["steps"] <= last.figures["steps"]
        different += set(first.winners) != set(last.winners)
    assert different


@given(seed=st.integers(0, 10**6), dearest=st.sampled_from([3, 12, 100]))
@settings(max_examples=80, deadline=None)
def test_slates_and_near_slates_are_counted_as_they_should(seed: int, dearest: int) -> None:
    """Every project has a twin that the same voters name, but for some: equality decides again and again."""
    one = small(seed, voters=20, dearest=dearest)
    half, draw = len(one.projects), random.Random(seed)
    order = draw.sample(range(2 * half), 2 * half)
    projects = [one.projects[number % half] for number in order]
    places = {number: place for place, number in enumerate(order)}
    rows = [
        (voter, [places[pick + side * half] for pick in picks for side in (0, 1) if draw.random() < 0.97], None)
        for voter, picks, _ in rows_of(one)
    ]
    named = tuple(replace(project, id=f"s{place:02}") for place, project in enumerate(projects))
    slates = replace(one, projects=named, ballots=Ballots.of(rows), budget=2 * one.budget)
    backers = gather(slates, ties.order(slates, Rule()))
    shares = [slates.budget + number * 20 for number in range(8)]
    for share, winners in zip(shares, shares_lanes.winners_for(backers, shares), strict=True):
        plain = plain_shares.winners(backers, share)
        assert set(winners) == set(plain)
        assert shares_exact.winners(backers, share) == plain


def test_raising_shares_for_ever_is_refused() -> None:
    """Raising shares for ever is refused."""
    one = election(10_000_000, {"a": 9_000_000, "b": 9_000_000}, ["1 x a", "1 x b"])
    with pytest.raises(RuleInvalid, match="step="):
        count(one, "equalshares/add1")
    assert count(one, "equalshares/add1:step=10000").winners == ()


@given(seed=st.integers(0, 10**6), voters=st.integers(0, 40), dearest=st.sampled_from([3, 12, 100]))
@settings(max_examples=150, deadline=None)
def test_the_fast_count_is_the_exact_one(seed: int, voters: int, dearest: int) -> None:
    """The fast count is the exact one."""
    one = small(seed, voters=voters, dearest=dearest)
    backers = gather(one, ties.order(one, Rule()))
    shares = [one.budget + number * voters for number in range(12)]
    for share, winners in zip(shares, shares_lanes.winners_for(backers, shares), strict=True):
        plain = plain_shares.winners(backers, share)
        assert set(winners) == set(plain)
        assert shares_exact.winners(backers, share) == plain


@given(seed=st.integers(0, 10**6), voters=st.integers(1, 40), dearest=st.sampled_from([3, 12, 100]))
@settings(max_examples=60, deadline=None)
def test_raised_shares_are_those_of_the_plain_loop(seed: int, voters: int, dearest: int) -> None:
    """Step by step in exact fractions, by the words of both stopping rules: the same winners after as many steps."""
    one = small(seed, voters=voters, dearest=dearest)
    for method in (Method.ADD1, Method.ADD1_EXHAUSTIVE):
        outcome = counting.count(one, Rule(method))
        paid = [winner for winner in outcome.winners if one.projects[one.numbers[winner]].cost]
        assert (outcome.figures["steps"], set(paid)) == _plainly(one, exhaustive=method is Method.ADD1_EXHAUSTIVE)


def _plainly(one: Election, *, exhaustive: bool) -> tuple[int, set[str]]:
    backers, kept, step = gather(one, ties.order(one, Rule())), set[int](), 0
    everything = set(range(len(backers.projects)))
    for step in range(10_000):
        won = set(plain_shares.winners(backers, one.budget + step * backers.voters))
        left = one.budget * backers.voters - sum(backers.costs[place] for place in won)
        if left < 0:
            return step - 1, {one.projects[backers.projects[place]].id for place in kept}
        kept = won
        if won == everything or (exhaustive and all(backers.costs[place] > left for place in everything - won)):
            break
    return step, {one.projects[backers.projects[place]].id for place in kept}


def _in_processes(monkeypatch: pytest.MonkeyPatch, one: Election) -> Outcome:
    monkeypatch.setattr(shares_processes, "_WORTH", 0)
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    return counting.count(one, Rule(Method.ADD1))


def test_several_processes_count_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    """Batches come back in their order, counted elsewhere; whoever stops asking leaves no process behind."""
    one = small(3, projects=20, voters=200, dearest=1000)
    alone = counting.count(one, Rule(Method.ADD1))
    monkeypatch.setattr(shares_processes, "winners_for", None)
    together = _in_processes(monkeypatch, one)
    assert (together.winners, together.figures) == (alone.winners, alone.figures)
    assert not multiprocessing.active_children()


def test_what_killed_processes_leave_is_counted_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """A count does not fail because the machine ran short of memory and ended its helpers."""
    one = small(3, projects=20, voters=200, dearest=1000)
    alone = counting.count(one, Rule(Method.ADD1))
    monkeypatch.setattr(shares_processes, "_serve", os._exit)  # takes no such arguments: none ever starts
    assert _in_processes(monkeypatch, one).winners == alone.winners


def test_floats_decide_nearly_everything_alone() -> None:
    """Floats decide nearly everything alone."""
    sure = []
    for seed in range(40):
        one = small(seed, projects=30, voters=200, dearest=1000)
        lanes = shares_lanes._Lanes(gather(one, ties.order(one, Rule())), [one.budget])
        lanes.run()
        sure.append(not lanes.unsure[0])
    assert sum(sure) >= 30


@given(
    seed=st.integers(0, 10**6),
    method=st.sampled_from([Method.SHARES, Method.SHARES_FILL, Method.ADD1, Method.ADD1U, Method.ADD1_COMPARISON]),
)
@settings(max_examples=80, deadline=None)
def test_the_budget_is_kept_and_completions_only_add(seed: int, method: Method) -> None:
    """The budget is kept and completions only add."""
    one = small(seed)
    outcome = counting.count(one, Rule(method))
    assert outcome.cost <= one.budget
    assert set(outcome.verdicts) == {project.id for project in one.projects}
    assert {project for project, verdict in outcome.verdicts.items() if verdict.won} == set(outcome.winners)
    if method is Method.ADD1U:
        assert set(counting.count(one, Rule(Method.ADD1)).winners) <= set(outcome.winners)
