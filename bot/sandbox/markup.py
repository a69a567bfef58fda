"""Telegram's HTML: what it allows, and its words for what it doesn't."""

import re

from bot.sandbox.api_error import ApiError, bad_request
from bot.sandbox.formatted import Formatted, units
from bot.sandbox.wire import Json

_KINDS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "a": "text_link",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "tg-emoji": "custom_emoji",
}
_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9-]*)((?:\s+[^<>]*?)?)\s*>")
_ATTRIBUTE = re.compile(r"([\w-]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+)))?")
_REFERENCE = re.compile(r"&(?:(lt|gt|amp|quot)|#(\d{1,7})|#x([0-9A-Fa-f]{1,6}));?")
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}


def parse(source: str) -> Formatted:
    """The text of an HTML message and its entities, or a refusal that says where the markup breaks."""
    return _Parser(source).run()


class _Parser:
    def __init__(self, source: str) -> None:
        self._source = source
        self._text = ""
        self._entities: list[Json] = []
        self._open: list[tuple[str, Json]] = []

    def run(self) -> Formatted:
        at = 0
        while (start := self._source.find("<", at)) >= 0:
            self._text += _plain(self._source[at:start])
            tag = _TAG.match(self._source, start)
            if tag is None:
                raise self._broken(f'Unsupported start tag "{self._word(start)}"', start)
            if tag[1]:
                self._close(tag[2].lower(), start)
            else:
                self._begin(tag[2].lower(), tag[3], start)
            at = tag.end()
        self._text += _plain(self._source[at:])
        if self._open:
            name = self._open[-1][0]
            raise bad_request(f"can't parse entities: Can't find end tag corresponding to start tag \"{name}\"")
        self._entities.sort(key=lambda entity: (entity["offset"], -entity["length"]))
        return Formatted(self._text, self._entities)

    def _begin(self, name: str, rest: str, at: int) -> None:
        attributes = _attributes(rest)
        spoiler = name != "span" or attributes.get("class") == "tg-spoiler"
        if name not in _KINDS or not spoiler:
            raise self._broken(f'Unsupported start tag "{name}"', at)
        entity: Json = {"type": _KINDS[name], "offset": units(self._text), "length": 0}
        if name == "a":
            entity["url"] = attributes.get("href", "")
        elif name == "tg-emoji":
            entity["custom_emoji_id"] = attributes.get("emoji-id", "")
        elif name == "blockquote" and "expandable" in attributes:
            entity["type"] = "expandable_blockquote"
        elif name == "code" and self._open and self._open[-1][0] == "pre":
            entity["language"] = attributes.get("class", "").removeprefix("language-")
        self._open.append((name, entity))

    def _close(self, name: str, at: int) -> None:
        if not self._open:
            raise self._broken("Unexpected end tag", at)
        expected, entity = self._open.pop()
        if expected != name:
            raise self._broken("Unmatched end tag", at, f', expected "</{expected}>", found "</{name}>"')
        entity["length"] = units(self._text) - entity["offset"]
        if name == "code" and self._open and self._open[-1][0] == "pre":
            # Telegram knows no code within a preformatted block, only the block's language.
            if entity["language"]:
                self._open[-1][1]["language"] = entity["language"]
        elif entity["length"] and entity.get("url") != "":
            self._entities.append(entity)

    def _broken(self, what: str, at: int, more: str = "") -> ApiError:
        offset = len(self._source[:at].encode("utf-8", "surrogatepass"))
        return bad_request(f"can't parse entities: {what} at byte offset {offset}{more}")

    def _word(self, start: int) -> str:
        return re.split(r"[\s>]", self._source[start + 1 :], maxsplit=1)[0]


def _attributes(source: str) -> dict[str, str]:
    return {match[1].lower(): _plain(match[2] or match[3] or match[4] or "") for match in _ATTRIBUTE.finditer(source)}


def _plain(source: str) -> str:
    return _REFERENCE.sub(_character, source)


def _character(match: re.Match[str]) -> str:
    if match[1]:
        return _NAMED[match[1]]
    code = int(match[2]) if match[2] else int(match[3], 16)
    return chr(code) if 0 < code < 0x110000 else match[0]
