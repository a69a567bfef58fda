"""What the writer is doing with the message."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from nlp.pack import Pack
from nlp.phrasebook import Hit
from nlp.reading import Act
from nlp.words import Word, stems

LABEL = "act:"
SURE = 0.97
"""Probability of an act whose phrase is the whole message."""

DOUBT = 0.3
"""Weight of "none of these"."""

WEIGHTS: Mapping[Act, float] = {
    Act.STOP: 3.0, Act.CANCEL: 3.0, Act.TALK_TO_HUMAN: 2.5, Act.STATUS: 2.0, Act.VOTE: 2.0, Act.CORRECTION: 2.0,
    Act.SUGGEST: 1.8, Act.COMPLAINT_ABOUT_CITY: 1.5, Act.THANKS: 0.9, Act.REPORT: 0.6,
}  # fmt: skip


class ActRules:
    """The phrases of acts in all of a city's languages."""

    def __init__(self, packs: Sequence[Pack]) -> None:
        self._whole: dict[str, dict[tuple[str, ...], Act]] = {pack.code: {} for pack in packs}
        self._phrases: dict[str, list[str]] = defaultdict(list)
        for pack in packs:
            for act, texts in pack.acts.whole.items():
                for text in texts:
                    self._whole[pack.code].setdefault(stems(text), act)
            for act, texts in pack.acts.within.items():
                self._phrases[f"{LABEL}{act}"] += texts
        polite = {cut for pack in packs for text in pack.acts.polite if (cut := stems(text))}
        self._polite = sorted(polite, key=len, reverse=True)
        self._opens = {phrase[0] for phrase in polite}
        self._closes = {phrase[-1] for phrase in polite}
        self._names = {stems(name): pack.code for pack in packs for name in pack.names}
        self._fillers = {word for pack in packs for text in pack.acts.language_fillers for word in stems(text)}

    @property
    def phrases(self) -> Mapping[str, list[str]]:
        """The phrases to look for, by label."""
        return self._phrases

    def core(self, found: Sequence[Word]) -> tuple[str, ...]:
        """The message's stems without the politeness around; politeness alone stays as it is."""
        whole = tuple(word.stem for word in found)
        core: tuple[str, ...] = whole
        before: tuple[str, ...] | None = None
        while core != before and core and (core[0] in self._opens or core[-1] in self._closes):
            before = core
            for phrase in self._polite:
                if core[: len(phrase)] == phrase:
                    core = core[len(phrase) :]
                if core[-len(phrase) :] == phrase:
                    core = core[: -len(phrase)]
        return core or whole

    def languages_of(self, core: tuple[str, ...]) -> list[str]:
        """The languages in which these words alone are a known phrase."""
        return [code for code, phrases in self._whole.items() if core in phrases]

    def asked_language(self, core: tuple[str, ...]) -> str | None:
        """The language whose name stands in a message that says nothing else."""
        if not 1 <= len(core) <= 6:
            return None
        named = [code for word in core if (code := self._names.get((word,)))]
        others = [word for word in core if (word,) not in self._names]
        return named[-1] if named and all(word in self._fillers for word in others) else None

    def whole(self, found: Sequence[Word], core: tuple[str, ...], language: str) -> Act | None:
        """The act whose phrase is the whole message, the message's own language asked first."""
        whole = tuple(word.stem for word in found)
        for code in (language, *self._whole):
            for form in (whole, core):
                act = self._whole.get(code, {}).get(form)
                if act:
                    return act
        return None

    def weigh(
        self, text: str, found: Sequence[Word], hits: Iterable[Hit], evidence: Mapping[Act, float]
    ) -> dict[Act, float]:
        """What the phrases say, best first; `evidence` is what other parts of the Reading speak for."""
        weights: dict[Act, float] = defaultdict(float, evidence)
        asks = "?" in text
        for hit in hits:
            if hit.label.startswith(LABEL):
                act = Act(hit.label.removeprefix(LABEL))
                if act == Act.QUESTION:
                    # "puedo", "can I" are questions only at the start or under a question mark.
                    weight = (1.2 if hit.first <= 1 or asks else 0.0) + (0.8 if asks else 0.0)
                else:
                    weight = WEIGHTS[act] + (0.8 if act == Act.THANKS and hit.first <= 1 else 0.0)
                weights[act] = max(weights[act], weight + evidence.get(act, 0.0))
        if asks and not weights:
            weights[Act.QUESTION] = 1.0
        for act, weight in self._opening(text, found):
            weights[act] += weight
        whole = sum(weights.values()) + DOUBT
        ranked = sorted(((act, weight) for act, weight in weights.items() if weight), key=lambda pair: -pair[1])
        return {act: round(weight / whole, 4) for act, weight in ranked}

    def _opening(self, text: str, found: Sequence[Word]) -> Iterable[tuple[Act, float]]:
        """A yes or no before something else: "no, the other side" corrects, "yes, fixed" says yes."""
        if len(found) < 2 or not text[found[0].end : found[1].start].strip(" '"):
            return
        acts = {phrases.get((found[0].stem,)) for phrases in self._whole.values()}
        if Act.NO in acts:
            yield Act.CORRECTION, 1.2
            yield Act.NO, 0.8
        elif Act.YES in acts:
            yield Act.YES, 1.2
