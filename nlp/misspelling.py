"""The street name that a misspelt one most likely means."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from nlp.streetgrammar import ARTICLES, Key, StreetGrammar

LEAST = 55.0
"""Similarity in per cent under which a name is not even offered."""


class Names:
    """Names with the key of each, the shortest first: only names of about its length can be what a name means."""

    def __init__(self, keys: dict[str, Key]) -> None:
        self._rank = {name: rank for rank, name in enumerate(keys)}
        self._names = sorted(keys, key=len)
        self._lengths = [len(name) for name in self._names]
        self._keys = keys

    def nearest(self, name: str) -> tuple[Key | None, float]:
        """The most similar name's key and how sure it is; None when none is near enough."""
        # In a short name one letter makes another name.
        edits = 0 if len(name) < 5 else 1 if len(name) < 9 else 2
        if not edits:
            return None, 0.0
        shortest, longest = len(name) - edits, len(name) + edits
        alike = self._names[bisect_left(self._lengths, shortest) : bisect_right(self._lengths, longest)]
        found = process.extract(name, alike, scorer=OSA.distance, score_cutoff=edits, limit=None)
        best, distance, _ = min(found, key=lambda one: (one[1], self._rank[one[0]]), default=("", 0, 0))
        if not best or (len(name) < 7 and best[0] != name[0]):
            return None, 0.0
        return self._keys[best], 1.0 - 0.15 * distance

    def offered(self, name: str, limit: int) -> list[Key]:
        """The keys of the names to offer for one that the city does not know, most similar first."""
        found = process.extract(name, list(self._keys), scorer=fuzz.ratio, score_cutoff=LEAST, limit=limit)
        return [self._keys[one] for one, _, _ in found]


class NearNames:
    """Street names by their type, to be compared letter by letter."""

    def __init__(self, keys: Iterable[Key], grammar: StreetGrammar) -> None:
        self._grammar = grammar
        by_type: dict[str, dict[str, Key]] = defaultdict(dict)
        every: dict[str, Key] = {}
        for key in keys:
            name = self._name(key)
            for kind in {key[0], key[-1]} & grammar.types.keys():
                by_type[kind].setdefault(name, key)
            if len(name) > 4:
                every.setdefault(name, key)
        self._by_type = {kind: Names(names) for kind, names in by_type.items()}
        self._every = Names(every)

    def _name(self, key: Key) -> str:
        kept = self._grammar.bare(key) or key
        return " ".join(word for word in kept if word not in ARTICLES) or " ".join(key)

    def nearest(self, key: Key, kind: str) -> tuple[Key | None, float]:
        """The most similar name of this street type and how sure it is; None when none is near enough."""
        names = self._by_type.get(kind)
        return names.nearest(self._name(key)) if names else (None, 0.0)

    def nearest_of_all(self, name: str) -> tuple[Key | None, float]:
        """The most similar name of any type, for a name that stands without one."""
        return self._every.nearest(name)

    def candidates(self, key: Key, kind: str, limit: int = 3) -> list[Key]:
        """The names to offer for one that the city does not know, most similar first."""
        names = self._by_type.get(kind)
        return names.offered(self._name(key), limit) if names else []
