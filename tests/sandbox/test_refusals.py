"""What Telegram refuses, each as the library's own exception."""

import asyncio

import aiogram.exceptions as gram_errors
import aiohttp
import pytest
import telegram
import telegram.error as ptb_errors
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import BufferedInputFile, InlineKeyboardButton, InlineKeyboardMarkup

from bot.sandbox.api.answering import TAP_SECONDS
from bot.sandbox.client import SandboxClient


@pytest.mark.parametrize(
    ("call", "words"),
    [
        ({"text": "x" * 4097}, "message is too long"),
        ({"text": "🏛" * 2049}, "message is too long"),
        ({"text": " \n "}, "message text is empty"),
        ({"text": "<b>x", "parse_mode": "HTML"}, "Can't find end tag"),
        ({"text": "<blink>x</blink>", "parse_mode": "HTML"}, 'Unsupported start tag "blink" at byte offset 0'),
        ({"text": "é<b>x</i>", "parse_mode": "HTML"}, "Unmatched end tag at byte offset 6"),
        ({"text": "a < b", "parse_mode": "HTML"}, "can't parse entities"),
        ({"text": "x", "parse_mode": "Nonsense"}, "unsupported parse_mode"),
        ({"text": "x", "reply_to_message_id": 999}, "message to be replied not found"),
        ({"text": "x", "chat_id": 5}, "chat not found"),
    ],
)
async def test_words_that_are_refused(gram: Bot, ana: int, call: dict, words: str) -> None:
    """Bad words are a bad request that says why."""
    with pytest.raises(gram_errors.TelegramBadRequest, match=words):
        await gram.send_message(**{"chat_id": ana, **call})


@pytest.mark.parametrize("text", ["x" * 4096, "🏛" * 2048, "<b>" + "x" * 4096 + "</b>"])
async def test_words_that_just_fit(gram: Bot, ana: int, text: str) -> None:
    """4096 UTF-16 units after parsing are allowed."""
    assert (await gram.send_message(ana, text, parse_mode="HTML")).text


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ([[{"text": "x", "callback_data": "é" * 33}]], "BUTTON_DATA_INVALID"),
        ([[{"text": "x", "callback_data": "a"}] * 9], "reply markup is too long"),
        ([[{"text": "x", "callback_data": "a"}]] * 101, "reply markup is too long"),
        ([[{"text": "x"}]], "Text buttons are unallowed"),
        ([[{"text": "x", "url": "http://localhost:8000/"}]], "Wrong HTTP URL"),
    ],
)
async def test_keyboards_that_are_refused(gram: Bot, ana: int, rows: list, words: str) -> None:
    """Keyboards have limits, in bytes and in buttons."""
    buttons = [[InlineKeyboardButton(**button) for button in row] for row in rows]
    with pytest.raises(gram_errors.TelegramBadRequest, match=words):
        await gram.send_message(ana, "x", reply_markup=InlineKeyboardMarkup(inline_keyboard=buttons))


async def test_edits_that_are_refused(gram: Bot, ana: int, hands: SandboxClient, picture: bytes) -> None:
    """An edit must change something that is there and the bot's own."""
    sent = await gram.send_message(ana, "same")
    photo = await gram.send_photo(ana, BufferedInputFile(picture, "p.jpg"))
    own = await hands.say("Ana", "mine")
    for message_id, text, words in [
        (sent.message_id, "same ", "message is not modified"),
        (999, "x", "message to edit not found"),
        (own["message_id"], "x", "message can't be edited"),
        (photo.message_id, "x", "no text in the message to edit"),
    ]:
        with pytest.raises(gram_errors.TelegramBadRequest, match=words):
            await gram.edit_message_text(text, chat_id=ana, message_id=message_id)
    with pytest.raises(gram_errors.TelegramBadRequest, match="message to delete not found"):
        await gram.delete_message(ana, 999)
    with pytest.raises(gram_errors.TelegramBadRequest, match="message to copy not found"):
        await gram.copy_message(ana, ana, 999)


async def test_files_that_are_refused(gram: Bot, ana: int, picture: bytes) -> None:
    """A photo must be one, captions are short, ids are known, albums are 2 to 10."""
    photo = BufferedInputFile(picture, "p.jpg")
    for call, words in [
        (gram.send_photo(ana, photo, caption="x" * 1025), "caption is too long"),
        (gram.send_photo(ana, BufferedInputFile(b"no picture", "p.jpg")), "IMAGE_PROCESS_FAILED"),
        (gram.send_photo(ana, BufferedInputFile(picture + bytes(10 * 1024 * 1024), "p.jpg")), "file is too big"),
        (gram.send_photo(ana, "AgACAgI-unknown"), "wrong file identifier"),
        (gram.get_file("AgACAgI-unknown"), "invalid file_id"),
        (gram.send_media_group(ana, []), "2-10"),
    ]:
        with pytest.raises(gram_errors.TelegramBadRequest, match=words):
            await call
    with pytest.raises(gram_errors.TelegramEntityTooLarge):
        await gram.send_document(ana, BufferedInputFile(bytes(51 * 1024 * 1024), "big.bin"))


