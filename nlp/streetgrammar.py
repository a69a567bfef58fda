"""How the street names of a city are compared, whichever of its languages they are written in."""

from collections.abc import Sequence
from itertools import chain

from nlp.pack import Pack
from nlp.words import Word, clean, words

Key = tuple[str, ...]
"""A name as it is compared: folded words, each in one spelling ("S. Huntington Avenue" → s huntington ave)."""

ARTICLES = frozenset({"de", "du", "des", "la", "le", "les", "l", "d", "el", "los", "las", "del"})


class StreetGrammar:
    """The street words of all of a city's languages, the first language winning where two disagree."""

    def __init__(self, packs: Sequence[Pack]) -> None:
        self._spelling: dict[str, str] = {}
        self.types: dict[str, bool] = {}
        strong: set[str] = set()
        for position, pack in enumerate(packs):
            # Short forms of other languages ("all", "c") collide with words of the first.
            shortest = 1 if position == 0 else 4
            self._learn_types(pack, shortest, strong)
            for form, others in pack.streets.spellings.items():
                self._learn(form, others)
        self.strong_types = frozenset(strong)
        self.directions = frozenset(chain.from_iterable(pack.streets.directions for pack in packs))
        self.crossing = self._gathered([pack.streets.crossing for pack in packs], whole=True)
        self.toward = self._gathered([pack.streets.toward for pack in packs])
        self.before = self._gathered([pack.streets.before for pack in packs])
        self.number_marks = self._gathered([pack.streets.number_marks for pack in packs])
        self.not_names = self._gathered([pack.streets.not_names for pack in packs])
        self.common = self._gathered([pack.streets.common for pack in packs])
        self.units = self._gathered([pack.streets.units for pack in packs])

    def _learn_types(self, pack: Pack, shortest: int, strong: set[str]) -> None:
        for form, others in pack.streets.types.items():
            kept = [other for other in [form, *others] if len(other) >= shortest]
            if kept:
                self._learn(form, kept)
                self.types.setdefault(form, pack.streets.type_first)
                if form not in pack.streets.weak_types:
                    strong.add(form)

    def _learn(self, form: str, others: list[str]) -> None:
        self._spelling.setdefault(form, form)
        for other in others:
            for word in words(clean(other)):
                self._spelling.setdefault(word.text, self._spelling[form])

    @staticmethod
    def _gathered(lists: list[list[str]], *, whole: bool = False) -> frozenset[str]:
        phrases = [[word.text for word in words(clean(phrase))] for phrase in chain.from_iterable(lists)]
        return frozenset(" ".join(phrase) for phrase in phrases if whole or len(phrase) == 1)

    def spelled(self, word: str) -> str:
        """A folded word in the spelling that is compared."""
        return self._spelling.get(word, word)

    def keys(self, found: Sequence[Word]) -> Key:
        """The compared spelling of each word of a text."""
        spelling = self._spelling
        return tuple([spelling.get(word.text, word.text) for word in found])

    def key(self, name: str) -> Key:
        """The compared form of a street's name."""
        return self.keys(words(clean(name)))

    def bare(self, key: Key) -> Key | None:
        """The name without its type and the article behind it; None when nothing or nothing but a number is left."""
        if len(key) < 2:
            return None
        if self.types.get(key[0]):
            rest = key[1:]
            while len(rest) > 1 and rest[0] in ARTICLES:
                rest = rest[1:]
        elif key[-1] in self.types:
            rest = key[:-1]
        else:
            return None
        return rest if len("".join(rest)) > 3 and not rest[0].isdigit() else None

    def short_forms(self, key: Key) -> list[Key]:
        """Other full forms: without the article ("rue Strasbourg"), by the last word alone ("rue Joffre")."""
        rest = self.bare(key)
        if rest is None or not self.types.get(key[0]):
            return []
        forms = [(key[0], *rest)]
        if len(rest) > 1 and len(rest[-1]) > 4:
            forms.append((key[0], rest[-1]))
        return [form for form in forms if form != key]
