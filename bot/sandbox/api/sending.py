"""Methods that say something."""

from typing import Any

from bot.sandbox.api.call import Call
from bot.sandbox.api_error import bad_request
from bot.sandbox.chat import ChatMessage
from bot.sandbox.wire import Json

ACTIONS = frozenset({
    "typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice", "upload_document",
    "choose_sticker", "find_location", "record_video_note", "upload_video_note",
})  # fmt: skip


def send_message(call: Call) -> Json:
    """Say something in words."""
    chat = call.chat()
    return call.send(chat, call.formatted().fields()).wire


def send_location(call: Call) -> Json:
    """Show a place on the map."""
    chat = call.chat()
    lat, lon = call.parameters.number("latitude"), call.parameters.number("longitude")
    if lat is None or lon is None or abs(lat) > 90 or abs(lon) > 180:
        raise bad_request("invalid location specified")
    location: Json = {"latitude": lat, "longitude": lon}
    accuracy = call.parameters.number("horizontal_accuracy")
    if accuracy is not None:
        if not 0 <= accuracy <= 1500:
            raise bad_request("invalid horizontal accuracy specified")
        location["horizontal_accuracy"] = accuracy
    return call.send(chat, {"location": location}).wire


def send_chat_action(call: Call) -> bool:
    """Let the person see that the bot is at it."""
    chat = call.chat()
    action = call.parameters.text("action")
    if action not in ACTIONS:
        raise bad_request("wrong parameter action in request")
    call.sandbox.tell(call.account, chat, "action", action=action)
    return True


def forward_message(call: Call) -> Json:
    """Pass a message on with its author's name."""
    chat, message = call.chat(), _original(call, "forward")
    origin = {"type": "user", "sender_user": message.wire["from"], "date": message.wire["date"]}
    return call.send(chat, {**_content(message), "forward_origin": origin}).wire


def copy_message(call: Call) -> Json:
    """Say the same again, as the bot's own words."""
    chat, message = call.chat(), _original(call, "copy")
    content = _content(message)
    if "caption" in call.parameters and message.content != "text":
        content.pop("caption", None)
        content.pop("caption_entities", None)
        content |= call.formatted("caption").fields("caption")
    return {"message_id": call.send(chat, content).id}


def copy_messages(call: Call) -> list[Json]:
    """Say several messages again; those that are gone are left out."""
    chat, source = call.chat(), call.known_chat("from_chat_id")
    ids = message_ids(call)
    found = [source.messages[id] for id in ids if id in source.messages]
    if not found:
        raise bad_request("there are no messages to copy")
    return [{"message_id": call.send(chat, _content(message)).id} for message in found]


def message_ids(call: Call) -> list[int]:
    """Name the messages that are meant, at most a hundred."""
    ids: Any = call.parameters.data("message_ids")
    if not isinstance(ids, list) or not ids:
        raise bad_request("message identifiers are not specified")
    if len(ids) > 100:
        raise bad_request("too many message identifiers specified")
    return [int(id) for id in ids]


def _original(call: Call, verb: str) -> ChatMessage:
    message = call.known_chat("from_chat_id").messages.get(call.parameters.integer("message_id"))
    if message is None:
        raise bad_request(f"message to {verb} not found")
    return message


def _content(message: ChatMessage) -> Json:
    own = {"message_id", "from", "chat", "date", "edit_date", "reply_markup", "reply_to_message", "media_group_id"}
    return {key: value for key, value in message.wire.items() if key not in own}
