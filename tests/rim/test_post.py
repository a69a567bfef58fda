"""Courier, channels and sandbox together: what people really get."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest

from bot.channels.telegram_channel import TelegramChannel
from bot.conversation.reply import Choice
from bot.courier import Courier
from bot.pacer import Pacer
from bot.sandbox.client import SandboxClient
from bot.sandbox.sim.attaching import sample
from storage.contacts import Urn
from storage.database import Database
from tests.rim.conftest import CONNECT, TOKENS
from tests.rim.post_office import PostOffice, now, render, reply

YES = [Choice(id="yes", label="Yes")]


@pytest.fixture
def office(sqlite: Database) -> PostOffice:
    """An empty outbox."""
    return PostOffice(sqlite)


@pytest.fixture
async def courier(office: PostOffice, both: dict[str, TelegramChannel]) -> AsyncIterator[Courier]:
    """A courier at work on both channels."""
    async with Courier(office.database, both, render, now) as courier:
        yield courier


async def meet(people: SandboxClient, office: PostOffice, name: str, bot: str) -> Urn:
    """Somebody who has pressed Start."""
    await people.start(name, bot=bot)
    return office.address(bot, f"telegram:{(await people.person(name))['id']}")


async def said(people: SandboxClient, bot: str = "residents") -> list[str]:
    """What a bot has sent, in order."""
    return [entry["text"] for entry in await people.sent(bot=bot) if entry["method"].startswith("send")]


async def test_a_card_lives(
    courier: Courier, office: PostOffice, people: SandboxClient, channel: TelegramChannel
) -> None:
    """A card is sent, changed in place, and loses its buttons."""
    ana = await meet(people, office, "Ana", channel.name)
    asks = [office.ask(ana), office.ask(ana)]
    await office.becomes(office.post(ana, reply("Send it?", ask=asks[0], choices=YES)), "sent")
    await office.becomes(office.post(ana, reply("Really?", ask=asks[1], choices=YES, replaces=asks[0])), "sent")
    await office.becomes(office.post(ana, reply("", settles=asks[1])), "sent")
    entries = await people.sent(bot=channel.name)
    assert [(entry["method"], entry["text"], len(entry["buttons"])) for entry in entries] == [
        ("sendMessage", "Send it?", 1),
        ("editMessageText", "Really?", 1),
        ("editMessageReplyMarkup", "Really?", 0),
    ]


async def test_a_residents_photo_reaches_staff(
    courier: Courier, office: PostOffice, people: SandboxClient, both: dict[str, TelegramChannel]
) -> None:
    """A picture sent to one bot is shown by the other, whose ids mean nothing to it, and the card can still change."""
    kim = await meet(people, office, "Kim", "staff")
    await people.photo("Ana", sample("pothole"))
    photos = [
        photo
        for raw in await both["residents"].updates(0, 0)
        if (m := both["residents"].take(raw))
        for photo in m.photos
    ]
    media = office.picture(photos[0].channel, photos[0].file_id)
    ask = office.ask(kim)
    await office.becomes(office.post(kim, reply("New report", ask=ask, choices=YES, photos=[media])), "sent")
    await office.becomes(office.post(kim, reply("Taken", replaces=ask, photos=[media])), "sent")
    shown = [message for message in (await people.chat("Kim", bot="staff"))["messages"] if message["by_bot"]]
    assert [("photo" in message, message["caption"]) for message in shown] == [(True, "Taken")]


async def test_a_block_stops_everything(
    courier: Courier, office: PostOffice, people: SandboxClient, channel: TelegramChannel
) -> None:
    """Who blocks a bot hears no more of it."""
    ana = await meet(people, office, "Ana", channel.name)
    await people.block("Ana", bot=channel.name)
    for id in [office.post(ana, reply("one")), office.post(ana, reply("two"))]:
        await office.becomes(id, "stopped")


async def test_a_flood_refusal_is_waited_out(
    courier: Courier, office: PostOffice, people: SandboxClient, channel: TelegramChannel
) -> None:
    """After the time that the channel asked for, the message arrives, once."""
    ana = await meet(people, office, "Ana", channel.name)
    await people.faults(bot=channel.name, flood={"times": 1, "retry_after": 1})
    await office.becomes(office.post(ana, reply("hello")), "sent")
    assert await said(people, channel.name) == ["hello"]


async def test_a_message_without_an_end_arrives(
    courier: Courier, office: PostOffice, people: SandboxClient, channel: TelegramChannel
) -> None:
    """However long, all of it is said."""
    ana = await meet(people, office, "Ana", channel.name)
    await office.becomes(office.post(ana, reply("word " * 2500)), "sent")
    assert " ".join(await said(people, channel.name)).split() == ["word"] * 2500


async def test_what_telegram_refuses_is_parked(courier: Courier, office: PostOffice, channel: TelegramChannel) -> None:
    """Somebody who never wrote can't be written to, and the outbox says why."""
    stranger = office.address(channel.name, "telegram:77")
    row = await office.becomes(office.post(stranger, reply("hello")), "parked")
    assert "chat not found" in (row.error or "").lower()


