"""Greedy counts: projects in an order, each paid as long as the money lasts. Most real votes are counted so."""

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from fractions import Fraction
from itertools import groupby
from typing import Any

from backend.tally import ties, totals
from backend.tally.categories import caps
from backend.tally.election import Election
from backend.tally.outcome import Outcome, Reason, Verdict, taken_out
from backend.tally.rule import Method, Rule

_STOPPING = frozenset({Method.NO_SKIP, Method.TOP_UP})


@dataclass(frozen=True, slots=True)
class Lacking:
    """How losers are told what they lacked: so many more of a unit would have put them before a rival."""

    missing: Callable[[int, int, bool], int | None]
    """How many a project lacks to go before a rival (True: it goes first when they are equal); None: nothing helps."""
    unit: str = "votes"


def by_votes(election: Election, rule: Rule) -> Outcome:
    """Most votes first (points, or points by rank, on ballots that give them): skip, no-skip, or topping up."""
    return fund(election, rule, totals.usual(election))


def fund(
    election: Election,
    rule: Rule,
    total: list[int],
    measure: Callable[[int], Any] | None = None,
    lacking: Lacking | None = None,
) -> Outcome:
    """Fund projects in the order of a measure (by default their total), under the rule's limits.

    Losers are told what they lacked where that can be said: always where the total is the measure.
    """
    places = ties.order(election, rule)
    if measure is None:
        measure = total.__getitem__
        lacking = Lacking(lambda number, rival, first: total[rival] + (not first) - total[number])
    least = rule.threshold or 0
    running = [number for number in range(len(total)) if election.running[number]]
    order = ties.ranked((number for number in running if total[number] >= least), measure, places)
    count = _counted(election, rule, total, order)
    verdicts = taken_out(election) | count.verdicts
    below = [number for number in running if total[number] < least]
    for number in sorted(below, key=lambda one: -total[one]):
        name = election.projects[number].id
        needed = {"votes": least - total[number]} if lacking and lacking.unit == "votes" else {}
        verdicts[name] = Verdict(name, Reason.BELOW_THRESHOLD, total=total[number], needed=needed)
    return Outcome(
        election,
        rule,
        winners=tuple(count.winners),
        topped_up=tuple(count.topped_up),
        verdicts=_with_needed(count, verdicts, places, lacking) if lacking and not rule.exclusive else verdicts,
        ties=_decisive_ties(count, measure),
        figures={"left": as_units(count.left, election)},
    )


def as_units(units: int | Fraction, election: Election) -> Fraction:
    """An amount in currency units, for figures."""
    return Fraction(units) / election.scale


