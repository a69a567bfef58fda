"""Whether a message tells of an emergency, by rules that depend on no statistics."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from operator import attrgetter

from nlp.cover import Cover
from nlp.pack import Pack, load
from nlp.perils import LONE, PERILS, Peril
from nlp.phrasebook import Hit, Phrasebook
from nlp.scene import Scene, Sign
from nlp.slots import SlotPhrases, written_out
from nlp.words import Word, clean, stems, words

_FIRST = attrgetter("first")


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
        # A mask takes words of a sign away: "on fire" of "on fire escape".
        masks = Cover((mask.first, mask.last) for mask in by_label.get("danger:masks", ()))
        scene = Scene(text, found, by_label)
        sure = scene.in_earnest(
            Sign(hit, (hit,)) for hit in by_label.get("danger:sure", ()) if not masks.touches(hit.first, hit.last)
        )
        told = [sign for sign in sure if not scene.takes_back(sign)]
        if any(not scene.is_asked(sign) for sign in told):
            return Heard.SURE
        groups = self._by_group(cut, masks)
        pairs = scene.in_earnest(self._paired(groups))
        likely = [sign for sign in pairs if scene.is_one_sentence(sign.span) and not scene.takes_back(sign)]
        if any(not scene.is_asked(sign) for sign in likely):
            return Heard.LIKELY
        if not (told or likely) and (sure or pairs or "danger:masks" in by_label):
            return Heard.TAKEN_BACK
        return None

    def _by_group(self, cut: Sequence[str], masks: Cover) -> dict[str, list[Hit]]:
        """The phrases of the groups, outside harmless words."""
        by_group: dict[str, list[Hit]] = {}
        for hit in self._groups.find([self._meant.get(one, one) for one in cut]):
            if not masks.holds(hit.first, hit.last):
                by_group.setdefault(hit.label, []).append(hit)
        return by_group

    def _paired(self, by_group: Mapping[str, Sequence[Hit]]) -> Iterable[Sign]:
        """Who or what, and what happens to them: two phrases that stand near each other.

        Some tell both by themselves.
        """
        yield from (Sign(hit, (hit,)) for label in self._lone for hit in by_group.get(label, ()))
        for label, ones in by_group.items():
            for peril in self._pairs.get(label, ()):
                others = by_group.get(peril.other, ())
                longest = max((other.last - other.first for other in others), default=0)
                for one in ones if others else ():
                    begin = bisect_left(others, one.first - peril.near - longest, key=_FIRST)
                    near = others[begin : bisect_right(others, one.last + peril.near, key=_FIRST)]
                    yield from (_both(one, other) for other in near if _is_near(peril, one, other))


class Alarm:
    """The danger rules of some languages alone: whether a text tells of an emergency."""

    def __init__(self, codes: Sequence[str]) -> None:
        self._rules = DangerRules([load(code) for code in codes])
        self._phrasebook = Phrasebook(self._rules.phrases)

    def __call__(self, text: str) -> bool:
        """Whether the rules are sure of an emergency."""
        cleaned = clean(text)
        found = words(cleaned)
        return self._rules.heard(cleaned, found, self._phrasebook.find(found)) is Heard.SURE


def _both(one: Hit, other: Hit) -> Sign:
    return Sign(Hit(one.label, min(one.first, other.first), max(one.last, other.last)), (one, other))


def _is_near(peril: Peril, one: Hit, other: Hit) -> bool:
    between = max(other.first - one.last, one.first - other.last)
    return 0 <= between <= peril.near and (one.first < other.first or not peril.in_order)


def _spellings(phrases: Iterable[str]) -> list[str]:
    """Every wording, and each without its apostrophes: a frightened thumb writes "cant" and "jarrive"."""
    wordings = (wording for phrase in phrases for wording in written_out(phrase))
    return [form for wording in wordings for form in dict.fromkeys((wording, wording.replace("'", "")))]
