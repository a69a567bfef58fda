"""Equal shares for batch after batch of shares, on every processor of the machine where the election is large.

Raised shares are counted independently of one another, so that batches can go to processes of their own. Whoever asks
stops where the rule stops; what was counted beyond that is thrown away.
"""

import os
from collections import deque
from collections.abc import Iterable, Iterator
from itertools import cycle
from multiprocessing import get_context
from multiprocessing.connection import Connection

from backend.tally.backers import Backers
from backend.tally.shares_lanes import winners_for

Winners = list[tuple[int, ...]]

_WORTH = 100_000
"""Supports (pairs of backer and project) from which a batch takes longer than to hand it to another process."""


def winners_of(backers: Backers, batches: Iterable[list[int]]) -> Iterator[Winners]:
    """For each batch of shares what `winners_for` says, in order."""
    processes = os.cpu_count() or 1
    if processes == 1 or len(backers.who) < _WORTH:
        for batch in batches:
            yield winners_for(backers, batch)
        return
    helpers = [_Helper(backers) for _ in range(processes)]
    asked: deque[tuple[_Helper, list[int]]] = deque()
    try:
        for helper, batch in zip(cycle(helpers), batches, strict=False):
            helper.ask(batch)
            asked.append((helper, batch))
            if len(asked) == processes:
                first, waiting = asked.popleft()
                yield first.answer(waiting)
        for helper, batch in asked:
            yield helper.answer(batch)
    finally:
        for helper in helpers:
            helper.end()


class _Helper:
    """A process that counts one batch after the other, in the order in which it was asked."""

    def __init__(self, backers: Backers) -> None:
        self._backers = backers
        context = get_context("spawn")  # not forked: whoever counts may be a server with threads
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(theirs, backers), daemon=True)
        self._process.start()
        theirs.close()

    def ask(self, batch: list[int]) -> None:
        try:
            self._pipe.send(batch)
        except OSError:  # it has died; the answer will be worked out here
            return

    def answer(self, batch: list[int]) -> Winners:
        """What it counted; counted here where it could not start, or was killed."""
        try:
            found: Winners = self._pipe.recv()
        except (EOFError, OSError):
            return winners_for(self._backers, batch)
        return found

    def end(self) -> None:
        self._process.kill()
        self._process.join()
        self._pipe.close()


def _serve(pipe: Connection, backers: Backers) -> None:
    while True:
        pipe.send(winners_for(backers, pipe.recv()))
