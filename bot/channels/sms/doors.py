"""The doors for gateways: a webhook only verifies, stores and answers; the desk does the rest."""

import asyncio
import logging
from collections.abc import Callable, Mapping, Sequence

from aiohttp import web
from sqlalchemy.exc import SQLAlchemyError

from bot.channels.sms.inbound import Arrival, Inbound
from bot.channels.sms.kannel import NAME, RECEIPTS, Kannel
from bot.channels.sms.ledger import Ledger
from bot.channels.sms.twilio import NAME as TWILIO
from bot.channels.sms.twilio import OPTED_OUT, Twilio, arrival
from bot.channels.sms.twilio import RECEIPTS as STATUSES

_log = logging.getLogger(__name__)


class Reception:
    """Stores what gateways bring, and wakes the desk."""

    def __init__(self, inbound: Inbound, wake: Callable[[], None]) -> None:
        self._inbound = inbound
        self._wake = wake

    async def take(self, arrivals: Sequence[Arrival]) -> bool:
        """Whether messages are stored for good; if not, the gateway must bring them again."""
        try:
            await asyncio.to_thread(self._inbound.store, arrivals)
        except SQLAlchemyError as error:
            _log.error("text messages could not be stored: %s", type(error).__name__)
            return False
        self._wake()
        return True


def of_kannel(kannel: Kannel, reception: Reception, ledger: Ledger) -> list[web.RouteDef]:
    """The addresses that Kannel calls: `/kannel/mo` with messages, `/kannel/dlr` with receipts."""

    async def message(request: web.Request) -> web.Response:
        if not kannel.knows(request.query):
            return _forbidden(request)
        arrival = await kannel.arrival(request)
        if arrival is None:
            _log.warning("Kannel brought something that is no message")
            return web.Response()
        # An empty answer, or Kannel would send it to the phone.
        return web.Response(status=200 if await reception.take([arrival]) else 503)

    async def receipt(request: web.Request) -> web.Response:
        if not kannel.knows(request.query):
            return _forbidden(request)
        state = RECEIPTS.get(request.query.get("type", ""))
        if state is not None:
            token, code = request.query.get("mid", ""), request.query.get("reply", "")
            known = await asyncio.to_thread(ledger.receipt, NAME, state, token=token, code=code)
            if not known:
                _log.info("Kannel told of a text message that nobody sent")
        return web.Response()

    return [web.post("/kannel/mo", message), web.get("/kannel/dlr", receipt)]


def of_twilio(twilio: Twilio, reception: Reception, ledger: Ledger) -> list[web.RouteDef]:
    """The addresses that Twilio calls: `/twilio/mo` with messages, `/twilio/status` with receipts."""

    async def signed(request: web.Request) -> Mapping[str, str] | None:
        form = {name: str(value) for name, value in (await request.post()).items()}
        signature = request.headers.get("X-Twilio-Signature", "")
        return form if twilio.is_signed(request.raw_path, form, signature) else None

    async def message(request: web.Request) -> web.Response:
        form = await signed(request)
        if form is None:
            return _forbidden(request)
        came = arrival(form)
        if came is not None and not await reception.take([came]):
            return web.Response(status=503)
        return web.Response(text="<Response/>", content_type="text/xml")

    async def receipt(request: web.Request) -> web.Response:
        form = await signed(request)
        if form is None:
            return _forbidden(request)
        token, code = request.query.get("mid", ""), form.get("ErrorCode", "")
        state = STATUSES.get(form.get("MessageStatus", ""))
        if state is not None:
            sid = form.get("MessageSid", "")
            await asyncio.to_thread(ledger.receipt, TWILIO, state, token=token, provider_id=sid, code=code)
        if code == str(OPTED_OUT):
            await asyncio.to_thread(ledger.stopped, token)
        return web.Response()

    return [web.post("/twilio/mo", message), web.post("/twilio/status", receipt)]


def _forbidden(request: web.Request) -> web.Response:
    _log.warning("somebody without the secret knocked at %s", request.path)
    return web.Response(status=403)
