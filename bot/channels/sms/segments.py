"""Segments: what a text costs on the air, and where it is cut (3GPP TS 23.038 and TS 23.040 §9.2.3.24.1)."""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.channels.sms import gsm7


class Encoding(StrEnum):
    """How the characters of a text message are written."""

    GSM7 = "GSM-7"
    UCS2 = "UCS-2"


_ALONE = {Encoding.GSM7: 160, Encoding.UCS2: 70}
_PER_PART = {Encoding.GSM7: 153, Encoding.UCS2: 67}
_JOINER = "\u200d"


@dataclass(frozen=True)
class Segmented:
    """A text as it goes on the air; its parts, joined, are the text. Units are septets or UTF-16 code units."""

    text: str
    encoding: Encoding
    units: int
    parts: Sequence[str]

    @property
    def segments(self) -> int:
        """What is paid for."""
        return len(self.parts)


def segmented(text: str) -> Segmented:
    """Count and cut a text; halves of surrogate pairs, which nothing can carry, become a question mark."""
    text = text.encode("utf-16-le", "replace").decode("utf-16-le")
    encoding = Encoding.GSM7 if gsm7.fits(text) else Encoding.UCS2
    units = length(text, encoding)
    parts = [text] if units <= _ALONE[encoding] else list(_cut(text, encoding))
    return Segmented(text=text, encoding=encoding, units=units, parts=parts)


def count(text: str) -> int:
    """How many segments a text takes."""
    return segmented(text).segments


def length(text: str, encoding: Encoding) -> int:
    """Septets, or UTF-16 code units."""
    if encoding is Encoding.GSM7:
        return sum(gsm7.septets(char) for char in text)
    return sum(2 if ord(char) > 0xFFFF else 1 for char in text)


def _cut(text: str, encoding: Encoding) -> Iterator[str]:
    room = _PER_PART[encoding]
    part, used = "", 0
    for cluster in _pieces(text, encoding):
        size = length(cluster, encoding)
        if used + size > room:
            yield part
            part, used = "", 0
        part, used = part + cluster, used + size
    yield part


def _pieces(text: str, encoding: Encoding) -> Iterator[str]:
    """What must stay together, as long as it fits into one part at all."""
    if encoding is Encoding.GSM7:
        yield from text
        return
    for cluster in clusters(text):
        if length(cluster, encoding) <= _PER_PART[encoding]:
            yield cluster
        else:
            yield from cluster


def clusters(text: str) -> Iterator[str]:
    """Characters with all that belongs to them: marks, joiners, skin tones, the second half of a flag (UAX 29)."""
    cluster = ""
    for char in text:
        if cluster and not _clings(cluster, char):
            yield cluster
            cluster = ""
        cluster += char
    if cluster:
        yield cluster


def _clings(cluster: str, char: str) -> bool:
    if unicodedata.category(char) in {"Mn", "Me", "Mc"} or char == _JOINER or "\U0001f3fb" <= char <= "\U0001f3ff":
        return True
    return cluster[-1] == _JOINER or (_is_indicator(char) and len(cluster) == 1 and _is_indicator(cluster))


def _is_indicator(char: str) -> bool:
    return "\U0001f1e6" <= char <= "\U0001f1ff"
