"""Breaking ties: one order of all projects, fixed before the count, says who goes first among equals."""

from collections.abc import Callable, Iterable
from typing import Any

from backend.tally.election import Election
from backend.tally.rule import Rule, check_tie, lot


def order(election: Election, rule: Rule) -> list[int]:
    """For each project its place in the order of ties, 0 first."""
    check_tie(rule.tie)
    projects = election.projects
    keys: dict[str, Callable[[int], Any]] = {
        "file": lambda number: number,
        "id": lambda number: projects[number].id,
        "cheaper": lambda number: (projects[number].cost, number),
        "dearer": lambda number: (-projects[number].cost, number),
    }
    key = keys.get(rule.tie) or (lambda number: lot(rule.tie.removeprefix("lot="), projects[number].id))
    places = [0] * len(projects)
    for place, number in enumerate(sorted(range(len(projects)), key=key)):
        places[number] = place
    return places


def ranked(candidates: Iterable[int], total: Callable[[int], Any], places: list[int]) -> list[int]:
    """Candidates by total, highest first, equal ones in the order of ties."""
    by_tie = sorted(candidates, key=places.__getitem__)
    return sorted(by_tie, key=total, reverse=True)  # Python's sort keeps the order of equals, reversed too
