"""Things: what a description names, the same in every language, so that two descriptions can be compared."""

import tomllib
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict

_FILE = Path(__file__).parent / "things.toml"
_LONGEST = 3
"""Words of the longest phrase in the file."""


class Described(BaseModel):
    """A description taken apart: `things` by group, and its words without those that say nothing."""

    model_config = ConfigDict(frozen=True)

    things: dict[str, frozenset[str]]
    words: str

    def named(self, group: str) -> frozenset[str]:
        """The things of one group."""
        return self.things.get(group, frozenset())


def described(text: str, *, without: str = "") -> Described:
    """Take a description apart; words of the address (`without`) are everybody's there and are left out."""
    lexicon, filler = _lexicon()
    address = set(tokens_of(without))
    tokens = [token for token in tokens_of(text) if token not in address]
    things: dict[str, set[str]] = {}
    for group, thing in found_in(tokens, lexicon):
        things.setdefault(group, set()).add(thing)
    kept = [token for token in tokens if token not in filler and len(token) > 1]
    return Described(things={group: frozenset(names) for group, names in things.items()}, words=" ".join(kept))


def found_in(tokens: list[str], lexicon: dict[str, tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """The things named, the longest phrase first: a garage door is no garage."""
    at = 0
    while at < len(tokens):
        for length in range(min(_LONGEST, len(tokens) - at), 0, -1):
            phrase = " ".join(tokens[at : at + length])
            # Spanish plurals end in "es", of which the s is gone already.
            thing = lexicon.get(phrase) or lexicon.get(phrase.removesuffix("e"))
            if thing:
                yield thing
                at += length
                break
        else:
            at += 1


@cache
def _lexicon() -> tuple[dict[str, tuple[str, str]], frozenset[str]]:
    raw = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    filler = frozenset(token for words in raw.pop("filler").values() for word in words for token in tokens_of(word))
    lexicon = {
        " ".join(tokens_of(phrase)): (group, thing)
        for group, things in raw.items()
        for thing, phrases in things.items()
        for phrase in phrases
    }
    return lexicon, filler


def tokens_of(text: str) -> list[str]:
    """The words of a text without case, accents, punctuation and plural endings."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    letters = "".join(c if c.isalnum() else " " for c in plain if not unicodedata.combining(c))
    return [_singular(token) for token in letters.split()]


def _singular(token: str) -> str:
    return token[:-1] if len(token) > 3 and token[-1] in "sx" and token[-2] != "s" else token