async def test_a_line_cut_after_the_send(
    courier: Courier, office: PostOffice, people: SandboxClient, channel: TelegramChannel
) -> None:
    """When nobody knows whether it arrived, it is said at most twice, never not at all."""
    ana = await meet(people, office, "Ana", channel.name)
    await people.faults(bot=channel.name, cut={"times": 1})
    await office.becomes(office.post(ana, reply("hello")), "sent")
    assert await said(people, channel.name) == ["hello", "hello"]


async def test_a_server_in_trouble_loses_nothing(
    courier: Courier, office: PostOffice, people: SandboxClient, channel: TelegramChannel
) -> None:
    """Every message arrives once, although some calls fail."""
    everybody = [await meet(people, office, f"Person {number}", channel.name) for number in range(5)]
    await people.faults(bot=channel.name, fail={"times": 3})
    ids = [office.post(urn, reply(f"to {urn.address}")) for urn in everybody]
    for id in ids:
        await office.becomes(id, "sent")
    assert sorted(await said(people, channel.name)) == sorted(f"to {urn.address}" for urn in everybody)


async def test_strict_limits_are_kept(office: PostOffice, people: SandboxClient, sandbox: str) -> None:
    """With Telegram's limits on, the pacer gets everything through without a single refusal."""
    everybody = [await meet(people, office, f"Person {number}", "residents") for number in range(40)]
    await people.limits(enabled=True, per_second=30, per_chat=1)
    ids = [office.post(urn, reply(text)) for urn in everybody for text in ("one", "two")]
    channel = CONNECT["residents"](TOKENS["residents"], sandbox, Pacer(27, 1.02))
    async with channel, Courier(office.database, {"residents": channel}, render, now):
        for id in ids:
            await office.becomes(id, "sent", seconds=30)
    assert len(await said(people)) == 80
    assert {office.row(id).attempts for id in ids} == {1}


async def test_a_courier_that_dies_is_followed_by_another(
    office: PostOffice, people: SandboxClient, both: dict[str, TelegramChannel], clock: Any
) -> None:
    """Whatever moment the first one stops at, the second brings the rest."""
    everybody = [await meet(people, office, f"Person {number}", "residents") for number in range(10)]
    await people.faults(latency=0.05)
    ids = [office.post(urn, reply(f"{urn.address} {text}")) for urn in everybody for text in ("one", "two", "three")]
    for _ in range(3):
        courier = Courier(office.database, both, render, now)
        await courier.start()
        await asyncio.sleep(0.15)
        for task in [*courier._tasks, *(task for round_ in courier._rounds for task in round_._in_flight)]:
            task.cancel()
        await asyncio.sleep(0.05)
    async with Courier(office.database, both, render, now):
        for id in ids:
            await office.becomes(id, "sent")
    texts = await said(people)
    assert len(set(texts)) == 30
    assert all(texts.count(text) <= 4 for text in texts)
    for urn in everybody:
        firsts = list(dict.fromkeys(text for text in texts if text.startswith(f"{urn.address} ")))
        assert [text.split()[1] for text in firsts] == ["one", "two", "three"]
