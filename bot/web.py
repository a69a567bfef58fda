"""The door for what others bring: Telegram's webhooks, and the question whether all is well."""

import hmac
import json
import logging
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any, Protocol

from aiohttp import web

from bot.channels.channel import Intake
from bot.channels.trace import frames
from bot.conversation.message import Message

_log = logging.getLogger(__name__)

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the name of the header, not what it holds
BODY_LIMIT = 1024 * 1024

Health = Callable[[], Awaitable[Mapping[str, Any]]]
"""How the city's desk is doing; raises, or says `"ok": False`, when somebody must look."""


class Door(Protocol):
    """A channel whose updates are brought."""

    def take(self, raw: object) -> Message | None:
        """The message in an update, or nothing; never raises."""
        ...


def create(
    doors: Mapping[str, Door],
    secret: str,
    intake: Intake,
    health: Health,
    others: Sequence[web.RouteDef] = (),
) -> web.Application:
    """A web application with a webhook for every channel in `doors`, by its name, and the doors of other channels."""
    app = web.Application(client_max_size=BODY_LIMIT)
    if doors or not others:
        app.add_routes([web.post("/telegram/{channel}", _Webhooks(doors, secret, intake).receive)])
    app.add_routes([web.get("/healthz", _health_of(health)), *others])
    return app


class _Webhooks:
    def __init__(self, doors: Mapping[str, Door], secret: str, intake: Intake) -> None:
        if not secret:
            raise ValueError("a webhook needs a secret")
        self._doors = doors
        self._secret = secret.encode()
        self._intake = intake

    async def receive(self, request: web.Request) -> web.Response:
        """Store an update and only then say so; anything but 200 makes Telegram bring it again."""
        channel = request.match_info["channel"]
        door = self._doors.get(channel)
        if door is None:
            return web.Response(status=404)
        if not self._knows_secret(request):
            _log.warning("somebody without the secret knocked at %s", request.path)
            return web.Response(status=401)
        try:
            raw = json.loads(await request.read())
        except (ValueError, RecursionError):
            _log.warning("%s was brought something that is not JSON", channel)
            return web.Response(status=400)
        message = door.take(raw)
        return await self._store(channel, message) if message is not None else web.Response()

    async def _store(self, channel: str, message: Message) -> web.Response:
        try:
            await self._intake([message])
        except Exception as error:  # noqa: BLE001 - whatever is wrong here, Telegram keeps the update if we say so
            _log.error(
                "%s could not store %s: %s\n%s", channel, message.external_id, type(error).__name__, frames(error)
            )
            return web.Response(status=503)
        return web.Response()

    def _knows_secret(self, request: web.Request) -> bool:
        given = request.headers.get(SECRET_HEADER, "").encode("utf-8", "surrogateescape")
        return hmac.compare_digest(given, self._secret)


def _health_of(health: Health) -> Callable[[web.Request], Awaitable[web.Response]]:
    async def answer(_request: web.Request) -> web.Response:
        try:
            state = await health()
        except Exception as error:  # noqa: BLE001 - the answer to this question is never a crash
            _log.error("health is unknown: %s\n%s", type(error).__name__, frames(error))
            return web.json_response({"ok": False}, status=503)
        return web.json_response(dict(state), status=200 if state.get("ok", True) else 503)

    return answer
