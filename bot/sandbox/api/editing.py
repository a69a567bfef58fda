"""Methods that change what was said."""

from collections.abc import Sequence

from bot.sandbox.api.call import Call
from bot.sandbox.api.sending import message_ids
from bot.sandbox.api_error import bad_request
from bot.sandbox.chat import Chat, ChatMessage
from bot.sandbox.wire import Json

_UNCHANGED = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)


def edit_text(call: Call) -> Json:
    """Put other words in place of a message's words."""
    chat, message = _target(call)
    words = call.formatted().fields()
    if "text" not in message.wire:
        raise bad_request("there is no text in the message to edit")
    return _change(call, chat, message, ("text", "entities"), words)


def edit_caption(call: Call) -> Json:
    """Put other words under a picture or file."""
    chat, message = _target(call)
    words = call.formatted("caption").fields("caption")
    if "photo" not in message.wire and "document" not in message.wire:
        raise bad_request("there is no caption in the message to edit")
    return _change(call, chat, message, ("caption", "caption_entities"), words)


def edit_markup(call: Call) -> Json:
    """Change only the buttons under a message."""
    chat, message = _target(call)
    return _change(call, chat, message, (), {})


def delete_message(call: Call) -> bool:
    """Take a message back, one's own or the person's."""
    chat = call.known_chat()
    message = chat.messages.get(call.parameters.integer("message_id"))
    if message is None:
        raise bad_request("message to delete not found")
    if call.sandbox.clock() - message.wire["date"] > 48 * 3600:
        raise bad_request("message can't be deleted")
    _delete(call, chat, [message])
    return True


def delete_messages(call: Call) -> bool:
    """Take several messages back; those that are gone are passed over."""
    chat = call.known_chat()
    _delete(call, chat, [chat.messages[id] for id in message_ids(call) if id in chat.messages])
    return True


def _target(call: Call) -> tuple[Chat, ChatMessage]:
    chat = call.chat()
    message = chat.messages.get(call.parameters.integer("message_id"))
    if message is None:
        raise bad_request("message to edit not found")
    if not message.by_bot:
        raise bad_request("message can't be edited")
    return chat, message


def _change(call: Call, chat: Chat, message: ChatMessage, old: Sequence[str], new: Json) -> Json:
    keys = call.markup()
    if keys and "inline_keyboard" not in keys:
        raise bad_request("inline keyboard expected")
    # A call without a keyboard takes the old one away, as the real service does.
    kept = {name: value for name, value in message.wire.items() if name not in {*old, "reply_markup", "edit_date"}}
    changed = {**kept, **new, **({"reply_markup": keys} if keys else {})}
    if changed == {name: value for name, value in message.wire.items() if name != "edit_date"}:
        raise bad_request(_UNCHANGED)
    message.wire = {**changed, "edit_date": int(call.sandbox.clock())}
    call.sandbox.show(call.account, chat, message)
    call.sandbox.note(call.account, chat, call.method, message)
    return message.wire


def _delete(call: Call, chat: Chat, messages: Sequence[ChatMessage]) -> None:
    for message in messages:
        del chat.messages[message.id]
        call.sandbox.tell(call.account, chat, "deleted", message_id=message.id)
        call.sandbox.note(call.account, chat, call.method, message)