async def test_an_unanswered_tap_grows_old(gram: Bot, ana: int, hands: SandboxClient, clock) -> None:
    """A tap can't be answered after its time, nor when nobody tapped."""
    button = InlineKeyboardButton(text="Go", callback_data="go")
    await gram.send_message(ana, "x", reply_markup=InlineKeyboardMarkup(inline_keyboard=[[button]]))
    id = (await hands.tap("Ana", "Go"))["callback_query_id"]
    clock.ahead = TAP_SECONDS + 1
    for query in (id, "123"):
        with pytest.raises(gram_errors.TelegramBadRequest, match="query is too old"):
            await gram.answer_callback_query(query)


async def test_a_stranger_and_a_person_who_left(gram: Bot, ptb: telegram.Bot, ana: int, hands: SandboxClient) -> None:
    """Nobody can be written to before they start the bot, nor after they block it."""
    with pytest.raises(ptb_errors.BadRequest, match="Chat not found"):
        await ptb.send_message(ana, "hello")
    await hands.block("Ana")
    with pytest.raises(gram_errors.TelegramForbiddenError, match="bot was blocked by the user"):
        await gram.send_message(ana, "hello")


async def test_ptb_names_the_same_refusals(ptb: telegram.Bot, sam: int, hands: SandboxClient) -> None:
    """The other library knows each refusal by its own name."""
    sent = await ptb.send_message(sam, "same")
    with pytest.raises(ptb_errors.BadRequest, match="Message is not modified"):
        await ptb.edit_message_text("same", sam, sent.message_id)
    with pytest.raises(ptb_errors.BadRequest, match="Message to edit not found"):
        await ptb.edit_message_text("x", sam, 999)
    with pytest.raises(ptb_errors.BadRequest, match="Query is too old"):
        await ptb.answer_callback_query("123")
    await hands.block("Sam", bot="staff")
    with pytest.raises(ptb_errors.Forbidden, match="bot was blocked"):
        await ptb.send_message(sam, "x")


async def test_a_wrong_token(url: str) -> None:
    """An unknown token is unauthorized."""
    session = AiohttpSession(api=TelegramAPIServer.from_base(url))
    async with Bot("123:wrong", session=session) as bot:
        with pytest.raises(gram_errors.TelegramUnauthorizedError):
            await bot.get_me()
    other = telegram.Bot("123:wrong", base_url=f"{url}/bot")
    with pytest.raises(ptb_errors.InvalidToken):
        await other.initialize()
    await other.shutdown()


async def test_two_pollers(gram: Bot, ptb: telegram.Bot) -> None:
    """A second poller ends the first one's poll."""
    first = asyncio.create_task(gram.get_updates(timeout=10))
    await asyncio.sleep(0.2)
    assert await gram.get_updates(timeout=0) == []
    with pytest.raises(gram_errors.TelegramConflictError, match="terminated by other getUpdates"):
        await first
    await ptb.set_webhook("http://127.0.0.1:9/hook")
    with pytest.raises(ptb_errors.Conflict, match="webhook is active"):
        await ptb.get_updates()


async def test_any_form_of_call(url: str, ana: int) -> None:
    """Queries, JSON, any case of a method's name and unknown methods are answered in Telegram's form."""
    base = f"{url}/bot1000000001:sandbox-residents-not-a-real-token"
    async with aiohttp.ClientSession() as web:
        async with web.get(f"{base}/SENDMESSAGE", params={"chat_id": ana, "text": "query"}) as answer:
            assert (await answer.json())["result"]["text"] == "query"
        keyboard = {"inline_keyboard": [[{"text": "a", "callback_data": "b"}]]}
        body = {"chat_id": ana, "text": "json", "reply_markup": keyboard}
        async with web.post(f"{base}/sendMessage", json=body) as answer:
            assert (await answer.json())["result"]["reply_markup"] == keyboard
        async with web.post(f"{base}/getMe", data=b"", headers={"Content-Type": "application/octet-stream"}) as answer:
            assert (await answer.json())["ok"] is True
        async with web.post(f"{base}/sendDice", data={"chat_id": ana}) as answer:
            assert answer.status == 400
            assert (await answer.json())["ok"] is False
        async with web.post(f"{base}/sendMessage", data=b"{", headers={"Content-Type": "application/json"}) as answer:
            assert (answer.status, (await answer.json())["error_code"]) == (400, 400)
