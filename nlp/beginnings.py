"""Where regular expressions can begin: they are tried at some words of a message, not at all of its letters."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from nlp.words import Word, words

DIGITS = "0"
"""Stands for any word that begins with a digit."""


class Beginnings:
    """The first words of numbered patterns, which may be said by the texts that begin with them."""

    def __init__(self, begins: Sequence[Iterable[str]]) -> None:
        self._patterns: dict[str, list[int]] = defaultdict(list)
        for number, texts in enumerate(begins):
            for first in dict.fromkeys(key(words(text)[0].text) for text in texts):
                self._patterns[first].append(number)

    def __call__(self, found: Iterable[Word]) -> Iterator[tuple[int, Word]]:
        """The patterns that may begin at each word of a folded text."""
        patterns = self._patterns
        for word in found:
            text = word.text
            for number in patterns.get(DIGITS if text[0].isdigit() else text, ()):
                yield number, word


def key(word: str) -> str:
    """A folded word as it is compared."""
    return DIGITS if word[0].isdigit() else word
