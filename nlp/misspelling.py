"""The street name that a misspelt one most likely means."""

from collections import defaultdict
from collections.abc import Iterable

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from nlp.streetgrammar import ARTICLES, Key, StreetGrammar

LEAST = 55.0
"""Similarity in per cent under which a name is not even offered."""


class NearNames:
    """Street names by their type, to be compared letter by letter."""

    def __init__(self, keys: Iterable[Key], grammar: StreetGrammar) -> None:
        self._grammar = grammar
        by_type: dict[str, dict[str, Key]] = defaultdict(dict)
        self._all: dict[str, Key] = {}
        for key in keys:
            name = self._name(key)
            for kind in {key[0], key[-1]} & grammar.types.keys():
                by_type[kind].setdefault(name, key)
            if len(name) > 4:
                self._all.setdefault(name, key)
        self._by_type = {kind: (list(names), list(names.values())) for kind, names in by_type.items()}
        self._all_names, self._all_keys = list(self._all), list(self._all.values())

    def _name(self, key: Key) -> str:
        kept = self._grammar.bare(key) or key
        return " ".join(word for word in kept if word not in ARTICLES) or " ".join(key)

    def nearest(self, key: Key, kind: str) -> tuple[Key | None, float]:
        """The most similar name of this street type and how sure it is; None when none is near enough."""
        names, keys = self._by_type.get(kind, ((), ()))
        return self._nearest(self._name(key), names, keys)

    def nearest_of_all(self, name: str) -> tuple[Key | None, float]:
        """The most similar name of any type, for a name that stands without one."""
        return self._nearest(name, self._all_names, self._all_keys)

    @staticmethod
    def _nearest(name: str, names: Iterable[str], keys: list[Key] | tuple[()]) -> tuple[Key | None, float]:
        # In a short name one letter makes another name.
        edits = 0 if len(name) < 5 else 1 if len(name) < 9 else 2
        found = process.extractOne(name, names, scorer=OSA.distance, score_cutoff=edits) if edits else None
        if found is None or (len(name) < 7 and found[0][0] != name[0]):
            return None, 0.0
        _, distance, position = found
        return keys[position], 1.0 - 0.15 * distance

    def candidates(self, key: Key, kind: str, limit: int = 3) -> list[Key]:
        """The names to offer for one that the city does not know, most similar first."""
        names, keys = self._by_type.get(kind, ((), ()))
        found = process.extract(self._name(key), names, scorer=fuzz.ratio, score_cutoff=LEAST, limit=limit)
        return [keys[position] for _, _, position in found]
