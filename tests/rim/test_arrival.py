"""Every kind of update means the same, whichever library reads it."""

import logging
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from typing import Any

import pytest

from bot.channels.telegram_channel import TelegramChannel
from bot.conversation.message import MAX_TEXT, Event, Message, Photo, Point, Pressed
from bot.pacer import Pacer
from tests.rim.conftest import CONNECT, TOKENS

Json = dict[str, Any]

ANA: Json = {"id": 5_000_000_001, "is_bot": False, "first_name": "Ana", "last_name": "Ruiz", "language_code": "es-419"}
BOT: Json = {"id": 1, "is_bot": True, "first_name": "Agora"}
CHAT: Json = {"id": ANA["id"], "type": "private", "first_name": "Ana"}
FILE: Json = {"file_id": "F", "file_unique_id": "U"}
SENT_AT = datetime(2026, 3, 2, 15, 0, tzinfo=UTC)


@pytest.fixture(params=["residents", "staff"])
async def channel(request: pytest.FixtureRequest) -> AsyncIterator[TelegramChannel]:
    """A channel that reaches nobody."""
    name = request.param
    async with CONNECT[name](TOKENS[name], "http://127.0.0.1:9", Pacer(1, 1)) as channel:
        yield channel


def said(**content: Any) -> Json:
    """An update in which Ana says something."""
    message = {"message_id": 7, "date": int(SENT_AT.timestamp()), "chat": CHAT, "from": ANA, **content}
    return {"update_id": 42, "message": message}


def photo(name: str, side: int) -> Json:
    """One size of a photo."""
    return {"file_id": name, "file_unique_id": name, "width": side, "height": side}


def read(channel: TelegramChannel, **content: Any) -> Message:
    """What Ana's message means."""
    message = channel.take(said(**content))
    assert message is not None
    return message


def test_words(channel: TelegramChannel) -> None:
    """A text comes with who, when and in what language."""
    assert read(channel, text="Hola") == Message(
        channel=channel.name,
        external_id="u42",
        urn="telegram:5000000001",
        name="Ana Ruiz",
        language="es",
        text="Hola",
        sent_at=SENT_AT,
    )


@pytest.mark.parametrize(("code", "language"), [("pt-br", "pt"), ("EN", "en"), ("fil", None), ("", None), (None, None)])
def test_language(channel: TelegramChannel, code: str | None, language: str | None) -> None:
    """Only two letters are a language; Filipino is not Finnish."""
    assert read(channel, text="x", **{"from": {**ANA, "language_code": code}}).language == language


def test_a_photo_in_its_largest_size(channel: TelegramChannel) -> None:
    """A picture is known by its largest size, its caption are the words."""
    message = read(channel, photo=[photo("big", 900), photo("small", 90)], caption="Look", media_group_id="A1")
    assert message.photos == [Photo(file_id="big", channel=channel.name)]
    assert (message.text, message.album, message.unsupported) == ("Look", "A1", None)


def test_a_picture_sent_as_a_file_is_a_photo(channel: TelegramChannel) -> None:
    """A document that is a picture counts as one; a drawing that is a program does not."""
    assert read(channel, document={**FILE, "mime_type": "image/png"}).photos[0].file_id == "F"
    assert read(channel, document={**FILE, "mime_type": "image/heic"}).photos[0].is_file
    assert read(channel, document={**FILE, "file_name": "IMG_1.JPG"}).photos[0].is_file
    assert read(channel, document={**FILE, "file_name": "program.exe"}).unsupported == "document"
    assert read(channel, document={**FILE, "mime_type": "image/svg+xml"}).unsupported == "document"
    assert read(channel, document={**FILE, "mime_type": "application/pdf"}).unsupported == "document"


def test_a_file_too_large_for_telegram_to_hand_out(channel: TelegramChannel) -> None:
    """It is no photo, and the message says why; its words count."""
    message = read(
        channel, document={**FILE, "mime_type": "image/jpeg", "file_size": 20 * 1024 * 1024 + 1}, caption="x"
    )
    assert (message.photos, message.unusable, message.unsupported, message.text) == ([], "too-big", None, "x")


def test_a_place(channel: TelegramChannel) -> None:
    """A pin and a venue both are a point."""
    place = {"latitude": 42.35, "longitude": -71.06}
    venue = {"location": place, "title": "City Hall", "address": "1 City Hall Square"}
    assert read(channel, location=place).point == Point(lat=42.35, lon=-71.06)
    assert read(channel, location=place, venue=venue).point == Point(lat=42.35, lon=-71.06)


