"""The control API: people's hands, and the eyes of a test."""

import asyncio

import aiohttp
import pytest
from aiogram import Bot
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from bot.sandbox.client import SandboxClient, SandboxClientError


async def test_a_name_is_always_the_same_person(hands: SandboxClient) -> None:
    """The user id follows from the name, even after a reset."""
    first = await hands.person("Ana", language="fr")
    await hands.reset()
    assert (await hands.person("Ana"))["id"] == first["id"]
    assert (await hands.person("Sam"))["id"] != first["id"]


async def test_what_makes_no_sense_is_told(hands: SandboxClient, gram: Bot, ana: int) -> None:
    """Every mistake gets a sentence that says what was wrong."""
    keyboard = InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(text="Yes", callback_data="y")]])
    await gram.send_message(ana, "?", reply_markup=keyboard)
    for act, words in [
        (hands.say("Ana", "x", bot="nobody"), 'no bot "nobody"; there are: residents, staff'),
        (hands.say("Ana", " "), "nothing but white space"),
        (hands.say("Ana", "x", mood="glad"), "mood"),
        (hands.say("Tom", "x", open=False), "Tom has not pressed Start"),
        (hands.tap("Ana", "No"), 'no button "No" in this chat; there are: "Yes"'),
        (hands.tap("Ana"), "by its label or by its data"),
        (hands.edit("Ana", 99, "x"), "no message 99"),
        (hands.photo("Ana", b"no picture"), "would not take this as a photo"),
        (hands.photo("Ana", sample="../secret"), "no sample picture"),
        (hands.location("Ana", 91, 0), "lat"),
        (hands.album("Ana", ["pothole"]), "2 to 10"),
        (hands.chat("Nobody"), 'nobody called "Nobody"'),
    ]:
        with pytest.raises(SandboxClientError, match=words):
            await act
    await hands.block("Ana")
    with pytest.raises(SandboxClientError, match="unblock first"):
        await hands.say("Ana", "x")


async def test_a_chat_reads_as_text(hands: SandboxClient, gram: Bot, ana: int) -> None:
    """A transcript has who said what, with buttons in brackets."""
    row = [InlineKeyboardButton(text=label, callback_data=label) for label in ("Yes", "No")]
    await gram.send_message(ana, "Fixed?", reply_markup=InlineKeyboardMarkup(inline_keyboard=[row]))
    await hands.location("Ana", 1, 2)
    assert await hands.transcript("Ana") == "Ana: /start\nAgora: Fixed?\n  [Yes] [No]\nAna: <location>"


async def test_waiting_for_what_a_bot_says(hands: SandboxClient, gram: Bot, ana: int) -> None:
    """A test can wait for words, and is told what was said instead."""
    waiting = asyncio.create_task(hands.wait_for("Ana", "fixed", timeout=5))
    await asyncio.sleep(0.1)
    await gram.send_message(ana, "on it")
    await gram.send_message(ana, "fixed now")
    entry = await waiting
    assert (entry["bot"], entry["chat_id"], entry["method"], entry["seq"]) == ("residents", ana, "sendMessage", 2)
    with pytest.raises(SandboxClientError, match="on it"):
        await hands.wait_for("Ana", "never", timeout=0.2)
    assert await hands.sent(await hands.last()) == []


async def test_reset_keeps_what_a_running_bot_relies_on(hands: SandboxClient, gram: Bot, ana: int) -> None:
    """After a reset chats are gone, but updates, messages and the log count on."""
    await gram.send_message(ana, "x")
    before = await hands.last()
    await hands.reset()
    state = await hands.state()
    assert state["people"] == []
    assert state["bots"]["residents"]["chats"] == []
    said = await hands.say("Ana", "hello again")
    assert said["message_id"] > 2
    await gram.send_message(ana, "y")
    assert [entry["seq"] for entry in await hands.sent(before)] == [before + 1]


async def test_a_picture_may_come_as_a_form(url: str, hands: SandboxClient, picture: bytes) -> None:
    """Files can be uploaded as multipart as well, and looked at."""
    form = aiohttp.FormData({"person": "Ana", "caption": "look"})
    form.add_field("file", picture, filename="p.jpg", content_type="image/jpeg")
    async with aiohttp.ClientSession() as web, web.post(f"{url}/sim/photo", data=form) as answer:
        sent = await answer.json()
    assert sent["caption"] == "look"
    params = {"bot": "residents", "file_id": sent["photo"][-1]["file_id"]}
    async with aiohttp.ClientSession() as web, web.get(f"{url}/sim/file", params=params) as answer:
        assert (answer.content_type, await answer.read()) == ("image/jpeg", picture)


async def test_whether_a_bot_is_awake(hands: SandboxClient, gram: Bot) -> None:
    """A bot that never asked for updates does not listen, one that polls does."""
    assert (await hands.state())["bots"]["residents"]["listening"] is False
    await gram.get_updates()
    assert (await hands.state())["bots"]["residents"]["listening"] is True
