"""Keywords: the words that always work on a phone, read from keywords.toml."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

from storage.folding import folded

_FILE = Path(__file__).parent / "keywords.toml"


class Order(StrEnum):
    """What a keyword orders."""

    HELP = "help"
    STOP = "stop"
    START = "start"
    MORE = "more"
    BACK = "back"
    CANCEL = "cancel"
    STATUS = "status"
    LANGUAGE = "language"
    LINK = "link"
    UNLINK = "unlink"


@dataclass(frozen=True)
class Keyword:
    """An order, the language of its word where it has one, and what stood behind the word."""

    order: Order
    language: str | None = None
    rest: str = ""


def keyword(text: str) -> Keyword | None:
    """The keyword that a whole message is; None for a message that merely holds one."""
    words = folded(text)
    if known := _table().get(words):
        return known
    word, _, rest = words.partition(" ")
    known = _table().get(word)
    if known is None or not rest:
        return None
    takes_number = known.order in (Order.STATUS, Order.LINK) and rest.replace(" ", "").isdecimal()
    takes_name = known.order is Order.LANGUAGE and " " not in rest
    return Keyword(known.order, known.language, rest) if takes_number or takes_name else None


@cache
def _table() -> Mapping[str, Keyword]:
    orders = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    return {
        word: Keyword(Order(order), None if language == "any" else language)
        for order, languages in orders.items()
        for language, words in languages.items()
        for word in words
    }
