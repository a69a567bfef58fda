"""The training text that we wrote: lists of sentences by language, and within it by kind and by act."""

import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import srsly

from nlp import grammar

CORPUS = Path(__file__).parent / "corpus"


MADE_WEIGHT = 0.5
"""How much a sentence that a grammar made weighs."""


class Sentence(NamedTuple):
    """A sentence of the corpus; `part` is kinds, acts or danger, `label` the file that it stands in.

    Sentences that a grammar made weigh less than those that somebody wrote.
    """

    language: str
    part: str
    label: str
    text: str
    weight: float = 1.0


def languages(folder: Path = CORPUS) -> list[str]:
    """The languages that have training text, in alphabetical order."""
    return sorted(path.name for path in folder.iterdir() if path.is_dir())


def read(folder: Path = CORPUS) -> list[Sentence]:
    """All sentences in a fixed order; raises ValueError for a file that is not a list of texts."""
    written = [sentence for path in _files(folder) for sentence in _sentences(path)]
    made = [
        Sentence(path.parent.name, part, label, text, MADE_WEIGHT)
        for path in sorted(folder.glob("*/grammar.yaml"))
        for part, label, text in grammar.read(path)
    ]
    return written + made


def _files(folder: Path) -> list[Path]:
    return sorted(folder.glob("*/*/*.yaml"), key=lambda path: path.relative_to(folder).as_posix())


def _sentences(path: Path) -> Iterator[Sentence]:
    texts = srsly.read_yaml(path)
    if not isinstance(texts, list):
        raise ValueError(f"{path.name}: not a list")  # noqa: TRY004  # what is wrong is the file, not the call
    for number, text in enumerate(texts, start=1):
        if not isinstance(text, str):
            raise ValueError(f"{path.parent.parent.name}/{path.parent.name}/{path.name}: entry {number} is not a text")  # noqa: TRY004  # what is wrong is the file, not the call
        yield Sentence(path.parent.parent.name, path.parent.name, path.stem, text)


def digest(sentences: Sequence[Sentence]) -> str:
    """A hash of the corpus; the same for the same sentences in the same order."""
    held = hashlib.sha256()
    for sentence in sentences:
        held.update("\x1f".join(map(str, sentence)).encode() + b"\x1e")
    return held.hexdigest()
