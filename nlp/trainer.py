"""From the corpus to the pipeline that is shipped."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import spacy
from spacy.language import Language

from nlp import corpus, pipeline, training
from nlp import language as languages
from nlp.corpus import Sentence
from nlp.danger import Alarm
from nlp.decision import NOTHING
from nlp.features import Featurizer
from nlp.kinds import Kind
from nlp.linear import Linear
from nlp.reading import Act
from nlp.training import FEW_TEXTS, MANY_TEXTS, Sample

ABOUT_NOTHING = frozenset({
    Act.THANKS, Act.GREETING, Act.STOP, Act.HELP, Act.CANCEL, Act.BACK, Act.START_OVER, Act.LANGUAGE, Act.YES, Act.NO,
    Act.TALK_TO_HUMAN, Act.ANSWER, Act.CORRECTION, Act.OFF_TOPIC,
})  # fmt: skip
"""Acts whose sentences are about no kind."""

EVERY_KIND_SENTENCE = 12
"""One in so many sentences of the kinds also teaches what a report is."""

SNIPPET = 3
"""Words of the snippets by which languages are learnt."""

STEPS = 7
"""Times that `build` tells how far it is."""

Progress = Callable[[str], None]


def build(sentences: Sequence[Sentence], progress: Progress = lambda _: None) -> Language:
    """A trained pipeline; the same sentences give the same one. Raises ValueError for a corpus with unknown labels."""
    _check(sentences)
    codes = sorted({sentence.language for sentence in sentences})
    featurizer = Featurizer(pipeline.mask(codes))
    heads: dict[str, Linear] = {}
    performance: dict[str, Any] = {}
    for name, samples in _lessons(sentences, featurizer).items():
        fitted = training.train(samples, FEW_TEXTS, lambda step, name=name: progress(f"{name}: {step}"))  # type: ignore[misc]
        heads[name], performance[name] = fitted.head, fitted.performance
    progress("language: weights")
    heads["language"] = _language_head(sentences, codes)
    meta = {
        "description": "Acts, kinds, danger and language of messages to a city", "corpus": corpus.digest(sentences),
        "sentences": len(sentences), "languages": codes, "performance": performance,
    }  # fmt: skip
    return pipeline.build(featurizer, heads, meta)


def _check(sentences: Sequence[Sentence]) -> None:
    known: dict[str, set[str]] = {"kinds": {*Kind}, "acts": {*Act} - {Act.UNKNOWN}, "danger": {"danger", "calm"}}
    for part, label in sorted({(sentence.part, sentence.label) for sentence in sentences}):
        if label not in known.get(part, set()):
            raise ValueError(f"corpus/*/{part}/{label}.yaml: no such label")


def _lessons(sentences: Sequence[Sentence], featurizer: Featurizer) -> dict[str, list[Sample]]:
    """What each head learns from; what the rules call an emergency never stands as calm, wherever it was written."""
    alarm = Alarm(sorted({sentence.language for sentence in sentences}))
    lessons: dict[str, list[Sample]] = {"kinds": [], "acts": [], "danger": []}
    for number, sentence in enumerate(sentences):
        features = featurizer(sentence.text, sentence.language)
        lessons[sentence.part].append(Sample(features, sentence.label, sentence.weight))
        if sentence.part == "acts" and sentence.label in ABOUT_NOTHING:
            lessons["kinds"].append(Sample(features, NOTHING, sentence.weight))
        if sentence.part == "kinds" and number % EVERY_KIND_SENTENCE == 0:
            lessons["acts"].append(Sample(features, Act.REPORT))
        if sentence.part != "danger" and not alarm(sentence.text):
            lessons["danger"].append(Sample(features, "calm", sentence.weight))
    return {name: samples for name, samples in lessons.items() if samples}


def _language_head(sentences: Sequence[Sentence], codes: Sequence[str]) -> Linear:
    featurizer = languages.featurizer()
    samples = [
        Sample(featurizer(text, ""), sentence.language) for sentence in sentences for text in _snippets(sentence.text)
    ]
    # The small words of a language, as spaCy lists them, and its own name are the surest signs of all.
    samples += [
        Sample(featurizer(word, ""), code)
        for code in codes
        for word in sorted(spacy.blank(code).Defaults.stop_words)
        for _ in range(2)
    ]
    return training.train(samples, MANY_TEXTS).head


def _snippets(text: str) -> Iterator[str]:
    words = text.split()
    yield from (" ".join(words[start : start + SNIPPET]) for start in range(0, len(words), SNIPPET))


def differences(one: Language, other: Language) -> list[str]:
    """What differs between two pipelines beyond the last bits of a number, a plain sentence each."""
    faults = [
        f"meta.json: {name} is {one.meta.get(name)!r}, the corpus gives {other.meta.get(name)!r}"
        for name in ("corpus", "sentences", "languages")
        if one.meta.get(name) != other.meta.get(name)
    ]
    if one.pipe_names != other.pipe_names:
        return [*faults, f"the parts are {one.pipe_names}, the corpus gives {other.pipe_names}"]
    for name in one.pipe_names:
        shipped, built = pipeline.head(one, name), pipeline.head(other, name)
        if shipped and built and not _is_same(shipped, built):
            faults.append(f"the head {name!r} is not the one that the corpus gives")
    return faults


def _is_same(one: Linear, other: Linear) -> bool:
    """Other processors add up in another order: the last bits of a half-precision number may differ."""
    return (
        one.labels == other.labels
        and np.array_equal(one.ids, other.ids)
        and np.allclose(one.weights, other.weights, atol=2e-3)
        and np.allclose(one.bias, other.bias, atol=2e-3)
    )


def size(folder: Path) -> int:
    """Bytes of a pipeline directory."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
