"""Whether a message tells of an emergency, by rules that depend on no statistics."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from nlp.pack import Pack, load
from nlp.phrasebook import Hit, Phrasebook
from nlp.words import Word, clean, stems, words

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
            for name in ("sure", "masks", "negations", "past", "now", "conditional"):
                self._phrases.setdefault(f"danger:{name}", []).extend(_spellings(getattr(pack.danger, name)))
            for number, group in enumerate(pack.danger.together):
                labels = [f"danger:{pack.code}{number}.{part}" for part in range(len(group))]
                self._phrases |= {label: _spellings(part.split("|")) for label, part in zip(labels, group, strict=True)}
                self._together.append(labels)

    @property
    def phrases(self) -> Mapping[str, list[str]]:
        """The phrases to look for, by label."""
        return self._phrases

    def heard(self, text: str, found: Sequence[Word], hits: Iterable[Hit]) -> bool | None:
        """Whether an emergency is told of as happening now.

        None when no word of danger stands there; False when one does that is denied, past, feared or harmless.
        """
        if tuple(word.stem for word in found) in self._alone:
            return True
        by_label: dict[str, list[Hit]] = {}
        for hit in hits:
            if hit.label.startswith("danger:"):
                by_label.setdefault(hit.label, []).append(hit)
        masks = by_label.get("danger:masks", [])
        alarms = [_Told(hit, (hit,)) for hit in by_label.get("danger:sure", [])]
        alarms += self._alarms_together(by_label, masks)
        if any(
            not _overlaps(alarm.span, masks) and not self._is_taken_back(text, found, alarm, by_label)
            for alarm in alarms
        ):
            return True
        return False if alarms or masks else None

    def _alarms_together(self, by_label: Mapping[str, list[Hit]], masks: Sequence[Hit]) -> Iterable["_Told"]:
        free = {label: [hit for hit in hits if not _is_within(hit, masks)] for label, hits in by_label.items()}
        for one, other in self._together:
            if one not in free or other not in free:
                continue
            for first in free[one]:
                near = [hit for hit in free[other] if abs(hit.first - first.first) <= NEAR and hit.first != first.first]
                for second in near:
                    span = Hit(TOGETHER, min(first.first, second.first), max(first.last, second.last))
                    yield _Told(span, (first, second))

    @staticmethod
    def _is_taken_back(text: str, words: Sequence[Word], told: "_Told", by_label: Mapping[str, list[Hit]]) -> bool:
        alarm, parts = told
        for label in ("danger:negations", "danger:conditional"):
            for hit in by_label.get(label, []):
                between = text[words[hit.last - 1].end : words[max(alarm.first, hit.last - 1)].start]
                if 0 <= alarm.first - hit.last < BEFORE and not _CLAUSE_END.search(between):
                    return True
                # The "not" of "not moving" belongs to the peril.
                if _is_within(hit, [alarm]) and not _is_within(hit, parts):
                    return True
        here = _sentence(text, words, alarm)
        past = any(_is_within(hit, [here]) for hit in by_label.get("danger:past", []))
        return past and not any(_is_within(hit, [here]) for hit in by_label.get("danger:now", []))


class _Told(NamedTuple):
    """Words that tell of an emergency: where they stand, and the phrases among them."""

    span: Hit
    parts: tuple[Hit, ...]


class Alarm:
    """The danger rules of some languages alone: whether a text tells of an emergency."""

    def __init__(self, codes: Sequence[str]) -> None:
        self._rules = DangerRules([load(code) for code in codes])
        self._phrasebook = Phrasebook(codes[0], self._rules.phrases)

    def __call__(self, text: str) -> bool:
        """Whether the rules call it an emergency."""
        cleaned = clean(text)
        found = words(cleaned)
        return bool(self._rules.heard(cleaned, found, self._phrasebook.find(found)))


def _spellings(phrases: Iterable[str]) -> list[str]:
    """The phrases, and each without its apostrophes: a frightened thumb writes "cant" and "jarrive"."""
    return [form for phrase in phrases for form in dict.fromkeys((phrase, phrase.replace("'", "")))]


def _overlaps(alarm: Hit, masks: Iterable[Hit]) -> bool:
    """Whether a mask takes words of an alarm away: "on fire" of "on fire escape"; wide alarms stand beside it."""
    if alarm.label == TOGETHER:
        return _is_within(alarm, masks)
    return any(mask.first < alarm.last and alarm.first < mask.last for mask in masks)


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
