"""The Reader: one message in, one Reading out."""

from collections.abc import Sequence

from nlp import acts, pack
from nlp.acts import ActRules
from nlp.danger import DangerRules
from nlp.gazetteer import Gazetteer
from nlp.kinds import Kind
from nlp.language import LanguageGuesser
from nlp.matters import MatterSplitter
from nlp.numbers import NumberReader
from nlp.phrasebook import Hit, Phrasebook
from nlp.places import Findings
from nlp.reading import Act, Hints, Reading
from nlp.services import ServiceScorer, ServiceWords
from nlp.words import Word, clean, words


class Reader:
    """Understands messages of one city; holds no state between messages, so it may be shared between threads."""

    def __init__(self, services: Sequence[ServiceWords], gazetteer: Gazetteer, languages: Sequence[str]) -> None:
        packs = [pack.load(code) for code in languages]
        self._gazetteer = gazetteer
        self._language = LanguageGuesser(languages)
        self._services = ServiceScorer(services)
        self._danger = DangerRules(packs)
        self._acts = ActRules(packs)
        self._numbers = NumberReader(packs)
        self._phrasebook = Phrasebook(
            languages[0], {**self._services.phrases, **self._danger.phrases, **self._acts.phrases}
        )
        self._matters = MatterSplitter(packs, self._kinds)

    def read(self, text: str, hints: Hints = Hints()) -> Reading:  # noqa: B008 - frozen, so safe to share
        """What a message means, as well as its words allow; never fails, whatever the text."""
        cleaned = clean(text)
        found = words(cleaned)
        hits = self._phrasebook.find(found)
        places = self._gazetteer.search(cleaned)
        core = self._acts.core(found)
        language, probability = self._language.guess(
            _without(cleaned, places.spans), len(found), self._own(core), hints.language
        )
        services = self._services.services(_outside(hits, found, places))
        danger = self._danger.holds(cleaned, found, hits)
        report_number = self._numbers.report(cleaned, found, places.spans)
        asked = self._acts.asked_language(core)
        weighed = self._weighed(
            cleaned, found, hits, language, services, danger=danger, number=report_number, asked=asked
        )
        act = acts.best(weighed)
        return Reading(
            text=text, language=language, language_probability=probability, asked_language=asked, act=act,
            acts=weighed, kinds=self._services.kinds(services), services=services, danger=danger,
            places=places.places, unknown_street=places.unknown_street,
            matters=self._matters.split(cleaned) if act == Act.REPORT else [],
            report_number=report_number, choice_number=self._numbers.choice(found, core),
        )  # fmt: skip

    def _own(self, core: tuple[str, ...]) -> list[str]:
        """The languages that know these words as a phrase of theirs."""
        return self._acts.languages_of(core) or self._numbers.languages_of(core)

    def _weighed(
        self, text: str, found: Sequence[Word], hits: Sequence[Hit], language: str, services: dict[str, float], *,
        danger: bool, number: int | None, asked: str | None,
    ) -> dict[Act, float]:  # fmt: skip
        if asked:
            return {Act.LANGUAGE: acts.SURE}
        whole = self._acts.whole(found, self._acts.core(found), language)
        if whole:
            return {whole: acts.SURE}
        evidence: dict[Act, float] = {}
        if services or danger:
            evidence[Act.REPORT] = next(iter(services.values()), 0.0) + 0.3 + 2.0 * danger
        if number is not None and (len(found) > 1 or "#" in text):
            evidence[Act.STATUS] = 1.0
        return self._acts.weigh(text, found, hits, evidence)

    def _kinds(self, text: str) -> dict[Kind, float]:
        found = words(text)
        return self._services.kinds(self._services.services(self._phrasebook.find(found)))


def _without(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """The text without these parts: "rue de Rivoli" must not make an English message French."""
    for start, end in sorted(spans, reverse=True):
        text = f"{text[:start]} {text[end:]}"
    return text


def _outside(hits: Sequence[Hit], found: Sequence[Word], places: Findings) -> list[Hit]:
    """The hits that are not part of a street's name: "Park Street" is no park."""
    return [
        hit for hit in hits
        if not any(start <= found[hit.first].start and found[hit.last - 1].end <= end for start, end in places.spans)
    ]  # fmt: skip
