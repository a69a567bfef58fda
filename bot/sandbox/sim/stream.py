"""The page's live news, as server-sent events."""

import asyncio
import json

from aiohttp import web

from bot.sandbox.sandbox import Sandbox
from bot.sandbox.wire import Json

PULSE_SECONDS = 2.0


class NewsStream:
    """Tells each open page what changes, and every two seconds which bots are awake."""

    def __init__(self, sandbox: Sandbox) -> None:
        self._sandbox = sandbox

    def routes(self) -> list[web.RouteDef]:
        """The address of the stream."""
        return [web.get("/sim/events", self._listen)]

    async def _listen(self, request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse(headers={"Content-Type": "text/event-stream", "Cache-Control": "no-store"})
        await response.prepare(request)
        queue = self._sandbox.feed.subscribe()
        try:
            await self._write(response, self._pulse())
            while not self._sandbox.closing and self._sandbox.feed.knows(queue):
                news = await self._next(queue)
                if news is None:
                    break
                await self._write(response, news)
        except ConnectionError:
            pass  # The page was closed.
        finally:
            self._sandbox.feed.unsubscribe(queue)
        return response

    async def _next(self, queue: asyncio.Queue[Json | None]) -> Json | None:
        try:
            async with asyncio.timeout(PULSE_SECONDS):
                return await queue.get()
        except TimeoutError:
            return self._pulse()

    def _pulse(self) -> Json:
        awake = {alias: account.listening() for alias, account in self._sandbox.accounts.items()}
        return {"kind": "pulse", "listening": awake}

    @staticmethod
    async def _write(response: web.StreamResponse, news: Json) -> None:
        await response.write(f"data: {json.dumps(news)}\n\n".encode())
