"""Two doors: the gateway's for the town (`/cgi-bin/sendsms`), and `/sim/sms/…` for the page and tests."""

import hmac
from collections.abc import Callable
from typing import TypeVar

from aiohttp import web
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from bot.channels.sms import gsm7
from bot.sandbox.sms.network import Network, NetworkFaults
from bot.sandbox.wire import Json

B = TypeVar("B", bound=BaseModel)

_LONGEST = 6
"""Parts that a message may have (Kannel's max-messages); what is longer is cut without a word."""


class _Body(BaseModel):
    model_config = ConfigDict(extra="forbid")

    phone: str = Field(min_length=1, max_length=64)


class _Say(_Body):
    text: str = Field(min_length=1, max_length=2000)


class SmsDoor:
    """Answers as Kannel does where the town knocks, and does what the page's phones do."""

    def __init__(self, network: Network) -> None:
        self._network = network

    def routes(self) -> list[web.RouteDef]:
        """All addresses."""
        return [
            web.post("/cgi-bin/sendsms", self._sendsms),
            web.post("/sim/sms/phone", self._phone),
            web.post("/sim/sms/say", self._say),
            web.post("/sim/sms/faults", self._break),
            web.get("/sim/sms/faults", self._faults),
        ]

    async def _sendsms(self, request: web.Request) -> web.Response:
        """Kannel's POST form: headers say whom it is for, the body is the text."""
        given, access = request.headers, self._network.access
        known = given.get("X-Kannel-Username", "") == access.username
        if not known or not hmac.compare_digest(given.get("X-Kannel-Password", ""), access.password):
            return web.Response(status=403, text="Authorization failed for sendsms")
        number = given.get("X-Kannel-To", "")
        if not number:
            return web.Response(status=400, text="Missing receiver number, rejected")
        words = (await request.read()).decode("utf-8", "replace")
        if given.get("X-Kannel-Coding", "0") != "2":
            # As the real one: what the small alphabet lacks becomes a question mark, and nobody is told.
            words = "".join(char if gsm7.fits(char) else "?" for char in words)[: _LONGEST * 153]
        if (header := given.get("X-Kannel-UDH")) is not None and not self._is_header(header):
            return web.Response(status=400, text="UDH field misformed, rejected")
        self._network.accept(number, words, given.get("X-Kannel-DLR-Url", ""))
        return web.Response(status=202, text="0: Accepted for delivery")

    @staticmethod
    def _is_header(header: str) -> bool:
        try:
            return bool(bytes.fromhex(header))
        except ValueError:
            return False

    async def _phone(self, request: web.Request) -> web.Response:
        return await self._told(request, _Body, lambda body: self._network.open(body.phone).view())

    async def _say(self, request: web.Request) -> web.Response:
        return await self._told(request, _Say, lambda body: self._network.say(body.phone, body.text).view())

    async def _break(self, request: web.Request) -> web.Response:
        def change(faults: NetworkFaults) -> Json:
            changes = faults.model_dump(exclude_unset=True)
            self._network.faults = self._network.faults.model_copy(update=changes)
            return self._network.faults.model_dump()

        return await self._told(request, NetworkFaults, change)

    async def _faults(self, _: web.Request) -> web.Response:
        return web.json_response(self._network.faults.model_dump())

    @staticmethod
    async def _told(request: web.Request, body: type[B], do: Callable[[B], Json]) -> web.Response:
        try:
            given = body.model_validate_json(await request.read())
        except ValidationError as error:
            return web.json_response({"error": error.errors()[0]["msg"]}, status=400)
        return web.json_response(do(given))
