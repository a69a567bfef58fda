"""Text with its entities, measured the way Telegram measures."""

import re
from dataclasses import dataclass, field

from bot.sandbox.wire import Json

MAX_ENTITIES = 100

_FOUND = (
    ("bot_command", re.compile(r"(?<![\w/])/[A-Za-z0-9_]{1,32}(?:@\w{3,32})?(?![\w/])")),
    ("url", re.compile(r"https?://[^\s<>\"]*[^\s<>\".,;:!?)\]]")),
    ("email", re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+")),
    ("mention", re.compile(r"(?<![\w@])@[A-Za-z]\w{4,31}\b")),
    ("hashtag", re.compile(r"(?<![\w#])#(?!\d+\b)\w{1,256}")),
)


def units(text: str) -> int:
    """The length in UTF-16 code units, which all limits and offsets are counted in."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


@dataclass
class Formatted:
    """A text and what is bold, linked or code in it."""

    text: str
    entities: list[Json] = field(default_factory=list)

    def trimmed(self) -> "Formatted":
        """Without the white space around it, which Telegram drops."""
        cut = units(self.text) - units(self.text.lstrip())
        text = self.text.strip()
        end = units(text)
        kept = []
        for entity in self.entities:
            first = max(0, entity["offset"] - cut)
            last = min(end, entity["offset"] + entity["length"] - cut)
            if last > first:
                kept.append({**entity, "offset": first, "length": last - first})
        return Formatted(text, kept)

    def detected(self) -> "Formatted":
        """With the commands, links and addresses that Telegram finds by itself."""
        taken = [(entity["offset"], entity["offset"] + entity["length"]) for entity in self.entities]
        found = list(self.entities)
        for kind, pattern in _FOUND:
            for match in pattern.finditer(self.text):
                first = units(self.text[: match.start()])
                last = first + units(match.group())
                if all(last <= start or first >= stop for start, stop in taken):
                    taken.append((first, last))
                    found.append({"type": kind, "offset": first, "length": last - first})
        found.sort(key=lambda entity: (entity["offset"], -entity["length"]))
        return Formatted(self.text, found[:MAX_ENTITIES])

    def fields(self, name: str = "text") -> Json:
        """The fields of a message that carry it: `text` and `entities`, or `caption` and `caption_entities`."""
        if not self.text:
            return {}
        entities = "entities" if name == "text" else f"{name}_entities"
        return {name: self.text} | ({entities: self.entities} if self.entities else {})
