"""How long to wait before trying again."""

import random


def pause(attempt: int, *, first: float, longest: float) -> float:
    """Seconds before the next attempt: twice as long each time, spread so that not all come back at once."""
    return min(first * 2.0 ** min(attempt - 1, 30), longest) * random.uniform(0.75, 1.25)
