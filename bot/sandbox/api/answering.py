"""Methods that answer a tap, react to a message, or put a poll."""

from typing import Any

from bot.sandbox.api.call import Call
from bot.sandbox.api_error import bad_request
from bot.sandbox.formatted import units
from bot.sandbox.wire import Json

TAP_SECONDS = 60
"""How long a tap waits for its answer."""

_TOO_OLD = "query is too old and response timeout expired or query ID is invalid"


def answer_callback_query(call: Call) -> bool:
    """Take the waiting sign off a button, with a word of answer if the bot likes."""
    text = call.parameters.text("text")
    if units(text) > 200:
        raise bad_request("MESSAGE_TOO_LONG")
    tap = call.account.taps.pop(call.parameters.text("callback_query_id"), None)
    if tap is None or call.sandbox.clock() - tap.at > TAP_SECONDS:
        raise bad_request(_TOO_OLD)
    chat = call.account.chat(tap.person)
    call.sandbox.tell(call.account, chat, "answer", text=text, alert=call.parameters.flag("show_alert"))
    call.sandbox.note(call.account, chat, call.method, None, text)
    return True


def set_message_reaction(call: Call) -> bool:
    """Put an emoji on a message, or take it away."""
    chat = call.chat()
    message = chat.messages.get(call.parameters.integer("message_id"))
    if message is None:
        raise bad_request("message to react not found")
    reactions = call.parameters.objects("reaction")
    if len(reactions) > 1 or any(reaction.get("type") != "emoji" for reaction in reactions):
        raise bad_request("REACTION_INVALID")
    message.reactions.pop("bot", None)
    if reactions:
        message.reactions["bot"] = str(reactions[0].get("emoji", ""))
    call.sandbox.show(call.account, chat, message)
    call.sandbox.note(call.account, chat, call.method, message, message.reactions.get("bot", ""))
    return True


def send_poll(call: Call) -> Json:
    """Put a poll of Telegram's own kind."""
    chat = call.chat()
    question = call.parameters.text("question")
    options = _options(call.parameters.data("options"))
    if not 1 <= units(question) <= 300:
        raise bad_request("poll question must be non-empty and at most 300 characters long")
    number = call.account.last_message_id + 1
    poll: Json = {
        "id": str(call.account.bot.id * 10**6 + number),
        "question": question,
        "options": [{"persistent_id": str(at), "text": text, "voter_count": 0} for at, text in enumerate(options)],
        "total_voter_count": 0,
        "is_closed": call.parameters.flag("is_closed"),
        "is_anonymous": call.parameters.flag("is_anonymous") or "is_anonymous" not in call.parameters,
        "type": call.parameters.text("type") or "regular",
        "allows_multiple_answers": call.parameters.flag("allows_multiple_answers"),
        "allows_revoting": not call.parameters.flag("disallow_revoting"),
        "members_only": False,
    }
    message = call.send(chat, {"poll": poll})
    call.account.polls[poll["id"]] = (chat.person.id, message.id)
    return message.wire


def _options(given: Any) -> list[str]:
    if not isinstance(given, list):
        raise bad_request("can't parse options JSON object")
    texts = [str(option.get("text", "")) if isinstance(option, dict) else str(option) for option in given]
    if len(texts) < 2:
        raise bad_request("poll must have at least 2 option")
    if len(texts) > 12:
        raise bad_request("poll can't have more than 12 options")
    if not all(1 <= units(text) <= 100 for text in texts):
        raise bad_request("poll options length must not exceed 100 and must be non-empty")
    return texts
