"""Where tests and the page knock: everything under `/sim/`."""

import base64
import json
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

from aiohttp import web
from pydantic import BaseModel, ValidationError

from bot.sandbox.api.parameters import read
from bot.sandbox.api_error import ApiError
from bot.sandbox.sandbox import Sandbox
from bot.sandbox.sim import attaching, bodies, breaking, looking, tapping
from bot.sandbox.sim.control_error import ControlError
from bot.sandbox.sim.phone import Phone, account_of, open_phone
from bot.sandbox.wire import Json

B = TypeVar("B", bound=BaseModel)
A = TypeVar("A", bound=bodies.Act)
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

MAX_WAIT = 60.0


class SimDoor:
    """Answers the control API over HTTP."""

    def __init__(self, sandbox: Sandbox) -> None:
        self._sandbox = sandbox

    def routes(self) -> list[web.RouteDef]:
        """The addresses of the control API."""
        return [*self._acts(), *self._orders(), *self._looks()]

    def _acts(self) -> list[web.RouteDef]:
        act = self._act
        return [
            act("start", bodies.Start, lambda phone, body: phone.start(body.payload).view()),
            act("say", bodies.Say, _say),
            act("tap", bodies.Tap, tapping.tap),
            act("vote", bodies.Vote, tapping.vote),
            act("photo", bodies.SendFile, lambda phone, body: attaching.photo(phone, body).view()),
            act("album", bodies.SendAlbum, lambda phone, body: [sent.view() for sent in attaching.album(phone, body)]),
            act("document", bodies.SendFile, lambda phone, body: attaching.document(phone, body).view()),
            act("sticker", bodies.SendFile, lambda phone, body: attaching.sticker(phone, body).view()),
            act("voice", bodies.SendFile, lambda phone, body: attaching.voice(phone, body).view()),
            act("location", bodies.SendLocation, lambda phone, body: attaching.location(phone, body).view()),
            act("contact", bodies.SendContact, lambda phone, body: attaching.contact(phone, body).view()),
            act("edit", bodies.EditText, lambda phone, body: phone.edit(body.message_id, body.text).view()),
            act("react", bodies.React, lambda phone, body: phone.react(body.message_id, body.emoji).view()),
            act("block", bodies.Act, lambda phone, _: _then_chat(phone, phone.block)),
            act("unblock", bodies.Act, lambda phone, _: _then_chat(phone, phone.unblock)),
        ]

    def _orders(self) -> list[web.RouteDef]:
        box = self._sandbox
        return [
            self._post("person", bodies.OpenPhone, self._open),
            self._post("faults", bodies.FaultOrder, lambda order: breaking.order_faults(box, order)),
            self._post("limits", bodies.LimitOrder, lambda order: breaking.order_limits(box, order)),
            web.delete("/sim/faults", answering(lambda _: breaking.clear_faults(box))),
            web.post("/sim/reset", answering(lambda _: self._reset())),
        ]

    def _looks(self) -> list[web.RouteDef]:
        box = self._sandbox
        return [
            web.get("/sim/faults", answering(lambda _: breaking.faults(box))),
            web.get("/sim/limits", answering(lambda _: breaking.limits(box))),
            web.get("/sim/state", answering(lambda _: looking.state(box))),
            web.get("/sim/chat", answering(self._chat)),
            web.get("/sim/sent", answering(self._sent)),
            web.get("/sim/file", answering(self._file)),
        ]

    def _act(self, name: str, body: type[A], do: Callable[[Phone, A], Any]) -> web.RouteDef:
        return self._post(name, body, lambda order: do(Phone(self._sandbox, order), order))

    def _post(self, name: str, body: type[B], do: Callable[[B], Any]) -> web.RouteDef:
        async def handle(request: web.Request) -> Any:
            return do(body.model_validate(await _given(request)))

        return web.post(f"/sim/{name}", answering(handle))

    def _open(self, order: bodies.OpenPhone) -> Json:
        person = open_phone(self._sandbox, order)
        self._sandbox.feed.publish({"kind": "person", "person": person.name, "language": person.language})
        return {"id": person.id, "name": person.name, "language": person.language}

    def _reset(self) -> Json:
        self._sandbox.reset()
        return {"reset": True}

    def _chat(self, request: web.Request) -> Any:
        account = account_of(self._sandbox, request.query.get("bot", "residents"))
        person = self._sandbox.people.find(request.query.get("person", ""))
        if person is None:
            names = ", ".join(who.name for who in self._sandbox.people) or "nobody"
            raise ControlError(f'nobody called "{request.query.get("person", "")}" has a phone; there are: {names}')
        chat = account.chat(person)
        if request.query.get("format") == "text":
            return web.Response(text=chat.transcript())
        return looking.chat(account, chat)

    async def _sent(self, request: web.Request) -> Json:
        try:
            since = int(request.query.get("since", 0))
            wait = min(MAX_WAIT, float(request.query.get("wait", 0)))
        except ValueError:
            raise ControlError("since and wait must be numbers") from None
        log = self._sandbox.log
        bot, person = request.query.get("bot"), request.query.get("person")
        return {"sent": await log.since(since, wait=wait, bot=bot, person=person), "last": log.last}

    def _file(self, request: web.Request) -> web.Response:
        account = account_of(self._sandbox, request.query.get("bot", "residents"))
        file = account.files.find(request.query.get("file_id", ""))
        if file is None:
            raise ControlError("there is no such file")
        shown = file.mime if file.kind == "photo" else "application/octet-stream"
        return web.Response(body=file.data, content_type=shown, headers={"Cache-Control": "max-age=86400"})


def answering(do: Callable[[web.Request], Any]) -> Handler:
    """Make a handler of a function: its result as JSON, its complaints as a 400 that says what was wrong."""

    async def handle(request: web.Request) -> web.StreamResponse:
        try:
            result = do(request)
            if isinstance(result, Awaitable):
                result = await result
        except ValidationError as error:
            return web.json_response({"error": _complaints(error)}, status=400)
        except (ControlError, ApiError) as error:
            return web.json_response({"error": str(error)}, status=400)
        return result if isinstance(result, web.StreamResponse) else web.json_response(result)

    return handle


async def _given(request: web.Request) -> Json:
    if request.content_type == "multipart/form-data":
        parameters = await read(request)
        fields = parameters.written()
        if upload := parameters.upload("file"):
            fields |= {"base64": base64.b64encode(upload.data).decode(), "filename": upload.name, "mime": upload.mime}
        return fields
    try:
        body = json.loads(await request.read() or b"{}")
    except ValueError:
        raise ControlError("the body is not JSON") from None
    if not isinstance(body, dict):
        raise ControlError("the body must be a JSON object")
    return body


def _complaints(error: ValidationError) -> str:
    return "; ".join(
        f"{'.'.join(str(part) for part in found['loc']) or 'body'}: {found['msg']}" for found in error.errors()
    )


def _say(phone: Phone, body: bodies.Say) -> Json:
    return phone.send(attaching.words(body.text), body).view()


def _then_chat(phone: Phone, do: Callable[[], None]) -> Json:
    do()
    return {"blocked": phone.chat.blocked}
