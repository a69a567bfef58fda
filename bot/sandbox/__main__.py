"""The sandbox as a process of its own: `python -m bot.sandbox --port 8081`."""

import argparse
import asyncio
import signal
import sys

from aiohttp import web

from bot.sandbox.bots import RESIDENTS_TOKEN, STAFF_TOKEN, residents, staff
from bot.sandbox.guard import is_loopback
from bot.sandbox.server import create


def main() -> None:
    """Serve until stopped."""
    options = _options()
    if not is_loopback(options.host) and not options.allow_remote:
        sys.exit(
            f"The sandbox has no passwords: on {options.host}, anybody who reaches it could speak for everybody. "
            "Use 127.0.0.1, or add --allow-remote if you mean it."
        )
    asyncio.run(_serve(options))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bot.sandbox", description="A stand-in for Telegram, in memory.")
    parser.add_argument("--port", type=int, default=8081)
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--residents-token", default=RESIDENTS_TOKEN)
    parser.add_argument("--staff-token", default=STAFF_TOKEN)
    parser.add_argument("--allow-remote", action="store_true", help="answer to other machines as well")
    return parser.parse_args()


async def _serve(options: argparse.Namespace) -> None:
    bots = [residents(options.residents_token), staff(options.staff_token)]
    runner = web.AppRunner(create(bots, allow_remote=options.allow_remote), access_log=None)
    await runner.setup()
    site = web.TCPSite(runner, options.host, options.port)
    await site.start()
    host, port = runner.addresses[0][:2]
    sys.stdout.write(f"sandbox on http://{f'[{host}]' if ':' in host else host}:{port}\n")
    sys.stdout.flush()
    stop = asyncio.Event()
    for name in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(name, stop.set)
    await stop.wait()
    await runner.cleanup()


if __name__ == "__main__":
    main()
