"""The bench of text messages: hello and answer through a real Kannel, everybody at once; beside Kannel alone.

python -m tests.benchmarks.texts --phones 300
"""

import argparse
import asyncio
import sys
import tempfile
import time
from pathlib import Path

from bot.app import ROOT, build_house
from bot.channels.sms.segments import segmented
from storage.database import Database
from tests.sms.conftest import SECRET, kannel_settings, opened
from tests.sms.kannel_box import KannelBox, Network
from tests.town import free_port


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--phones", type=int, default=300)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        figures = asyncio.run(measure(options.phones, Path(folder)))
    for what, value in figures.items():
        sys.stdout.write(f"{what:44}{value:>10}\n")


async def measure(phones: int, folder: Path) -> dict[str, float]:
    """Messages a second, there and back, with receipts on."""
    house = build_house(ROOT / "cities" / "boston")
    database = Database(f"sqlite:///{folder}/agora.sqlite")
    database.migrate()
    port = free_port()
    numbers = [f"+1617{5550000 + number}" for number in range(phones)]
    async with (
        KannelBox(folder / "kannel", f"http://127.0.0.1:{port}/kannel/mo", SECRET) as box,
        opened(house, database, port, **kannel_settings(box)) as hall,
        Network(box.fake_port) as network,
    ):
        await network.text("+16175559999", "hello")
        await network.wait_for("+16175559999", "Hello")
        begun = time.perf_counter()
        await asyncio.gather(*(network.text(number, "hello") for number in numbers))
        await asyncio.gather(*(network.wait_for(number, "Hello", patience=300) for number in numbers))
        whole = time.perf_counter() - begun
        gateway = hall.texts.channel.gateways["kannel"]
        begun = time.perf_counter()
        for start in range(0, phones, 20):
            batch = numbers[start : start + 20]
            await asyncio.gather(*(gateway.send("bench", number, segmented("alone")) for number in batch))
        await asyncio.gather(*(network.wait_for(number, "alone", patience=300) for number in numbers))
        alone = time.perf_counter() - begun
    database.close()
    return {
        "hello and answer through Kannel, messages/s": round(phones / whole, 1),
        "Kannel alone, texts/s out": round(phones / alone, 1),
    }


if __name__ == "__main__":
    main()
