"""The parts of a message that holds several problems."""

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from nlp.kinds import Kind
from nlp.pack import Pack
from nlp.words import clean, words

SURE = 0.5
"""Probability that each part's kind must reach to stand on its own."""

FEWEST_WORDS = 3
_LIST_MARK = re.compile(r"\n\s*(?:[-*•·]|[0-9]{1,2}[.)])\s+|\n{2,}")
_SENTENCE = re.compile(r"(?<=[.!?;])\s+|\n")


class Part(NamedTuple):
    """A part of a message and the kind it is about, None when it is not sure."""

    text: str
    kind: Kind | None


class MatterSplitter:
    """Cuts at sentence ends, list marks and words like "also", and joins again what is about the same."""

    def __init__(self, packs: Sequence[Pack], kinds: Callable[[str], dict[Kind, float]]) -> None:
        separators = {_pattern(text) for pack in packs for text in pack.matters.separators}
        openers = {_pattern(text) for pack in packs for text in pack.matters.openers}
        ordered = sorted(separators, key=len, reverse=True)
        self._separator = re.compile(rf"[,;.]?\s+(?=(?:{'|'.join(ordered)})\b)", re.IGNORECASE)
        self._opener = re.compile(rf"\s*(?:{'|'.join([*ordered, *sorted(openers)])})\b", re.IGNORECASE)
        self._kinds = kinds

    def split(self, text: str) -> list[str]:
        """The matters, each a stretch of the text; empty when there is only one."""
        if len(words(text)) < 2 * FEWEST_WORDS:
            return []
        pieces = [piece for chunk in _LIST_MARK.split(text) for piece in self._pieces(chunk)]
        parts = self._joined([self._part(piece) for piece in pieces if piece.strip(" ,;.\n")])
        return [part.text.strip(" ,;\n") for part in parts] if len(parts) > 1 else []

    def _pieces(self, text: str) -> list[str]:
        return [piece for sentence in _SENTENCE.split(text) for piece in self._separator.split(sentence)]

    def _part(self, text: str) -> Part:
        if len(words(text)) < FEWEST_WORDS:
            return Part(text, None)
        kind, probability = next(iter(self._kinds(text).items()), (None, 0.0))
        return Part(text, kind if probability >= SURE else None)

    def _joined(self, parts: Sequence[Part]) -> list[Part]:
        """A part that is about nothing of its own, or does not begin like a new matter, belongs to the one before."""
        joined: list[Part] = []
        for part in parts:
            last = joined[-1] if joined else None
            is_new = part.kind and self._opener.match(part.text)
            if last and (not last.kind or not is_new or part.kind == last.kind):
                joined[-1] = Part(f"{last.text} {part.text}", last.kind or part.kind)
            else:
                joined.append(part)
        return joined


def _pattern(phrase: str) -> str:
    return r"\W+".join(re.escape(word) for word in clean(phrase).replace("'", " ").split())
