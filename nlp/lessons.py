"""What each head of the shipped model learns from the corpus."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import count

import spacy

from nlp import language as languages
from nlp import pack
from nlp.corpus import MADE_WEIGHT, Sentence
from nlp.danger import Alarm
from nlp.decision import NOTHING
from nlp.features import Featurizer
from nlp.kinds import Kind
from nlp.reading import Act
from nlp.training import Sample

ABOUT_NOTHING = frozenset({
    Act.THANKS, Act.GREETING, Act.STOP, Act.HELP, Act.CANCEL, Act.BACK, Act.START_OVER, Act.LANGUAGE, Act.YES, Act.NO,
    Act.TALK_TO_HUMAN, Act.ANSWER, Act.CORRECTION, Act.OFF_TOPIC,
})  # fmt: skip
"""Acts whose sentences are about no kind."""

EVERY_KIND_SENTENCE = 12
"""One in so many sentences of the kinds also teaches what a report is."""

STRIDES = (7, 11, 17)
"""How the sentences that one is mixed with are picked; as many as there are strides at most."""

MIXED_WEIGHT = MADE_WEIGHT / 4
"""How much a message mixed of several sentences weighs: with more, ordinary words beside an emergency speak for one,
and fewer of the short cries are heard (measured)."""

SNIPPET = 3
"""Words of the snippets by which languages are learnt."""

KNOWN = {"kinds": frozenset(Kind), "acts": frozenset(Act) - {Act.UNKNOWN}, "danger": frozenset({"danger", "calm"})}


def check(sentences: Sequence[Sentence]) -> None:
    """Raise ValueError for a sentence that stands under a label which nothing knows."""
    for part, label in sorted({(sentence.part, sentence.label) for sentence in sentences}):
        if label not in KNOWN.get(part, frozenset()):
            raise ValueError(f"corpus/*/{part}/{label}.yaml: no such label")


def heads(sentences: Sequence[Sentence], featurizer: Featurizer) -> dict[str, list[Sample]]:
    """The samples of the heads for kinds, acts and danger.

    What the rules call an emergency never stands as calm, wherever it was written.
    """
    alarm = Alarm(sorted({sentence.language for sentence in sentences}))
    lessons: dict[str, list[Sample]] = {"kinds": [], "acts": [], "danger": []}
    calm: list[Sentence] = []
    turn = count()
    for sentence in sentences:
        features = featurizer(sentence.text, sentence.language)
        lessons[sentence.part].append(Sample(features, sentence.label, sentence.weight))
        if sentence.part == "acts" and sentence.label in ABOUT_NOTHING:
            lessons["kinds"].append(Sample(features, NOTHING, sentence.weight))
        if sentence.part == "kinds" and next(turn) % EVERY_KIND_SENTENCE == 0:
            lessons["acts"].append(Sample(features, Act.REPORT))
        if sentence.part != "danger" and not alarm(sentence.text):
            lessons["danger"].append(Sample(features, "calm", sentence.weight))
            calm += [sentence] * (sentence.part == "kinds")
    for mixture in _mixtures(sentences, calm):
        lessons["danger"].append(Sample(featurizer(mixture.text, mixture.language), mixture.label, mixture.weight))
    return {name: samples for name, samples in lessons.items() if samples}


def _mixtures(sentences: Sequence[Sentence], calm: Sequence[Sentence]) -> Iterator[Sentence]:
    """Messages that hold several things: ordinary problems are calm, an emergency beside one is an emergency."""
    ordinary: dict[str, list[Sentence]] = defaultdict(list)
    for sentence in calm:
        ordinary[sentence.language].append(sentence)
    joiners = {code: next(iter(pack.load(code).matters.joiners), ",") for code in ordinary}
    for code, found in ordinary.items():
        for number, one in enumerate(found):
            others = [found[(number * step + 13) % len(found)].text for step in STRIDES[: 1 + number % len(STRIDES)]]
            join = f" {joiners[code]} " if number % 2 else ". "
            yield Sentence(code, "danger", "calm", join.join([one.text, *others]), MIXED_WEIGHT)
    dangers = [one for one in sentences if one.part == "danger" and one.label == "danger" and one.weight == 1.0]
    for number, danger in enumerate(dangers):
        found = ordinary.get(danger.language, [])
        if found:
            other = found[(number * 11 + 5) % len(found)]
            pair = (danger.text, other.text) if number % 2 else (other.text, danger.text)
            yield Sentence(danger.language, "danger", "danger", ". ".join(pair), MIXED_WEIGHT)


def language(sentences: Sequence[Sentence], codes: Sequence[str]) -> list[Sample]:
    """Snippets of all sentences, and the small words of each language as spaCy lists them: the surest signs of all."""
    featurizer = languages.featurizer()
    samples = [
        Sample(featurizer(text, ""), sentence.language) for sentence in sentences for text in _snippets(sentence.text)
    ]
    for code in codes:
        small = sorted(spacy.blank(code).Defaults.stop_words)
        samples += [Sample(featurizer(word, ""), code, 2.0) for word in small]
    return samples


def _snippets(text: str) -> Iterator[str]:
    words = text.split()
    yield from (" ".join(words[start : start + SNIPPET]) for start in range(0, len(words), SNIPPET))
