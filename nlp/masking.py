"""Masking: a text without the personal data in it."""

import re
from collections.abc import Iterable

from nlp.reading import PersonalKind, PersonalSpan

MASK = "***"
"""What stands in the place of personal data: read in every language, and sent by every phone."""
_SHORTEST_NAME = 3
"""Letters of a part of a name that is masked wherever it stands; shorter ones are words of their own."""


def masked(text: str, spans: Iterable[PersonalSpan], known: Iterable[PersonalSpan] = ()) -> str:
    """The text with its personal data masked, also where the same stands again, and each name wherever it stands.

    `known` are spans of other texts whose data must not stand here either.
    """
    spans = sorted(spans, key=lambda span: span.start, reverse=True)
    for span in spans:
        text = f"{text[: span.start]}{MASK}{text[span.end :]}"
    spans += known
    for span in spans:
        if span.kind is not PersonalKind.NAME and span.text.strip():
            text = text.replace(span.text, MASK)
    names = {name for span in spans if span.kind is PersonalKind.NAME for name in _names(span)}
    for name in sorted(names, key=lambda name: (-len(name), name)):
        text = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", MASK, text)
    return text


def _names(span: PersonalSpan) -> list[str]:
    """A name and its parts: "my neighbour Peter Miller ... Miller shouts"."""
    parts = re.findall(r"[\w'’-]+", span.text)
    return [span.text, *(part for part in parts if len(part) >= _SHORTEST_NAME and part[0].isupper())]
