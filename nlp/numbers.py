"""The number of a report or of a choice that a message names."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import chain

from nlp.cover import Cover
from nlp.pack import Pack
from nlp.words import Word, stems, words

MOST_DIGITS = 9
MOST_BEFORE_ORDINAL = 6
"""Words of a message among which an ordinal says what it is about; later ones tell of something else."""
ENDS_CLAUSE = frozenset(":,.;!?)")


class NumberReader:
    """Finds report numbers ("report 1024", "#1024") and choices ("2", "the second one") in all languages."""

    def __init__(self, packs: Sequence[Pack]) -> None:
        self._report = _phrases(chain.from_iterable(pack.numbers.report for pack in packs))
        self._weak = _phrases(chain.from_iterable(pack.numbers.report_weak for pack in packs))
        self._choice = {
            word for phrase in _phrases(chain.from_iterable(p.numbers.choice for p in packs)) for word in phrase
        }
        self._ordinals: dict[tuple[str, ...], int] = {}
        self._languages: dict[tuple[str, ...], list[str]] = defaultdict(list)
        for pack in packs:
            for number, names in pack.numbers.ordinals.items():
                for name in names:
                    self._ordinals.setdefault(stems(name), number)
                    self._languages[stems(name)].append(pack.code)
        # "a", "un" and "two" count things; they point at none.
        counting = {
            stems(name) for pack in packs if pack.times for names in pack.times.numbers.values() for name in names
        }
        self._pointing = {words: number for words, number in self._ordinals.items() if words not in counting}
        self._longest: dict[str, int] = {}
        for pointing in self._pointing:
            self._longest[pointing[0]] = max(self._longest.get(pointing[0], 0), len(pointing))

    def report(self, text: str, found: Sequence[Word], places: Sequence[tuple[int, int]]) -> int | None:
        """The number of a report, or None; a number that belongs to a place is none."""
        alone = len(found) == 1
        taken = Cover(places)
        for position, word in enumerate(found):
            if not _is_number(word.text) or taken.touches(word.start, word.start + 1):
                continue
            hashed = word.start > 0 and text[word.start - 1] == "#"
            if alone or hashed or self._is_announced(text, found, position):
                return int(word.text)
        return None

    def _is_announced(self, text: str, found: Sequence[Word], position: int) -> bool:
        stop = position
        # "report no. 1024", "signalement n° 1024": the weak word only stands between.
        while stop and (found[stop - 1].stem,) in self._weak:
            stop -= 1
        if stop and (found[stop - 1].stem,) in self._report:
            return True
        end = found[position].end
        ends = text[end : end + 1] in ENDS_CLAUSE or position == len(found) - 1
        if not ends or len(found[position].text) < 3:
            return False
        before = tuple(word.stem for word in found[max(0, position - 3) : position])
        return any(before[-length:] in self._weak for length in range(1, len(before) + 1))

    def ordinal(self, found: Sequence[Word], places: Sequence[tuple[int, int]]) -> int | None:
        """Which of several a message speaks of ("the second one is at 14"); "2nd Street" is a place."""
        for first, word in enumerate(found[:MOST_BEFORE_ORDINAL]):
            longest = self._longest.get(word.stem, 0)
            if longest and any(start <= word.start < end for start, end in places):
                continue
            for length in range(longest, 0, -1):
                number = self._pointing.get(tuple(word.stem for word in found[first : first + length]))
                if number is not None:
                    return number
        return None

    def languages_of(self, core: tuple[str, ...]) -> list[str]:
        """The languages in which these stems alone are the words of a choice."""
        return self._languages.get(core, [])

    def choice(self, found: Sequence[Word], core: tuple[str, ...]) -> int | None:
        """The number of a choice when the message is nothing but that; `core` are its stems without politeness."""
        if core in self._ordinals:
            return self._ordinals[core]
        if core and _is_number(core[-1]) and all(word in self._choice for word in core[:-1]):
            return int(core[-1])
        return int(found[0].text) if len(found) == 1 and _is_number(found[0].text) else None


def _is_number(word: str) -> bool:
    return word.isdigit() and word.isascii() and len(word) <= MOST_DIGITS


def _phrases(texts: Iterable[str]) -> set[tuple[str, ...]]:
    return {tuple(word.stem for word in words(text)) for text in texts}
