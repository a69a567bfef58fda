"""Whether a message tells of an emergency, by rules that depend on no statistics."""

import re
from collections.abc import Iterable, Mapping, Sequence

from nlp.pack import Pack
from nlp.phrasebook import Hit
from nlp.words import Word, stems

NEAR = 6
"""Words between which phrases that only together mean danger must stand."""

BEFORE = 3
"""Words before a hit within which a negation or a condition takes it back."""

TOGETHER = "danger:together"

_SENTENCE_END = re.compile(r"[.!?;\n]")
_CLAUSE_END = re.compile(r"[,.:!?;\n()]")


class DangerRules:
    """The danger words of all of a city's languages, for a frightened person writes in whichever comes first."""

    def __init__(self, packs: Sequence[Pack]) -> None:
        self._phrases: dict[str, list[str]] = {}
        self._together: list[list[str]] = []
        self._alone = {stems(text) for pack in packs for text in pack.danger.alone}
        for pack in packs:
            words = pack.danger
            for name in ("sure", "masks", "negations", "past", "now", "conditional"):
                self._phrases.setdefault(f"danger:{name}", []).extend(getattr(words, name))
            for number, group in enumerate(words.together):
                labels = [f"danger:{pack.code}{number}.{part}" for part in range(len(group))]
                self._phrases |= {label: part.split("|") for label, part in zip(labels, group, strict=True)}
                self._together.append(labels)

    @property
    def phrases(self) -> Mapping[str, list[str]]:
        """The phrases to look for, by label."""
        return self._phrases

    def holds(self, text: str, words: Sequence[Word], hits: Iterable[Hit]) -> bool:
        """Whether an emergency is told of as happening now."""
        if tuple(word.stem for word in words) in self._alone:
            return True
        by_label: dict[str, list[Hit]] = {}
        for hit in hits:
            if hit.label.startswith("danger:"):
                by_label.setdefault(hit.label, []).append(hit)
        masks = by_label.get("danger:masks", [])
        alarms = [*by_label.get("danger:sure", []), *self._alarms_together(by_label, masks)]
        return any(
            not _is_within(alarm, masks) and not self._is_taken_back(text, words, alarm, by_label) for alarm in alarms
        )

    def _alarms_together(self, by_label: Mapping[str, list[Hit]], masks: Sequence[Hit]) -> Iterable[Hit]:
        for labels in self._together:
            parts = [[hit for hit in by_label.get(label, []) if not _is_within(hit, masks)] for label in labels]
            for first in parts[0]:
                near = [hit for hit in parts[1] if abs(hit.first - first.first) <= NEAR and hit.first != first.first]
                if near:
                    yield Hit(TOGETHER, min(first.first, near[0].first), max(first.last, near[0].last))

    @staticmethod
    def _is_taken_back(text: str, words: Sequence[Word], alarm: Hit, by_label: Mapping[str, list[Hit]]) -> bool:
        for label in ("danger:negations", "danger:conditional"):
            for hit in by_label.get(label, []):
                between = text[words[hit.last - 1].end : words[max(alarm.first, hit.last - 1)].start]
                if 0 <= alarm.first - hit.last < BEFORE and not _CLAUSE_END.search(between):
                    return True
                if alarm.label == TOGETHER and _is_within(hit, [alarm]):
                    return True
        here = _sentence(text, words, alarm)
        past = any(_is_within(hit, [here]) for hit in by_label.get("danger:past", []))
        return past and not any(_is_within(hit, [here]) for hit in by_label.get("danger:now", []))


def _is_within(hit: Hit, others: Iterable[Hit]) -> bool:
    return any(other.first <= hit.first and hit.last <= other.last for other in others)


def _sentence(text: str, words: Sequence[Word], hit: Hit) -> Hit:
    """The words of the sentence around a hit."""
    first, last = hit.first, hit.last
    while first > 0 and not _SENTENCE_END.search(text, words[first - 1].end, words[first].start):
        first -= 1
    while last < len(words) and not _SENTENCE_END.search(text, words[last - 1].end, words[last].start):
        last += 1
    return Hit("sentence", first, last)