def test_a_place_that_is_not_on_earth(channel: TelegramChannel) -> None:
    """A point beyond the poles, or nowhere at all, is no point."""
    for lat in (91.0, float("nan"), float("inf")):
        message = read(channel, location={"latitude": lat, "longitude": 0})
        assert (message.point, message.unsupported) == (None, "location")


@pytest.mark.parametrize(
    ("kind", "content"),
    [
        ("contact", {"contact": {"phone_number": "+1", "first_name": "Ana"}}),
        ("voice", {"voice": {**FILE, "duration": 1}}),
        ("video", {"video": {**FILE, "duration": 1, "width": 1, "height": 1}, "caption": "Look"}),
        ("video_note", {"video_note": {**FILE, "duration": 1, "length": 1}}),
        ("audio", {"audio": {**FILE, "duration": 1}}),
        (
            "sticker",
            {
                "sticker": {
                    **FILE,
                    "type": "regular",
                    "width": 1,
                    "height": 1,
                    "is_animated": False,
                    "is_video": False,
                }
            },
        ),
        (
            "animation",
            {
                "animation": {**FILE, "duration": 1, "width": 1, "height": 1},
                "document": {**FILE, "mime_type": "image/gif"},
            },
        ),
        ("dice", {"dice": {"emoji": "🎲", "value": 3}}),
        ("other", {"something_new": {"x": 1}}),
    ],
)
def test_what_the_city_cannot_read_is_named(channel: TelegramChannel, kind: str, content: Json) -> None:
    """Content without meaning for the city keeps its words and gets a name."""
    message = read(channel, **content)
    assert (message.unsupported, message.photos, message.text) == (kind, [], content.get("caption", ""))


def test_a_poll_is_named(channel: TelegramChannel) -> None:
    """Somebody's own poll is not the city's."""
    option = {"persistent_id": "0", "text": "a", "voter_count": 0}
    poll = {
        "id": "1", "question": "?", "options": [option, option], "total_voter_count": 0, "is_closed": False,
        "is_anonymous": True, "type": "regular", "allows_multiple_answers": False, "allows_revoting": True,
        "members_only": False,
    }  # fmt: skip
    assert read(channel, poll=poll).unsupported == "poll"


def test_an_answer_to_a_message(channel: TelegramChannel) -> None:
    """A reply names what it answers, by the id under which the courier knows it."""
    answered = {"message_id": 5, "date": 1, "chat": CHAT, "from": BOT, "text": "Where?"}
    assert read(channel, text="There", reply_to_message=answered).replies_to == "5"
    card = {**answered, "text": None, "photo": [photo("p", 9)], "caption": "Where?"}
    assert read(channel, text="There", reply_to_message=card).replies_to == "c5"


def test_an_edit_is_told_apart(channel: TelegramChannel) -> None:
    """Changed words are no new message; a live location that moves is nothing."""
    edited = said(text="Church St", edit_date=int(SENT_AT.timestamp()) + 1)["message"]
    message = channel.take({"update_id": 43, "edited_message": edited})
    assert message is not None
    assert (message.unsupported, message.text, message.replies_to) == ("edit", "Church St", "7")
    moved = said(location={"latitude": 1, "longitude": 1})["message"]
    assert channel.take({"update_id": 44, "edited_message": moved}) is None


def _tap(data: str | None, chat: Json | None = None) -> Json:
    under = {"message_id": 5, "date": 1, "chat": chat or CHAT, "from": BOT, "text": "Where?"}
    query = {"id": "9", "from": ANA, "chat_instance": "1", "message": under}
    return {"update_id": 42, "callback_query": query | ({"data": data} if data is not None else {})}


async def test_a_pressed_button(channel: TelegramChannel) -> None:
    """A button names its ask and its choice."""
    message = channel.take(_tap("a:17:not-fixed:2"))
    assert message is not None
    assert message.pressed == Pressed(ask=17, choice="not-fixed:2")
    assert (message.unsupported, message.external_id, message.urn) == (None, "u42", "telegram:5000000001")


@pytest.mark.parametrize("data", [None, "", "a:1", "a::x", "a:-1:x", "a:1:", "b:1:x", f"a:{10**20}:x", "a:1:x\n", "٣"])
async def test_a_button_of_nobodys(channel: TelegramChannel, data: str | None) -> None:
    """Data that the city never wrote is a button that it can't read."""
    message = channel.take(_tap(data))
    assert message is not None
    assert (message.pressed, message.unsupported) == (None, "button")


