"""aiogram, over real HTTP, against the sandbox."""

import asyncio
import time

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import (
    BotCommand,
    BotCommandScopeChat,
    BufferedInputFile,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaPhoto,
    KeyboardButton,
    ReactionTypeEmoji,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
)

from bot.sandbox.client import SandboxClient


def keys(*data: str) -> InlineKeyboardMarkup:
    """One row of buttons, each labelled as its data in capitals."""
    row = [InlineKeyboardButton(text=one.upper(), callback_data=one) for one in data]
    return InlineKeyboardMarkup(inline_keyboard=[row])


async def test_me(gram: Bot) -> None:
    """The bot learns who it is."""
    me = await gram.get_me()
    assert (me.id, me.is_bot, me.username) == (1000000001, True, "agora_sandbox_bot")


async def test_a_poll_is_held_until_something_happens(gram: Bot, hands: SandboxClient) -> None:
    """A long poll answers when somebody speaks, not before and not much later."""
    began = time.monotonic()
    poll = asyncio.create_task(gram.get_updates(timeout=20))
    await asyncio.sleep(0.3)
    assert not poll.done()
    await hands.say("Ana Lima", "hello", language="fr")
    [update] = await poll
    assert time.monotonic() - began < 5
    author = update.message.from_user
    assert (update.message.text, author.first_name, author.last_name, author.language_code) == (
        "hello",
        "Ana",
        "Lima",
        "fr",
    )


async def test_a_poll_ends_empty_when_its_time_is_over(gram: Bot) -> None:
    """A long poll with nothing to say answers with nothing, after its time."""
    began = time.monotonic()
    assert await gram.get_updates(timeout=1) == []
    assert time.monotonic() - began >= 0.95


async def test_what_is_not_confirmed_comes_again(gram: Bot, hands: SandboxClient) -> None:
    """Updates stay until a higher offset is asked for."""
    await hands.say("Ana", "one")
    await hands.say("Ana", "two")
    first = await gram.get_updates()
    assert [update.message.text for update in await gram.get_updates()] == ["one", "two"]
    assert [update.message.text for update in await gram.get_updates(offset=first[0].update_id + 1)] == ["two"]
    assert await gram.get_updates(offset=first[1].update_id + 1) == []


async def test_updates_expire_after_a_day(gram: Bot, hands: SandboxClient, clock) -> None:
    """What nobody fetched for 24 hours is gone."""
    await hands.say("Ana", "old")
    clock.ahead = 24 * 3600 + 1
    assert await gram.get_updates() == []


async def test_allowed_updates_are_remembered(gram: Bot, ana: int, hands: SandboxClient) -> None:
    """Reactions come only once the bot asks for them, and go on coming without asking again."""
    sent = await gram.send_message(ana, "fixed")
    await hands.react("Ana", sent.message_id)
    assert await gram.get_updates(allowed_updates=["message", "message_reaction"]) == []
    await hands.react("Ana", sent.message_id, "🎉")
    [update] = await gram.get_updates()
    assert [one.emoji for one in update.message_reaction.new_reaction] == ["🎉"]
    assert [one.emoji for one in update.message_reaction.old_reaction] == ["👍"]


async def test_html_becomes_entities(gram: Bot, ana: int) -> None:
    """Markup is taken out of the text, and offsets count UTF-16 units."""
    text = '  <b>Hi</b> 🏛 <a href="https://example.org/">city <i>hall</i></a> &amp; <code>x</code> /vote\n'
    sent = await gram.send_message(ana, text, parse_mode="HTML")
    assert sent.text == "Hi 🏛 city hall & x /vote"
    assert [(one.type, one.extract_from(sent.text)) for one in sent.entities] == [
        ("bold", "Hi"),
        ("text_link", "city hall"),
        ("italic", "hall"),
        ("code", "x"),
        ("bot_command", "/vote"),
    ]


