"""The Reader: one message in, one Reading out."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from spacy.language import Language
from spacy.tokens import Doc

from nlp import decision, pack, pipeline
from nlp.acts import SURE, ActRules
from nlp.attributes import AttributeReader
from nlp.cover import Cover
from nlp.danger import DangerRules, Heard
from nlp.features import STREET
from nlp.gazetteer import Gazetteer
from nlp.kinds import Kind
from nlp.language import LanguageGuesser
from nlp.matters import MatterSplitter
from nlp.numbers import NumberReader
from nlp.personal import PersonalReader
from nlp.phrasebook import Hit, Phrasebook
from nlp.places import Findings
from nlp.reading import Act, Hints, PersonalSpan, Reading
from nlp.services import ServiceScorer, ServiceWords
from nlp.times import TimeReader
from nlp.words import Told, Word, cut, words


class Seen(NamedTuple):
    """A message cut into words, the phrases in it, its places, and the stems without politeness."""

    told: Told
    hits: list[Hit]
    places: Findings
    core: tuple[str, ...]

    @property
    def text(self) -> str:
        """The cleaned text."""
        return self.told.text

    @property
    def words(self) -> list[Word]:
        """Its words."""
        return self.told.words


class Reader:
    """Understands messages of one city; holds no state between messages, so it may be shared between threads.

    `model` is the pipeline to use, by default the shipped one; `tenant` a city's own, whose labels then are the
    services of its Readings.
    """

    def __init__(
        self, services: Sequence[ServiceWords], gazetteer: Gazetteer, languages: Sequence[str],
        model: Language | None = None, tenant: Language | None = None,
    ) -> None:  # fmt: skip
        packs = [pack.load(code) for code in languages]
        self._gazetteer = gazetteer
        self._model = model or pipeline.shipped()
        self._tenant = tenant
        self._panel = pipeline.panel(self._model)
        self._language = LanguageGuesser(self._panel, languages)
        self._featurizer = pipeline.featurizer(self._model)
        self._services = ServiceScorer(services)
        self._danger = DangerRules(packs)
        self._acts = ActRules(packs)
        self._numbers = NumberReader(packs)
        self._times = TimeReader(packs)
        self._personal = PersonalReader(packs)
        self._attributes = AttributeReader(packs)
        phrases = (self._services.phrases, self._danger.phrases, self._acts.phrases, self._attributes.phrases)
        self._phrasebook = Phrasebook({label: texts for held in phrases for label, texts in held.items()})
        self._matters = MatterSplitter(packs)

    def read(self, text: str, hints: Hints = Hints()) -> Reading:  # noqa: B008 - frozen, so safe to share
        """What a message means, as well as its words allow; never fails, whatever the text."""
        seen = self._seen(text)
        language, probability = self._language.guess(_masked(seen, " "), len(seen.words), self._own(seen.core), hints)
        doc = pipeline.asked(self._model, _masked(seen, f" {STREET} "), language)
        familiarity = doc._.answers["acts"].familiarity(doc._.features)
        said = self._services.services(_outside(seen))
        kinds = decision.kinds(doc._.kinds, self._services.kinds(said), familiarity)
        heard = self._danger.heard(seen.text, seen.words, seen.hits)
        danger = decision.is_danger(heard, doc._.danger, doc._.acts, length=len(seen.words), familiarity=familiarity)
        number = self._numbers.report(seen.text, seen.words, seen.places.spans)
        asked = self._acts.asked_language(seen.core)
        acts = self._weighed(seen, doc, language, said, familiarity, danger=danger, number=number, asked=asked)
        act = decision.best_act(acts)
        times = self._times.find(seen.told, hints.at)
        negations = [hit for hit in seen.hits if hit.label == "danger:negations"]
        return Reading(
            text=text, language=language, language_probability=probability, asked_language=asked, act=act,
            acts=acts, kinds=kinds, services=self._ranked(seen, kinds, said), danger=danger,
            places=seen.places.places, unknown_street=seen.places.unknown_street,
            matters=self._split(seen.told, language, danger=danger) if act == Act.REPORT else [],
            report_number=number, choice_number=self._numbers.choice(seen.words, seen.core), times=times,
            ordinal=self._numbers.ordinal(seen.words, seen.places.spans),
            personal=self._personal.find(text, seen.words if text == seen.text else None),
            severity=self._attributes.severity(seen.text, seen.words, seen.hits, negations),
            attributes=self._attributes.attributes(seen.told, times),
        )  # fmt: skip

    def language_of(self, text: str) -> tuple[str, float]:
        """The language of a text alone, without a conversation, and its probability among the city's."""
        return self._language.classify(text)

    def personal(self, text: str) -> list[PersonalSpan]:
        """The personal data in a text, from left to right."""
        return self._personal.find(text)

    def _seen(self, text: str) -> Seen:
        told = cut(text)
        found = told.words
        return Seen(told, self._phrasebook.find(found), self._gazetteer.search(told), self._acts.core(found))

    def _own(self, core: tuple[str, ...]) -> list[str]:
        """The languages that know these words as a phrase of theirs."""
        return self._acts.languages_of(core) or self._numbers.languages_of(core)

    def _weighed(
        self, seen: Seen, doc: Doc, language: str, services: Mapping[str, float], familiarity: float, *,
        danger: bool, number: int | None, asked: str | None,
    ) -> dict[Act, float]:  # fmt: skip
        if asked:
            return {Act.LANGUAGE: SURE}
        if danger:
            return {Act.REPORT: SURE}
        whole = self._acts.whole(seen.words, seen.core, language)
        if whole:
            return {whole: SURE}
        evidence: dict[Act, float] = {}
        if services:
            # "I suggest more trash cans" names a service as well: only where its words fill the message it is a report.
            evidence[Act.REPORT] = (next(iter(services.values())) + 0.3) * self._services.share(seen.hits, seen.words)
        if number is not None and (len(seen.words) > 1 or "#" in seen.text):
            evidence[Act.STATUS] = 1.0
        rules = self._acts.weigh(seen.text, seen.words, seen.hits, evidence)
        return decision.beside_greeting(decision.acts(doc._.acts, rules, familiarity), rules)

    def _ranked(self, seen: Seen, kinds: Mapping[Kind, float], said: Mapping[str, float]) -> dict[str, float]:
        """Services by the tenant's own model where there is one, else by kinds and keywords."""
        if self._tenant is not None:
            doc = pipeline.asked(self._tenant, _masked(seen, f" {STREET} "), "")
            return decision.learned(doc._.services, doc._.answers["services"].familiarity(doc._.features))
        return decision.services(kinds, said, self._services.kind_of)

    def _split(self, told: Told, language: str, *, danger: bool) -> list[str]:
        """The matters; what tells of danger stands apart from everyday complaints, whatever its kind."""

        def kind_of(part: str) -> Kind | None:
            return Kind.PUBLIC_SAFETY if danger and self._alarms(part) else self._kind(part, language)

        return self._matters.split(told, kind_of)

    def _alarms(self, part: str) -> bool:
        found = words(part)
        return self._danger.heard(part, found, self._phrasebook.find(found)) in (Heard.SURE, Heard.LIKELY)

    def _kind(self, text: str, language: str) -> Kind | None:
        """The kind of a part of a message, by the classifier alone."""
        return decision.kind(*self._panel.one("kinds", self._featurizer(text, language)).best())


def _masked(seen: Seen, mask: str) -> str:
    """The text with its places masked: "rue de Rivoli" makes no message French, and no street stands for a kind."""
    text = seen.text
    for start, end in sorted(seen.places.spans, reverse=True):
        text = f"{text[:start]}{mask}{text[end:]}"
    return text


def _outside(seen: Seen) -> list[Hit]:
    """The hits that are not part of a street's name: "Park Street" is no park."""
    places = Cover(seen.places.spans)
    found = seen.words
    return [hit for hit in seen.hits if not places.holds(found[hit.first].start, found[hit.last - 1].end)]
