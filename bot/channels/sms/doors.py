"""The doors for gateways: a webhook only verifies, stores and answers; the desk does the rest."""

import logging
from collections.abc import Callable, Mapping

from aiohttp import web
from sqlalchemy.exc import SQLAlchemyError

from bot.channels.sms.inbound import Arrival, Inbound
from bot.channels.sms.kannel import NAME, RECEIPTS, Kannel
from bot.channels.sms.ledger import Ledger
from bot.channels.sms.receipts import Receipt
from bot.channels.sms.twilio import NAME as TWILIO
from bot.channels.sms.twilio import OPTED_OUT, Twilio
from bot.channels.sms.twilio import RECEIPTS as STATUSES
from bot.conversation.message import Message
from bot.intake import Intake
from bot.together import Together

_log = logging.getLogger(__name__)


class Reception:
    """Stores what gateways bring, and wakes the desk; what comes at the same time is stored at once."""

    def __init__(self, inbound: Inbound, ledger: Ledger, intake: Intake, wake: Callable[[], None]) -> None:
        self._store = Together[Arrival, Message | None](inbound.store)
        self._intake = intake
        self._note = Together[Receipt, bool](ledger.note)
        self._wake = wake

    async def take(self, arrival: Arrival) -> bool:
        """Whether a message is stored for good; if not, the gateway must bring it again."""
        try:
            message = await self._store(arrival)
        except SQLAlchemyError as error:
            _log.error("a text message could not be stored: %s", type(error).__name__)
            return False
        if message is not None:
            self._intake.unpack([message])
        self._wake()
        return True

    async def hear(self, receipt: Receipt) -> bool:
        """Whether a receipt is noted for good; if not, the gateway must bring it again."""
        try:
            known = await self._note(receipt)
        except SQLAlchemyError as error:
            _log.error("a receipt could not be noted: %s", type(error).__name__)
            return False
        if not known:
            _log.info("%s told of a text message that nobody sent", receipt.gateway)
        return True


def of_kannel(kannel: Kannel, reception: Reception) -> list[web.RouteDef]:
    """The addresses that Kannel calls: `/kannel/mo` with messages, `/kannel/dlr` with receipts."""

    async def message(request: web.Request) -> web.Response:
        if not kannel.knows(request.query):
            return _forbidden(request)
        arrival = await kannel.arrival(request)
        if arrival is None:
            _log.warning("Kannel brought something that is no message")
            return web.Response()
        # An empty answer, or Kannel would send it to the phone.
        return web.Response(status=200 if await reception.take(arrival) else 503)

    async def receipt(request: web.Request) -> web.Response:
        if not kannel.knows(request.query):
            return _forbidden(request)
        state = RECEIPTS.get(request.query.get("type", ""))
        if state is None:
            return web.Response()
        heard = Receipt(state, request.query.get("mid", ""), NAME, code=request.query.get("reply", ""))
        return web.Response(status=200 if await reception.hear(heard) else 503)

    return [web.post("/kannel/mo", message), web.get("/kannel/dlr", receipt)]


def of_twilio(twilio: Twilio, reception: Reception) -> list[web.RouteDef]:
    """The addresses that Twilio calls: `/twilio/mo` with messages, `/twilio/status` with receipts."""

    async def signed(request: web.Request) -> Mapping[str, str] | None:
        form = {name: str(value) for name, value in (await request.post()).items()}
        signature = request.headers.get("X-Twilio-Signature", "")
        return form if twilio.is_signed(request.raw_path, form, signature) else None

    async def message(request: web.Request) -> web.Response:
        form = await signed(request)
        if form is None:
            return _forbidden(request)
        came = twilio.arrival(form)
        if came is not None and not await reception.take(came):
            return web.Response(status=503)
        return web.Response(text="<Response/>", content_type="text/xml")

    async def receipt(request: web.Request) -> web.Response:
        form = await signed(request)
        if form is None:
            return _forbidden(request)
        token, sid, code = request.query.get("mid", ""), form.get("MessageSid", ""), form.get("ErrorCode", "")
        state = STATUSES.get(form.get("MessageStatus", ""))
        heard = Receipt(state, token, TWILIO, provider_id=sid, code=code, opted_out=code == str(OPTED_OUT))
        return web.Response(status=200 if await reception.hear(heard) else 503)

    return [web.post("/twilio/mo", message), web.post("/twilio/status", receipt)]


def _forbidden(request: web.Request) -> web.Response:
    _log.warning("somebody without the secret knocked at %s", request.path)
    return web.Response(status=403)
