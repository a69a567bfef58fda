"""Both bots against the sandbox, over HTTP: sending, changing, fetching, and every refusal."""

import asyncio
import logging

import pytest
from aiohttp import web

from bot.channels.channel import Blocked, TryAgain, Undeliverable
from bot.channels.telegram_channel import TelegramChannel
from bot.conversation.message import Point
from bot.conversation.reply import Rendered
from bot.pacer import Pacer
from bot.post.outcome import Parked, of_error
from bot.sandbox.client import SandboxClient
from bot.sandbox.sim.attaching import sample
from tests.rim.conftest import CONNECT, TOKENS, serving

BUTTONS = [[("Send", "a:1:send"), ("Cancel", "a:1:cancel")]]
POTHOLE = sample("pothole")


@pytest.fixture
async def ana(people: SandboxClient, channel: TelegramChannel) -> str:
    """The address of a person who has pressed Start."""
    await people.start("Ana", bot=channel.name)
    return f"telegram:{(await people.person('Ana'))['id']}"


async def messages(people: SandboxClient, channel: TelegramChannel) -> list[dict[str, object]]:
    """What the bot has said to Ana, as her phone has it."""
    found = (await people.chat("Ana", bot=channel.name))["messages"]
    return [message for message in found if message["by_bot"]]


async def test_words_and_buttons(channel: TelegramChannel, people: SandboxClient, ana: str) -> None:
    """A message arrives with its buttons and is known by its number."""
    id = await channel.send(ana, Rendered(text="<b>Send</b> it?", buttons=BUTTONS), [])
    entry = await people.wait_for("Ana", "Send", bot=channel.name)
    assert (entry["text"], str(entry["message_id"])) == ("<b>Send</b> it?", id)
    assert [[button["text"] for button in row] for row in entry["buttons"]] == [["Send", "Cancel"]]


async def test_a_tap_is_answered_at_once(channel: TelegramChannel, people: SandboxClient, ana: str) -> None:
    """The button stops waiting although nobody has handled the message yet."""
    await channel.send(ana, Rendered(text="Send it?", buttons=BUTTONS), [])
    await people.tap("Ana", "Send", bot=channel.name)
    taken = [channel.take(raw) for raw in await channel.updates(0, 0)]
    assert taken[-1] is not None
    assert taken[-1].pressed is not None
    entries = await people.sent(wait=5, bot=channel.name)
    while "answerCallbackQuery" not in {entry["method"] for entry in entries}:
        entries = await people.sent(entries[-1]["seq"], wait=5, bot=channel.name)


async def test_a_long_text_comes_in_parts(channel: TelegramChannel, people: SandboxClient, ana: str) -> None:
    """Every part arrives in order, the last one has the buttons and the name."""
    id = await channel.send(ana, Rendered(text="One paragraph. \n\n" * 600, buttons=BUTTONS), [])
    entries = await people.sent(bot=channel.name, person="Ana")
    assert [bool(entry["buttons"]) for entry in entries] == [False, False, True]
    assert str(entries[-1]["message_id"]) == id


async def test_the_key_for_a_position(channel: TelegramChannel, people: SandboxClient, ana: str) -> None:
    """A keyboard offers to share the position."""
    await channel.send(ana, Rendered(text="Where?", point_button="Share my position"), [])
    assert (await people.sent(bot=channel.name))[-1]["keyboard"] == [["Share my position"]]


async def test_a_card_with_a_photo_can_be_changed(channel: TelegramChannel, people: SandboxClient, ana: str) -> None:
    """The words under a picture change, and so do the buttons."""
    id = await channel.send(ana, Rendered(text="Report 1", buttons=BUTTONS), [POTHOLE])
    assert id.startswith("c")
    await channel.change(ana, id, Rendered(text="Report 1: taken", buttons=[[("Done", "a:2:done")]]))
    entry = (await people.sent(bot=channel.name))[-1]
    assert (entry["method"], entry["text"], entry["content"]) == ("editMessageCaption", "Report 1: taken", "photo")
    assert entry["buttons"][0][0]["text"] == "Done"


async def test_place_album_and_words(channel: TelegramChannel, people: SandboxClient, ana: str) -> None:
    """A pin, pictures and words come one after the other."""
    rendered = Rendered(text="Three things", point=Point(lat=42.35, lon=-71.06), buttons=BUTTONS)
    id = await channel.send(ana, rendered, [POTHOLE, POTHOLE])
    found = await messages(people, channel)
    assert [next(iter({"location", "photo", "text"} & message.keys())) for message in found] == [
        "location",
        "photo",
        "photo",
        "text",
    ]
    assert str(found[-1]["message_id"]) == id


