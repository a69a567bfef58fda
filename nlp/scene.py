"""What stands around the signs of an emergency and takes them back: denials, past times, shows, questions.

However many signs and denials a message holds, each is compared with its neighbours only, and a sentence is looked
through once.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from operator import attrgetter
from typing import NamedTuple

from nlp.cover import Cover
from nlp.phrasebook import Hit, by_end, ending
from nlp.words import Word

BEFORE = 3
"""Words before a hit within which a negation or a condition takes it back."""

_SENTENCE_END = re.compile(r"[.!?;\n]")
_CLAUSE_END = re.compile(r"[,.:!?;\n()]")
_YEAR = re.compile(r"1[89]\d\d|20[012]\d")
_FIRST = attrgetter("first")


class Sign(NamedTuple):
    """Words that tell of an emergency: where they stand, and the phrases among them."""

    span: Hit
    parts: tuple[Hit, ...]


class Scene:
    """A message in which there are signs of danger; `by_label` are the phrases around them."""

    def __init__(self, text: str, words: Sequence[Word], by_label: Mapping[str, Sequence[Hit]]) -> None:
        self._text = text
        self._words = words
        self._by_label = {label: sorted(hits, key=_FIRST) for label, hits in by_label.items()}
        self._doubts = by_end([*by_label.get("danger:negations", ()), *by_label.get("danger:conditional", ())])
        self._found: dict[tuple[str, Hit], list[Hit]] = {}
        self._past: dict[Hit, bool] = {}

    def takes_back(self, sign: Sign) -> bool:
        """Whether it is denied, feared or past."""
        return self._is_doubted(sign) or self._is_past(self.sentence(sign.span))

    def _is_doubted(self, sign: Sign) -> bool:
        span, parts = sign
        for hit in ending(self._doubts, span.first - BEFORE, span.last):
            if hit.last > span.first:
                # The "not" of "not moving" belongs to the peril.
                if is_within(hit, [span]) and not is_within(hit, parts):
                    return True
            elif not _CLAUSE_END.search(self._text, self._words[hit.last - 1].end, self._words[span.first].start):
                return True
        return False

    def _is_past(self, sentence: Hit) -> bool:
        if sentence not in self._past:
            past = self._inside("danger:past", sentence)
            is_past = past or any(_YEAR.fullmatch(word.text) for word in self._words[sentence.first : sentence.last])
            # The "since" of "mended since" is none of now.
            told = Cover((hit.first, hit.last) for hit in past)
            self._past[sentence] = bool(is_past) and all(
                told.holds(hit.first, hit.last) for hit in self._inside("danger:now", sentence)
            )
        return self._past[sentence]

    def in_earnest(self, signs: Iterable[Sign]) -> list[Sign]:
        """Those that are neither played nor proposed nor a matter of prices."""
        return [sign for sign in signs if not self._is_staged(sign)]

    def _is_staged(self, sign: Sign) -> bool:
        if "danger:staged" not in self._by_label:
            return False
        staged = self._inside("danger:staged", self.sentence(sign.span))
        return any(not is_within(hit, sign.parts) for hit in staged)

    def is_asked(self, sign: Sign) -> bool:
        """Whether it stands in a question about what is or was, not about what to do now."""
        if "danger:asked" not in self._by_label:
            return False
        here = self.sentence(sign.span)
        end = self._words[here.last - 1].end
        return "?" in self._text[end : end + 3] and bool(self._inside("danger:asked", here))

    def sentence(self, hit: Hit) -> Hit:
        """The words of the sentence around a hit."""
        before = bisect_right(self._breaks, hit.first)
        after = bisect_left(self._breaks, hit.last)
        last = self._breaks[after] if after < len(self._breaks) else len(self._words)
        return Hit("sentence", self._breaks[before - 1] if before else 0, last)

    def is_one_sentence(self, hit: Hit) -> bool:
        """Whether no sentence ends within a hit."""
        return bisect_right(self._breaks, hit.first) == bisect_left(self._breaks, hit.last)

    @cached_property
    def _breaks(self) -> list[int]:
        """The words with which sentences begin, but for the first."""
        starts = [word.start for word in self._words]
        begun = {bisect_left(starts, match.end()) for match in _SENTENCE_END.finditer(self._text)}
        return sorted(begun - {0, len(starts)})

    def _inside(self, label: str, sentence: Hit) -> list[Hit]:
        """The phrases of a label that lie in a sentence."""
        key = (label, sentence)
        if key not in self._found:
            hits = self._by_label.get(label, [])
            begin, end = (bisect_left(hits, word, key=_FIRST) for word in (sentence.first, sentence.last))
            self._found[key] = [hit for hit in hits[begin:end] if hit.last <= sentence.last]
        return self._found[key]


def is_within(hit: Hit, others: Iterable[Hit]) -> bool:
    """Whether a hit lies within one of a few others."""
    return any(other.first <= hit.first and hit.last <= other.last for other in others)