async def test_a_button_under_a_message_of_long_ago(channel: TelegramChannel) -> None:
    """A message that Telegram no longer shows to bots still has its buttons."""
    update = _tap("a:1:x")
    update["callback_query"]["message"] = {"message_id": 5, "date": 0, "chat": CHAT}
    message = channel.take(update)
    assert message is not None
    assert message.pressed == Pressed(ask=1, choice="x")
    assert message.sent_at.tzinfo is UTC


@pytest.mark.parametrize(("status", "event"), [("kicked", Event.BLOCKED), ("member", Event.UNBLOCKED)])
def test_a_block_and_its_end(channel: TelegramChannel, status: str, event: Event) -> None:
    """Whoever blocks the city or comes back is noticed."""
    change = {
        "chat": CHAT, "from": ANA, "date": 1,
        "old_chat_member": {"user": BOT, "status": "left"},
        "new_chat_member": {"user": BOT, "status": status} | ({"until_date": 0} if status == "kicked" else {}),
    }  # fmt: skip
    message = channel.take({"update_id": 42, "my_chat_member": change})
    assert message is not None
    assert (message.event, message.text) == (event, "")


GROUP: Json = {"id": -100, "type": "supergroup", "title": "Neighbours"}


async def test_groups_are_none_of_our_business(channel: TelegramChannel, caplog: pytest.LogCaptureFixture) -> None:
    """What is said outside of private chats is passed over, with a line in the log."""
    caplog.set_level(logging.INFO)
    membership = {"user": BOT, "status": "member"}
    change = {"chat": GROUP, "from": ANA, "date": 1, "old_chat_member": membership, "new_chat_member": membership}
    post = {"message_id": 7, "date": 1, "chat": {"id": -1, "type": "channel", "title": "News"}, "text": "News"}
    for update in (
        said(text="hello", chat=GROUP),
        _tap("a:1:x", chat=GROUP),
        {"update_id": 42, "my_chat_member": change},
        {"update_id": 42, "channel_post": post},
    ):
        assert channel.take(update) is None
    assert caplog.text.count("update 42") == 4


def test_what_telegram_itself_reports_is_not_said(channel: TelegramChannel) -> None:
    """A pinned message is no message, and neither is what a bot says."""
    pinned = {"message_id": 5, "date": 1, "chat": CHAT, "from": BOT, "text": "Where?"}
    assert channel.take(said(pinned_message=pinned)) is None
    assert channel.take(said(text="hi", **{"from": BOT})) is None


def test_texts_are_cut_and_clean(channel: TelegramChannel) -> None:
    """What no database can keep is left out, and a text has an end."""
    message = read(channel, text="a\x00b\ud800" + "x" * MAX_TEXT, **{"from": {**ANA, "first_name": "A\x00" * 200}})
    assert message.text.startswith("ab?x")
    assert len(message.text) == MAX_TEXT
    assert (len(message.name), "\x00" in message.name) == (100, False)
    message.model_dump_json().encode()


@pytest.mark.parametrize(
    "raw",
    [
        None,
        [],
        "update",
        7,
        {},
        {"update_id": "x"},
        {"update_id": 42},
        {"update_id": 42, "message": 1},
        {"update_id": 42, "message": {}},
        {"update_id": 42, "message": {"message_id": 1, "date": 10**30, "chat": CHAT, "from": ANA, "text": "secret"}},
        {"update_id": 42, "message": {"message_id": 1, "date": 1, "chat": CHAT, "from": {"id": []}, "text": "secret"}},
        {"update_id": 42, "message": {"message_id": 1, "date": 1, "chat": CHAT, "from": ANA, "photo": "secret"}},
        {"update_id": 42, "message": {"message_id": 1, "date": 1, "chat": CHAT, "from": ANA, "text": {"secret": 1}}},
        {"update_id": 42, "callback_query": {"id": 1}},
        {"update_id": 42, "my_chat_member": {"chat": CHAT}},
    ],
)
def test_hostile_updates_are_passed_over(
    channel: TelegramChannel, raw: object, caplog: pytest.LogCaptureFixture
) -> None:
    """No update brings intake down, and none gets its words into the log."""
    caplog.set_level(logging.DEBUG)
    assert channel.take(raw) is None
    assert "secret" not in caplog.text
