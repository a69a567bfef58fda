"""From the corpus to the pipeline that is shipped."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from spacy.language import Language

from nlp import corpus, lessons, pipeline, training
from nlp.corpus import Sentence
from nlp.features import Featurizer
from nlp.linear import Linear
from nlp.training import FEW_TEXTS, MANY_TEXTS, TWO_LABELS

STEPS = 7
"""Times that `build` tells how far it is."""

Progress = Callable[[str], None]


def build(sentences: Sequence[Sentence], progress: Progress = lambda _: None) -> Language:
    """A trained pipeline; the same sentences give the same one. Raises ValueError for a corpus with unknown labels."""
    lessons.check(sentences)
    codes = sorted({sentence.language for sentence in sentences})
    featurizer = Featurizer(pipeline.mask(codes))
    heads: dict[str, Linear] = {}
    performance: dict[str, Any] = {}
    for name, samples in lessons.heads(sentences, featurizer).items():
        recipe = TWO_LABELS if name == "danger" else FEW_TEXTS
        fitted = training.train(samples, recipe, lambda step, name=name: progress(f"{name}: {step}"))  # type: ignore[misc]
        heads[name], performance[name] = fitted.head, fitted.performance
    progress("language: weights")
    heads["language"] = training.train(lessons.language(sentences, codes), MANY_TEXTS).head
    meta = {
        "description": "Acts, kinds, danger and language of messages to a city", "corpus": corpus.digest(sentences),
        "sentences": len(sentences), "languages": codes, "performance": performance,
    }  # fmt: skip
    return pipeline.build(featurizer, heads, meta)


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
