"""A linear classifier over hashed features, run with numpy alone."""

import io
import zipfile
from collections.abc import Collection, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from nlp.features import TABLE, Features

Margins = npt.NDArray[np.float32]
Weights = npt.NDArray[np.float16]
"""Shape (ids that count, labels)."""

STRANGE = 0.7
"""Share of known pieces that even letters at random reach."""

_ARRAYS = ("labels", "ids", "idf", "weights", "bias", "temperature")


class Rank:
    """The place of an id among sorted ones, by a bit for each possible id and the number of those before each 64.

    A search by halves misses the processor's cache at every step; this reads two numbers.
    After Jacobson (1989, "Space-efficient Static Trees and Graphs").
    """

    def __init__(self, ids: npt.NDArray[np.uint32]) -> None:
        bits = np.zeros(2 * TABLE, dtype=np.uint8)
        bits[ids] = 1
        self._bits = np.packbits(bits, bitorder="little").view(np.uint64)
        self._before = np.cumsum(np.bitwise_count(self._bits), dtype=np.uint32) - np.bitwise_count(self._bits)

    def __call__(self, ids: npt.NDArray[np.uint32]) -> tuple[npt.NDArray[np.intp], npt.NDArray[np.bool_]]:
        """The place of each id, and whether it is one of them (the place says nothing where it is not)."""
        word = ids >> np.uint32(6)
        bits, place = self._bits[word], (ids & np.uint32(63)).astype(np.uint64)
        known = (bits >> place) & np.uint64(1)
        smaller = np.bitwise_count(bits & ((np.uint64(1) << place) - np.uint64(1)))
        return (self._before[word] + smaller).astype(np.intp), known.astype(np.bool_)


class Linear:
    """Labels, the ids that count with their rarity (idf), a row of weights for each, and a temperature.

    Words and pieces of words are scaled to length 1 apart; calibration after Guo et al. (2017, "On Calibration of
    Modern Neural Networks"): probabilities are the softmax of margins / temperature.
    """

    def __init__(  # noqa: PLR0917  # the arrays of a saved head, in their order
        self, labels: Sequence[str], ids: npt.NDArray[np.uint32], idf: npt.NDArray[np.float32],
        weights: Weights | Margins,
        bias: Margins, temperature: float,
    ) -> None:  # fmt: skip
        self.labels = tuple(labels)
        self.ids, self.idf, self.bias, self.temperature = ids, idf, bias, temperature
        # In single precision, because numpy multiplies halves slowly.
        self.weights = weights.astype(np.float32)
        self._rank = Rank(ids)

    def margins(self, features: Features) -> Margins:
        """How far a text lies on each label's side, shape (labels,)."""
        rows, known = self._rank(features.ids)
        rows = rows[known]
        strength = features.counts[known] * self.idf[rows]
        words = int(np.count_nonzero(known[: features.words]))
        margins: Margins = self.bias + _scaled(strength, words) @ self.weights[rows]
        return margins

    def probabilities(self, features: Features) -> dict[str, float]:
        """Labels with calibrated probabilities, best first; they add up to 1."""
        scaled = self.margins(features) / self.temperature
        powers = np.exp(scaled - scaled.max())
        shares = (powers / powers.sum()).tolist()
        return dict(sorted(zip(self.labels, shares, strict=True), key=lambda pair: -pair[1]))

    def only(self, labels: Collection[str]) -> "Linear":
        """The same for these labels alone; raises ValueError when it knows none of them."""
        kept = [column for column, label in enumerate(self.labels) if label in labels]
        if not kept:
            raise ValueError("it knows none of the labels")
        named = [self.labels[column] for column in kept]
        return Linear(named, self.ids, self.idf, self.weights[:, kept], self.bias[kept], self.temperature)

    def familiarity(self, features: Features) -> float:
        """How much of a text stood in the training text too, from 0 to 1: words, or else most pieces of its words."""
        if not len(features.singles):
            return 0.0
        _, known = self._rank(features.ids[features.words :])
        pieces = (float(known.mean()) - STRANGE) / (1 - STRANGE)
        return max(float(self._rank(features.singles)[1].mean()), pieces)

    def knows(self, features: Features) -> bool:
        """Whether most of a text's pieces stood in the training text: not so for another script or mere symbols."""
        _, known = self._rank(features.ids[features.words :])
        return bool(len(known)) and float(known.mean()) >= 0.5

    def save(self, path: Path) -> None:
        """Write a compressed .npz that has the same bytes for the same numbers."""
        arrays = {
            "labels": np.array(self.labels), "ids": self.ids, "idf": self.idf.astype(np.float32),
            "weights": self.weights.astype(np.float16), "bias": self.bias, "temperature": np.float32(self.temperature),
        }  # fmt: skip
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
            for name in _ARRAYS:
                held = io.BytesIO()
                np.lib.format.write_array(held, np.asanyarray(arrays[name]), allow_pickle=False)
                # A fixed date: the archive must not tell when it was made.
                archive.writestr(zipfile.ZipInfo(f"{name}.npy"), held.getvalue(), zipfile.ZIP_DEFLATED)

    @classmethod
    def load(cls, path: Path) -> "Linear":
        """Read what `save` wrote; raises ValueError for anything else, and never runs code from the file."""
        try:
            with np.load(path, allow_pickle=False) as stored:
                arrays = {name: stored[name] for name in _ARRAYS}
        except (OSError, KeyError, ValueError, zipfile.BadZipFile) as error:
            raise ValueError(f"{path} is not a model: {error}") from error
        labels, ids, idf, weights, bias, temperature = (arrays[name] for name in _ARRAYS)
        if weights.shape != (len(ids), len(labels)) or len(idf) != len(ids) or len(bias) != len(labels):
            raise ValueError(f"{path} is not a model: its parts do not fit together")
        return cls([str(label) for label in labels], ids, idf, weights, bias, float(temperature))


def _scaled(strength: npt.NDArray[np.float32], words: int) -> npt.NDArray[np.float32]:
    """The words and the pieces of words scaled to length 1 apart."""
    lengths = np.sqrt([strength[:words] @ strength[:words], strength[words:] @ strength[words:]], dtype=np.float32)
    scaled: npt.NDArray[np.float32] = strength / np.repeat(
        np.maximum(lengths, np.float32(1e-12)), [words, len(strength) - words]
    )
    return scaled
