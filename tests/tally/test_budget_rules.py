"""Rules that spend a budget, on elections small enough to count by hand."""

import pytest

from backend.tally import counting, pabulib
from backend.tally.election import Election
from backend.tally.outcome import Outcome, Reason
from backend.tally.rule import RuleInvalid, parse


def election(
    budget: int, costs: dict[str, int], ballots: list[str], kind: str = "approval", meta: str = ""
) -> Election:
    """An election from ballots like "a,b" or, with points, "a,b;3,1"; a ballot may stand for several: "4 x a,b"."""
    rows = []
    for ballot in ballots:
        times, _, vote = ballot.rpartition(" x ")
        rows += [vote] * int(times or 1)
    points = ";points" if kind in ("cumulative", "scoring") else ""
    lines = [f"META\nkey;value\nbudget;{budget}\nvote_type;{kind}\nrule;greedy\n{meta}PROJECTS\nproject_id;cost"]
    lines += [f"{name};{cost}" for name, cost in costs.items()]
    lines += [f"VOTES\nvoter_id;vote{points}", *(f"{number};{row}" for number, row in enumerate(rows))]
    return pabulib.parse("\n".join(lines))


def count(one: Election, rule: str) -> Outcome:
    """Count by a rule in words, with the file's threshold."""
    return counting.count(one, counting.with_files_threshold(one, parse(rule)))


STREET = {"a": 60, "b": 50, "c": 30, "d": 10}
VOTES = ["5 x a", "4 x b", "3 x c", "2 x d"]


@pytest.mark.parametrize(
    ("rule", "winners", "topped_up"),
    [
        ("greedy", ("a", "c", "d"), ()),
        ("greedy-no-skip", ("a",), ()),
        ("greedy-top-up", ("a",), ("b",)),  # 40 of 50 are left: 80 %
        ("greedy-top-up:top-up=81%", ("a",), ()),
        ("greedy:threshold=3", ("a", "c"), ()),
        ("greedy-no-skip:threshold=5", ("a",), ()),
        ("greedy:exclusive=a+c", ("a", "d"), ()),
        ("greedy-per-cost", ("d", "c", "a"), ()),
        ("knapsack", ("a", "c", "d"), ()),
    ],
)
def test_winners(rule: str, winners: tuple[str, ...], topped_up: tuple[str, ...]) -> None:
    """Winners."""
    outcome = count(election(100, STREET, VOTES), rule)
    assert (outcome.winners, outcome.topped_up) == (winners, topped_up)


def test_each_loser_learns_why_and_what_would_have_done() -> None:
    """Each loser learns why and what would have done."""
    verdicts = count(election(100, STREET, VOTES), "greedy:threshold=3").verdicts
    assert verdicts["b"].reason is Reason.NO_MONEY_LEFT
    assert verdicts["b"].needed == {"money": 10, "votes": 2}
    assert (verdicts["b"].left, verdicts["b"].because) == (40, "a")
    assert verdicts["d"].reason is Reason.BELOW_THRESHOLD
    assert verdicts["d"].needed == {"votes": 1}
    stopped = count(election(100, STREET, VOTES), "greedy-no-skip").verdicts
    assert (stopped["c"].reason, stopped["c"].because, stopped["c"].needed) == (
        Reason.AFTER_THE_STOP,
        "b",
        {"votes": 2},
    )


def test_a_withdrawn_project_stops_nothing() -> None:
    """A withdrawn project stops nothing."""
    outcome = count(election(100, STREET, VOTES).without({"b": "withdrawn"}), "greedy-no-skip")
    assert outcome.winners == ("a", "c", "d")
    assert outcome.verdicts["b"].reason is Reason.TAKEN_OUT


def test_points_count_raw_and_not_by_cost() -> None:
    """Points count raw and not by cost."""
    one = election(100, {"a": 90, "b": 20}, ["a,b;6,4", "a;1"], kind="cumulative")
    assert count(one, "greedy").winners == count(one, "points").winners == ("a",)


