"""The Twilio shape: its own library on our side, its own signatures on the other."""

import asyncio
import base64
from collections.abc import AsyncIterator
from dataclasses import dataclass, field

import pytest
from aiohttp import ClientSession, web
from sqlmodel import select
from twilio.request_validator import RequestValidator

from bot.channels.sms.gateway import Refused, Retry
from bot.channels.sms.segments import segmented
from bot.channels.sms.twilio import outcome_of
from bot.conversation.turn import House
from storage.contacts import Urn, UrnStatus
from storage.database import Database
from storage.mail import Inbox
from storage.phones import TextState
from tests.rim.conftest import serving
from tests.rim.waiting import until
from tests.sms.conftest import Hall, opened
from tests.town import free_port

ANA = "+16175550101"
TOKEN = "auth-token"
PUBLIC = "https://texts.example.org/city"


@dataclass
class StandIn:
    """A server of Twilio's shape that signs what it brings, remembers STOP and can be told to fail."""

    sent: list[dict[str, str]] = field(default_factory=list)
    fails: list[tuple[int, int]] = field(default_factory=list)
    stopped: set[str] = field(default_factory=set)
    delay: float = 0

    async def create(self, request: web.Request) -> web.Response:
        """`POST /2010-04-01/Accounts/{sid}/Messages.json`."""
        form = {name: str(value) for name, value in (await request.post()).items()}
        if self.fails:
            status, code = self.fails.pop(0)
            return web.json_response({"code": code, "message": "no", "status": status}, status=status)
        if form["To"] in self.stopped:
            return web.json_response({"code": 21610, "message": "stopped", "status": 400}, status=400)
        self.sent.append(form)
        await asyncio.sleep(self.delay)
        return web.json_response({"sid": f"SM{len(self.sent):032x}", "status": "queued"}, status=201)

    async def bring(self, hall: Hall, path: str, form: dict[str, str], *, token: str = TOKEN) -> tuple[int, str]:
        """Call a webhook as the proxy passes it on: another host and no prefix, the signature over the public one."""
        signature = RequestValidator(token).compute_signature(PUBLIC + path, form)
        async with (
            ClientSession() as session,
            session.post(hall.url + path, data=form, headers={"X-Twilio-Signature": signature}) as answer,
        ):
            return answer.status, await answer.text()


@pytest.fixture
async def town(boston: House, sqlite: Database) -> AsyncIterator[tuple[Hall, StandIn]]:
    """A city hall and a stand-in for Twilio."""
    other = StandIn()
    app = web.Application()
    app.add_routes([web.post("/2010-04-01/Accounts/{sid}/Messages.json", other.create)])
    async with (
        serving(app) as url,
        opened(
            boston,
            sqlite,
            free_port(),
            twilio_account="AC1",
            twilio_token=TOKEN,
            twilio_sender="+16175550000",
            twilio_url=url,
            public_url=PUBLIC,
        ) as hall,
    ):
        yield hall, other


def message(sid: str, body: str) -> dict[str, str]:
    """What Twilio posts for a message."""
    return {"MessageSid": sid, "From": ANA, "To": "+16175550000", "Body": body, "NumMedia": "0"}


async def test_a_report(town: tuple[Hall, StandIn]) -> None:
    """Signed messages in, REST out, receipts by a signed callback; the same MessageSid once."""
    hall, other = town
    for _ in range(2):
        status, body = await other.bring(hall, "/twilio/mo", message("SM1", "Pothole at 32 Church St"))
        assert (status, body) == (200, "<Response/>")
    await until(lambda: len(other.sent) == 1)
    await other.bring(hall, "/twilio/mo", message("SM2", "1"))
    await until(lambda: len(other.sent) == 2)
    assert "Report 1001 saved" in other.sent[1]["Body"]
    assert other.sent[1]["To"] == ANA
    await until(lambda: hall.sent()[1].state is TextState.QUEUED)
    path = other.sent[1]["StatusCallback"].removeprefix(PUBLIC)
    for state in ("delivered", "sent"):
        receipt = {"MessageSid": f"SM{2:032x}", "MessageStatus": state}
        assert (await other.bring(hall, path, receipt))[0] == 200
    assert hall.sent()[1].state is TextState.DELIVERED


