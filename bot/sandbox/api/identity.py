"""Methods about the bot itself: who it is, which commands it knows, whom it talks to."""

from bot.sandbox.api.call import Call
from bot.sandbox.wire import Json


def get_me(call: Call) -> Json:
    """Who the token belongs to."""
    return {
        **call.account.bot.user(),
        "can_join_groups": False,
        "can_read_all_group_messages": False,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


def set_commands(call: Call) -> bool:
    """Fill the menu of commands."""
    call.account.menu.set(_scope(call), call.parameters.text("language_code"), call.parameters.objects("commands"))
    _menu_changed(call)
    return True


def get_commands(call: Call) -> list[Json]:
    """What stands in the menu of a scope."""
    return call.account.menu.get(_scope(call), call.parameters.text("language_code"))


def delete_commands(call: Call) -> bool:
    """Empty the menu of a scope."""
    call.account.menu.delete(_scope(call), call.parameters.text("language_code"))
    _menu_changed(call)
    return True


def get_chat(call: Call) -> Json:
    """What is known of a chat."""
    chat = call.known_chat()
    return {
        **chat.person.private_chat(),
        "accent_color_id": 0,
        "max_reaction_count": 11,
        "accepted_gift_types": _NO_GIFTS,
    }


def set_profile(call: Call) -> bool:
    """Keep a name or description of the bot."""
    for field in ("name", "description", "short_description"):
        if field in call.parameters:
            call.account.profile[field + call.parameters.text("language_code")] = call.parameters.text(field)
    return True


def get_profile(call: Call) -> Json:
    """A name or description of the bot."""
    names = {"getmyname": "name", "getmydescription": "description", "getmyshortdescription": "short_description"}
    field = names[call.method.lower()]
    profile = call.account.profile
    default = call.account.bot.title if field == "name" else ""
    return {field: profile.get(field + call.parameters.text("language_code")) or profile.get(field, default)}


def accept(call: Call) -> bool:
    """Take note of a setting that nothing in the sandbox depends on."""
    return call.method != ""


def _scope(call: Call) -> Json:
    scope = call.parameters.data("scope")
    return scope if isinstance(scope, dict) else {"type": "default"}


def _menu_changed(call: Call) -> None:
    call.sandbox.feed.publish({"kind": "commands", "bot": call.account.bot.alias})


_NO_GIFTS = {
    "unlimited_gifts": False,
    "limited_gifts": False,
    "unique_gifts": False,
    "premium_subscription": False,
    "gifts_from_channels": False,
}
