"""Where a text names streets, by full name, by bare name where the words around allow it, or nearly."""

import re
from collections import defaultdict
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from nlp.misspelling import NearNames
from nlp.street import Street
from nlp.streetgrammar import ARTICLES, Key, StreetGrammar
from nlp.words import Word

HOUSE_NUMBER = re.compile(r"([0-9]{1,5})(bis|ter|quater|[a-h])?")


SHORT_ANSWER = 6
"""Words up to which a text is read as an answer to "where?", so that small letters and bare names will do."""


class Mention(NamedTuple):
    """The words from `first` up to `last` name one of `streets` (one name, an entry per area)."""

    first: int
    last: int
    streets: tuple[Street, ...]
    sureness: float


class Wording(NamedTuple):
    """A text with its words and their compared spelling."""

    text: str
    words: list[Word]
    keys: Key

    def is_capital(self, position: int) -> bool:
        """Whether the word was written with a capital letter."""
        return self.text[self.words[position].start].isupper()

    def gap(self, position: int) -> str:
        """What stands between this word and the next one."""
        return self.text[self.words[position].end : self.words[position + 1].start]

    def part(self, first: int, last: int) -> str:
        """The text from word `first` up to word `last`, without the latter."""
        return self.text[self.words[first].start : self.words[last - 1].end]