async def test_a_bad_signature(town: tuple[Hall, StandIn]) -> None:
    """Nobody else gets in, neither with messages nor with receipts."""
    hall, other = town
    for path in ("/twilio/mo", "/twilio/status?mid=x"):
        assert (await other.bring(hall, path, message("SM1", "hello"), token="another"))[0] == 403
    with hall.database.transaction() as session:
        assert session.exec(select(Inbox)).all() == []


async def test_who_told_twilio_to_stop(town: tuple[Hall, StandIn]) -> None:
    """21610 is our opt-out too."""
    hall, other = town
    other.stopped.add(ANA)
    await other.bring(hall, "/twilio/mo", message("SM1", "hello"))
    await until(lambda: [row.state for row in hall.sent()] == [TextState.REFUSED])
    await until(lambda: _status(hall) is UrnStatus.STOPPED)


async def test_stopped_by_a_callback(town: tuple[Hall, StandIn]) -> None:
    """The carrier tells it only afterwards."""
    hall, other = town
    await other.bring(hall, "/twilio/mo", message("SM1", "hello"))
    await until(lambda: len(other.sent) == 1)
    path = other.sent[0]["StatusCallback"].removeprefix(PUBLIC)
    await other.bring(hall, path, {"MessageSid": "SMx", "MessageStatus": "undelivered", "ErrorCode": "21610"})
    assert _status(hall) is UrnStatus.STOPPED
    assert hall.sent()[0].state is TextState.FAILED


async def test_too_fast_is_later(town: tuple[Hall, StandIn]) -> None:
    """429 was surely not taken, and goes out again."""
    hall, other = town
    other.fails.append((429, 20429))
    await other.bring(hall, "/twilio/mo", message("SM1", "hello"))
    await until(lambda: len(other.sent) == 1, 20)
    await until(lambda: hall.sent()[0].state is TextState.QUEUED)


def test_errors() -> None:
    """What each means for the text."""
    assert isinstance(outcome_of(503, None), Retry)
    assert isinstance(outcome_of(401, 20003), Retry)
    assert outcome_of(400, 21211) == Refused("21211")
    assert outcome_of(400, 21610) == Refused("21610", opted_out=True)


async def test_a_time_out_leaves_it_open(town: tuple[Hall, StandIn], monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody knows whether it was taken: it is noted so."""
    hall, other = town
    gateway = hall.texts.channel.gateways["twilio"]
    monkeypatch.setattr(gateway._http, "timeout", 0.3)  # type: ignore[attr-defined]
    other.delay = 1.5
    assert type(await gateway.send("t", ANA, segmented("hello"))).__name__ == "Unknown"
    monkeypatch.setattr(gateway._http, "_url", f"http://127.0.0.1:{free_port()}")  # type: ignore[attr-defined]
    assert isinstance(await gateway.send("t", ANA, segmented("hello")), Retry)


async def test_long_texts_in_base64(town: tuple[Hall, StandIn]) -> None:
    """They are decoded; short words that happen to be base64 are not."""
    hall, other = town
    words = "The big oak in front of the school is leaning over the road."
    await other.bring(hall, "/twilio/mo", message("SM1", base64.b64encode(words.encode()).decode()))
    await other.bring(hall, "/twilio/mo", message("SM2", "tree"))
    with hall.database.transaction() as session:
        assert [row.payload["text"] for row in session.exec(select(Inbox)).all()] == [words, "tree"]


async def test_nothing_is_logged(town: tuple[Hall, StandIn], caplog: pytest.LogCaptureFixture) -> None:
    """The library's own log would hold addresses of messages."""
    caplog.set_level("INFO")
    hall, other = town
    await other.bring(hall, "/twilio/mo", message("SM1", "hello"))
    await until(lambda: len(other.sent) == 1)
    assert ANA[1:] not in caplog.text
    assert "Twilio API Request" not in caplog.text


def _status(hall: Hall) -> UrnStatus:
    with hall.database.transaction() as session:
        return session.exec(select(Urn)).one().status
