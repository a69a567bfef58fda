"""The parts of our spaCy pipeline: features of a text once, then a linear head for each thing to tell.

A Doc carries its text in `_.source` and not in tokens: spaCy's string store never forgets a word, and what residents
write must not pile up there.
"""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

import spacy
import srsly
from spacy.language import Language
from spacy.tokens import Doc

from nlp.features import Featurizer, Mask
from nlp.linear import Linear
from nlp.panel import Answer, Panel

HEADS = ("kinds", "acts", "danger", "services", "language")

Doc.set_extension("source", default="", force=True)
Doc.set_extension("locale", default="", force=True)
Doc.set_extension("features", default=None, force=True)
Doc.set_extension("answers", default=None, force=True)


def _said(name: str) -> Callable[[Doc], dict[str, float] | None]:
    """What a head says of a Doc: labels and probabilities, best first; None for a head nobody asked."""

    def said(doc: Doc) -> dict[str, float] | None:
        answers: Mapping[str, Answer] = doc._.answers or {}
        return answers[name].probabilities() if name in answers else None

    return said


# Worked out where it is wanted: a Doc's extensions are slow to write, and no message wants every head.
for _head in HEADS:
    Doc.set_extension(_head, getter=_said(_head), force=True)


@spacy.registry.tokenizers("agora.bare.v1")  # type: ignore[attr-defined,untyped-decorator]
def bare_tokenizer() -> Callable[[Language], Callable[[str], Doc]]:
    """A tokenizer that keeps the text beside an empty Doc."""

    def built(language: Language) -> Callable[[str], Doc]:
        def tokenized(text: str) -> Doc:
            doc = Doc(language.vocab)
            doc._.source = text
            return doc

        return tokenized

    return built


@Language.factory("agora_features")
class FeaturesComponent:
    """Fills `_.features` from `_.source` and `_.locale`, and `_.answers` with what the heads say of them."""

    def __init__(self, nlp: Language, name: str) -> None:
        self.name = name
        self.featurizer = Featurizer(Mask((), ()))
        self.panel: Panel | None = None

    def __call__(self, doc: Doc) -> Doc:
        """The Doc with its features and the answers to them."""
        held = doc._
        features = self.featurizer(held.source, held.locale)
        held.features = features
        if self.panel is not None:
            held.answers = self.panel(features)
        return doc

    def to_disk(self, path: Path | str, *, exclude: Iterable[str] = ()) -> None:
        """Write the street types that are masked."""
        mask = self.featurizer.mask
        Path(path).mkdir(parents=True, exist_ok=True)
        srsly.write_json(Path(path) / "mask.json", {"first": mask.types_first, "last": mask.types_last})

    def from_disk(self, path: Path | str, *, exclude: Iterable[str] = ()) -> "FeaturesComponent":
        """Read what `to_disk` wrote."""
        stored = srsly.read_json(Path(path) / "mask.json")
        self.featurizer = Featurizer(Mask(stored["first"], stored["last"]))
        return self


class HeadComponent:
    """Keeps a head in the pipeline; what it says stands in the extension of its name, from the answers."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.head: Linear | None = None

    def __call__(self, doc: Doc) -> Doc:
        """The Doc as it is: the features have asked all heads at once."""
        return doc

    def to_disk(self, path: Path | str, *, exclude: Iterable[str] = ()) -> None:
        """Write the head; raises ValueError when there is none."""
        if self.head is None:
            raise ValueError(f"{self.name} is not trained")
        Path(path).mkdir(parents=True, exist_ok=True)
        self.head.save(Path(path) / "head.npz")

    def from_disk(self, path: Path | str, *, exclude: Iterable[str] = ()) -> "HeadComponent":
        """Read what `to_disk` wrote."""
        self.head = Linear.load(Path(path) / "head.npz")
        return self


def _head_factory(nlp: Language, name: str) -> HeadComponent:
    return HeadComponent(name)


for _head in HEADS:
    Language.factory(f"agora_{_head}", func=_head_factory)
