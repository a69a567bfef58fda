"""Phrases with alternatives and words that may be missing: "fell/slid in/into (the) river/lake".

Written out, a few hundred of them would be millions. They are read together, word by word: what was told so far decides
which of them are still open, and each such set of open phrases is worked out when a text first comes to it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import product
from typing import NamedTuple

from nlp.phrasebook import Hit
from nlp.words import stems

Stems = tuple[str, ...]


class Slot(NamedTuple):
    """One place of a phrase: what may stand there, by the first word of each, and whether it may stay empty."""

    fillers: Mapping[str, tuple[Stems, ...]]
    optional: bool


class Phrase(NamedTuple):
    """A phrase by its label and its slots."""

    label: str
    slots: tuple[Slot, ...]


class Place(NamedTuple):
    """How far one phrase is told: its number, its next slot, and the words still to come of the one before."""

    phrase: int
    slot: int
    rest: Stems = ()


class Open:
    """The phrases that words so far may begin: the labels of those that are complete, and what may follow."""

    def __init__(self, phrases: Sequence[Phrase], places: Iterable[Place]) -> None:
        self.labels: set[str] = set()
        self.leads: dict[str, set[Place]] = defaultdict(set)
        for number, next_slot, rest in places:
            if rest:
                self.leads[rest[0]].add(Place(number, next_slot, rest[1:]))
            elif self._follow(number, next_slot, phrases[number].slots):
                self.labels.add(phrases[number].label)
        self.then: dict[str, Open] = {}

    def _follow(self, number: int, next_slot: int, slots: Sequence[Slot]) -> bool:
        """Learn what may come next; says whether nothing needs to."""
        for place in range(next_slot, len(slots)):
            for word, rests in slots[place].fillers.items():
                self.leads[word].update(Place(number, place + 1, rest) for rest in rests)
            if not slots[place].optional:
                return False
        return True


class SlotPhrases:
    """Labelled phrases; `a/b` are alternatives, `(a/b)` may be missing. Compared like those of a Phrasebook."""

    def __init__(self, phrases: Mapping[str, Iterable[str]]) -> None:
        slot = cache(_slot)  # "(the/a)" stands in every other phrase
        self._phrases = [
            Phrase(label, tuple(map(slot, text.split()))) for label, texts in phrases.items() for text in texts
        ]
        for phrase in self._phrases:
            if all(one.optional for one in phrase.slots):
                raise ValueError(f"{phrase.label}: a phrase of which every word may be missing")
        self._known: dict[frozenset[Place], Open] = {}
        self._start = Open(self._phrases, [Place(number, 0) for number in range(len(self._phrases))])

    def find(self, found: Sequence[str]) -> list[Hit]:
        """The phrases among these stems: of each label the longest from each word on."""
        hits: list[Hit] = []
        for first, stem in enumerate(found):
            if stem not in self._start.leads:
                continue
            longest: dict[str, int] = {}
            told = self._start
            for last in range(first, len(found)):
                word = found[last]
                if word not in told.leads:
                    break
                told = told.then.get(word) or self._after(told, word)
                for label in told.labels:
                    longest[label] = last + 1
            hits += [Hit(label, first, last) for label, last in longest.items()]
        return hits

    def _after(self, told: Open, word: str) -> Open:
        """The phrases that are open after one more word, which must not end them all."""
        places = frozenset(told.leads[word])
        if places not in self._known:
            self._known[places] = Open(self._phrases, places)
        told.then[word] = self._known[places]
        return told.then[word]


def written_out(phrase: str) -> Iterator[str]:
    """Every wording of a phrase with alternatives: for a Phrasebook, where they are few."""
    parts = [_alternatives(part) for part in phrase.split()]
    for chosen in product(*((*texts, "") if optional else texts for texts, optional in parts)):
        yield " ".join(filter(None, chosen))


def _alternatives(part: str) -> tuple[list[str], bool]:
    """What may stand at one place of a phrase, and whether nothing may."""
    optional = part.startswith("(") and part.endswith(")")
    return (part[1:-1] if optional else part).split("/"), optional


def _slot(part: str) -> Slot:
    texts, optional = _alternatives(part)
    fillers: dict[str, list[Stems]] = defaultdict(list)
    for text in texts:
        # A frightened thumb writes "cant" and "jarrive".
        for form in dict.fromkeys((text, text.replace("'", ""))):
            if cut := stems(form):
                fillers[cut[0]].append(cut[1:])
    if not fillers:
        raise ValueError(f"{part!r}: no word stands there")
    return Slot({word: tuple(rests) for word, rests in fillers.items()}, optional)
