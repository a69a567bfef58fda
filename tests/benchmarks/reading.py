"""How long the worst messages take to read: twenty thousand characters of anything, alone and mixed, both cities.

python -m tests.benchmarks.reading --mixtures 300
"""

import argparse
import gc
import random
import sys
import time
from collections.abc import Callable, Iterator

from bot.app import ROOT, build_house
from tests.unit.nlp.test_any_text import LONGEST, PIECES

CEILING = 50.0
"""Milliseconds that any message may take (issue 3)."""

ROUNDS = 3
"""Each text is read so often, and the fastest reading counts: the others waited for other people's work."""


def main() -> None:
    """Measure and print the slowest."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--mixtures", type=int, default=200)
    parser.add_argument("--shown", type=int, default=10)
    options = parser.parse_args()
    readers = [build_house(ROOT / "cities" / name).reader for name in ("boston", "nantes")]
    gc.collect()
    gc.freeze()  # as bot/serving.py does
    slowest = []
    for name, text in _texts(options.mixtures):
        milliseconds = max(min(_once(reader.read, text) for _ in range(ROUNDS)) for reader in readers)
        slowest.append((milliseconds, name))
    slowest.sort(reverse=True)
    above = sum(milliseconds > CEILING for milliseconds, _ in slowest)
    print(f"{len(slowest)} texts of {LONGEST:,} characters; {above} above {CEILING:.0f} ms of processor time")  # noqa: T201
    for milliseconds, name in slowest[: options.shown]:
        print(f"{milliseconds:9.1f} ms  {name}")  # noqa: T201


def _texts(mixtures: int) -> Iterator[tuple[str, str]]:
    chance = random.Random(1)
    for piece in PIECES:
        yield repr(piece), (piece * LONGEST)[:LONGEST]
    for _ in range(mixtures):
        pieces = chance.sample(PIECES, chance.randint(2, 5))
        yield repr(pieces), "".join(chance.choices(pieces, k=LONGEST))[:LONGEST]


def _once(read: Callable[[str], object], text: str) -> float:
    begun = time.thread_time()
    read(text)
    return (time.thread_time() - begun) * 1000


if __name__ == "__main__":
    sys.exit(main())
