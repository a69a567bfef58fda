"""A city's own model: learnt from its tickets and corrections, promoted only if not worse, one step back kept.

The directory holds a numbered pipeline for each promoted model (with `guesses.json`, what it says of the frozen set),
`current` with the number in use, and `frozen.npz`: the set that models are compared on, as hashed features, not texts.
"""

import hashlib
import os
import shutil
from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import srsly
from spacy.language import Language

from nlp import absence, frozen, pack, pipeline, training
from nlp.features import Featurizer
from nlp.frozen import FrozenSet
from nlp.rows import Row
from nlp.training import MANY_TEXTS, Sample

HEAD = "services"
GUESSES = "guesses.json"
KEPT = 5
"""Models that are kept, the one in use among them."""

FEWEST_OF_LABEL = 2
TOLERANCE = 0.005
"""By how much a new model may do worse on the frozen set: one message in two hundred is chance."""


class Learned(NamedTuple):
    """What came of learning; `number` is the model in use afterwards.

    `accuracy` and `before` are on the frozen set; `before` is None where nothing stood there before.
    """

    number: int
    promoted: bool
    accuracy: float
    before: float | None
    rows: int
    labels: int
    performance: dict[str, float]


class NothingToLearn(ValueError):
    """Too few messages or labels."""


class NoModel(ValueError):
    """No such model in the directory."""


def learn(
    rows: Sequence[Row], folder: Path, progress: Callable[[str], None] = lambda _: None, *, base: Sequence[Row] = (),
    reading: Callable[[str], str] | None = None,
) -> Learned:  # fmt: skip
    """Train on all rows and promote the model unless it does worse on the frozen set.

    `base` is learnt from and never measured on; `reading` says what is understood without a model, which a first one
    has to stand up to. Labels that occur once are left out. Raises NothingToLearn for fewer than two labels.
    """
    frequent = Counter(row.label for row in (*base, *rows))
    kept = [row for row in (*base, *rows) if frequent[row.label] >= FEWEST_OF_LABEL]
    own = [row for row in rows if frequent[row.label] >= FEWEST_OF_LABEL]
    if not own or len({row.label for row in kept}) < 2:
        raise NothingToLearn("learning needs at least two labels with two messages each")
    featurizer = Featurizer(pipeline.mask(pack.available()))
    progress("reading")
    samples = [Sample(featurizer(row.text, ""), row.label, row.weight) for row in kept]
    keys = [key(row.text) for row in kept]
    fitted = training.train(samples, MANY_TEXTS, progress)
    folder.mkdir(parents=True, exist_ok=True)
    held = frozen.grown(frozen.load(folder / "frozen.npz"), keys[-len(own) :], samples[-len(own) :])
    guesses = held.guesses(fitted.head, dict(zip(keys, fitted.guesses, strict=True)))
    accuracy, before = held.accuracy(guesses), _before(folder, held, own, reading)
    promoted = before is None or accuracy >= before - TOLERANCE
    if promoted:
        meta = {"frozen_accuracy": accuracy, "rows": len(own), "performance": fitted.performance}
        # Measured without: the frozen set is of the tickets, and expects what stands in them. With a base the tickets
        # are the city's own, and what is always understood is never corrected.
        head = fitted.head if base else absence.lowered(fitted.head, own)
        _promote(folder, pipeline.build(featurizer, {HEAD: head}, meta), held, guesses)
    return Learned(_in_use(folder), promoted, accuracy, before, len(own), len(fitted.head.labels), fitted.performance)


def key(text: str) -> str:
    """What a text is known by without being kept."""
    return hashlib.sha256(" ".join(text.lower().split()).encode("utf-8", "replace")).hexdigest()[:24]


def load(folder: Path, labels: Collection[str] | None = None) -> Language:
    """The model in use of a tenant's directory, where `labels` are given restricted to them.

    Raises NoModel when there is none, when it is damaged, or when it knows none of the labels.
    """
    path = folder / str(current(folder))
    try:
        nlp = pipeline.load(path)
        if labels is not None:
            pipeline.restricted(nlp, HEAD, labels)
    except (OSError, ValueError) as error:
        raise NoModel(f"{path} is not a model for this city: {error}") from error
    return nlp


def current(folder: Path) -> int:
    """The number of the model in use; raises NoModel when there is none."""
    try:
        return int((folder / "current").read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise NoModel(f"{folder} holds no model that agora learn made") from error


def rollback(folder: Path) -> int:
    """Go back to the model before the one in use; returns its number, raises NoModel when there is none."""
    now = current(folder)
    older = [number for number in _numbers(folder) if number < now]
    if not older:
        raise NoModel(f"{folder} holds no model older than number {now}")
    _use(folder, older[-1])
    return older[-1]


def _in_use(folder: Path) -> int:
    """The number of the model in use, 0 when there is none."""
    try:
        return current(folder)
    except NoModel:
        return 0


def _before(
    folder: Path, held: FrozenSet, rows: Sequence[Row], reading: Callable[[str], str] | None
) -> float | None:  # fmt: skip
    """What is in use reaches on the frozen set: the model, or else the reading without one; None for neither."""
    try:
        head = pipeline.required(load(folder), HEAD)
    except NoModel:
        if reading is None:
            return None
        wanted = set(held.keys)
        return held.accuracy({one: reading(row.text) for row in rows if (one := key(row.text)) in wanted})
    path = folder / str(current(folder)) / GUESSES
    return held.accuracy(held.guesses(head, srsly.read_json(path) if path.is_file() else {}))


def _promote(folder: Path, nlp: Language, held: FrozenSet, guesses: Mapping[str, str]) -> None:
    """Write the model beside the old ones, then switch over in one step."""
    number = max(_numbers(folder), default=0) + 1
    held.save(folder / "frozen.npz")
    pipeline.save(nlp, folder / str(number))
    srsly.write_json(folder / str(number) / GUESSES, guesses)
    _use(folder, number)
    for old in _numbers(folder)[:-KEPT]:
        shutil.rmtree(folder / str(old))


def _use(folder: Path, number: int) -> None:
    waiting = folder / "current.new"
    waiting.write_text(f"{number}\n", encoding="utf-8")
    os.replace(waiting, folder / "current")  # noqa: PTH105  # replaces on every system


def _numbers(folder: Path) -> list[int]:
    return sorted(int(path.name) for path in folder.iterdir() if path.is_dir() and path.name.isdecimal())
