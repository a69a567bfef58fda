"""Where bots knock: `/bot<token>/<method>` and `/file/bot<token>/<path>`."""

import asyncio
from typing import Any

from aiohttp import web

from bot.sandbox.account import Account
from bot.sandbox.api import catalogue
from bot.sandbox.api.call import Call
from bot.sandbox.api.parameters import Parameters, read
from bot.sandbox.api.receiving import get_updates
from bot.sandbox.api_error import ApiError, bad_request
from bot.sandbox.sandbox import Sandbox


class ApiDoor:
    """Answers bots over HTTP."""

    def __init__(self, sandbox: Sandbox) -> None:
        self._sandbox = sandbox

    def routes(self) -> list[web.RouteDef]:
        """The addresses that bots use."""
        return [
            web.route("*", "/bot{token:[^/]+}/{method}", self._call),
            web.get("/file/bot{token:[^/]+}/{path:.+}", self._download),
        ]

    async def _call(self, request: web.Request) -> web.Response:
        try:
            account = self._account(request)
            parameters = await read(request)
            result = await self._carry_out(request, account, parameters)
        except ApiError as error:
            return web.json_response(error.body(), status=error.code)
        except (web.HTTPRequestEntityTooLarge, ValueError) as error:
            refusal = ApiError(413, "Request Entity Too Large") if isinstance(error, web.HTTPException) else None
            refusal = refusal or bad_request(f"can't read the request: {error}")
            return web.json_response(refusal.body(), status=refusal.code)
        return web.json_response({"ok": True, "result": result})

    async def _carry_out(self, request: web.Request, account: Account, parameters: Parameters) -> Any:
        written = request.match_info["method"]
        method = written.lower()
        said = parameters.text("text") + parameters.text("caption")
        if delay := account.faults.delay(method):
            await asyncio.sleep(delay)
        account.faults.before(method, said)
        if method == "getupdates":
            return await get_updates(Call(self._sandbox, account, "getUpdates", parameters))
        name = catalogue.known(method)
        if name is None:
            # The real service says 404, which one of the libraries would take for a bad token.
            raise bad_request(f'the sandbox has no method "{written}"')
        call = Call(self._sandbox, account, name, parameters)
        if name in catalogue.PACED:
            self._pace(call)
        result = catalogue.METHODS[name](call)
        if account.faults.cuts(method, said) and request.transport is not None:
            request.transport.abort()
        return result

    @staticmethod
    def _pace(call: Call) -> None:
        several = call.parameters.data("media") or call.parameters.data("message_ids") or [None]
        chat = call.chat()
        call.account.gate.pass_through(chat.person.id, len(several) if isinstance(several, list) else 1)

    async def _download(self, request: web.Request) -> web.Response:
        try:
            account = self._account(request)
        except ApiError as error:
            return web.json_response(error.body(), status=error.code)
        file = account.files.at(request.match_info["path"])
        if file is None:
            return web.json_response(ApiError(404, "Not Found").body(), status=404)
        return web.Response(body=file.data, content_type="application/octet-stream")

    def _account(self, request: web.Request) -> Account:
        account = self._sandbox.by_token.get(request.match_info["token"])
        if account is None:
            raise ApiError(401, "Unauthorized")
        return account
