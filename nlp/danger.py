"""Whether a message tells of an emergency, by rules that depend on no statistics."""

import re
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from nlp.pack import Pack, load
from nlp.perils import LONE, PERILS, Peril
from nlp.phrasebook import Hit, Phrasebook
from nlp.slots import SlotPhrases, written_out
from nlp.words import Word, clean, stems, words

BEFORE = 3
"""Words before a hit within which a negation or a condition takes it back."""

_SENTENCE_END = re.compile(r"[.!?;\n]")
_CLAUSE_END = re.compile(r"[,.:!?;\n()]")
_YEAR = re.compile(r"1[89]\d\d|20[012]\d")


class Heard(StrEnum):
    """What the rules hear: an emergency, what most often is one, or one that is denied, past or harmless."""

    SURE = "sure"
    LIKELY = "likely"
    TAKEN_BACK = "taken back"


class DangerRules:
    """The danger words of all of a city's languages, for a frightened person writes in whichever comes first."""

    def __init__(self, packs: Sequence[Pack]) -> None:
        self._phrases: dict[str, list[str]] = {}
        self._alone = {stems(text) for pack in packs for text in pack.danger.alone}
        for pack in packs:
            for name in ("sure", "masks", "negations", "past", "now", "conditional", "staged", "asked"):
                self._phrases.setdefault(f"danger:{name}", []).extend(_spellings(getattr(pack.danger, name)))
        self._groups = SlotPhrases({
            f"{pack.code}.{name}": texts for pack in packs for name, texts in pack.danger.groups.items()
        })  # fmt: skip
        self._lone = [f"{pack.code}.{LONE}" for pack in packs]
        self._meant = {
            stems(written)[0]: stems(meant)[0]
            for pack in packs
            for meant, spellings in pack.danger.spellings.items()
            for written in spellings
        }
        self._pairs: dict[str, list[Peril]] = {}
        for pack in packs:
            for peril in PERILS:
                paired = peril._replace(one=f"{pack.code}.{peril.one}", other=f"{pack.code}.{peril.other}")
                self._pairs.setdefault(paired.one, []).append(paired)

    @property
    def phrases(self) -> Mapping[str, list[str]]:
        """The phrases to look for, by label."""
        return self._phrases

    def heard(self, text: str, found: Sequence[Word], hits: Iterable[Hit]) -> Heard | None:
        """What is told of as happening now; None when no word of danger stands there."""
        cut = [word.stem for word in found]
        if tuple(cut) in self._alone:
            return Heard.SURE
        by_label: dict[str, list[Hit]] = {}
        for hit in hits:
            if hit.label.startswith("danger:"):
                by_label.setdefault(hit.label, []).append(hit)
        masks = by_label.get("danger:masks", [])
        scene = _Scene(text, found, by_label)
        sure = scene.in_earnest(
            _Alarm(hit, (hit,)) for hit in by_label.get("danger:sure", ()) if not _overlaps(hit, masks)
        )
        told = [alarm for alarm in sure if not scene.takes_back(alarm)]
        if any(not scene.is_asked(alarm) for alarm in told):
            return Heard.SURE
        groups = self._by_group(cut, masks)
        pairs = scene.in_earnest(self._paired(groups))
        likely = [alarm for alarm in pairs if scene.is_one_sentence(alarm.span) and not scene.takes_back(alarm)]
        if any(not scene.is_asked(alarm) for alarm in likely):
            return Heard.LIKELY
        if not (told or likely) and (sure or pairs or masks):
            return Heard.TAKEN_BACK
        return None

    def _by_group(self, cut: Sequence[str], masks: Sequence[Hit]) -> dict[str, list[Hit]]:
        """The phrases of the groups, outside harmless words."""
        by_group: dict[str, list[Hit]] = {}
        for hit in self._groups.find([self._meant.get(one, one) for one in cut]):
            if not _is_within(hit, masks):
                by_group.setdefault(hit.label, []).append(hit)
        return by_group

    def _paired(self, by_group: Mapping[str, Sequence[Hit]]) -> Iterable["_Alarm"]:
        """Who or what, and what happens to them: two phrases that stand near each other.

        Some tell both by themselves.
        """
        yield from (_Alarm(hit, (hit,)) for label in self._lone for hit in by_group.get(label, ()))
        for label, ones in by_group.items():
            for peril in self._pairs.get(label, ()):
                others = by_group.get(peril.other, ())
                yield from (_both(one, other) for one in ones for other in others if _is_near(peril, one, other))


