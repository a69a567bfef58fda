"""Groups of opinion at the size of a city: `python -m tests.benchmarks.opinions`.

Prints seconds, the process' largest memory, and how well the planted groups were found.
"""

import resource
import tempfile
import time
from pathlib import Path

import numpy as np

from backend.opinions.agreement import agreement
from backend.opinions.ballots import read
from backend.opinions.groups import groups
from tests.backend.opinions.planted import lines, plant, rand_index

SIZES = ((2_000, 900, 0.12), (70_000, 500, 0.08))


def main() -> None:
    """Read, group and count each size from a file."""
    for people, statements, seen in SIZES:
        with tempfile.TemporaryDirectory() as folder:
            planted = plant(people, statements, groups=3, seen=seen)
            file = Path(folder) / "participants-votes.csv"
            file.write_text("\n".join(lines(planted.opinions)), encoding="utf-8")
            truth = planted.groups
            del planted
            began = time.perf_counter()
            with file.open(encoding="utf-8", newline="") as rows:
                opinions = read(rows)
            loaded = time.perf_counter()
            found = groups(opinions)
            agreement(opinions, found)
            ended = time.perf_counter()
        known = np.array([group is not None for group in found])
        index = rand_index(np.array(found)[known].astype(int), truth[known])
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(  # noqa: T201 - a bench prints
            f"{people:>6} x {statements}: read {loaded - began:.1f} s, group {ended - loaded:.1f} s, "
            f"ARI {index:.2f}, largest memory of this process {memory:.0f} MB (with the making of the file)"
        )


if __name__ == "__main__":
    main()
