"""The rule of a count, as data: named in files and commands, frozen before a vote, printed on its result."""

import hashlib
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from fractions import Fraction

from backend.errors import AgoraError


class RuleInvalid(AgoraError):
    """A rule can't be read, or does not fit the ballots; the message says why."""


class Method(StrEnum):
    """How ballots become winners."""

    GREEDY = "greedy"
    """Most votes (or points) first; what does not fit into the money left is skipped."""
    NO_SKIP = "greedy-no-skip"
    """Most votes first; the first project that does not fit ends the count."""
    TOP_UP = "greedy-top-up"
    """As no-skip; the project that ended it is paid too when most of its cost is left (Poznan: 80 %)."""
    PER_COST = "greedy-per-cost"
    """Most votes per unit of cost first, skipping."""
    POINTS = "points"
    """Most raw points first, skipping."""
    BORDA = "borda"
    """Most Borda points first, skipping."""
    KNAPSACK = "knapsack"
    """Most votes first, of ballots that kept within the budget, skipping (Goel et al. 2019)."""
    MAJORITY_JUDGMENT = "majority-judgment"
    """Best median grade first, skipping (Balinski and Laraki 2011)."""
    SHARES = "equalshares"
    """Method of Equal Shares, cost utility, no completion (Peters and Skowron 2020)."""
    SHARES_FILL = "equalshares/greedy"
    """Equal shares, then the money left greedily by votes."""
    ADD1 = "equalshares/add1"
    """Equal shares with raised shares, until the next step would overspend."""
    ADD1_EXHAUSTIVE = "equalshares/add1-exhaustive"
    """Equal shares with raised shares, until nothing more fits."""
    ADD1U = "equalshares/add1u"
    """As add1, then the money left greedily by votes."""
    ADD1_COMPARISON = "equalshares/add1-comparison"
    """As add1, unless more voters prefer the greedy result."""
    PLURALITY = "plurality"
    """One winner (or as many as there are seats): most first choices."""
    APPROVAL = "approval"
    """One winner (or as many as there are seats): most approvals."""
    IRV = "irv"
    """One winner: the weakest goes out, its ballots pass on, until one has a majority."""
    SCHULZE = "schulze"
    """One winner: strongest paths of pairwise victories (Schulze 2011)."""
    STV = "stv"
    """Several seats: quota, fractional transfers, elimination (Droop quota, weighted inclusive Gregory)."""


SINGLE = frozenset({Method.PLURALITY, Method.APPROVAL, Method.IRV, Method.SCHULZE, Method.STV})
"""Methods that fill seats and look at no money."""
EQUAL_SHARES = frozenset(method for method in Method if method.value.startswith("equalshares"))
RAISED = frozenset({Method.ADD1, Method.ADD1_EXHAUSTIVE, Method.ADD1U, Method.ADD1_COMPARISON})
"""Equal shares with shares raised step by step."""

_SYNONYMS = {
    "greedy-threshold": Method.GREEDY,
    "greedy-exclusive": Method.GREEDY,
    "greedy-skip": Method.GREEDY,
    "equalshares/none": Method.SHARES,
    "mes": Method.SHARES,
}


@dataclass(frozen=True, slots=True)
class Rule:
    """A method and what it needs to know."""

    method: Method = Method.GREEDY
    threshold: int | None = None
    """Votes (or points) that a project needs to take part in a count by votes or points."""
    top_up: Fraction = Fraction(4, 5)
    """Of the cost of the project that ended a count, the part that must be left for it to be topped up."""
    step: int = 1
    """Raised shares: by how many currency units a voter's share grows at each step."""
    exclusive: tuple[tuple[str, ...], ...] = ()
    """Groups of projects of which only one can win."""
    tie: str = "file"
    """What goes first when equal: file (order of the file), id, cheaper, dearer (then file order), or lot=SEED."""
    seats: int = 1

    def __str__(self) -> str:
        said = []
        for one in fields(self):
            value = getattr(self, one.name)
            if one.name != "method" and value != one.default and (one.name != "top_up" or self._tops_up()):
                groups = ["+".join(group) for group in value] if one.name == "exclusive" else []
                said.append(f"{one.name.replace('_', '-')}={'|'.join(groups) if groups else value}")
        return f"{self.method.value}:{','.join(said)}" if said else self.method.value

    def _tops_up(self) -> bool:
        return self.method is Method.TOP_UP


def parse(text: str) -> Rule:
    """The rule that a text names, as `str(rule)` writes it: "greedy-no-skip:threshold=50"; raises RuleInvalid.

    Pabulib's own labels (greedy-threshold, equalshares/add1, ...) are names too.
    """
    name, _, options = text.strip().partition(":")
    rule = Rule(_method(name))
    for option in filter(None, options.split(",")):
        key, equals, value = option.partition("=")
        if not equals:
            raise RuleInvalid(f"{option!r} is no option: write KEY=VALUE, as in greedy:threshold=50")
        rule = _with(rule, key.strip(), value.strip())
    return rule


def _method(name: str) -> Method:
    if name in _SYNONYMS:
        return _SYNONYMS[name]
    try:
        return Method(name)
    except ValueError as error:
        raise RuleInvalid(f"{name!r} is no rule; rules are: {', '.join(Method)}") from error


def _with(rule: Rule, key: str, value: str) -> Rule:
    try:
        match key:
            case "threshold":
                return replace(rule, threshold=_whole(value, 0))
            case "top-up":
                return replace(rule, top_up=_part(value))
            case "step":
                return replace(rule, step=_whole(value, 1))
            case "seats":
                return replace(rule, seats=_whole(value, 1))
            case "exclusive":
                return replace(rule, exclusive=tuple(tuple(group.split("+")) for group in value.split("|")))
            case "tie":
                check_tie(value)
                return replace(rule, tie=value)
    except (ValueError, ZeroDivisionError) as error:
        raise RuleInvalid(f"{key} can't be {value!r}") from error
    raise RuleInvalid(f"{key!r} is no option; options are: threshold, top-up, step, seats, exclusive, tie")


def _whole(value: str, least: int) -> int:
    number = int(value)
    if number < least:
        raise ValueError(value)
    return number


def _part(value: str) -> Fraction:
    part = Fraction(value.removesuffix("%")) / (100 if value.endswith("%") else 1)
    if not 0 < part <= 1:
        raise ValueError(value)
    return part


def check_tie(value: str) -> None:
    """Raise RuleInvalid unless a way of breaking ties is known."""
    if value not in ("file", "id", "cheaper", "dearer") and not value.startswith("lot="):
        raise RuleInvalid(f"{value!r} breaks no tie; known: file, id, cheaper, dearer, lot=SEED")


def lot(seed: str, name: str) -> bytes:
    """The lot that a name draws: SHA-256 of seed and name, smallest first; anybody can draw it again."""
    return hashlib.sha256(f"{seed}/{name}".encode()).digest()