class _Alarm(NamedTuple):
    """Words that tell of an emergency: where they stand, and the phrases among them."""

    span: Hit
    parts: tuple[Hit, ...]


class _Scene(NamedTuple):
    """What stands around an alarm."""

    text: str
    words: Sequence[Word]
    by_label: Mapping[str, Sequence[Hit]]

    def takes_back(self, alarm: _Alarm) -> bool:
        """Whether it is denied, feared or past."""
        span, parts = alarm
        for label in ("danger:negations", "danger:conditional"):
            for hit in self.by_label.get(label, ()):
                between = self.text[self.words[hit.last - 1].end : self.words[max(span.first, hit.last - 1)].start]
                if 0 <= span.first - hit.last < BEFORE and not _CLAUSE_END.search(between):
                    return True
                # The "not" of "not moving" belongs to the peril.
                if _is_within(hit, [span]) and not _is_within(hit, parts):
                    return True
        here = self.sentence(span)
        past = [hit for hit in self.by_label.get("danger:past", ()) if _is_within(hit, [here])]
        if not past and not any(_YEAR.fullmatch(word.text) for word in self.words[here.first : here.last]):
            return False
        # The "since" of "mended since" is none of now.
        now = (hit for hit in self.by_label.get("danger:now", ()) if not _is_within(hit, past))
        return not any(_is_within(hit, [here]) for hit in now)

    def in_earnest(self, alarms: Iterable[_Alarm]) -> list[_Alarm]:
        """Those that are neither played nor proposed nor a matter of prices."""
        staged = self.by_label.get("danger:staged", ())

        def is_staged(alarm: _Alarm) -> bool:
            here = self.sentence(alarm.span)
            return any(_is_within(hit, [here]) and not _is_within(hit, alarm.parts) for hit in staged)

        return [alarm for alarm in alarms if not (staged and is_staged(alarm))]

    def is_asked(self, alarm: _Alarm) -> bool:
        """Whether it stands in a question about what is or was, not about what to do now."""
        if "danger:asked" not in self.by_label:
            return False
        here = self.sentence(alarm.span)
        if "?" not in self.text[self.words[here.last - 1].end :][:3]:
            return False
        return any(_is_within(hit, [here]) for hit in self.by_label["danger:asked"])

    def sentence(self, hit: Hit) -> Hit:
        """The words of the sentence around a hit."""
        first, last = hit.first, hit.last
        while first > 0 and not _SENTENCE_END.search(self.text, self.words[first - 1].end, self.words[first].start):
            first -= 1
        while last < len(self.words) and not _SENTENCE_END.search(
            self.text, self.words[last - 1].end, self.words[last].start
        ):
            last += 1
        return Hit("sentence", first, last)

    def is_one_sentence(self, hit: Hit) -> bool:
        """Whether no sentence ends within a hit."""
        return not _SENTENCE_END.search(self.text, self.words[hit.first].start, self.words[hit.last - 1].end)


class Alarm:
    """The danger rules of some languages alone: whether a text tells of an emergency."""

    def __init__(self, codes: Sequence[str]) -> None:
        self._rules = DangerRules([load(code) for code in codes])
        self._phrasebook = Phrasebook(codes[0], self._rules.phrases)

    def __call__(self, text: str) -> bool:
        """Whether the rules are sure of an emergency."""
        cleaned = clean(text)
        found = words(cleaned)
        return self._rules.heard(cleaned, found, self._phrasebook.find(found)) is Heard.SURE


def _both(one: Hit, other: Hit) -> _Alarm:
    return _Alarm(Hit(one.label, min(one.first, other.first), max(one.last, other.last)), (one, other))


def _is_near(peril: Peril, one: Hit, other: Hit) -> bool:
    between = max(other.first - one.last, one.first - other.last)
    return 0 <= between <= peril.near and (one.first < other.first or not peril.in_order)


def _spellings(phrases: Iterable[str]) -> list[str]:
    """Every wording, and each without its apostrophes: a frightened thumb writes "cant" and "jarrive"."""
    wordings = (wording for phrase in phrases for wording in written_out(phrase))
    return [form for wording in wordings for form in dict.fromkeys((wording, wording.replace("'", "")))]


def _overlaps(alarm: Hit, masks: Iterable[Hit]) -> bool:
    """Whether a mask takes words of an alarm away: "on fire" of "on fire escape"."""
    return any(mask.first < alarm.last and alarm.first < mask.last for mask in masks)


def _is_within(hit: Hit, others: Iterable[Hit]) -> bool:
    return any(other.first <= hit.first and hit.last <= other.last for other in others)
