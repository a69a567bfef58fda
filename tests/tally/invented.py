"""Elections made up for tests and benches: nobody's ballots."""

import random
from pathlib import Path

import numpy as np

from backend.tally.election import BallotKind, Ballots, Election, Project


def small(
    seed: int, kind: BallotKind = BallotKind.APPROVAL, *, projects: int = 8, voters: int = 25, dearest: int = 100
) -> Election:
    """A small election with costs up to `dearest` and a budget for about half of it all."""
    draw = random.Random(seed)
    costs = [draw.randint(1, dearest) for _ in range(projects)]
    listed = tuple(Project(f"p{number:02}", cost) for number, cost in enumerate(costs))
    rows = [(f"v{voter}", *_ballot(draw, kind, projects)) for voter in range(voters)]
    return Election(kind, max(*costs, sum(costs) // 2), listed, Ballots.of(rows))


def _ballot(draw: random.Random, kind: BallotKind, projects: int) -> tuple[list[int], list[int] | None]:
    if kind is BallotKind.CHOOSE_ONE:
        return [draw.randrange(projects)], None
    # Popular projects come first, so that ballots overlap as real ones do.
    chosen = sorted({min(int(draw.expovariate(0.35)), projects - 1) for _ in range(draw.randint(1, 5))})
    draw.shuffle(chosen)
    if kind in (BallotKind.CUMULATIVE, BallotKind.SCORING):
        return chosen, [draw.randint(0, 5) for _ in chosen]
    return chosen, None


def near_slates(*, projects: int, voters: int, budget: int = 100_000_000, seed: int = 1) -> Election:
    """The worst for counts in floats: every project has a twin, and voters come in pairs that name both, but for some.

    Of those one leaves the project out and the other its twin, so that both are equal without having the same backers.
    """
    draw = np.random.default_rng(seed)
    half = projects // 2
    drawn = draw.lognormal(0, 1, half)
    costs = np.maximum(1000, np.round(drawn / drawn.sum() * 2.5 * budget)).astype(int).tolist()
    liked = draw.lognormal(0, 0.5, half)
    picks = draw.choice(half, size=(voters // 2, 4), p=liked / liked.sum())
    parting = draw.random(voters // 2) < 0.05
    rows: list[tuple[str, list[int], None]] = []
    for pair, (row, parts) in enumerate(zip(picks.tolist(), parting.tolist(), strict=True)):
        both = [pick + side * half for pick in dict.fromkeys(row) for side in (0, 1)]
        rows += [(f"a{pair}", both[parts:], None), (f"b{pair}", [both[0], *both[1 + parts :]], None)]
    listed = tuple(Project(str(number), costs[number % half]) for number in range(projects))
    return Election(BallotKind.APPROVAL, budget, listed, Ballots.of(rows))


def write_large(path: Path, *, projects: int, voters: int, budget: int = 100_000_000, seed: int = 1) -> Path:
    """Approval ballots of 5 to 10 picks, log-normal costs of five times the budget together, as a .pb file."""
    draw = np.random.default_rng(seed)
    costs = draw.lognormal(0, 1, projects)
    costs = np.maximum(1000, np.round(costs / costs.sum() * 5 * budget)).astype(int)
    liked = draw.lognormal(0, 0.5, projects)
    picks = draw.choice(projects, size=(voters, 16), p=liked / liked.sum()) + 1
    sizes = draw.integers(5, 11, voters)
    with path.open("w", encoding="utf-8") as file:
        file.write(f"META\nkey;value\nbudget;{budget}\nvote_type;approval\nrule;greedy\n")
        file.write("PROJECTS\nproject_id;cost;name\n")
        file.writelines(f"{number + 1};{cost};Project {number + 1}\n" for number, cost in enumerate(costs))
        file.write("VOTES\nvoter_id;vote\n")
        for voter, (row, size) in enumerate(zip(picks.tolist(), sizes.tolist(), strict=True)):
            file.write(f"{voter};{','.join(map(str, list(dict.fromkeys(row))[:size]))}\n")
    return path
