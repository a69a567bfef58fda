"""Serving: both bots in one process on one event loop, and one owner of the signals."""

import asyncio
import fcntl
import gc
import logging
import signal
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import IO

from aiohttp import web
from pydantic import ValidationError

from backend.errors import CityFolderInvalid
from bot import health, menus, texting, trying
from bot import web as doors
from bot.app import build_house
from bot.channels import residents
from bot.channels import staff as staff_channel
from bot.channels.backoff import pause
from bot.channels.channel import Channel, DeliveryError
from bot.channels.sms.settings import SmsSettings
from bot.channels.telegram_channel import TelegramChannel
from bot.clock import Clock
from bot.conversation.turn import House
from bot.courier import Courier
from bot.desk import Desk
from bot.feeds import Feeds
from bot.intake import Intake
from bot.noticeboard import Noticeboard
from bot.pacer import Pacer
from bot.polling import poll
from bot.post.quiet import Quiet
from bot.post.wording import wording
from bot.sandbox.bots import RESIDENTS_TOKEN, STAFF_TOKEN
from bot.sandbox.guard import is_loopback
from bot.sandbox.sms.network import Network
from bot.settings import Settings
from bot.texting import Texting
from bot.unpacking import Unpacking
from bot.wallclock import now
from bot.workers import Workers
from nlp.tenant import NoModel
from storage.database import Database

log = logging.getLogger(__name__)


class CannotServe(Exception):
    """The process can't start; the message says why, for whoever started it."""


@dataclass(frozen=True)
class _Bots:
    """Where the two bots are and what opens them."""

    url: str
    residents_token: str
    staff_token: str
    network: Network | None = None


async def serve(settings: Settings) -> None:
    """Serve until SIGTERM or SIGINT: then stop intake, finish turns, deliver what is in flight, close."""
    house = _house(settings)
    # What was loaded lives as long as the process: collecting garbage among it held a message up for 80 ms (measured).
    gc.collect()
    gc.freeze()
    stop = asyncio.Event()
    for name in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(name, stop.set)
    async with AsyncExitStack() as stack:
        database = await stack.enter_async_context(_database(settings))
        bots = await _bots(settings, house, database, stack)
        channels = await _channels(settings, house, bots, stack)
        texts = await _texting(house, database, bots, stack)
        await stack.enter_async_context(_in_background(_set_menus(house, channels)))
        async with _at_work(settings, house, database, channels, texts):
            log.info("serving %s", house.city.name)
            await stop.wait()
            log.info("stopping: no new messages, finishing what has begun")


def _house(settings: Settings) -> House:
    if (settings.residents_token is None) != (settings.staff_token is None):
        raise CannotServe("Set both AGORA_RESIDENTS_TOKEN and AGORA_STAFF_TOKEN, or neither for the sandbox.")
    if settings.intake == "webhook" and (settings.public_url is None or settings.webhook_secret is None):
        raise CannotServe("Webhooks need AGORA_PUBLIC_URL and AGORA_WEBHOOK_SECRET.")
    try:
        return build_house(settings.city, settings.model)
    except CityFolderInvalid as error:
        raise CannotServe("\n".join(error.faults)) from None
    except NoModel as error:
        raise CannotServe(f"AGORA_MODEL: {error}") from None


@asynccontextmanager
async def _database(settings: Settings) -> AsyncIterator[Database]:
    database = Database(settings.database, durable=settings.durable, pool_size=settings.desk_threads + 4)
    lock = _lock(Path(database.url.database)) if database.is_sqlite and database.url.database else None
    try:
        await asyncio.to_thread(database.migrate)
        yield database
    finally:
        database.close()
        if lock is not None:
            lock.close()


def _lock(path: Path) -> IO[str]:
    """SQLite means one machine and one serving process: a second one is refused."""
    lock = path.with_suffix(".lock").open("w")
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise CannotServe(f"Another Agora is serving {path} already.") from None
    return lock


async def _bots(settings: Settings, house: House, database: Database, stack: AsyncExitStack) -> _Bots:
    if settings.residents_token is not None and settings.staff_token is not None:
        tokens = settings.residents_token.get_secret_value(), settings.staff_token.get_secret_value()
        return _Bots(settings.telegram_url.rstrip("/"), *tokens)
    return await _open_sandbox(settings, house, database, stack)


async def _open_sandbox(settings: Settings, house: House, database: Database, stack: AsyncExitStack) -> _Bots:
    if not is_loopback(settings.host):
        raise CannotServe("The sandbox has no passwords and is for this machine only: leave AGORA_HOST at 127.0.0.1.")
    network = trying.network_of(house.city)
    url = await _listen(trying.sandbox_of(house.city, database, network), settings.host, settings.port, stack)
    print(f"\n  {house.city.name} is open: {url}\n", flush=True)  # noqa: T201  # the line that whoever starts this waits for
    return _Bots(url, RESIDENTS_TOKEN, STAFF_TOKEN, network)


async def _listen(app: web.Application, host: str, port: int, stack: AsyncExitStack) -> str:
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=2)
    await runner.setup()
    stack.push_async_callback(runner.cleanup)
    try:
        await web.TCPSite(runner, host, port).start()
    except OSError as error:
        raise CannotServe(
            f"Port {port} can't be used: {error.strerror}. Set AGORA_PORT, or AGORA_SMS_PORT for text messages."
        ) from None
    host, port = runner.addresses[0][:2]
    return f"http://{host}:{port}"