async def test_a_conversation_with_buttons(gram: Bot, ana: int, hands: SandboxClient) -> None:
    """A tap reaches the bot, is answered, and the message changes in place."""
    sent = await gram.send_message(ana, "Fixed?", reply_markup=keys("yes", "no"))
    await hands.tap("Ana", "YES")
    [update] = await gram.get_updates()
    query = update.callback_query
    assert (query.data, query.message.message_id, query.from_user.id) == ("yes", sent.message_id, ana)
    assert await gram.answer_callback_query(query.id, "Thank you")
    changed = await gram.edit_message_text("Glad to hear.", chat_id=ana, message_id=sent.message_id)
    assert (changed.text, changed.reply_markup) == ("Glad to hear.", None)
    assert changed.edit_date is not None
    assert [entry["text"] for entry in await hands.sent(person="Ana")] == ["Fixed?", "Thank you", "Glad to hear."]
    with pytest.raises(TelegramBadRequest, match="query is too old"):
        await gram.answer_callback_query(query.id)


async def test_a_photo_goes_up_and_comes_down(gram: Bot, ana: int, picture: bytes) -> None:
    """An uploaded photo can be downloaded, and sent again by its id."""
    sent = await gram.send_photo(
        ana, BufferedInputFile(picture, "pothole.jpg"), caption="<b>Here</b>", parse_mode="HTML"
    )
    assert (sent.caption, sent.photo[-1].width, sent.photo[-1].height) == ("Here", 960, 720)
    assert sent.photo[0].width == 320
    file = await gram.get_file(sent.photo[-1].file_id)
    assert (await gram.download_file(file.file_path)).read() == picture
    again = await gram.send_photo(ana, sent.photo[-1].file_id)
    assert again.photo[-1].file_id == sent.photo[-1].file_id


async def test_a_photo_loses_what_the_camera_noted(gram: Bot, ana: int, hands: SandboxClient, picture: bytes) -> None:
    """EXIF is stripped from photos and kept in documents."""
    noted = picture[:2] + b"\xff\xe1\x00\x10Exif\x00\x00GPS-here" + picture[2:]
    await hands.photo("Ana", noted)
    await hands.document("Ana", noted, "photo.jpg", mime="image/jpeg")
    photo, document = await gram.get_updates()
    assert b"GPS-here" not in (await gram.download(photo.message.photo[-1].file_id)).read()
    assert b"GPS-here" in (await gram.download(document.message.document.file_id)).read()


async def test_an_album_goes_out_and_comes_in(gram: Bot, ana: int, hands: SandboxClient, picture: bytes) -> None:
    """An album is several messages of one group, both ways."""
    media = [InputMediaPhoto(media=BufferedInputFile(picture, "a.jpg"), caption="two"), InputMediaPhoto(media=BufferedInputFile(picture, "b.jpg"))]  # fmt: skip  # noqa: E501
    sent = await gram.send_media_group(ana, media)
    assert len({message.media_group_id for message in sent}) == 1
    assert [message.caption for message in sent] == ["two", None]
    await hands.album("Ana", [picture, "graffiti", "streetlight"], caption="three")
    updates = await gram.get_updates()
    assert len(updates) == 3
    assert len({update.message.media_group_id for update in updates}) == 1
    assert sum(update.message.caption is not None for update in updates) == 1


async def test_places_polls_and_reply_keyboards(gram: Bot, ana: int, hands: SandboxClient) -> None:
    """Places, Telegram's polls and keyboards in place of the letters work both ways."""
    place = await gram.send_location(ana, 48.85, 2.35, horizontal_accuracy=12)
    assert place.location.horizontal_accuracy == 12
    ask = KeyboardButton(text="Share my place", request_location=True)
    board = ReplyKeyboardMarkup(keyboard=[[ask], [KeyboardButton(text="Skip")]])
    await gram.send_message(ana, "Where?", reply_markup=board)
    await hands.location("Ana", 1.5, 2.5, accuracy=30)
    await hands.tap("Ana", "Skip")
    await gram.send_message(ana, "Thanks", reply_markup=ReplyKeyboardRemove())
    assert (await hands.chat("Ana"))["keyboard"] is None
    poll = await gram.send_poll(ana, "Trees?", ["Yes", "No"], is_anonymous=False)
    await hands.vote("Ana", poll.message_id, [0])
    updates = await gram.get_updates()
    assert updates[0].message.location.latitude == 1.5
    assert updates[1].message.text == "Skip"
    assert updates[2].poll.total_voter_count == 1
    assert updates[3].poll_answer.option_ids == [0]


