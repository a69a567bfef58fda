"""The sandbox's telephone network: as strict as Kannel, and as careless when it is told to be."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiohttp import ClientSession, web

from bot.sandbox import bots, server
from bot.sandbox.feed import Feed
from bot.sandbox.sms.network import Network
from bot.trying import number_in
from tests.rim.conftest import serving
from tests.rim.waiting import until


class Town:
    """A town that notes what gateways bring."""

    def __init__(self) -> None:
        self.messages: list[tuple[str, str]] = []
        self.receipts: list[str] = []

    def app(self) -> web.Application:
        """Its doors."""
        app = web.Application()
        app.add_routes([web.post("/kannel/mo", self._message), web.get("/kannel/dlr", self._receipt)])
        return app

    async def _message(self, request: web.Request) -> web.Response:
        self.messages.append((request.query["from"], (await request.read()).decode()))
        return web.Response()

    async def _receipt(self, request: web.Request) -> web.Response:
        self.receipts.append(request.query["type"])
        return web.Response()


@pytest.fixture
async def place() -> AsyncIterator[tuple[Town, Network, str]]:
    """A town, a network, and the address of the sandbox that has it."""
    town, network = Town(), Network(lambda count: number_in("US", count), Feed())
    app = server.create([bots.residents()], network=network)
    async with serving(town.app()) as theirs, serving(app) as url:
        network.town = theirs
        yield town, network, url


async def post(url: str, path: str, **body: Any) -> Any:
    """Use the control API."""
    async with ClientSession() as session, session.post(f"{url}/sim/sms/{path}", json=body) as answer:
        return await answer.json()


async def send(network: Network, url: str, words: str, *, coding: str = "0", opens: str = "sandbox") -> int:
    """Send as the town does."""
    headers = {
        "X-Kannel-Username": "agora",
        "X-Kannel-Password": opens,
        "X-Kannel-To": network.open("Rosa").number,
        "X-Kannel-Coding": coding,
        "X-Kannel-DLR-Url": f"{network.town}/kannel/dlr?type=%d&reply=%A&smscid=%F",
    }
    address = f"{url}/cgi-bin/sendsms"
    async with (
        ClientSession() as session,
        session.post(address, data=words.encode(), headers=headers) as answer,
    ):
        return answer.status


async def test_there_and_back(place: tuple[Town, Network, str]) -> None:
    """A text arrives with its number; an answer is shown with its cost, and reported."""
    town, network, url = place
    phone = await post(url, "phone", phone="Rosa")
    await post(url, "say", phone="Rosa", text="hola")
    await until(lambda: town.messages == [(phone["number"], "hola")])
    assert await send(network, url, "¿Dónde?", coding="2") == 202
    await until(lambda: town.receipts == ["8", "1"])
    shown = (await post(url, "phone", phone="Rosa"))["texts"][-1]
    assert (shown["text"], shown["segments"], shown["encoding"]) == ("¿Dónde?", 1, "UCS-2")


async def test_it_is_as_strict_as_the_real_one(place: tuple[Town, Network, str]) -> None:
    """A wrong password, a number of nobody, letters that the small alphabet lacks."""
    town, network, url = place
    assert await send(network, url, "x", opens="guess") == 403
    assert await send(network, url, "dónde") == 202
    await until(lambda: bool(network.open("Rosa").texts))
    assert network.open("Rosa").texts[0].text == "d?nde"
    network.accept("+16175559999", "x", f"{network.town}/kannel/dlr?type=%d")
    await until(lambda: "16" in town.receipts)


async def test_what_can_go_wrong(place: tuple[Town, Network, str]) -> None:
    """Doubling, loss, receipts switched off, reordering."""
    town, network, url = place
    await post(url, "faults", doubling=True, receipts=False)
    await post(url, "say", phone="Rosa", text="twice")
    await until(lambda: len(town.messages) == 2)
    await send(network, url, "twice too")
    await until(lambda: len(network.open("Rosa").texts) == 3)
    await post(url, "faults", doubling=False, loss=1)
    await send(network, url, "lost")
    await until(lambda: network.open("Rosa").texts[-1].state == "lost")
    assert town.receipts == []
    await post(url, "faults", loss=0, reordering=True)
    await send(network, url, "first")
    await send(network, url, "second")
    await until(lambda: len(network.open("Rosa").texts) == 6)
    await asyncio.sleep(0)
    assert [text.text for text in network.open("Rosa").texts[-2:]] == ["second", "first"]
    assert "error" in await post(url, "faults", loss=7)