async def _channels(
    settings: Settings, house: House, bots: _Bots, stack: AsyncExitStack
) -> Mapping[str, TelegramChannel]:
    phones = texting.phone_hash(_sms_settings(bots), bots.residents_token, house.city.texting.region)
    pacers = [Pacer(settings.rate, settings.chat_gap) for _ in range(2)]
    channels = [
        residents.connect(bots.residents_token, bots.url, pacers[0], phones),
        staff_channel.connect(bots.staff_token, bots.url, pacers[1]),
    ]
    return {channel.name: await stack.enter_async_context(channel) for channel in channels}


def _sms_settings(bots: _Bots) -> SmsSettings:
    try:
        return trying.texting_settings(bots.url, bots.network) if bots.network else SmsSettings()
    except ValidationError as error:
        raise CannotServe("\n".join(str(fault["msg"]) for fault in error.errors())) from None


async def _texting(house: House, database: Database, bots: _Bots, stack: AsyncExitStack) -> Texting | None:
    """Text messages, where a gateway is named or the sandbox plays one."""
    try:
        named = _sms_settings(bots)
        if not named.is_open:
            return None
        found = texting.create(named, database, house.city, network=bots.network)
    except ValueError as error:
        raise CannotServe(str(error)) from None
    await stack.enter_async_context(found.channel)
    return found


async def _set_menus(house: House, channels: Mapping[str, TelegramChannel]) -> None:
    commands = {"residents": menus.RESIDENTS, "staff": menus.STAFF}
    for name, channel in channels.items():
        await _insist(partial(channel.set_commands, menus.menu(commands[name], house.texts)))


async def _insist(call: Callable[[], Awaitable[None]]) -> None:
    """Call until it works: a messenger that is away must not keep the city closed."""
    attempt = 0
    while True:
        try:
            await call()
        except DeliveryError as error:
            attempt += 1
            seconds = pause(attempt, first=1, longest=60)
            log.warning("Telegram can't be set up yet: %s; again in %.0f s", error, seconds)
            await asyncio.sleep(seconds)
        else:
            return


@asynccontextmanager
async def _in_background(work: Coroutine[None, None, None]) -> AsyncIterator[None]:
    task = asyncio.create_task(work)
    try:
        yield
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


@asynccontextmanager
async def _at_work(
    settings: Settings,
    house: House,
    database: Database,
    channels: Mapping[str, TelegramChannel],
    texts: Texting | None,
) -> AsyncIterator[None]:
    """Everything that moves, started from the way out to the way in and stopped the other way round."""
    async with AsyncExitStack() as stack:
        ways: dict[str, Channel] = {**channels, **({texts.channel.name: texts.channel} if texts else {})}
        quiet = Quiet(house.city)
        courier = Courier(database, ways, wording(house), now, quiet=quiet, sole=database.is_sqlite)
        await stack.enter_async_context(courier)
        threads = 1 if database.is_sqlite else settings.desk_threads
        workers = await stack.enter_async_context(Workers(Desk(database, house, now, courier.wake), threads))
        stack.enter_context(Clock(database, house, now, courier.wake))
        unpacking = await stack.enter_async_context(Unpacking(database, ways, now, workers.wake))
        intake = Intake(database, house.city.languages, now, workers.wake, unpacking.begin)
        await stack.enter_async_context(_open_intake(settings, channels, intake, database, house))
        if texts is not None:
            app = doors.create({}, "", intake, partial(health.look, database), texts.routes(intake, workers.wake))
            # On a port of their own: gateways are on this machine or behind a proxy.
            port = 0 if texts.network is not None else texts.settings.port
            texts.found_at(await _listen(app, settings.host, port, stack))
            for round_ in texts.rounds(intake, workers.wake):
                await stack.enter_async_context(_in_background(round_))
        yield


@asynccontextmanager
async def _open_intake(
    settings: Settings, channels: Mapping[str, TelegramChannel], intake: Intake, database: Database, house: House
) -> AsyncIterator[None]:
    by_webhook = settings.public_url is not None and settings.intake == "webhook"
    secret = settings.webhook_secret.get_secret_value() if by_webhook and settings.webhook_secret else ""
    async with AsyncExitStack() as stack:
        if settings.public_url is not None and (by_webhook or not settings.is_sandbox):
            shown = [*Feeds(database, house, settings.public_url).routes(), *Noticeboard(database).routes()]
            brought = channels if by_webhook else {}
            app = doors.create(brought, secret, intake, partial(health.look, database), shown)
            await _listen(app, settings.host, settings.port, stack)
        for name, channel in channels.items():
            url = f"{(settings.public_url or '').rstrip('/')}/telegram/{name}"
            way = _insist(partial(channel.set_webhook, url, secret)) if by_webhook else _poll(channel, intake)
            await stack.enter_async_context(_in_background(way))
        yield


async def _poll(channel: TelegramChannel, intake: Intake) -> None:
    await _insist(channel.delete_webhook)
    await poll(channel, intake)