async def test_changing_and_settling(channel: TelegramChannel, people: SandboxClient, ana: str) -> None:
    """Words and buttons change in place; the buttons go, and going twice does no harm."""
    id = await channel.send(ana, Rendered(text="Send it?", buttons=BUTTONS), [])
    changed = Rendered(text="Really?", buttons=BUTTONS)
    await channel.change(ana, id, changed)
    await channel.change(ana, id, changed)
    await channel.settle(ana, id)
    await channel.settle(ana, id)
    await channel.settle(ana, "999")
    entries = await people.sent(bot=channel.name)
    assert [(entry["method"], entry["text"], bool(entry["buttons"])) for entry in entries] == [
        ("sendMessage", "Send it?", True),
        ("editMessageText", "Really?", True),
        ("editMessageReplyMarkup", "Really?", False),
    ]


@pytest.mark.parametrize("id", ["999", "c999", "", "x", "c"])
async def test_what_is_not_there_cannot_be_changed(channel: TelegramChannel, ana: str, id: str) -> None:
    """Whoever wants to change a message that is gone is told so."""
    with pytest.raises(Undeliverable):
        await channel.change(ana, id, Rendered(text="New words"))


async def test_what_does_not_fit_is_not_a_change(channel: TelegramChannel, ana: str) -> None:
    """A text too long for the old message has to be sent anew."""
    id = await channel.send(ana, Rendered(text="Report 1"), [POTHOLE])
    with pytest.raises(Undeliverable):
        await channel.change(ana, id, Rendered(text="x" * 1025))


async def test_a_photo_is_fetched(channel: TelegramChannel, people: SandboxClient, ana: str) -> None:
    """The bytes of a picture come back as they were sent."""
    await people.photo("Ana", POTHOLE, bot=channel.name)
    photos = [photo for raw in await channel.updates(0, 0) if (one := channel.take(raw)) for photo in one.photos]
    content = await channel.fetch(photos[0].file_id)
    assert content.startswith(b"\xff\xd8")
    assert len(content) > len(POTHOLE) // 2


async def test_a_photo_that_nobody_knows(channel: TelegramChannel, both: dict[str, TelegramChannel], ana: str) -> None:
    """A file id means nothing to another bot, or to anybody when it is made up."""
    with pytest.raises(Undeliverable):
        await channel.fetch("AgACAgIAAx-made-up")


async def test_a_block(channel: TelegramChannel, people: SandboxClient, ana: str) -> None:
    """Who blocks the city is told apart from all other refusals."""
    await people.block("Ana", bot=channel.name)
    with pytest.raises(Blocked):
        await channel.send(ana, Rendered(text="Hello"), [])


@pytest.mark.parametrize("address", ["telegram:1", "tel:+3312345678", "telegram:", "telegram:x"])
async def test_nobody_there(channel: TelegramChannel, address: str) -> None:
    """Somebody who never wrote, or is not on Telegram, can't be reached."""
    with pytest.raises(Undeliverable):
        await channel.send(address, Rendered(text="Hello"), [])


@pytest.mark.parametrize(
    ("rendered", "photos"),
    [
        (Rendered(text=" "), []),
        (Rendered(text="x", buttons=[[("Send", "x" * 65)]]), []),
        (Rendered(text="x"), [b"no picture"]),
    ],
)
async def test_what_telegram_never_takes(
    channel: TelegramChannel, ana: str, rendered: Rendered, photos: list[bytes]
) -> None:
    """A message that will be refused every time is refused for good."""
    with pytest.raises(Undeliverable):
        await channel.send(ana, rendered, photos)


async def test_a_plea_for_patience(channel: TelegramChannel, people: SandboxClient, ana: str) -> None:
    """A flood refusal says how long, and the chat is left in peace for so long."""
    await people.faults(bot=channel.name, flood={"times": 1, "retry_after": 30})
    with pytest.raises(TryAgain) as refusal:
        await channel.send(ana, Rendered(text="Hello"), [])
    assert refusal.value.after == 30
    with pytest.raises(TryAgain) as held:
        await channel.send(ana, Rendered(text="Hello"), [])
    assert held.value.after == pytest.approx(30, abs=2)
    assert await people.sent(bot=channel.name) == []


async def test_later_parts_wait_and_go_on(channel: TelegramChannel, people: SandboxClient, ana: str) -> None:
    """A refusal in the middle of a message does not repeat its beginning."""
    await people.faults(bot=channel.name, flood={"times": 1, "retry_after": 1, "containing": "Second"})
    await channel.send(ana, Rendered(text="First " * 650 + "\n\n" + "Second " * 100), [])
    entries = await people.sent(bot=channel.name)
    assert [entry["text"].split()[0] for entry in entries] == ["First", "Second"]


