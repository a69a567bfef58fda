"""python-telegram-bot, over real HTTP, against the sandbox."""

import asyncio

import aiohttp
import telegram
from yarl import URL

from bot.sandbox.client import SandboxClient


async def test_me(ptb: telegram.Bot) -> None:
    """The bot learns who it is."""
    assert (ptb.id, ptb.username) == (1000000002, "agora_staff_sandbox_bot")


async def test_a_poll_is_held_until_something_happens(ptb: telegram.Bot, hands: SandboxClient) -> None:
    """A long poll answers when somebody speaks."""
    poll = asyncio.create_task(ptb.get_updates(timeout=20))
    await asyncio.sleep(0.3)
    assert not poll.done()
    await hands.start("Sam", bot="staff", payload="invite-7")
    [update] = await poll
    assert update.message.text == "/start invite-7"
    assert update.message.parse_entities(["bot_command"]) != {}


async def test_a_conversation_with_buttons(ptb: telegram.Bot, sam: int, hands: SandboxClient) -> None:
    """Messages are sent, tapped, edited and deleted."""
    button = telegram.InlineKeyboardButton("Take it", callback_data="take:7")
    sent = await ptb.send_message(sam, "<b>New</b>", "HTML", reply_markup=telegram.InlineKeyboardMarkup([[button]]))
    assert sent.entities[0].type == "bold"
    await hands.tap("Sam", data="take:7", bot="staff")
    [update] = await ptb.get_updates()
    assert await update.callback_query.answer("Yours")
    changed = await update.callback_query.edit_message_text("Taken by Sam")
    assert changed.text == "Taken by Sam"
    assert await sent.delete()
    assert await ptb.send_chat_action(sam, "typing")


async def test_a_photo_goes_up_and_comes_down(
    ptb: telegram.Bot, sam: int, hands: SandboxClient, picture: bytes
) -> None:
    """A photo travels both ways, also by an address with the token's colon percent-encoded."""
    sent = await ptb.send_photo(sam, picture, caption="look")
    assert sent.photo[-1].width == 960
    await hands.photo("Sam", bot="staff", sample="streetlight")
    [update] = await ptb.get_updates()
    file = await update.message.photo[-1].get_file()
    data = bytes(await file.download_as_bytearray())
    assert data.startswith(b"\xff\xd8")
    encoded = URL(file.file_path.replace("2:sandbox", "2%3Asandbox"), encoded=True)
    async with aiohttp.ClientSession() as web, web.get(encoded) as answer:
        assert await answer.read() == data


async def test_files_albums_and_polls(ptb: telegram.Bot, sam: int, picture: bytes) -> None:
    """Documents keep their name, albums are a list, poll options may be objects."""
    document = await ptb.send_document(sam, b"a;b\n1;2\n", filename="report.csv")
    assert document.document.file_name == "report.csv"
    album = await ptb.send_media_group(sam, [telegram.InputMediaPhoto(picture), telegram.InputMediaPhoto(picture)])
    assert len(album) == 2
    poll = await ptb.send_poll(sam, "Trees?", [telegram.InputPollOption("Yes"), "No"])
    assert [option.text for option in poll.poll.options] == ["Yes", "No"]
    copied = await ptb.copy_message(sam, sam, document.message_id)
    assert copied.message_id > poll.message_id


async def test_the_bots_share_nothing_but_people(ptb: telegram.Bot, sam: int, hands: SandboxClient) -> None:
    """A person is the same for both bots, but chats, counters and updates are each bot's own."""
    said = await hands.say("Sam", "hello")
    assert said["from"]["id"] == sam
    assert said["message_id"] == 1
    assert await ptb.get_updates() == ()
