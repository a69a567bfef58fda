"""The bench of text messages: hello and answer through a real Kannel, everybody at once; beside Kannel's own ceiling.

The ceiling is the same Kannel with a webhook that knows nothing and answers everybody with one word, with receipts too.

    python -m tests.benchmarks.texts --phones 300 --json
"""

import argparse
import asyncio
import json
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

from aiohttp import web

from bot.app import ROOT, build_house
from bot.channels.sms.kannel import Kannel, KannelAccess
from bot.channels.sms.segments import segmented
from bot.channels.sms.settings import SmsSettings
from storage.database import Database
from tests.sms.conftest import KEY, SECRET, kannel_settings, opened
from tests.sms.kannel_box import KannelBox, Network
from tests.town import free_port


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--phones", type=int, default=300)
    parser.add_argument("--json", action="store_true", help="print the figures for a program")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        figures = asyncio.run(measure(options.phones, Path(folder)))
    if options.json:
        sys.stdout.write(json.dumps(figures) + "\n")
        return
    for what, value in figures.items():
        sys.stdout.write(f"{what:60}{value:>10}\n")


async def measure(phones: int, folder: Path) -> dict[str, float]:
    """Messages a second, there and back, with receipts on."""
    numbers = [f"+1617{5550000 + number}" for number in range(phones)]
    ceiling, _ = await _ceiling(numbers, folder / "ceiling")
    whole, busy = await _city(numbers, folder)
    return {
        "hello and answer through Kannel, messages/s": round(phones / whole, 1),
        "the same with nobody behind it (the ceiling), messages/s": round(phones / ceiling, 1),
        "share of the ceiling": round(ceiling / whole, 3),
        "processor time of city and phones, ms a message": round(1000 * busy / phones, 1),
    }


async def _ceiling(numbers: Sequence[str], folder: Path) -> tuple[float, float]:
    port = free_port()
    async with (
        KannelBox(folder, f"http://127.0.0.1:{port}/kannel/mo", SECRET) as box,
        _echo(SmsSettings(index_key=KEY, seal_keys=KEY, **kannel_settings(box)), port),  # type: ignore[arg-type]
        Network(box.fake_port) as network,
    ):
        return await _timed(network, numbers, "Hello")


@asynccontextmanager
async def _echo(settings: SmsSettings, port: int) -> AsyncIterator[None]:
    """Answers every message at once, and does nothing else."""
    assert settings.kannel_url is not None
    assert settings.kannel_password is not None
    password = settings.kannel_password.get_secret_value()
    access = KannelAccess(settings.kannel_url, "agora", password, settings.kannel_sender, SECRET)
    kannel = Kannel(access)
    kannel.callback = f"http://127.0.0.1:{port}"
    answering: set[asyncio.Task[object]] = set()

    async def message(request: web.Request) -> web.Response:
        task = asyncio.create_task(kannel.send("echo", request.query["from"], segmented("Hello")))
        answering.add(task)
        task.add_done_callback(answering.discard)
        return web.Response()

    async def receipt(_request: web.Request) -> web.Response:
        return web.Response()

    app = web.Application()
    app.add_routes([web.post("/kannel/mo", message), web.get("/kannel/dlr", receipt)])
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", port).start()
    yield
    await kannel.close()
    await runner.cleanup()


async def _city(numbers: Sequence[str], folder: Path) -> tuple[float, float]:
    house = build_house(ROOT / "cities" / "boston")

    database = Database(f"sqlite:///{folder}/agora.sqlite")
    database.migrate()
    port = free_port()
    async with (
        KannelBox(folder / "kannel", f"http://127.0.0.1:{port}/kannel/mo", SECRET) as box,
        opened(house, database, port, **kannel_settings(box)),
        Network(box.fake_port) as network,
    ):
        timed = await _timed(network, numbers, "Hello")
    database.close()
    return timed


async def _timed(network: Network, numbers: Sequence[str], answer: str) -> tuple[float, float]:
    """Seconds, and seconds of processor time, until everybody is answered; one goes first, to warm up."""
    await network.text("+16175559999", "hello")
    await network.wait_for("+16175559999", answer)
    begun, busy = time.perf_counter(), time.process_time()
    await asyncio.gather(*(network.text(number, "hello") for number in numbers))
    await asyncio.gather(*(network.wait_for(number, answer, patience=300) for number in numbers))
    return time.perf_counter() - begun, time.process_time() - busy


if __name__ == "__main__":
    main()
