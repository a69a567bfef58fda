"""Finds the phrases of the packs and of the city's services in a text, all in one pass."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from operator import attrgetter
from typing import NamedTuple

from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc
from spacy.vocab import Vocab

from nlp.words import Word, stems

_LAST = attrgetter("last")


class Hit(NamedTuple):
    """A phrase found: its label, and the words from `first` up to `last`."""

    label: str
    first: int
    last: int


class Phrasebook:
    """Labelled phrases, matched on words without accents and plural s.

    spaCy gets words that are cut already: its tokenizers differ by language, and a phrase must be found in whatever
    language the text around it is.
    """

    def __init__(self, phrases: Mapping[str, Iterable[str]]) -> None:
        self._vocab = Vocab()
        self._matcher = PhraseMatcher(self._vocab, attr="ORTH")
        self._known: set[str] = {""}
        for label, texts in phrases.items():
            patterns = {cut for text in texts if (cut := stems(text))}
            self._known.update(*patterns)
            self._matcher.add(label, [Doc(self._vocab, words=list(cut)) for cut in sorted(patterns)])

    def find(self, words: Sequence[Word]) -> list[Hit]:
        """All phrases in the text, also those that lie within others."""
        # spaCy's string store never forgets: words that stand in no phrase must not pile up there.
        known = self._known
        doc = Doc(self._vocab, words=[stem if (stem := word.stem) in known else "-" for word in words])
        strings = self._vocab.strings
        return [Hit(strings[label], first, last) for label, first, last in self._matcher(doc)]


def by_end(hits: Iterable[Hit]) -> list[Hit]:
    """The hits in the order of their ends, as `ending` wants them."""
    return sorted(hits, key=_LAST)


def ending(hits: Sequence[Hit], behind: int, until: int) -> Sequence[Hit]:
    """Of hits in the order of their ends, those that end behind this word and no later than that one."""
    return hits[bisect_right(hits, behind, key=_LAST) : bisect_right(hits, until, key=_LAST)]


def longest(hits: Iterable[Hit]) -> list[Hit]:
    """The hits without those that lie within a longer one."""
    kept: list[Hit] = []
    for hit in sorted(hits, key=lambda hit: (hit.first, -hit.last)):
        if not kept or hit.last > kept[-1].last or (hit.first, hit.last) == kept[-1][1:]:
            kept.append(hit)
    return kept
