"""Equal shares for batch after batch of shares, on every processor of the machine where the election is large.

Raised shares are counted one from another independently, so that batches can go to processes of their own. Whoever asks
stops where the rule stops; what was counted beyond that is thrown away.
"""

import os
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context

from backend.tally.backers import Backers
from backend.tally.shares_lanes import winners_for

Winners = list[tuple[int, ...]]

_WORTH = 100_000
"""Supports (pairs of backer and project) from which a batch takes longer than to hand it to another process."""
_held: list[Backers] = []
"""In a process that counts: the election it was given at its start."""


def winners_of(backers: Backers, batches: Iterable[list[int]]) -> Iterator[Winners]:
    """For each batch of shares what `winners_for` says, in order."""
    processes = os.cpu_count() or 1
    if processes == 1 or len(backers.who) < _WORTH:
        for batch in batches:
            yield winners_for(backers, batch)
        return
    # Spawned, not forked: whoever counts may be a server with threads.
    pool = ProcessPoolExecutor(processes, get_context("spawn"), initializer=_held.append, initargs=(backers,))
    waiting: deque[tuple[list[int], Future[Winners] | None]] = deque()
    try:
        for batch in batches:
            waiting.append((batch, _handed_over(pool, batch)))
            if len(waiting) >= processes:
                yield _result(backers, *waiting.popleft())
        while waiting:
            yield _result(backers, *waiting.popleft())
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _handed_over(pool: ProcessPoolExecutor, batch: list[int]) -> Future[Winners] | None:
    try:
        return pool.submit(_winners, batch)
    except BrokenProcessPool:
        return None


def _result(backers: Backers, batch: list[int], counted: Future[Winners] | None) -> Winners:
    """What another process has counted; counted here where the others could not start, or were killed."""
    try:
        return counted.result() if counted else winners_for(backers, batch)
    except BrokenProcessPool:
        return winners_for(backers, batch)


def _winners(batch: list[int]) -> Winners:
    return winners_for(_held[0], batch)
