"""Calls that come together are done together, and fail alone."""

import asyncio
import threading
from collections.abc import Sequence

import pytest

from bot.together import Together
from tests.rim.waiting import until


class Work:
    """Doubles numbers; refuses the unlucky one; notes each batch. The first call waits until it may go on."""

    def __init__(self) -> None:
        self.batches: list[list[int]] = []
        self.go = threading.Event()

    def __call__(self, numbers: Sequence[int]) -> Sequence[int]:
        """Double all or none."""
        self.batches.append(list(numbers))
        self.go.wait(5)
        if 13 in numbers:
            raise ValueError("13")
        return [2 * number for number in numbers]


async def test_what_waits_is_done_at_once() -> None:
    """While the first is at work the others gather; each gets its own result."""
    work = Work()
    together = Together[int, int](work)
    first = asyncio.create_task(together(0))
    await until(lambda: bool(work.batches))
    others = [asyncio.create_task(together(number)) for number in (1, 2, 3)]
    await asyncio.sleep(0)
    work.go.set()
    assert await asyncio.gather(first, *others) == [0, 2, 4, 6]
    assert work.batches == [[0], [1, 2, 3]]
    assert await together(4) == 8


async def test_nobody_fails_for_another() -> None:
    """A batch that fails is done one by one; who gave up waiting disturbs nobody."""
    work = Work()
    together = Together[int, int](work)
    tasks = [asyncio.create_task(together(number)) for number in (1, 13, 2, 3)]
    await asyncio.sleep(0.05)
    tasks[3].cancel()
    work.go.set()
    with pytest.raises(ValueError, match="13"):
        await tasks[1]
    assert [await tasks[0], await tasks[2]] == [2, 4]
    await until(lambda: work.batches[-1] == [3])
