"""From a phone to a phone: both real libraries over HTTP, by polling and by webhook, on both databases."""

import signal
from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest

from bot import menus
from storage.database import Database
from tests.town import Town

WAIT = 30.0
"""Seconds that an answer may take on a busy machine."""


@pytest.fixture(params=["polling", "webhook"])
async def town(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Town]:
    """A town on SQLite, by polling and by webhook."""
    async with Town(tmp_path, intake=request.param) as open_town:
        yield open_town


async def whole_way(town: Town) -> None:
    """A report from its first words to the resident's last."""
    phones = town.phones
    await town.enrol("Sam")
    await phones.say("Ana", "There's a huge pothole in front of 32 Church St, my bike wheel broke")
    card = await phones.wait_for("Ana", "Shall I send this?", timeout=WAIT)
    assert "32 Church Street, Dorchester" in card["text"]
    await phones.tap("Ana", "Send")
    await phones.wait_for("Ana", "This is report 1001", timeout=WAIT)
    await phones.wait_for("Sam", "New report", bot="staff", timeout=WAIT)
    await phones.tap("Sam", "Take it", bot="staff")
    await phones.wait_for("Ana", "is looking at it", timeout=WAIT)
    await phones.wait_for("Sam", "being looked at", bot="staff", timeout=WAIT)
    await phones.tap("Sam", "Ask the resident", bot="staff")
    await phones.wait_for("Sam", "What do you want to ask", bot="staff", timeout=WAIT)
    await phones.say("Sam", "How deep is it?", bot="staff")
    await phones.wait_for("Ana", "How deep is it?", timeout=WAIT)
    await phones.say("Ana", "about two feet")
    await phones.wait_for("Sam", "The reporter has answered", bot="staff", timeout=WAIT)
    await phones.tap("Sam", "Close", bot="staff")
    await phones.wait_for("Sam", "Why is report", bot="staff", timeout=WAIT)
    await phones.tap("Sam", "Done", bot="staff")
    await phones.wait_for("Sam", "A sentence for the resident", bot="staff", timeout=WAIT)
    await phones.tap("Sam", "Close without", bot="staff")
    await phones.wait_for("Ana", "is closed: done", timeout=WAIT)
    seen = await phones.last()
    await phones.tap("Ana", "Not fixed")
    await phones.wait_for("Ana", "What is still wrong?", timeout=WAIT)
    await phones.photo("Ana", caption="still there")
    await phones.wait_for("Ana", "open again", timeout=WAIT)
    contested = await phones.wait_for("Sam", "Contested", bot="staff", since=seen, timeout=WAIT)
    assert "still there" in contested["text"]
    assert contested["content"] == "photo"


async def test_the_whole_way(town: Town) -> None:
    """A report is filed, taken, asked about, closed, contested with a photo that reaches staff, by both libraries."""
    await whole_way(town)


async def test_the_whole_way_on_postgres(postgres: Database, tmp_path: Path) -> None:
    """The same on PostgreSQL, with several workers at the desk."""
    url = postgres.url.render_as_string(hide_password=False)
    async with Town(tmp_path, database_url=url) as town:
        await whole_way(town)


async def test_sigterm_loses_nothing(tmp_path: Path) -> None:
    """SIGTERM ends the process cleanly; what is said meanwhile is answered after the restart."""
    async with Town(tmp_path) as town:
        await town.phones.say("Ana", "pothole at 32 Church St")
        await town.phones.wait_for("Ana", "Shall I send this?", timeout=WAIT)
        assert await town.agora.stop(signal.SIGTERM) == 0
        await town.phones.tap("Ana", "Send")
        await town.open()
        await town.phones.wait_for("Ana", "This is report 1001", timeout=WAIT)


