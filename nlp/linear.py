"""A linear classifier over hashed features: its numbers, and the file that they are kept in; `panel.py` asks it."""

import io
import zipfile
from collections.abc import Collection, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

Margins = npt.NDArray[np.float32]
Weights = npt.NDArray[np.float16]
"""Shape (ids that count, labels)."""

_ARRAYS = ("labels", "ids", "idf", "weights", "bias", "temperature")


class Linear:
    """Labels, the ids that count with their rarity (idf), a row of weights for each, and a temperature.

    Words and pieces of words are scaled to length 1 apart; calibration after Guo et al. (2017, "On Calibration of
    Modern Neural Networks"): probabilities are the softmax of margins / temperature.
    """

    def __init__(  # noqa: PLR0917  # the arrays of a saved head, in their order
        self, labels: Sequence[str], ids: npt.NDArray[np.uint32], idf: npt.NDArray[np.float32],
        weights: Weights, bias: Margins, temperature: float,
    ) -> None:  # fmt: skip
        self.labels = tuple(labels)
        self.ids, self.idf, self.bias, self.temperature = ids, idf, bias, temperature
        self.weights = weights

    def only(self, labels: Collection[str]) -> "Linear":
        """The same for these labels alone; raises ValueError when it knows none of them."""
        kept = [column for column, label in enumerate(self.labels) if label in labels]
        if not kept:
            raise ValueError("it knows none of the labels")
        named = [self.labels[column] for column in kept]
        return Linear(named, self.ids, self.idf, self.weights[:, kept], self.bias[kept], self.temperature)

    def save(self, path: Path) -> None:
        """Write a compressed .npz that has the same bytes for the same numbers."""
        arrays = {
            "labels": np.array(self.labels), "ids": self.ids, "idf": self.idf.astype(np.float32),
            "weights": self.weights, "bias": self.bias, "temperature": np.float32(self.temperature),
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
