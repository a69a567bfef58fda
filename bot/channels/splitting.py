"""Long texts, cut where it hurts least: between paragraphs, else lines, else words."""

_BREAKS = ("\n\n", "\n", " ")


def units(text: str) -> int:
    """How long Telegram finds a text: in UTF-16 code units."""
    return len(text) + sum(1 for char in text if ord(char) > 0xFFFF)


def split(text: str, limit: int) -> list[str]:
    """The text in parts of at most `limit` units, none of them blank."""
    parts = []
    rest = text.strip()
    while rest:
        room = _room(rest, limit)
        cut = len(rest) if room == len(rest) else _cut(rest, room)
        parts.append(rest[:cut].rstrip())
        rest = rest[cut:].lstrip()
    return parts


def _room(text: str, limit: int) -> int:
    """How many characters from the start fit into the limit, one at least."""
    if units(text) <= limit:
        return len(text)
    used = 0
    for position, char in enumerate(text):
        used += 2 if ord(char) > 0xFFFF else 1
        if used > limit:
            return max(position, 1)
    return len(text)


def _cut(text: str, room: int) -> int:
    # A break in the first half would leave a stub: better to go on and cut between lines or words.
    for mark in _BREAKS:
        position = text.rfind(mark, room // 2, room + len(mark))
        if 0 < position <= room:
            return position
    return room
