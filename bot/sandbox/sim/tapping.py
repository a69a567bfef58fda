"""Tapping buttons and voting in polls."""

from bot.sandbox.api.answering import TAP_SECONDS
from bot.sandbox.chat import ChatMessage
from bot.sandbox.formatted import Formatted
from bot.sandbox.sim.bodies import Tap, Vote
from bot.sandbox.sim.control_error import ControlError
from bot.sandbox.sim.phone import Phone
from bot.sandbox.wire import Json


def tap(phone: Phone, order: Tap) -> Json:
    """Tap a button, under a message or in place of the letters."""
    if (order.label is None) == (order.data is None):
        raise ControlError("name the button by its label or by its data, one of them")
    if phone.chat.blocked:
        raise ControlError(f"{phone.chat.person.name} has blocked {phone.account.bot.alias}: unblock first")
    found = _inline(phone, order)
    if found is None:
        return _in_place_of_letters(phone, order)
    message, button = found
    if "callback_data" not in button:
        raise ControlError(f'the button "{button["text"]}" sends nothing to the bot, it only opens something')
    _forget_old_taps(phone)
    id = phone.sandbox.tap(phone.account, phone.chat, message, button["callback_data"])
    return {"callback_query_id": id, "message_id": message.id}


def vote(phone: Phone, order: Vote) -> Json:
    """Choose options of a poll."""
    message = phone.message(order.message_id)
    poll = message.wire.get("poll")
    if poll is None:
        raise ControlError(f"message {order.message_id} is no poll")
    chosen = set(order.options)
    if not all(0 <= option < len(poll["options"]) for option in chosen):
        raise ControlError(f"the poll has options 0 to {len(poll['options']) - 1}")
    options = [{**option, "voter_count": int(at in chosen)} for at, option in enumerate(poll["options"])]
    poll = {**poll, "options": options, "total_voter_count": int(bool(chosen))}
    message.wire = {**message.wire, "poll": poll}
    phone.sandbox.show(phone.account, phone.chat, message)
    phone.sandbox.push(phone.account, "poll", poll)
    if not poll["is_anonymous"]:
        answer = {
            "poll_id": poll["id"],
            "user": phone.chat.person.user(),
            "option_ids": sorted(chosen),
            "option_persistent_ids": [str(option) for option in sorted(chosen)],
        }
        phone.sandbox.push(phone.account, "poll_answer", answer)
    return message.view()


def _inline(phone: Phone, order: Tap) -> tuple[ChatMessage, Json] | None:
    messages = [phone.message(order.message_id)] if order.message_id is not None else phone.chat.newest_first()
    for message in messages:
        for row in message.wire.get("reply_markup", {}).get("inline_keyboard", []):
            for button in row:
                if _meant(button, order):
                    return message, button
    return None


def _meant(button: Json, order: Tap) -> bool:
    if order.data is not None:
        return bool(button.get("callback_data") == order.data)
    return bool(button["text"] == order.label)


def _in_place_of_letters(phone: Phone, order: Tap) -> Json:
    rows = (phone.chat.keyboard or {}).get("keyboard", []) if order.message_id is None else []
    for row in rows:
        for button in row:
            if order.label == button["text"]:
                if button.get("request_location") or button.get("request_contact"):
                    raise ControlError(f'"{order.label}" asks for a place or a number: send it as such')
                return phone.send(Formatted(button["text"]).detected().fields()).view()
    raise ControlError(f'no button "{order.label or order.data}" in this chat; there are: {_all(phone)}')


def _all(phone: Phone) -> str:
    markups = [message.wire.get("reply_markup", {}).get("inline_keyboard", []) for message in phone.chat.newest_first()]
    markups.append((phone.chat.keyboard or {}).get("keyboard", []))
    names = [f'"{button["text"]}"' for rows in markups for row in rows for button in row]
    return ", ".join(names) or "none at all"


def _forget_old_taps(phone: Phone) -> None:
    oldest = phone.sandbox.clock() - 2 * TAP_SECONDS
    for id in [id for id, tap in phone.account.taps.items() if tap.at < oldest]:
        del phone.account.taps[id]