async def test_copies_and_forwards(gram: Bot, ana: int, hands: SandboxClient) -> None:
    """A copy is the bot's own, a forward says who spoke first."""
    said = await hands.say("Ana", "the bench is broken")
    copy = await gram.copy_message(ana, ana, said["message_id"])
    forward = await gram.forward_message(ana, ana, said["message_id"])
    copies = await gram.copy_messages(ana, ana, [said["message_id"], 999])
    assert (forward.text, forward.forward_origin.sender_user.first_name) == ("the bench is broken", "Ana")
    assert len({said["message_id"], copy.message_id, forward.message_id, copies[0].message_id}) == 4


async def test_deleting_and_reacting(gram: Bot, ana: int, hands: SandboxClient) -> None:
    """What is deleted is gone, and a bot's reaction shows."""
    sent = [await gram.send_message(ana, word) for word in ("a", "b", "c")]
    assert await gram.delete_message(ana, sent[0].message_id)
    assert await gram.delete_messages(ana, [sent[0].message_id, sent[1].message_id])
    assert await gram.set_message_reaction(ana, sent[2].message_id, [ReactionTypeEmoji(emoji="👍")])
    chat = await hands.chat("Ana")
    assert [message["text"] for message in chat["messages"]] == ["/start", "c"]
    assert chat["messages"][1]["reactions"] == {"bot": "👍"}


async def test_people_edit_reply_and_leave(gram: Bot, ana: int, hands: SandboxClient) -> None:
    """Edits, answers, contacts, stickers, voice notes and a block arrive as what they are."""
    sent = await gram.send_message(ana, "Where?")
    said = await hands.say("Ana", "Mill Street", reply_to=sent.message_id)
    await hands.edit("Ana", said["message_id"], "Mill Street 4")
    await hands.contact("Ana", "+15550100")
    await hands.sticker("Ana")
    await hands.voice("Ana")
    await hands.block("Ana")
    await hands.unblock("Ana")
    updates = await gram.get_updates()
    assert updates[0].message.reply_to_message.text == "Where?"
    assert updates[1].edited_message.text == "Mill Street 4"
    assert updates[2].message.contact.user_id == ana
    assert updates[3].message.sticker.emoji
    assert updates[4].message.voice.duration == 3
    assert (updates[5].my_chat_member.old_chat_member.status, updates[5].my_chat_member.new_chat_member.status) == (
        "member",
        "kicked",
    )
    assert updates[6].my_chat_member.new_chat_member.status == "member"


async def test_the_menu_speaks_the_persons_language(gram: Bot, ana: int, hands: SandboxClient) -> None:
    """Commands are found by scope first, then by language."""
    await gram.set_my_commands([BotCommand(command="vote", description="Vote")])
    await gram.set_my_commands([BotCommand(command="vote", description="Voter")], language_code="fr")
    assert (await hands.chat("Ana"))["commands"][0]["description"] == "Vote"
    await hands.person("Ana", language="fr")
    assert (await hands.chat("Ana"))["commands"][0]["description"] == "Voter"
    own = BotCommandScopeChat(chat_id=ana)
    await gram.set_my_commands([BotCommand(command="mine", description="Mine")], scope=own)
    assert (await hands.chat("Ana"))["commands"][0]["command"] == "mine"
    assert (await gram.get_my_commands(scope=own))[0].command == "mine"
    await gram.delete_my_commands(scope=own)
    assert (await gram.get_my_commands(language_code="fr"))[0].description == "Voter"
