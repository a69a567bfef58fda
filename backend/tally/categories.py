"""Money that is capped for each category of projects, as some files say in META."""

from decimal import InvalidOperation

from backend.tally.election import Election
from backend.tally.money import amount


def caps(election: Election) -> dict[str, int]:
    """The most that may be spent in each category, in smallest units; empty where nothing is capped."""
    names = election.meta.get("categories", "").split(",")
    sums = election.meta.get("budget_per_category", "").split(",")
    if len(names) != len(sums):
        return {}
    try:
        return {name.strip(): int(amount(one) * election.scale) for name, one in zip(names, sums, strict=True)}
    except InvalidOperation:
        return {}