@pytest.mark.parametrize("status", [500, 502])
async def test_a_server_in_trouble(channel: TelegramChannel, people: SandboxClient, ana: str, status: int) -> None:
    """A server error may pass, and does not say when."""
    await people.faults(bot=channel.name, fail={"times": 1, "status": status})
    with pytest.raises(TryAgain) as refusal:
        await channel.send(ana, Rendered(text="Hello"), [])
    assert refusal.value.after is None
    await channel.send(ana, Rendered(text="Hello"), [])


async def test_a_line_that_breaks(channel: TelegramChannel, people: SandboxClient, ana: str) -> None:
    """When the answer is lost nobody knows; it is tried again."""
    await people.faults(bot=channel.name, cut={"times": 1})
    with pytest.raises(TryAgain):
        await channel.send(ana, Rendered(text="Hello"), [])


@pytest.mark.parametrize("name", ["residents", "staff"])
async def test_nobody_answers(name: str, caplog: pytest.LogCaptureFixture) -> None:
    """A server that is not there is worth another try, and its address with the token stays out of every word."""
    caplog.set_level(logging.DEBUG)
    async with CONNECT[name](TOKENS[name], "http://127.0.0.1:9", Pacer(1000, 0)) as channel:
        for call in (channel.send("telegram:1", Rendered(text="secret words"), []), channel.fetch("x")):
            with pytest.raises(TryAgain) as refusal:
                await call
            assert "not-a-real-token" not in f"{refusal.value!r} {refusal.value.__cause__!r}"
    assert "not-a-real-token" not in caplog.text
    assert "secret" not in caplog.text


@pytest.mark.parametrize("name", ["residents", "staff"])
async def test_a_wrong_token(name: str, sandbox: str) -> None:
    """A token that Telegram does not know is nobody's message's fault."""
    async with CONNECT[name]("1000000009:wrong-but-well-formed-token-aaaaaaaa", sandbox, Pacer(1000, 0)) as channel:
        with pytest.raises(TryAgain):
            await channel.send("telegram:1", Rendered(text="Hello"), [])
        with pytest.raises(TryAgain):
            await channel.username()


@pytest.mark.parametrize("name", ["residents", "staff"])
async def test_an_answer_that_nobody_can_read_is_not_asked_for_again(name: str) -> None:
    """What was done is done: an unreadable answer to it must not make the message go out once more."""

    async def odd(_request: web.Request) -> web.Response:
        return web.json_response({"ok": True, "result": {"message_id": "many"}})

    app = web.Application()
    app.add_routes([web.post("/bot{token}/sendMessage", odd)])
    async with serving(app) as url, CONNECT[name](TOKENS[name], url, Pacer(1000, 0)) as channel:
        with pytest.raises(Exception, match=r".") as refusal:
            await channel.send("telegram:1", Rendered(text="Hello"), [])
    assert isinstance(of_error(refusal.value, 1), Parked)


async def test_all_that_is_logged_at_work(
    channel: TelegramChannel, people: SandboxClient, ana: str, caplog: pytest.LogCaptureFixture
) -> None:
    """Even the most talkative log holds no token and no words."""
    caplog.set_level(logging.DEBUG)
    await people.photo("Ana", POTHOLE, bot=channel.name, caption="secret words")
    for raw in await channel.updates(0, 0):
        if (message := channel.take(raw)) and message.photos:
            await channel.fetch(message.photos[0].file_id)
    await channel.send(ana, Rendered(text="secret words"), [POTHOLE])
    assert "not-a-real-token" not in caplog.text.replace("%3A", ":")
    assert "secret" not in caplog.text


async def test_the_menu(channel: TelegramChannel, people: SandboxClient, ana: str) -> None:
    """Commands are shown in each language."""
    await channel.set_commands({None: [("help", "Help")], "fr": [("help", "Aide")]})
    assert (await people.chat("Ana", bot=channel.name))["commands"] == [{"command": "help", "description": "Help"}]
    await people.person("Ana", language="fr")
    assert (await people.chat("Ana", bot=channel.name))["commands"] == [{"command": "help", "description": "Aide"}]


async def test_who_the_bot_is(channel: TelegramChannel) -> None:
    """The bot knows its own name."""
    assert (await channel.username()).endswith("sandbox_bot")


async def test_the_chat_gap_holds_within_a_message(sandbox: str, people: SandboxClient) -> None:
    """With strict limits a message of several parts gets through without a refusal."""
    await people.start("Ana")
    await people.limits(enabled=True, per_chat=1, per_second=30)
    address = f"telegram:{(await people.person('Ana'))['id']}"
    async with CONNECT["residents"](TOKENS["residents"], sandbox, Pacer(27, 1.02)) as channel:
        begun = asyncio.get_running_loop().time()
        await channel.send(address, Rendered(text="x" * 5000, point=Point(lat=1, lon=1)), [POTHOLE])
        assert asyncio.get_running_loop().time() - begun > 3
    assert len(await people.sent(bot="residents")) == 4