@dataclass
class _Count:
    election: Election
    rule: Rule
    total: list[int]
    order: list[int]
    winners: list[str] = field(default_factory=list)
    topped_up: list[str] = field(default_factory=list)
    verdicts: dict[str, Verdict] = field(default_factory=dict)
    stopped_by: str | None = None

    def __post_init__(self) -> None:
        self.left = self.election.budget
        self.caps = caps(self.election)
        self.rivals: dict[str, set[str]] = {}
        for group in self.rule.exclusive:
            for one in group:
                self.rivals.setdefault(one, set()).update(set(group) - {one})

    def turn(self, rank: int, number: int) -> None:
        """It is this project's turn."""
        project = self.election.projects[number]
        rivals = self.rivals.get(project.id)
        rival = next((winner for winner in self.winners if winner in rivals), None) if rivals else None
        reason, because = Reason.FUNDED, None
        needed: dict[str, int | Fraction] = {}
        if self.stopped_by is not None:
            reason, because = Reason.AFTER_THE_STOP, self.stopped_by
        elif rival is not None:
            reason, because = Reason.EXCLUDED, rival
        elif project.cost > self.left:
            reason, needed = self._does_not_fit(project.id, project.cost)
        elif project.cost > self.caps.get(project.category, project.cost):
            reason, needed = Reason.CATEGORY_FULL, {"money": project.cost - self.caps[project.category]}
        self.verdicts[project.id] = Verdict(
            project.id, reason, rank, self.total[number], self.left, needed=needed, because=because
        )
        if reason is Reason.FUNDED:
            self._pay(number)

    def _pay(self, number: int) -> None:
        project = self.election.projects[number]
        self.winners.append(project.id)
        self.left -= project.cost
        if project.category in self.caps:
            self.caps[project.category] -= project.cost

    def _does_not_fit(self, name: str, cost: int) -> tuple[Reason, dict[str, int | Fraction]]:
        if self.rule.method in _STOPPING:
            self.stopped_by = name
        if self.rule.method is Method.TOP_UP and self.left >= self.rule.top_up * cost:
            self.topped_up.append(name)
            return Reason.TOPPED_UP, {}
        return Reason.NO_MONEY_LEFT, {"money": cost - self.left}

    def spend_what_categories_left(self) -> None:
        """Where a file says that leftover money goes by score, let full categories have it too."""
        if not self.caps or "score" not in self.election.meta.get("leftover_budget", ""):
            return
        for number in self.order:
            project = self.election.projects[number]
            verdict = self.verdicts[project.id]
            if verdict.reason is Reason.CATEGORY_FULL and project.cost <= self.left:
                self.caps.pop(project.category, None)
                self._pay(number)
                self.verdicts[project.id] = Verdict(
                    project.id, Reason.FILLED, verdict.rank, verdict.total, self.left + project.cost
                )


def _with_needed(
    count: "_Count", verdicts: dict[str, Verdict], places: list[int], lacking: Lacking
) -> dict[str, Verdict]:
    """Add to each loser the votes (or another unit) with which it would have won, all other ballots unchanged.

    It is enough to pass the last project at whose turn the loser still fitted, or could have been topped up: money only
    shrinks along the order.
    With money capped by category this is not so, and nothing is said.
    """
    election, order = count.election, count.order
    if caps(election):
        return verdicts
    part = count.rule.top_up if count.rule.method is Method.TOP_UP else 1
    told = dict(verdicts)
    ids = [election.projects[number].id for number in order]
    going_on = next((at for at, name in enumerate(ids) if verdicts[name].reason is Reason.AFTER_THE_STOP), len(ids))
    spent = [-(verdicts[name].left or 0) for name in ids]
    for place, number in enumerate(order):
        verdict = verdicts[ids[place]]
        if verdict.reason not in (Reason.NO_MONEY_LEFT, Reason.AFTER_THE_STOP):
            continue
        last = bisect_right(spent, -part * election.projects[number].cost, 0, min(place, going_on)) - 1
        if last >= 0:
            rival = order[last]
            more = lacking.missing(number, rival, places[number] < places[rival])
            needed = verdict.needed if more is None else {**verdict.needed, lacking.unit: more}
            told[ids[place]] = replace(verdict, needed=needed, because=verdict.because or ids[last])
    return told


def _counted(election: Election, rule: Rule, total: list[int], order: list[int]) -> "_Count":
    count = _Count(election, rule, total, order)
    for rank, number in enumerate(order, start=1):
        count.turn(rank, number)
    count.spend_what_categories_left()
    return count


def _decisive_ties(count: "_Count", measure: Callable[[int], Any]) -> tuple[tuple[str, ...], ...]:
    """Groups of equals of which some won and some lost, if equals the other way round would give other winners."""
    groups = [list(group) for _, group in groupby(count.order, key=measure)]
    turned = [number for group in groups for number in reversed(group)]
    if turned == count.order:
        return ()
    if set(_counted(count.election, count.rule, count.total, turned).winners) == set(count.winners):
        return ()
    named = [tuple(count.election.projects[number].id for number in group) for group in groups]
    return tuple(group for group in named if len({count.verdicts[project].won for project in group}) > 1)
