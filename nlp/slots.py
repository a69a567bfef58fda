"""Phrases with alternatives and words that may be missing: "fell/slid in/into (the) river/lake".

Written out, a few hundred of them would be millions; here each word of a text only starts the phrases it can begin.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product
from typing import NamedTuple

from nlp.phrasebook import Hit
from nlp.words import stems

Stems = tuple[str, ...]


class Slot(NamedTuple):
    """One place of a phrase: what may stand there, by the first word of each, and whether it may stay empty."""

    fillers: Mapping[str, tuple[Stems, ...]]
    optional: bool


class Start(NamedTuple):
    """A phrase as it is found from one of its slots on."""

    label: str
    slots: tuple[Slot, ...]


class Begun(NamedTuple):
    """The phrases that a word can begin: some before any word, others by the word that must follow."""

    always: list[Start]
    before: dict[str, list[Start]]


class SlotPhrases:
    """Labelled phrases; `a/b` are alternatives, `(a/b)` may be missing. Compared like those of a Phrasebook."""

    def __init__(self, phrases: Mapping[str, Iterable[str]]) -> None:
        self._starts: dict[str, Begun] = {}
        for label, texts in phrases.items():
            for text in texts:
                self._learn(label, tuple(_slot(part) for part in text.split()))

    def _learn(self, label: str, slots: tuple[Slot, ...]) -> None:
        for position, slot in enumerate(slots):
            start = Start(label, slots[position:])
            for word, rests in slot.fillers.items():
                begun = self._starts.setdefault(word, Begun([], {}))
                then = _then(rests, slots[position + 1 :])
                for heard in [begun.always] if then is None else [begun.before.setdefault(one, []) for one in then]:
                    heard.append(start)
            if not slot.optional:
                return
        raise ValueError(f"{label}: a phrase of which every word may be missing")

    def find(self, found: Sequence[str]) -> list[Hit]:
        """The phrases among these stems: of each label the longest from each word on."""
        hits: list[Hit] = []
        for first, stem in enumerate(found):
            begun = self._starts.get(stem)
            if begun is None:
                continue
            after = found[first + 1] if first + 1 < len(found) else ""
            longest: dict[str, int] = {}
            for label, slots in (*begun.always, *begun.before.get(after, ())):
                last = _end(slots, found, first)
                if last > longest.get(label, first):
                    longest[label] = last
            hits += [Hit(label, first, last) for label, last in longest.items()]
        return hits


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


def _then(rests: Iterable[Stems], slots: Sequence[Slot]) -> frozenset[str] | None:
    """What may follow the first word: most phrases are ruled out by a look at it."""
    words = {rest[0] for rest in rests if rest}
    if all(rests):
        return frozenset(words)
    for slot in slots:
        words.update(slot.fillers)
        if not slot.optional:
            return frozenset(words)
    return None


def _end(slots: Sequence[Slot], found: Sequence[str], position: int) -> int:
    """Where the longest way through the slots ends, 0 when there is none."""
    if not slots:
        return position
    slot, rest = slots[0], slots[1:]
    best = _end(rest, found, position) if slot.optional else 0
    for others in slot.fillers.get(found[position], ()) if position < len(found) else ():
        after = position + 1 + len(others)
        if not others or tuple(found[position + 1 : after]) == others:
            best = max(best, _end(rest, found, after))
    return best
