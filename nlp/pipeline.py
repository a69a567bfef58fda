"""Our spaCy pipeline as a directory: built, saved, loaded, and asked."""

from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from nlp import components, pack
from nlp.features import Featurizer, Mask
from nlp.linear import Linear
from nlp.panel import Panel

MODEL = Path(__file__).parent / "model"
VERSION = "1.0.0"
_NOT_KEPT = ("vocab", "tokenizer")
_ASKED_APART = ("language",)
"""The head for language sees other features, and is asked by `language.py` before the others."""


def mask(codes: Sequence[str]) -> Mask:
    """The mask for these languages: the street types of their packs."""
    packs = [pack.load(code) for code in codes]
    first = [one for held in packs if held.streets.type_first for one in _strong_types(held)]
    last = [one for held in packs if not held.streets.type_first for one in _strong_types(held)]
    return Mask(first, last)


def _strong_types(held: pack.Pack) -> list[str]:
    """The street types of a language that are no ordinary words."""
    streets = held.streets
    return [one for form, others in streets.types.items() if form not in streets.weak_types for one in (form, *others)]


def build(featurizer: Featurizer, heads: Mapping[str, Linear], meta: Mapping[str, Any]) -> Language:
    """A pipeline of these heads; `meta` goes into meta.json."""
    config = {"nlp": {"tokenizer": {"@tokenizers": "agora.bare.v1"}}}
    nlp = spacy.blank("xx", config=config)
    features: Any = nlp.add_pipe("agora_features", name="features")
    features.featurizer = featurizer
    for name, head in heads.items():
        component: Any = nlp.add_pipe(f"agora_{name}", name=name)
        component.head = head
    nlp.meta.update({"name": "agora", "version": VERSION, "license": "AGPL-3.0-or-later", **meta})
    return _seated(nlp)


def _seated(nlp: Language) -> Language:
    """The pipeline with its heads side by side, so that one look answers for all of them."""
    heads = {name: held for name in nlp.pipe_names if (held := head(nlp, name))}
    features: Any = nlp.get_pipe("features")
    features.panel = Panel(heads, apart=_ASKED_APART) if heads else None
    return nlp


def save(nlp: Language, folder: Path) -> None:
    """Write the pipeline directory."""
    nlp.to_disk(folder, exclude=_NOT_KEPT)


def load(folder: Path = MODEL) -> Language:
    """Read a pipeline directory; raises OSError when there is none and ValueError when it is damaged."""
    return _seated(spacy.load(folder, exclude=_NOT_KEPT))


@lru_cache(maxsize=1)
def shipped() -> Language:
    """The pipeline that ships with Agora; one serves all Readers of a process."""
    return load()


def featurizer(nlp: Language) -> Featurizer:
    """What the heads of a pipeline see; raises KeyError for one that is not ours."""
    component: Any = nlp.get_pipe("features")
    found: Featurizer = component.featurizer
    return found


def panel(nlp: Language) -> Panel:
    """The heads of a pipeline, to be asked about features; raises ValueError when it has none."""
    component: Any = nlp.get_pipe("features")
    if component.panel is None:
        raise ValueError("the model has no heads")
    found: Panel = component.panel
    return found


def restricted(nlp: Language, name: str, labels: Collection[str]) -> Language:
    """The pipeline with this head knowing these labels alone; raises ValueError when it has none of them."""
    component: Any = nlp.get_pipe(name)
    component.head = required(nlp, name).only(labels)
    return _seated(nlp)


def required(nlp: Language, name: str) -> Linear:
    """The head of this name; raises ValueError when the pipeline has none."""
    found = head(nlp, name)
    if found is None:
        raise ValueError(f"the model has no head {name!r}")
    return found


def head(nlp: Language, name: str) -> Linear | None:
    """The head of this name, None when the pipeline has none."""
    if name not in nlp.pipe_names:
        return None
    component = nlp.get_pipe(name)
    return component.head if isinstance(component, components.HeadComponent) else None


def asked(nlp: Language, text: str, language: str) -> Doc:
    """What the pipeline says of a text in this language, in the extensions of a Doc."""
    doc = nlp.make_doc(text)
    doc._.locale = language
    return nlp(doc, disable=_ASKED_APART)
