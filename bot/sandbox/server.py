"""The sandbox as a web application."""

import asyncio
import time
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import suppress

from aiohttp import ClientSession, web

from bot.sandbox.api.door import ApiDoor
from bot.sandbox.bots import SandboxBot
from bot.sandbox.guard import guard
from bot.sandbox.page_door import Offers, PageDoor
from bot.sandbox.sandbox import Sandbox
from bot.sandbox.sim.door import SimDoor
from bot.sandbox.sim.stream import NewsStream
from bot.sandbox.sms.door import SmsDoor
from bot.sandbox.sms.network import Network
from bot.sandbox.webhook import WebhookPost
from bot.sandbox.wire import Clock

MAX_BODY = 60 * 1024 * 1024


def create(
    bots: Sequence[SandboxBot],
    *,
    clock: Clock = time.time,
    samples: Sequence[tuple[str, float, float]] = (),
    suggestions: Mapping[str, Sequence[str]] | None = None,
    notices: Mapping[str, str] | None = None,
    acquainted: Sequence[tuple[str, str]] = (),
    numbered_from: int = 0,
    network: Network | None = None,
    allow_remote: bool = False,
) -> web.Application:
    """The Bot API, the control API and the page for these bots, all in memory.

    `samples` are places that a phone can send, `suggestions` first words by bot alias, `notices` a text by bot alias
    that an empty chat offers to send. `acquainted` are pairs of bot alias and name of people who started that bot
    before; with bots that remember, updates and messages must be `numbered_from` above all earlier ones. `network` has
    the keypad phones. Only this machine may talk to it unless `allow_remote` is set.
    """
    sandbox = Sandbox(bots, clock, numbered_from, network.feed if network else None)
    for alias, name in acquainted:
        sandbox.acquaint(alias, name)
    offers = Offers(
        places=tuple(samples),
        suggestions={alias: list(words) for alias, words in (suggestions or {}).items()},
        notices=dict(notices or {}),
    )
    app = web.Application(client_max_size=MAX_BODY, middlewares=[guard(allow_remote=allow_remote)])
    app.add_routes(SimDoor(sandbox).routes())
    app.add_routes(NewsStream(sandbox).routes())
    app.add_routes(PageDoor(sandbox, offers, network).routes())
    app.add_routes(ApiDoor(sandbox).routes())
    if network is not None:
        app.add_routes(SmsDoor(network).routes())

    async def post_updates(_: web.Application) -> AsyncIterator[None]:
        async with ClientSession() as session:
            posts = [asyncio.create_task(WebhookPost(one, session).run()) for one in sandbox.accounts.values()]
            yield
            for post in posts:
                post.cancel()
            for post in posts:
                with suppress(asyncio.CancelledError):
                    await post

    async def close(_: web.Application) -> None:
        sandbox.close()
        if network is not None:
            await network.close()

    app.cleanup_ctx.append(post_updates)
    app.on_shutdown.append(close)
    return app
