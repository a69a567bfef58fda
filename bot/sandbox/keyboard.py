"""Keyboards: the buttons under a message and those in place of the letters."""

from typing import Any
from urllib.parse import urlsplit

from bot.sandbox.api_error import bad_request
from bot.sandbox.wire import Json

MAX_BUTTONS = 100
MAX_IN_ROW = 8
MAX_DATA_BYTES = 64

_ACTIONS = (
    "callback_data",
    "url",
    "web_app",
    "login_url",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat",
    "copy_text",
    "callback_game",
    "pay",
)


def check(markup: Any) -> Json | None:
    """The `reply_markup` of a call, or a refusal in Telegram's words."""
    if markup is None:
        return None
    if not isinstance(markup, dict):
        raise bad_request("object expected as reply markup")
    if "inline_keyboard" in markup:
        return _inline(_rows(markup, "inline_keyboard", "InlineKeyboard"))
    if "keyboard" in markup:
        _reply(_rows(markup, "keyboard", "keyboard"))
    return markup or None


def buttons(markup: Json | None) -> list[list[Json]]:
    """The rows of an inline keyboard, each button by its text and what it does."""
    rows = (markup or {}).get("inline_keyboard", [])
    return [
        [{key: button[key] for key in ("text", "callback_data", "url") if key in button} for button in row]
        for row in rows
    ]


def labels(markup: Json | None) -> list[list[str]]:
    """The rows of a reply keyboard, by their labels."""
    return [[button["text"] for button in row] for row in (markup or {}).get("keyboard", [])]


def _rows(markup: Json, field: str, name: str) -> list[list[Json]]:
    rows = markup[field]
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise bad_request(f'field "{field}" of the {name} must be an Array of Arrays')
    rows = [[{"text": button} if isinstance(button, str) else button for button in row] for row in rows if row]
    markup[field] = rows
    if sum(len(row) for row in rows) > MAX_BUTTONS:
        raise bad_request("reply markup is too long")
    if any(len(row) > MAX_IN_ROW for row in rows):
        raise bad_request(f"reply markup is too long: more than {MAX_IN_ROW} buttons in a row")
    return rows


def _inline(rows: list[list[Json]]) -> Json | None:
    for row in rows:
        for button in row:
            _button(button)
    return {"inline_keyboard": rows} if rows else None


def _button(button: Json) -> None:
    trouble = "can't parse inline keyboard button: "
    if not isinstance(button, dict) or not isinstance(button.get("text"), str) or not button["text"].strip():
        raise bad_request(trouble + 'Field "text" must be a non-empty String')
    actions = [name for name in _ACTIONS if button.get(name) is not None]
    if not actions:
        raise bad_request(trouble + "Text buttons are unallowed in the inline keyboard")
    if len(actions) > 1:
        raise bad_request(trouble + "exactly one action is allowed")
    if actions == ["callback_data"] and not 1 <= len(str(button["callback_data"]).encode()) <= MAX_DATA_BYTES:
        raise bad_request("BUTTON_DATA_INVALID")
    if actions == ["url"]:
        _link(str(button["url"]))


def _link(url: str) -> None:
    parts = urlsplit(url)
    # The real service refuses names without a dot, "localhost" first of all.
    if parts.scheme == "tg" or (parts.scheme in {"http", "https"} and "." in (parts.hostname or "")):
        return
    raise bad_request(f"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL")


def _reply(rows: list[list[Json]]) -> None:
    if not rows:
        raise bad_request("reply keyboard is empty")
    for row in rows:
        for button in row:
            if not isinstance(button, dict) or not isinstance(button.get("text"), str) or not button["text"]:
                raise bad_request('can\'t parse keyboard button: Field "text" must be a non-empty String')
