"""The parts of a message that holds several problems."""

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from nlp.decision import SURE
from nlp.kinds import Kind
from nlp.pack import Pack
from nlp.words import Told, clean, count

Kinds = Callable[[str], dict[Kind, float]]

FEWEST_WORDS = 3
MOST_PARTS = 8
"""Parts beyond which a message is a letter, for a person to read as one."""

_LIST_MARK = re.compile(r"\n\s*(?:[-*•·]|[0-9]{1,2}[.)])\s+|\n{2,}")
_SENTENCE = re.compile(r"(?<=[.!?;])\s+|\n")


class Part(NamedTuple):
    """A part of a message and the kind it is about, None when it is not sure."""

    text: str
    kind: Kind | None


class MatterSplitter:
    """Cuts at sentence ends, list marks and words like "also", and joins again what is about the same."""

    def __init__(self, packs: Sequence[Pack]) -> None:
        separators = {_pattern(text) for pack in packs for text in pack.matters.separators}
        openers = {_pattern(text) for pack in packs for text in pack.matters.openers}
        ordered = sorted(separators, key=len, reverse=True)
        self._separator = re.compile(rf"[,;.]?\s+(?=(?:{'|'.join(ordered)})\b)", re.IGNORECASE)
        self._opener = re.compile(rf"\s*(?:{'|'.join([*ordered, *sorted(openers)])})\b", re.IGNORECASE)
        joiners = {_pattern(text) for pack in packs for text in pack.matters.joiners}
        self._stump = re.compile(rf"(?<=[.!?;])\s+(?:{'|'.join(sorted(openers))})$", re.IGNORECASE)
        self._loose_start = re.compile(rf"^(?:(?:{'|'.join(sorted(joiners))})\b[\s,;:]*)+", re.IGNORECASE)
        self._loose_end = re.compile(rf"(?:[\s,;]+(?:{'|'.join(sorted(joiners))}))+\W*$", re.IGNORECASE)

    def split(self, told: Told, kinds: Kinds) -> list[str]:
        """The matters, each a stretch of the text; empty when there is only one.

        `kinds` gives a part's kinds with probabilities, best first.
        """
        if len(told.words) < 2 * FEWEST_WORDS:
            return []
        pieces = [piece for chunk in _LIST_MARK.split(told.text) for piece in self._pieces(chunk)]
        openings = self._opened([piece for piece in pieces if piece.strip(" ,;.\n")])
        if not 1 < len(openings) <= MOST_PARTS:
            return []
        parts = _joined([_part(piece, kinds) for piece in openings])
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

    def _pieces(self, text: str) -> list[str]:
        return [piece for sentence in _SENTENCE.split(text) for piece in self._separator.split(sentence)]


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


def _part(text: str, kinds: Kinds) -> Part:
    if count(text) < FEWEST_WORDS:
        return Part(text, None)
    kind, probability = next(iter(kinds(text).items()), (None, 0.0))
    return Part(text, kind if probability >= SURE else None)


def _pattern(phrase: str) -> str:
    return r"\W+".join(re.escape(word) for word in clean(phrase).replace("'", " ").split())
