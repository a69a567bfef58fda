"""The bench of the ballot log: export and verification at 70,000 ballots, and random tamperings that must all be found.

python -m tests.benchmarks.ballotlog [--tamperings 1000]
"""

import argparse
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from backend.ballotlog import export, verify
from backend.tally import pabulib
from backend.tally.election import BallotKind
from backend.tally.rule import Method, Rule
from tests.tally.invented import write_large
from tests.tally.tampering import KINDS, Export, tampered
from tests.tally.voted import board_of, small_board


def main() -> None:
    """Measure and print; exit code 1 when a tampering was not found."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--tamperings", type=int, default=1000)
    parser.add_argument("--voters", type=int, default=70_000)
    options = parser.parse_args()
    missed = _tamperings(options.tamperings)
    for method in (Method.GREEDY, Method.SHARES, Method.ADD1):
        _verified(method, options.voters)
    sys.exit(1 if missed else 0)


def _tamperings(number: int) -> int:
    board = small_board(BallotKind.APPROVAL, Rule(Method.ADD1U), voters=60)
    exported = Export(board, board.close(roll=100, took=70)[1])
    draw = random.Random(2026)
    found: Counter[str] = Counter()
    missed = []
    for seed in range(number):
        kind = draw.choice(KINDS)
        files = tampered(exported, kind, seed)
        if files == exported.files():
            raise AssertionError(f"{kind}/{seed} changed nothing")
        faults, _ = verify.verify(files)
        found[kind] += bool(faults)
        if not faults:
            missed.append(f"{kind}/{seed}")
    kinds = ", ".join(f"{kind} {count}" for kind, count in sorted(found.items()))
    print(f"{number} tamperings (seeds 0 to {number - 1}), {sum(found.values())} found: {kinds}")  # noqa: T201
    if missed:
        print(f"NOT FOUND: {missed}")  # noqa: T201
    return len(missed)


def _verified(method: Method, voters: int) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        election = pabulib.read(write_large(folder / "large.pb", projects=200, voters=voters))
        begin = time.perf_counter()
        board = board_of(election, Rule(method), heads=2000)
        cast = time.perf_counter()
        _, close = board.close(roll=10 * voters, took=voters)
        path = export.write(folder / "large.zip", board, close)
        exported = time.perf_counter()
        told = subprocess.run(
            [sys.executable, "-I", "-S", Path(verify.__file__), path], capture_output=True, text=True, check=False
        )
        verified = time.perf_counter()
        size = path.stat().st_size / 1e6
    print(  # noqa: T201
        f"{method.value}: {len(board.entries)} entries of {voters} voters, {len(board.heads)} heads: logged and signed "
        f"{cast - begin:.1f} s, closed and exported {exported - cast:.1f} s ({size:.0f} MB), "
        f"verified with the standard library {verified - exported:.1f} s: {told.stdout.splitlines()[-1]}"
    )


if __name__ == "__main__":
    main()
