"""The result of a count: who won, what it costs, and for each project why, as data for texts in any language."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction
from typing import Any

from backend.tally.election import Election
from backend.tally.money import as_number
from backend.tally.rule import Rule


class Reason(StrEnum):
    """Why a project won or lost."""

    FUNDED = "funded"
    """Its turn came and the money was there (equal shares: its supporters paid for it)."""
    FILLED = "filled"
    """Paid from what the main count left over."""
    TOPPED_UP = "topped-up"
    """It ended the count, most of its cost was left, and other money pays the rest."""
    ELECTED = "elected"
    NO_MONEY_LEFT = "no-money-left"
    """When its turn came, less was left than it costs."""
    AFTER_THE_STOP = "after-the-stop"
    """A project before it did not fit, which ended the count."""
    BELOW_THRESHOLD = "below-threshold"
    EXCLUDED = "excluded"
    """It excludes a project that won."""
    TAKEN_OUT = "taken-out"
    """Withdrawn or barred before the count."""
    NO_SUPPORT = "no-support"
    """Nobody named it."""
    SUPPORTERS_SPENT = "supporters-spent"
    """Equal shares: what its supporters still had was less than its cost."""
    CATEGORY_FULL = "category-full"
    """The money of its category was spent."""
    BEATEN = "beaten"
    """Single decisions: others had more."""


WON = frozenset({Reason.FUNDED, Reason.FILLED, Reason.TOPPED_UP, Reason.ELECTED})


@dataclass(frozen=True, slots=True)
class Verdict:
    """Why one project won or lost. Money is in smallest units."""

    project: str
    reason: Reason
    rank: int | None = None
    """Its place in the order of the count, 1 first."""
    total: int | Fraction | None = None
    """Its votes, points, or supporters: what the rule counts."""
    left: int | Fraction | None = None
    """The money there was for it at its turn: of the budget, or of its supporters."""
    needed: Mapping[str, int | Fraction] = field(default_factory=dict)
    """What would have been enough, each alone and all else unchanged: `votes` (or points) more, `money` more, `first`
    choices more, `grades` (so many voters who give the highest instead of the lowest), or (equal shares that are not
    raised) `supporters` more whose share was untouched. Less may do, too, where a cheaper or better supported project
    would come sooner: equal shares and votes per cost."""
    because: str | None = None
    """The project that stood in the way, where one did."""

    @property
    def won(self) -> bool:
        """Whether it won."""
        return self.reason in WON


@dataclass(frozen=True)
class Outcome:
    """The result of one count of one election by one rule."""

    election: Election
    rule: Rule
    winners: tuple[str, ...]
    """Paid from the budget, or elected, in the order in which they won."""
    verdicts: Mapping[str, Verdict]
    topped_up: tuple[str, ...] = ()
    """Won too, but paid in part from other money; not in `winners`, not in `cost`."""
    ties: tuple[tuple[str, ...], ...] = ()
    """Projects that were equal where only the order of ties decided between them."""
    figures: Mapping[str, Any] = field(default_factory=dict)
    """What else the rule has to tell: share, steps, rounds, quota, who prefers which."""

    @property
    def cost(self) -> int:
        """What the winners cost together, in smallest units."""
        return sum(self.election.projects[self.election.numbers[winner]].cost for winner in self.winners)

    def as_dict(self) -> dict[str, Any]:
        """The whole result for JSON, money in currency units."""
        scale = self.election.scale
        told: dict[str, Any] = {
            "rule": str(self.rule),
            "winners": list(self.winners),
            "cost": as_number(self.cost, scale),
            "budget": as_number(self.election.budget, scale),
        }
        if self.topped_up:
            told["topped_up"] = list(self.topped_up)
        if self.ties:
            told["ties"] = [list(tie) for tie in self.ties]
        if self.election.out:
            told["out"] = dict(self.election.out)
        if self.figures:
            told["figures"] = _plain(self.figures)
        if self.election.oddities:
            told["oddities"] = {oddity.kind: oddity.count for oddity in self.election.oddities}
        return told

    def reasons(self) -> list[dict[str, Any]]:
        """Why each project won or lost, in the order of the count, for JSON."""
        scale = self.election.scale
        rows = sorted(self.verdicts.values(), key=lambda verdict: (verdict.rank is None, verdict.rank or 0))
        return [_told(verdict, scale) for verdict in rows]


def missing(numbers: Sequence[int], election: Election, reason: Reason) -> dict[str, Verdict]:
    """The same verdict for several projects that took no part."""
    ids = [election.projects[number].id for number in numbers]
    return {project: Verdict(project, reason) for project in ids}


def taken_out(election: Election) -> dict[str, Verdict]:
    """The verdicts on the projects that were taken out before the count."""
    known = [project for project in election.out if project in election.numbers]
    return {project: Verdict(project, Reason.TAKEN_OUT, because=election.out[project]) for project in known}


def _told(verdict: Verdict, scale: int) -> dict[str, Any]:
    row: dict[str, Any] = {"project": verdict.project, "won": verdict.won, "reason": verdict.reason.value}
    if verdict.rank is not None:
        row["rank"] = verdict.rank
    if verdict.total is not None:
        row["total"] = _plain(verdict.total)
    if verdict.left is not None:
        row["left"] = _plain(Fraction(verdict.left) / scale)
    if verdict.needed:
        money = {"money": _plain(Fraction(verdict.needed["money"]) / scale)} if "money" in verdict.needed else {}
        row["needed"] = {key: _plain(value) for key, value in verdict.needed.items()} | money
    if verdict.because is not None:
        row["because"] = verdict.because
    return row


def _plain(value: Any) -> Any:
    if isinstance(value, Fraction):
        return value.numerator if value.denominator == 1 else round(float(value), 6)
    if isinstance(value, Mapping):
        return {key: _plain(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    return value
