"""A lexicon: names for what texts are about, found by phrases in any language."""

import tomllib
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

from backend.words.things import found_in, tokens_of

_SHORTEST = 3
"""Letters of the shortest beginning that stands for many forms of a word."""


class Lexicon:
    """The groups of a file of this package: a line a name, its phrases in all languages; `small` and `filler` beside.

    A word with a star stands for all that begin so.
    """

    def __init__(self, file: str, groups: Collection[str]) -> None:
        raw = tomllib.loads((Path(__file__).parent / file).read_text(encoding="utf-8"))
        self._small = frozenset(word for words in raw["small"].values() for word in words)
        self._filler = frozenset(
            token for words in raw["filler"].values() for word in words for token in tokens_of(word)
        )
        self._groups = {group: self._phrases_of(group, raw[group]) for group in groups}

    def tokens(self, text: str) -> list[str]:
        """The words of a text but the small ones."""
        return [token for token in tokens_of(text) if token not in self._small]

    def content(self, tokens: list[str]) -> list[str]:
        """Those that say something, those of phrases included."""
        return [token for token in tokens if token not in self._filler]

    def named(self, group: str, tokens: list[str]) -> frozenset[str]:
        """The names of a group that words stand for."""
        of_group = self._groups[group]
        named = {name for _, name in found_in(tokens, of_group.phrases)}
        return frozenset(named | {name for token in tokens if (name := of_group.begun(token))})

    def rest(self, group: str, tokens: list[str]) -> list[str]:
        """The words that say something and stand for nothing of a group, nor are they part of one of its phrases."""
        of_group = self._groups[group]
        said = (token for token in tokens if token not in self._filler and len(token) > 2)
        return [token for token in said if token not in of_group.known and of_group.begun(token) is None]

    def _phrases_of(self, group: str, raw: Mapping[str, Sequence[str]]) -> "_Group":
        phrases = [(phrase, name) for name, phrases in raw.items() for phrase in phrases]
        whole = {" ".join(self.tokens(phrase)): (group, name) for phrase, name in phrases if not phrase.endswith("*")}
        return _Group(whole, {phrase[:-1]: name for phrase, name in phrases if phrase.endswith("*")})


class _Group:
    def __init__(self, phrases: dict[str, tuple[str, str]], beginnings: dict[str, str]) -> None:
        self.phrases = phrases
        self.known = frozenset(token for phrase in phrases for token in phrase.split())
        self._beginnings = beginnings

    def begun(self, token: str) -> str | None:
        """The name of which a word is one of many forms: "recicl*"."""
        lengths = range(len(token), _SHORTEST - 1, -1)
        return next((name for length in lengths if (name := self._beginnings.get(token[:length]))), None)