async def test_a_block_stops_and_an_unblock_resumes(tmp_path: Path) -> None:
    """Whoever blocks the bot is not written to; after unblocking they are answered again."""
    async with Town(tmp_path) as town:
        await town.phones.say("Ana", "hello")
        await town.phones.wait_for("Ana", "Hello", timeout=WAIT)
        await town.phones.block("Ana")
        await town.phones.unblock("Ana")
        seen = await town.phones.last()
        await town.phones.say("Ana", "thanks!")
        await town.phones.wait_for("Ana", "welcome", since=seen, timeout=WAIT)


async def test_a_reply_finds_its_report(tmp_path: Path) -> None:
    """Whoever replies, as Telegram does it, to any message about a report writes about that report, in any language."""
    async with Town(tmp_path) as town:
        phones = town.phones
        await town.enrol("Sam")
        await phones.person("Luc", language="fr")
        for place in ("Nid-de-poule au 32 Church St, Dorchester", "Graffiti au 45 Birch St"):
            seen = await phones.last()
            await phones.say("Luc", place)
            await phones.wait_for("Luc", place, since=seen, timeout=WAIT)
            await phones.tap("Luc", "Envoyer")
            await phones.wait_for("Luc", "C'est le signalement", since=seen, timeout=WAIT)
        receipt = await phones.wait_for("Luc", "C'est le signalement 1001", timeout=WAIT)
        seen = await phones.last()
        await phones.say("Luc", "le trou est devenu plus profond", reply_to=receipt["message_id"])
        await phones.wait_for("Luc", "signalement 1001", since=seen, timeout=WAIT)
        told = await phones.wait_for("Sam", "The reporter has written", bot="staff", since=seen, timeout=WAIT)
        assert "1001" in told["text"]
        assert "le trou est devenu plus profond" in told["text"]
        await phones.tap("Sam", "Take it", bot="staff")
        taken = await phones.wait_for("Luc", "Signalement 1001", since=seen, timeout=WAIT)
        seen = await phones.last()
        await phones.photo("Luc", caption="voici une photo", reply_to=taken["message_id"])
        told = await phones.wait_for("Sam", "voici une photo", bot="staff", since=seen, timeout=WAIT)
        assert told["content"] == "photo"


async def test_menus_are_set_in_every_language(tmp_path: Path) -> None:
    """Both bots show their commands in the language of the person's app."""
    async with Town(tmp_path) as town:
        await town.phones.person("Luz", language="es")
        await town.phones.say("Luz", "hola")
        await town.phones.wait_for("Luz", "¡Hola!", timeout=WAIT)
        commands = (await town.phones.chat("Luz"))["commands"]
    assert [command["command"] for command in commands] == list(menus.RESIDENTS)
    assert any("avisos" in command["description"] for command in commands)


async def test_flaky_telegram(tmp_path: Path) -> None:
    """Errors, floods and cut connections delay answers; none is lost."""
    async with Town(tmp_path) as town:
        await town.phones.faults(
            bot="residents",
            fail={"times": 2},
            flood={"times": 2, "retry_after": 1},
            cut={"times": 1},
            duplicate=2,
        )
        await town.phones.say("Ana", "pothole at 32 Church St")
        await town.phones.wait_for("Ana", "Shall I send this?", timeout=60)
        await town.phones.tap("Ana", "Send")
        await town.phones.wait_for("Ana", "This is report 1001", timeout=60)


async def test_the_door_is_closed_to_strangers(tmp_path: Path) -> None:
    """A webhook without the secret is refused, and health tells what waits."""
    async with Town(tmp_path, intake="webhook") as town, aiohttp.ClientSession() as visitor:
        async with visitor.post(f"{town.own_url}/telegram/residents", json={"update_id": 1}) as answer:
            assert answer.status == 401
        async with visitor.get(f"{town.own_url}/healthz") as answer:
            assert (await answer.json())["ok"] is True


async def test_a_second_process_is_refused(tmp_path: Path) -> None:
    """SQLite is served by one process; the second says why it does not start."""
    async with Town(tmp_path) as town:
        second = Town(tmp_path / "second", database_url=town.database_url)
        with pytest.raises(RuntimeError, match="Another Agora is serving"):
            await second.open()
