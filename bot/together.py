"""Together: calls that come while others are at work are done with the next ones, in one transaction."""

import asyncio
from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

_MOST = 100
"""So many calls at once, so that the first of them does not wait for too many others."""


class Together(Generic[Item, Result]):
    """Does plain work in a thread: alone at once when all is quiet, by the batch when much comes.

    `work` does all items or none (a transaction) and returns a result for each. When it fails for several, each is
    tried alone, so that nobody fails for another's sake.
    """

    def __init__(self, work: Callable[[Sequence[Item]], Sequence[Result]]) -> None:
        self._work = work
        self._waiting: list[tuple[Item, asyncio.Future[Result]]] = []
        self._serving: asyncio.Task[None] | None = None

    async def __call__(self, item: Item) -> Result:
        """The result for one item, once it is committed; raises what the work raised for it."""
        done: asyncio.Future[Result] = asyncio.get_running_loop().create_future()
        self._waiting.append((item, done))
        if self._serving is None:
            self._serving = asyncio.create_task(self._serve())
        return await done

    async def _serve(self) -> None:
        try:
            while self._waiting:
                batch, self._waiting = self._waiting[:_MOST], self._waiting[_MOST:]
                await self._do(batch)
        finally:
            self._serving = None

    async def _do(self, batch: Sequence[tuple[Item, asyncio.Future[Result]]]) -> None:
        try:
            results = await asyncio.to_thread(self._work, [item for item, _ in batch])
        except Exception as error:  # noqa: BLE001 - it belongs to whoever asked
            if len(batch) > 1:
                for one in batch:
                    await self._do([one])
            elif not (done := batch[0][1]).done():
                done.set_exception(error)
            return
        for (_, done), result in zip(batch, results, strict=True):
            if not done.done():
                done.set_result(result)
