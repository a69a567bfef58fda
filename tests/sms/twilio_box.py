"""A server of Twilio's shape: it signs what it brings, takes what is sent, and hands out the pictures of an MMS."""

import asyncio
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from aiohttp import ClientSession, encode_basic_auth, web
from twilio.request_validator import RequestValidator

if TYPE_CHECKING:
    from tests.sms.conftest import Hall

ANA = "+16175550101"
ACCOUNT = "AC1"
TOKEN = "auth-token"
PUBLIC = "https://texts.example.org/city"


@dataclass
class StandIn:
    """Remembers STOP and can be told to fail; `media` is what it keeps, `shown` what somebody at the store showed."""

    sent: list[dict[str, str]] = field(default_factory=list)
    fails: list[tuple[int, int]] = field(default_factory=list)
    stopped: set[str] = field(default_factory=set)
    delay: float = 0
    breaks: bool = False
    media: dict[str, bytes] = field(default_factory=dict)
    store: str = ""
    shown: list[str] = field(default_factory=list)

    def app(self) -> web.Application:
        """What is spoken to."""
        app = web.Application()
        account = "/2010-04-01/Accounts/{account}/Messages"
        app.add_routes(
            [web.post(f"{account}.json", self.create), web.get(f"{account}/{{sid}}/Media/{{name}}", self.lead)]
        )
        return app

    def warehouse(self) -> web.Application:
        """Where pictures really lie, on another host than what knows the account."""
        app = web.Application()
        app.add_routes([web.get("/{name}", self.hand_out)])
        return app

    async def lead(self, request: web.Request) -> web.Response:
        """`GET …/Media/{sid}`: whoever has the account is led to the picture."""
        if request.headers.get("Authorization") != encode_basic_auth(ACCOUNT, TOKEN):
            return web.Response(status=401)
        name = request.match_info["name"]
        if name not in self.media:
            return web.Response(status=404)
        raise web.HTTPTemporaryRedirect(f"{self.store}/{name}")

    async def hand_out(self, request: web.Request) -> web.Response:
        """A picture for whoever knows its address; a password is nothing for this host."""
        self.shown.append(request.headers.get("Authorization", ""))
        return web.Response(body=self.media[request.match_info["name"]])

    async def create(self, request: web.Request) -> web.Response:
        """`POST /2010-04-01/Accounts/{sid}/Messages.json`."""
        form = {name: str(value) for name, value in (await request.post()).items()}
        if self.fails:
            status, code = self.fails.pop(0)
            return web.json_response({"code": code, "message": "no", "status": status}, status=status)
        if form["To"] in self.stopped:
            return web.json_response({"code": 21610, "message": "stopped", "status": 400}, status=400)
        self.sent.append(form)
        if self.breaks and request.transport is not None:
            request.transport.close()
        await asyncio.sleep(self.delay)
        return web.json_response({"sid": f"SM{len(self.sent):032x}", "status": "queued"}, status=201)

    async def bring(self, hall: "Hall", path: str, form: dict[str, str], *, token: str = TOKEN) -> tuple[int, str]:
        """Call a webhook as the proxy passes it on: another host and no prefix, the signature over the public one."""
        signature = RequestValidator(token).compute_signature(PUBLIC + path, form)
        async with (
            ClientSession() as session,
            session.post(hall.url + path, data=form, headers={"X-Twilio-Signature": signature}) as answer,
        ):
            return answer.status, await answer.text()


def message(sid: str, body: str, *media: tuple[str, str], account: str = ACCOUNT) -> dict[str, str]:
    """What Twilio posts for a message; `media` are kinds and names of what comes with it."""
    form = {"MessageSid": sid, "From": ANA, "To": "+16175550000", "Body": body, "NumMedia": str(len(media))}
    for place, (kind, name) in enumerate(media):
        path = f"/2010-04-01/Accounts/{account}/Messages/{sid}/Media/{name}"
        form |= {f"MediaContentType{place}": kind, f"MediaUrl{place}": f"https://api.twilio.com{path}"}
    return form
