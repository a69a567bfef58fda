"""Which method does what."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, TypeAlias

from bot.sandbox.api import answering, editing, identity, media, receiving, sending
from bot.sandbox.api.call import Call

Method: TypeAlias = Callable[[Call], Any]

METHODS: Mapping[str, Method] = MappingProxyType(
    {
        "getMe": identity.get_me,
        "setMyCommands": identity.set_commands,
        "getMyCommands": identity.get_commands,
        "deleteMyCommands": identity.delete_commands,
        "getChat": identity.get_chat,
        "setMyName": identity.set_profile,
        "getMyName": identity.get_profile,
        "setMyDescription": identity.set_profile,
        "getMyDescription": identity.get_profile,
        "setMyShortDescription": identity.set_profile,
        "getMyShortDescription": identity.get_profile,
        "setChatMenuButton": identity.accept,
        "setWebhook": receiving.set_webhook,
        "deleteWebhook": receiving.delete_webhook,
        "getWebhookInfo": receiving.get_webhook_info,
        "sendMessage": sending.send_message,
        "sendLocation": sending.send_location,
        "sendChatAction": sending.send_chat_action,
        "forwardMessage": sending.forward_message,
        "copyMessage": sending.copy_message,
        "copyMessages": sending.copy_messages,
        "sendPhoto": media.send_photo,
        "sendDocument": media.send_document,
        "sendMediaGroup": media.send_media_group,
        "getFile": media.get_file,
        "editMessageText": editing.edit_text,
        "editMessageCaption": editing.edit_caption,
        "editMessageReplyMarkup": editing.edit_markup,
        "deleteMessage": editing.delete_message,
        "deleteMessages": editing.delete_messages,
        "answerCallbackQuery": answering.answer_callback_query,
        "setMessageReaction": answering.set_message_reaction,
        "sendPoll": answering.send_poll,
    }
)
"""Every method but getUpdates, which alone has to wait."""

PACED = frozenset({
    "sendMessage", "sendPhoto", "sendDocument", "sendLocation", "sendMediaGroup", "sendPoll",
    "forwardMessage", "copyMessage", "copyMessages",
})  # fmt: skip
"""Methods that count against the flood limits."""


def known(method: str) -> str | None:
    """The method's proper name; bots may write it in any case."""
    return next((name for name in METHODS if name.lower() == method.lower()), None)
