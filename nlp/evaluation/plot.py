"""The calibration plot: how sure, against how often right."""

from collections.abc import Sequence
from pathlib import Path

from nlp.scores import Bin


def draw(bins: Sequence[Bin], error: float, path: Path) -> str:
    """Write the plot as PNG; returns a sentence that says where, or why not."""
    try:
        from matplotlib.figure import Figure  # noqa: PLC0415  # for measuring only
    except ImportError:
        return "no plot: matplotlib is not installed (extra train)"
    figure = Figure(figsize=(5, 5), layout="constrained")
    axes = figure.subplots()
    axes.plot([0, 1], [0, 1], color="0.7", linestyle="--")
    axes.plot([one.confidence for one in bins], [one.accuracy for one in bins], marker="o", color="#0b57d0")
    for one in bins:
        axes.annotate(str(one.size), (one.confidence, one.accuracy), textcoords="offset points", xytext=(6, -10))
    axes.set(xlim=(0, 1), ylim=(0, 1), xlabel="said", ylabel="right", title=f"Calibration on dev, ECE {error:.3f}")
    figure.savefig(path, dpi=120, metadata={"Software": None})
    return f"plot: {path}"
