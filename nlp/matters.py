"""The parts of a message that holds several problems."""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from nlp.kinds import Kind
from nlp.pack import Pack
from nlp.words import Told, clean, has

KindOf = Callable[[str], Kind | None]
"""The kind that a part of a message is about, None when that is not sure."""

FEWEST_WORDS = 3
MOST_PARTS = 8
"""Parts beyond which a message is a letter, for a person to read as one."""

_LIST_MARK = re.compile(r"\n\s*(?:[-*•·]|[0-9]{1,2}[.)])\s+|\n{2,}")
_SENTENCE_END = re.compile(r"[.!?;]\s+|\n")


class Part(NamedTuple):
    """A part of a message and the kind it is about, None when it is not sure."""

    text: str
    kind: Kind | None


class MatterSplitter:
    """Cuts at sentence ends, list marks and words like "also", and joins again what is about the same."""

    def __init__(self, packs: Sequence[Pack]) -> None:
        separators = {_pattern(text.lower()) for pack in packs for text in pack.matters.separators}
        openers = {_pattern(text) for pack in packs for text in pack.matters.openers}
        ordered = sorted(separators, key=len, reverse=True)
        self._separator = re.compile(rf"[,;.]?\s+(?=(?:{'|'.join(ordered)})\b)")
        self._opener = re.compile(rf"\s*(?:{'|'.join([*ordered, *sorted(openers)])})\b", re.IGNORECASE)
        joiners = {_pattern(text) for pack in packs for text in pack.matters.joiners}
        self._stump = re.compile(rf"(?<=[.!?;])\s+(?:{'|'.join(sorted(openers))})$", re.IGNORECASE)
        self._loose_start = re.compile(rf"^(?:(?:{'|'.join(sorted(joiners))})\b[\s,;:]*)+", re.IGNORECASE)
        self._loose_end = re.compile(rf"(?:[\s,;]+(?:{'|'.join(sorted(joiners))}))+\W*$", re.IGNORECASE)

    def split(self, told: Told, kind_of: KindOf) -> list[str]:
        """The matters, each a stretch of the text; empty when there is only one."""
        if len(told.words) < 2 * FEWEST_WORDS:
            return []
        chunks = _LIST_MARK.split(told.text) if "\n" in told.text else [told.text]
        pieces = [piece for chunk in chunks for sentence in _sentences(chunk) for piece in self._pieces(sentence)]
        openings = self._opened([piece for piece in pieces if piece.strip(" ,;.\n")])
        if not 1 < len(openings) <= MOST_PARTS:
            return []
        parts = _joined([Part(one, kind_of(one) if has(one, FEWEST_WORDS) else None) for one in openings])
        return [self._tidied(part.text) for part in parts] if len(parts) > 1 else []

    def _opened(self, pieces: Sequence[str]) -> list[str]:
        """The pieces, each that does not begin like a new matter put behind the one before."""
        opened: list[str] = []
        for piece in pieces:
            if opened and not self._opener.match(piece):
                opened[-1] = f"{opened[-1]} {piece}"
            else:
                opened.append(piece)
        return opened

    def _tidied(self, text: str) -> str:
        """Without the "and" that led to the next matter, at either end, or the "there is" that it was cut from."""
        text = self._loose_end.sub("", text.strip(" ,;\n")).strip(" ,;\n")
        return self._loose_start.sub("", self._stump.sub("", text))

    def _pieces(self, sentence: str) -> Iterator[str]:
        """A sentence cut before the words that begin another matter."""
        small, start = sentence.lower(), 0
        # A few letters of the world are longer when they are small.
        for match in self._separator.finditer(small if len(small) == len(sentence) else sentence):
            yield sentence[start : match.start()]
            start = match.end()
        yield sentence[start:]


def _sentences(text: str) -> Iterator[str]:
    start = 0
    for match in _SENTENCE_END.finditer(text):
        yield text[start : match.start() + (match.group() != "\n")]
        start = match.end()
    yield text[start:]


def _joined(parts: Sequence[Part]) -> list[Part]:
    """A part that is about nothing of its own, or about the same, belongs to the one before."""
    joined: list[Part] = []
    for part in parts:
        last = joined[-1] if joined else None
        if last and (not last.kind or not part.kind or part.kind == last.kind):
            joined[-1] = Part(f"{last.text} {part.text}", last.kind or part.kind)
        else:
            joined.append(part)
    return joined


def _pattern(phrase: str) -> str:
    return r"\W+".join(re.escape(word) for word in clean(phrase).replace("'", " ").split())
