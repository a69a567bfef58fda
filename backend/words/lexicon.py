"""A lexicon: names for what texts are about, found by phrases in any language."""

import tomllib
from pathlib import Path

from backend.words.things import found_in, tokens_of

_SHORTEST = 3
"""Letters of the shortest beginning that stands for many forms of a word."""


class Lexicon:
    """One group of a file of this package: a line a name, its phrases in all languages; `small` and `filler` beside.

    A word with a star stands for all that begin so.
    """

    def __init__(self, file: str, group: str) -> None:
        raw = tomllib.loads((Path(__file__).parent / file).read_text(encoding="utf-8"))
        self._small = frozenset(word for words in raw["small"].values() for word in words)
        self._filler = frozenset(
            token for words in raw["filler"].values() for word in words for token in tokens_of(word)
        )
        phrases = [(phrase, name) for name, phrases in raw[group].items() for phrase in phrases]
        self._phrases = {
            " ".join(self._without_small(phrase)): (group, name) for phrase, name in phrases if not phrase.endswith("*")
        }
        self._beginnings = {phrase[:-1]: name for phrase, name in phrases if phrase.endswith("*")}
        self._known = frozenset(token for phrase in self._phrases for token in phrase.split())

    def read(self, text: str) -> tuple[frozenset[str], list[str]]:
        """The names that a text's words stand for, and its other words that say something."""
        tokens = self._without_small(text)
        named = {name for _, name in found_in(tokens, self._phrases)}
        rest = []
        for token in tokens:
            begun = self._begun(token)
            if begun:
                named.add(begun)
            elif token not in self._filler and token not in self._known and len(token) > 2:
                rest.append(token)
        return frozenset(named), rest

    def _begun(self, token: str) -> str | None:
        """The name of which a word is one of many forms: "recicl*"."""
        lengths = range(len(token), _SHORTEST - 1, -1)
        return next((name for length in lengths if (name := self._beginnings.get(token[:length]))), None)

    def content(self, text: str) -> list[str]:
        """The words of a text that say something, those of phrases included."""
        return [token for token in self._without_small(text) if token not in self._filler]

    def _without_small(self, text: str) -> list[str]:
        return [token for token in tokens_of(text) if token not in self._small]
