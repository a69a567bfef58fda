"""The bench of sending: how much of the allowed rate a broadcast uses, through a sandbox that refuses what is faster.

The whole way is walked: outbox, courier, pacer, HTTP, and each row marked after its own send.

    python -m tests.benchmarks.sending --people 1500 --rate 27
"""

import argparse
import asyncio
import tempfile
from pathlib import Path

from tests.drills import broadcast


def main() -> None:
    """Send, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--people", type=int, default=1500)
    parser.add_argument("--rate", type=float, default=27)
    options = parser.parse_args()
    orders = broadcast.Orders(people=options.people, talkers=0, kills=0, storms=0, rate=options.rate, seed=1)
    with tempfile.TemporaryDirectory() as folder:
        figures = asyncio.run(broadcast.drill(orders, Path(folder)))
    print(f"{options.people:,} people at {options.rate:g} messages/s allowed")  # noqa: T201
    print(f"  {figures['sent_per_second']:.2f} messages/s: {figures['share_of_rate']:.1%} of the rate")  # noqa: T201


if __name__ == "__main__":
    main()