def test_borda_gives_max_length_for_the_first_place() -> None:
    """Borda gives max length for the first place."""
    one = election(1, {"a": 1, "b": 1}, ["2 x b", "1 x a,b", "1 x a"], kind="ordinal", meta="max_length;3\n")
    assert count(one, "greedy").verdicts["b"].total == 3 + 3 + 2
    assert count(one, "borda").winners == ("b",)


def test_knapsack_ballots_beyond_the_budget_do_not_count() -> None:
    """Knapsack ballots beyond the budget do not count."""
    outcome = count(election(100, STREET, ["3 x a,b", "1 x c"]), "knapsack")
    assert outcome.winners == ("c", "a", "d")
    assert outcome.figures["ballots_beyond_the_budget"] == 3


def test_majority_judgment_compares_medians_then_what_is_left_of_them() -> None:
    """Majority judgment compares medians then what is left of them."""
    # Medians as they come off: a (0 2 2 3 3) 2 2 3, b (0 1 2 3 3) 2 1, c (2 2 2 2 2) 2 2 2.
    ballots = ["a,b,c;3,3,2", "a,b,c;3,3,2", "a,b,c;2,2,2", "a,b,c;2,1,2", "a,b,c;0,0,2"]
    one = election(2, {"a": 1, "b": 1, "c": 1}, ballots, kind="scoring")
    assert count(one, "majority-judgment").winners == ("a", "c")


def test_money_may_be_capped_by_category_and_what_is_left_goes_by_score() -> None:
    """Money may be capped by category and what is left goes by score."""
    text = """META
key;value
budget;100
vote_type;approval
rule;greedy
categories;green,play
budget_per_category;50,50
leftover_budget;Fund additional projects that fit within leftover budget ordered by score
PROJECTS
project_id;cost;category
a;40;green
b;30;green
c;20;play
VOTES
voter_id;vote
1;a,b,c
2;a,b
3;a
"""
    outcome = counting.count(pabulib.parse(text), parse("greedy"))
    assert outcome.winners == ("a", "c", "b")
    assert outcome.verdicts["b"].reason is Reason.FILLED


def test_ties_are_broken_as_named_and_told_only_where_they_decide() -> None:
    """Ties are broken as named and told only where they decide."""
    one = election(50, {"a": 50, "b": 40, "c": 10}, ["2 x a", "2 x b", "1 x c"])
    assert count(one, "greedy").winners == ("a",)
    assert count(one, "greedy:tie=cheaper").winners == ("b", "c")
    assert count(one, "greedy:tie=dearer").winners == ("a",)
    assert count(one, "greedy").ties == (("a", "b"),)
    assert count(one, "greedy:tie=lot=2026").winners == count(one, "greedy:tie=lot=2026").winners
    enough = election(100, {"a": 50, "b": 40, "c": 10}, ["2 x a", "2 x b", "1 x c"])
    assert count(enough, "greedy").ties == ()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("sortition", "'sortition' is no rule"),
        ("greedy:threshold", "write KEY=VALUE"),
        ("greedy:threshold=-1", "threshold can't be '-1'"),
        ("greedy:mood=good", "'mood' is no option"),
        ("stv:seats=0", "seats can't be '0'"),
        ("greedy:tie=coin", "'coin' breaks no tie"),
        ("greedy-top-up:top-up=1/0", "top-up can't be '1/0'"),
    ],
)
def test_a_rule_that_makes_no_sense_is_refused(text: str, said: str) -> None:
    """A rule that makes no sense is refused."""
    with pytest.raises(RuleInvalid) as refused:
        parse(text)
    assert said in str(refused.value)


@pytest.mark.parametrize(
    "text",
    [
        "greedy",
        "greedy-no-skip:threshold=50,tie=cheaper",
        "greedy:exclusive=a+b|c+d",
        "stv:seats=3",
        "greedy-top-up:top-up=3/4",
    ],
)
def test_a_rule_is_written_as_it_is_read(text: str) -> None:
    """A rule is written as it is read."""
    assert str(parse(text)) == text


def test_a_rule_that_does_not_fit_the_ballots_is_refused() -> None:
    """A rule that does not fit the ballots is refused."""
    for rule in ("points", "borda", "irv", "schulze", "stv"):
        with pytest.raises(RuleInvalid):
            count(election(100, STREET, VOTES), rule)
