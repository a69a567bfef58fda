"""Who may talk to the sandbox, and how it runs by itself."""

import asyncio
import signal
import sys

import aiohttp
import pytest

from bot.sandbox.client import SandboxClient
from bot.sandbox.guard import is_loopback


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 200),
        ({"Host": "localhost:1"}, 200),
        ({"Host": "evil.example"}, 403),
        ({"Origin": "https://evil.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Sec-Fetch-Site": "cross-site"}, 403),
    ],
)
async def test_other_sites_are_kept_out(url: str, headers: dict[str, str], status: int) -> None:
    """A foreign page can neither rebind its name to this machine nor post from where it is."""
    body = {"person": "Ana", "text": "hello"}
    async with aiohttp.ClientSession() as web:
        async with web.post(f"{url}/sim/say", json=body, headers=headers) as answer:
            assert answer.status == status
        async with web.get(url, headers={"Host": headers.get("Host", "127.0.0.1")}) as answer:
            assert answer.status == (403 if "evil" in headers.get("Host", "") else 200)


async def test_the_page_itself_may_post(url: str) -> None:
    """Its own origin is welcome, and the page forbids everything from elsewhere."""
    async with aiohttp.ClientSession() as web:
        async with web.post(f"{url}/sim/person", json={"person": "Ana"}, headers={"Origin": url}) as answer:
            assert answer.status == 200
        async with web.get(url) as answer:
            assert "default-src 'self'" in answer.headers["Content-Security-Policy"]


@pytest.mark.parametrize(
    ("host", "loopback"),
    [
        ("127.0.0.1", True),
        ("::1", True),
        ("localhost", True),
        ("0.0.0.0", False),  # noqa: S104
        ("10.0.0.7", False),
        ("a.example", False),
    ],
)
def test_loopback_names(host: str, loopback: bool) -> None:
    """Only this machine's own names are loopback."""
    assert is_loopback(host) is loopback


async def test_a_process_of_its_own() -> None:
    """The sandbox starts alone, says where, serves, and ends on SIGTERM even while a bot polls."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "bot.sandbox",
        "--port",
        "0",
        "--residents-token",
        "42:mine",
        stdout=asyncio.subprocess.PIPE,
    )
    line = (await process.stdout.readline()).decode().strip()
    assert line.startswith("sandbox on http://127.0.0.1:")
    url = line.removeprefix("sandbox on ")
    async with SandboxClient(url) as hands, aiohttp.ClientSession() as web:
        assert (await hands.state())["bots"]["residents"]["id"] == 42
        poll = asyncio.create_task(web.get(f"{url}/bot42:mine/getUpdates?timeout=30"))
        await asyncio.sleep(0.3)
        process.send_signal(signal.SIGTERM)
        assert await asyncio.wait_for(process.wait(), 5) == 0
        assert (await poll).status == 200
    await process.communicate()


async def test_other_machines_only_on_purpose() -> None:
    """A host that others can reach is refused unless it is meant."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "bot.sandbox",
        "--host",
        "0.0.0.0",  # noqa: S104
        stderr=asyncio.subprocess.PIPE,
    )
    _, complaint = await process.communicate()
    assert process.returncode == 1
    assert b"--allow-remote" in complaint
