"""What smsbox's answers, and its silence, mean for a text; and what it brings that is no text."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from aiohttp import ClientSession, ClientTimeout, web
from sqlmodel import select

from bot.channels.sms import kannel
from bot.channels.sms.gateway import Accepted, Outcome, Refused, Retry, Unknown
from bot.channels.sms.kannel import Kannel, KannelAccess
from bot.channels.sms.segments import segmented
from bot.conversation.turn import House
from storage.database import Database
from storage.mail import Inbox
from tests.rim.conftest import serving
from tests.sms.conftest import SECRET, opened
from tests.town import free_port

ANA = "+16175550101"
CUT_BADLY = "Ж" * 66 + "\U0001f6a7" * 40


class Smsbox:
    """Answers with the statuses it is told; 0 breaks the connection."""

    def __init__(self) -> None:
        self.statuses: list[int] = []
        self.headers: list[str] = []

    async def sendsms(self, request: web.Request) -> web.Response:
        """`POST /cgi-bin/sendsms`."""
        await request.read()
        self.headers.append(request.headers.get("X-Kannel-UDH", ""))
        status = self.statuses.pop(0) if self.statuses else 202
        if status == 0:
            assert request.transport is not None
            request.transport.close()
        return web.Response(status=status or 202)


@pytest.fixture
async def smsbox() -> AsyncIterator[tuple[Smsbox, Kannel]]:
    """A stand-in for smsbox, and what speaks to it."""
    box = Smsbox()
    app = web.Application()
    app.add_routes([web.post("/cgi-bin/sendsms", box.sendsms)])
    async with serving(app) as url:
        gateway = Kannel(KannelAccess(url, "agora", "password", "4040", SECRET))
        yield box, gateway
        await gateway.close()


@pytest.mark.parametrize(
    ("status", "kind"),
    [(202, Accepted), (400, Refused), (401, Retry), (403, Retry), (429, Retry), (503, Retry), (0, Unknown)],
)
async def test_answers(smsbox: tuple[Smsbox, Kannel], status: int, kind: type[Outcome]) -> None:
    """A wrong password is put right by somebody; after a broken connection nobody knows; what is refused stays so."""
    box, gateway = smsbox
    box.statuses.append(status)
    assert isinstance(await gateway.send("t", ANA, segmented("hello")), kind)
    assert len(box.headers) == 1


async def test_silence(monkeypatch: pytest.MonkeyPatch) -> None:
    """A text may have been taken by whoever says nothing any more."""
    monkeypatch.setattr(kannel, "_PATIENCE", ClientTimeout(total=0.2))

    async def silent(_request: web.Request) -> web.Response:
        await asyncio.sleep(1)
        return web.Response(status=202)

    app = web.Application()
    app.add_routes([web.post("/cgi-bin/sendsms", silent)])
    async with serving(app) as url:
        gateway = Kannel(KannelAccess(url, "agora", "password", "4040", SECRET))
        assert isinstance(await gateway.send("t", ANA, segmented("hello")), Unknown)
        await gateway.close()


@pytest.mark.parametrize(
    ("statuses", "kind", "tried"), [([400], Refused, 1), ([202, 400], Unknown, 2), ([202, 503], Unknown, 2)]
)
async def test_a_text_that_breaks_off(
    smsbox: tuple[Smsbox, Kannel], statuses: list[int], kind: type[Outcome], tried: int
) -> None:
    """With its first part on the way a text must not be sent again whole."""
    box, gateway = smsbox
    box.statuses += statuses
    assert isinstance(await gateway.send("t", ANA, segmented(CUT_BADLY)), kind)
    assert [header[-2:] for header in box.headers] == ["01", "02"][:tried]


async def test_what_is_no_text(boston: House, sqlite: Database) -> None:
    """Eight bits are a picture or the news of one: they are not read as words."""
    port = free_port()
    settings = {
        "kannel_url": "http://127.0.0.1:9",
        "kannel_password": "password",
        "kannel_secret": SECRET,
        "kannel_sender": "4040",
    }
    query = {"id": "1", "from": ANA, "to": "4040", "coding": "1", "udh": "0605040B8423F0", "k": SECRET}
    async with opened(boston, sqlite, port, **settings) as hall, ClientSession() as visitor:
        async with visitor.post(f"{hall.url}/kannel/mo", params=query, data=b"\x01\x06\x03\xbe\xaf") as answer:
            assert answer.status == 200
        with sqlite.transaction() as session:
            payload = session.exec(select(Inbox)).one().payload
    assert (payload.get("text", ""), payload["unsupported"]) == ("", "picture")
