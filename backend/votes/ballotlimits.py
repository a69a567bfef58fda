"""The limits of a ballot: what the frozen vote allows one to choose."""

from collections.abc import Sequence

from backend.ballotlog.frozen import FrozenVote
from backend.errors import IllegalBallot
from backend.tally.election import WITH_POINTS


def check(vote: FrozenVote, choices: Sequence[str], points: Sequence[int] | None) -> None:
    """Raise IllegalBallot, naming the text that says why, unless a ballot is within the vote's limits."""
    limits = vote.limits
    costs = {project.id: project.cost for project in vote.projects}
    if unknown := [one for one in choices if one not in costs]:
        raise IllegalBallot("unknown-project", project=unknown[0])
    if len(set(choices)) < len(choices):
        raise IllegalBallot("twice")
    least, most = limits.get("min_length", 0), limits.get("max_length", len(costs))
    if len(choices) < least:
        raise IllegalBallot("too-few", least=least, count=len(choices))
    if len(choices) > most:
        raise IllegalBallot("too-many", most=most, count=len(choices))
    if sum(costs[one] for one in choices) > limits.get("max_sum_cost", sum(costs.values())):
        raise IllegalBallot("too-dear")
    if (points is not None) != (vote.kind in WITH_POINTS):
        raise IllegalBallot("points")
    if points is not None:
        _check_points(vote, choices, points)


def _check_points(vote: FrozenVote, choices: Sequence[str], points: Sequence[int]) -> None:
    limits = vote.limits
    low, high = limits.get("min_points", 0), limits.get("max_points")
    if len(points) != len(choices) or any(one < low or (high is not None and one > high) for one in points):
        raise IllegalBallot("points")
    total = limits.get("max_sum_points")
    if total is not None and sum(points) > total:
        raise IllegalBallot("too-many-points", most=total, count=sum(points))
