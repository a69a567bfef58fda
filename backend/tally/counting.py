"""Counting an election: by a named rule, or by the one that its file names."""

import re
from collections.abc import Callable, Mapping
from decimal import InvalidOperation
from fractions import Fraction
from math import ceil

from backend.tally import (
    approval,
    borda,
    equal_shares,
    greedy,
    irv,
    knapsack,
    majority_judgment,
    per_cost,
    plurality,
    points,
    schulze,
    stv,
)
from backend.tally.election import Election
from backend.tally.money import amount
from backend.tally.outcome import Outcome
from backend.tally.rule import EQUAL_SHARES, Method, Rule, RuleInvalid, parse

_COUNTS: Mapping[Method, Callable[[Election, Rule], Outcome]] = {
    Method.GREEDY: greedy.by_votes,
    Method.NO_SKIP: greedy.by_votes,
    Method.TOP_UP: greedy.by_votes,
    Method.PER_COST: per_cost.count,
    Method.POINTS: points.count,
    Method.BORDA: borda.count,
    Method.KNAPSACK: knapsack.count,
    Method.MAJORITY_JUDGMENT: majority_judgment.count,
    Method.PLURALITY: plurality.count,
    Method.APPROVAL: approval.count,
    Method.IRV: irv.count,
    Method.SCHULZE: schulze.count,
    Method.STV: stv.count,
    **dict.fromkeys(EQUAL_SHARES, equal_shares.count),
}
_TOP_UP = re.compile(r"at least (\d+)\s?%")
"""How the files of Poznan describe their rule in `comment`."""


def count(election: Election, rule: Rule) -> Outcome:
    """Count an election; raises RuleInvalid when the rule does not fit its ballots."""
    return _COUNTS[rule.method](election, rule)


def named(election: Election) -> Rule:
    """The rule that a file names, with the threshold it gives; raises RuleInvalid when it names none that is known.

    A greedy rule applies the file's threshold whatever its label says. A custom rule must be one that the file's
    comment describes in known words: no-skip, topped up from the part of the cost that it names.
    """
    label = election.meta.get("rule", "").strip().lower()
    if label == "greedy-custom":
        found = _TOP_UP.search(election.meta.get("comment", ""))
        if not found:
            raise RuleInvalid("the file has a rule of its own that its comment does not explain; name one with --rule")
        rule = Rule(Method.TOP_UP, top_up=Fraction(int(found[1]), 100))
    elif label in ("", "unknown"):
        raise RuleInvalid("the file names no rule; name one with --rule")
    else:
        rule = parse(label)
    return with_files_threshold(election, rule)


def with_files_threshold(election: Election, rule: Rule) -> Rule:
    """The rule with the file's threshold, where it is greedy and has none of its own; raises RuleInvalid."""
    told = election.meta.get("min_project_score_threshold", "")
    if not told or rule.threshold is not None or rule.method not in _THRESHOLDS:
        return rule
    try:
        threshold = ceil(amount(told))  # whole votes: who needs 1.5 needs 2
    except InvalidOperation as error:
        raise RuleInvalid(f"the file's min_project_score_threshold is {told!r}, not a number") from error
    return Rule(rule.method, threshold, rule.top_up, rule.step, rule.exclusive, rule.tie, rule.seats)


_THRESHOLDS = frozenset({Method.GREEDY, Method.NO_SKIP, Method.TOP_UP})
