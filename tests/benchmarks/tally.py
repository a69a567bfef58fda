"""The bench of counting: large elections against the clock, small ones against other counters.

python -m tests.benchmarks.tally [--quick] [--json tally.json]
"""

import argparse
import json
import os
import resource
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from backend.tally import counting, pabulib, shares_exact, ties
from backend.tally.backers import gather
from backend.tally.election import BallotKind, Election
from backend.tally.rule import Method, Rule
from backend.tally.shares_lanes import winners_for
from tests.benchmarks import oracles
from tests.tally.invented import near_slates, write_large

_SIZES = ((110, 90_000), (200, 70_000), (5_000, 70_000))


def main() -> None:
    """Measure, print, write JSON."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="without raised shares on the largest election")
    parser.add_argument("--elections", type=int, default=200, help="random elections for each rule")
    parser.add_argument("--json", type=Path, help="write the figures to this file too")
    options = parser.parse_args()
    figures: dict[str, Any] = {}
    with tempfile.TemporaryDirectory() as name:
        for projects, voters in _SIZES:
            path = write_large(Path(name) / f"{projects}.pb", projects=projects, voters=voters)
            rows = _timed(path, raised=not options.quick or projects < 1000)
            figures[f"{projects} x {voters}"] = _show(f"{projects} projects x {voters} ballots", rows)
        figures["equal_everywhere"] = _show("5000 x 70000, equal everywhere: each share in fractions", _doubtful())
        figures["memory_mb"] = _most_memory(resource.RUSAGE_SELF)
        figures["memory_of_each_helper_mb"] = _most_memory(resource.RUSAGE_CHILDREN)
        helped = f"{figures['memory_of_each_helper_mb']} MB in each process that helped"
        print(f"\nmost memory so far: {figures['memory_mb']} MB, {helped}")  # noqa: T201
        figures["same_winners"] = _agreements(options.elections)
        figures["against_pabutools"] = _race(Path(name) / "200.pb")
    if options.json:
        options.json.write_text(json.dumps(figures, indent=2))


def _timed(path: Path, *, raised: bool) -> dict[str, Any]:
    election: Election
    seconds, election = _clock(lambda: pabulib.read(path))
    rows: dict[str, Any] = {"parse_s": seconds}
    methods = [Method.GREEDY, Method.PER_COST, Method.SHARES]
    methods += [Method.ADD1, Method.ADD1_EXHAUSTIVE] if raised else []
    for method in methods:
        rule = Rule(method)
        before = _processor()
        seconds, outcome = _clock(lambda rule=rule: counting.count(election, rule))
        steps = outcome.figures.get("steps")
        rows[f"{method.value}_s"] = seconds
        rows[f"{method.value}_processor_s"] = round(_processor() - before, 3)
        rows[f"{method.value}_winners"] = f"{len(outcome.winners)}{f', {steps} steps' if steps else ''}"
    return rows


def _doubtful() -> dict[str, Any]:
    """The worst case of raised shares: floats decide nothing, and every share is counted in fractions."""
    election = near_slates(projects=5_000, voters=70_000)
    backers = gather(election, ties.order(election, Rule()))
    shares = [election.budget + number * backers.voters for number in (0, 100, 200)]
    seconds, _ = _clock(lambda: [shares_exact.winners(backers, share) for share in shares])
    quick, _ = _clock(lambda: winners_for(backers, shares))
    return {"one_share_s": round(seconds / len(shares), 2), "with_floats_first_s": round(quick / len(shares), 2)}


def _agreements(elections: int) -> dict[str, Any]:
    found: dict[str, Any] = {}
    approval, ordinal = BallotKind.APPROVAL, BallotKind.ORDINAL
    asked: list[tuple[str, Rule, Callable[[], Any], BallotKind]] = [
        *(
            ("pabutools", Rule(method, tie="id"), lambda method=method: oracles.by_pabutools(method), approval)
            for method in (Method.GREEDY, Method.PER_COST, Method.SHARES, Method.ADD1_EXHAUSTIVE, Method.ADD1)
        ),
        *(
            ("pref_voting", Rule(method), lambda method=method: oracles.by_pref_voting(method), ordinal)
            for method in (Method.IRV, Method.SCHULZE)
        ),
        *(
            ("pyrankvote", rule, lambda rule=rule: oracles.by_pyrankvote(rule), ordinal)
            for rule in (Rule(Method.IRV), Rule(Method.STV, seats=3))
        ),
    ]
    print("\nthe same winners on random small elections")  # noqa: T201
    for package, rule, oracle, kind in asked:
        key = f"{package} {rule}"
        if oracles.present(package):
            found[key] = oracles.agreement(rule, oracle(), elections=elections, kind=kind)
        else:
            found[key] = "absent: pip install it beside, see tests/benchmarks/oracles.py"
        print(f"  {key:48}{found[key]}")  # noqa: T201
    return found


def _race(path: Path) -> dict[str, Any]:
    if not oracles.present("pabutools"):
        return {"absent": True}
    election = replace(pabulib.read(path), meta={})
    rows: dict[str, Any] = {}
    for method in (Method.GREEDY, Method.SHARES):
        ask = oracles.by_pabutools(method)
        rule = Rule(method, tie="id")
        mine, outcome = _clock(lambda rule=rule: counting.count(election, rule))
        instance = oracles.pabutools_input(election)  # its own reading is not counted
        theirs, winners = _clock(lambda ask=ask: ask(election))
        del instance
        rows[f"{method.value} own_s"], rows[f"{method.value} pabutools_s"] = mine, theirs
        rows[f"{method.value} times_faster"] = round(theirs / mine)
        rows[f"{method.value} same"] = frozenset(outcome.winners) == winners
    return _show("against pabutools, 200 x 70,000", rows)


def _processor() -> float:
    """Seconds of work so far, here and in processes that have ended: what a loaded machine does not stretch as much."""
    return sum(os.times()[:4])


def _most_memory(whose: int) -> int:
    return resource.getrusage(whose).ru_maxrss // 1024


def _clock(do: Callable[[], Any]) -> tuple[float, Any]:
    begin = time.perf_counter()
    result = do()
    return round(time.perf_counter() - begin, 3), result


def _show(title: str, rows: dict[str, Any]) -> dict[str, Any]:
    print(f"\n{title}")  # noqa: T201
    for key, value in rows.items():
        print(f"  {key:32}{value:>24}")  # noqa: T201
    return rows


if __name__ == "__main__":
    main()