class StreetIndex:
    """All street names of a city, ready to be met in a text."""

    def __init__(
        self, streets: Sequence[Street], grammar: StreetGrammar, areas: AbstractSet[Key] = frozenset()
    ) -> None:
        self.grammar = grammar
        self._areas = areas
        self._full: dict[Key, list[Street]] = defaultdict(list)
        self._bare: dict[Key, list[Street]] = defaultdict(list)
        for street in streets:
            self._full[street.key].append(street)
        self._add_short_forms()
        self._longest: dict[str, int] = {}
        for key in (*self._full, *self._bare):
            self._longest[key[0]] = max(self._longest.get(key[0], 0), len(key))
        self.near = NearNames(self._full, grammar)

    def _add_short_forms(self) -> None:
        shorter: dict[Key, list[Street]] = defaultdict(list)
        for key, streets in self._full.items():
            bare = self.grammar.bare(key)
            if bare:
                self._bare[bare].extend(streets)
            for form in self.grammar.short_forms(key):
                shorter[form].extend(streets)
            if len(key) > 1 and key[0] in self.grammar.directions and key[1] not in self.grammar.types:
                shorter[key[1:]].extend(streets)
        for form, streets in shorter.items():
            # A street that is really called so comes first; a short form of two names means neither.
            if form not in self._full and len({street.name for street in streets}) <= 2:
                self._full[form] = streets

    def streets(self, key: Key) -> tuple[Street, ...]:
        """The streets of this full name."""
        return tuple(self._full.get(key, ()))

    def find(self, wording: Wording) -> list[Mention]:
        """The mentions of known names, from left to right, the longest where several begin at one word."""
        found: list[Mention] = []
        position = 0
        keys, longest = wording.keys, self._longest
        while position < len(keys):
            length = longest.get(keys[position])
            mention = self._at(wording, position, length) if length else None
            if mention:
                found.append(mention)
            position = mention.last if mention else position + 1
        return found

    def _at(self, wording: Wording, first: int, longest: int) -> Mention | None:
        last_word = min(first + longest, len(wording.keys))
        for last in range(last_word, first, -1):
            key = wording.keys[first:last]
            if key in self._full and self._is_name(wording, first, last):
                return Mention(first, last, tuple(self._full[key]), 1.0)
            # "Adams" alone is the village, "calle Adams" the street.
            is_street = key in self._bare and (key not in self._areas or self._is_typed(wording, first))
            if is_street and self._is_bare_name(wording, first, last):
                return self._bare_mention(wording, first, last)
        return None

    def _is_name(self, wording: Wording, first: int, last: int) -> bool:
        """A full name of one word ("Broadway", "Fenway") could be the area or any word: it needs its capital."""
        return last - first > 1 or (wording.keys[first] not in self.grammar.types and wording.is_capital(first))

    def _is_bare_name(self, wording: Wording, first: int, last: int) -> bool:
        """Whether the words around allow a name without its type, which may be any word, to be a street."""
        grammar, word = self.grammar, wording.words[first].text
        capital = wording.is_capital(first)
        before = wording.words[first - 1].text if first else ""
        numbered = HOUSE_NUMBER.fullmatch(before) is not None
        if last == len(wording.keys) and first <= numbered:
            return True
        if last - first == 1 and word in grammar.common and not capital:
            return False
        if numbered:
            return word not in grammar.units
        behind = wording.words[last].text if last < len(wording.keys) else ""
        if self._is_typed(wording, first):
            return True
        short = len(wording.keys) <= SHORT_ANSWER and (before or behind) in grammar.crossing
        if first == 0:
            return short or (capital and (self._has_type_behind(wording, last) or behind in grammar.before))
        licensed = before in grammar.before or wording.keys[first - 1] in grammar.types or "&" in wording.gap(first - 1)
        return licensed and (capital or short or (last - first > 1 and not _has_capitals(wording)))

    def _has_type_behind(self, wording: Wording, last: int) -> bool:
        return last < len(wording.keys) and self.grammar.types.get(wording.keys[last]) is False

    def _bare_mention(self, wording: Wording, first: int, last: int) -> Mention:
        streets = tuple(self._bare[wording.keys[first:last]])
        if self._has_type_behind(wording, last):
            # The right name with the wrong type: "Lincoln Road" for Lincoln Street.
            return Mention(first, last + 1, streets, 0.6)
        return Mention(first - self._is_typed(wording, first), last, streets, 0.8)

    def _is_typed(self, wording: Wording, first: int) -> bool:
        """Whether a type that stands before its name does so here: "calle Adams"."""
        return first > 0 and self.grammar.types.get(wording.keys[first - 1], False)

    def guess(self, wording: Wording, known: Sequence[Mention]) -> tuple[list[Mention], list[Mention]]:
        """Misspelt names, and phrases that look like a street and are none, with the nearest names for each."""
        taken = {position for mention in known for position in range(mention.first, mention.last)}
        guesses: list[Mention] = []
        unknown: list[Mention] = []
        for first, last, kind in self._phrases(wording, taken)[:4]:
            mention = self._best_guess(wording, first, last, kind)
            if mention:
                guesses.append(mention)
            elif self._looks_named(wording, first, last) and kind in self.grammar.strong_types:
                unknown.append(Mention(first, last, (), 0.0))
        return guesses, unknown

    def _phrases(self, wording: Wording, taken: AbstractSet[int]) -> list[tuple[int, int, str]]:
        """Runs of words around a street type that could be its name, as (first, last, type)."""
        found = []
        for position, key in enumerate(wording.keys):
            type_first = self.grammar.types.get(key)
            if type_first is None or position in taken:
                continue
            run = self._run(wording, position, 1 if type_first else -1, taken)
            if run:
                found.append((min(run[-1], position), max(run[-1], position) + 1, key))
        return found

    def _run(self, wording: Wording, start: int, step: int, taken: AbstractSet[int]) -> list[int]:
        run: list[int] = []
        position = start + step
        while 0 <= position < len(wording.keys) and len(run) < (3 if step < 0 else 6) and position not in taken:
            gap = wording.gap(position if step < 0 else position - 1)
            word = wording.words[position].text
            is_article = step > 0 and word in ARTICLES
            if (
                gap.strip(" -'.")
                or word[0].isdigit()
                or (word in self.grammar.not_names and not (is_article and _all_articles(wording, run)))
            ):
                break
            run.append(position)
            position += step
        return [] if step > 0 and _all_articles(wording, run) else run

    def _best_guess(self, wording: Wording, first: int, last: int, kind: str) -> Mention | None:
        spans = (
            [(first, end) for end in range(last, first + 1, -1)]
            if self.grammar.types[kind]
            else [(start, last) for start in range(first, last - 1)]
        )
        best: Mention | None = None
        for start, end in spans:
            key, sureness = self.near.nearest(wording.keys[start:end], kind)
            if key and (best is None or sureness > best.sureness):
                best = Mention(start, end, self.streets(key), sureness)
        return best

    def _looks_named(self, wording: Wording, first: int, last: int) -> bool:
        name = [position for position in range(first, last) if wording.keys[position] not in self.grammar.types]
        after_number = first > 0 and HOUSE_NUMBER.fullmatch(wording.words[first - 1].text)
        return (
            bool(after_number)
            or len(wording.keys) <= 5
            or any(wording.is_capital(position) for position in name if position)
        )


def _has_capitals(wording: Wording) -> bool:
    """Whether the writer uses capital letters beyond the first word."""
    return any(map(wording.is_capital, range(1, len(wording.keys))))


def _all_articles(wording: Wording, run: Sequence[int]) -> bool:
    """Whether nothing but articles stands at these positions."""
    return all(wording.words[position].text in ARTICLES for position in run)
