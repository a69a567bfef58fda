"""Charts: results as pictures that read on a phone, in light and dark; the same numbers stand in the text."""

import io
from collections.abc import Sequence
from dataclasses import dataclass

_PAPER, _INK, _PALE = "#ffffff", "#1c1c1e", "#d7dbe0"
_WIDTH, _ROW, _HEAD = 6.4, 0.62, 0.6
"""Inches: a phone's width, one answer, the title."""

_DPI = 160


@dataclass(frozen=True)
class Bar:
    """One answer: its words, how many gave it, and the share of everybody that is (0 to 1)."""

    label: str
    count: int
    share: float


def bars(title: str, rows: Sequence[Bar], colour: str) -> bytes:
    """A PNG with one bar an answer, the words above it, the number at its end.

    On its own white paper, so that it reads the same whatever is around it.
    """
    # Half a second of every start, for a picture that is drawn when a consultation is over.
    from matplotlib.figure import Figure  # noqa: PLC0415

    height = _HEAD + _ROW * max(len(rows), 1) + 0.15
    figure = Figure(figsize=(_WIDTH, height), dpi=_DPI, facecolor=_PAPER)
    axes = figure.add_axes((0.05, 0.15 / height, 0.9, 1 - (_HEAD + 0.15) / height))
    axes.set_axis_off()
    axes.set_xlim(0, 1.16)
    axes.set_ylim(len(rows) - 0.6, -0.6)
    for place, row in enumerate(rows):
        axes.barh(place + 0.12, 1, height=0.32, color=_PALE, linewidth=0)
        axes.barh(place + 0.12, row.share, height=0.32, color=colour, linewidth=0)
        axes.text(0, place - 0.16, _short(row.label), va="bottom", ha="left", fontsize=11, color=_INK)
        axes.text(1.02, place + 0.12, f"{row.share:.0%} · {row.count}", va="center", ha="left", fontsize=10, color=_INK)
    figure.text(
        0.05, 1 - 0.2 / height, _short(title, 64), va="top", ha="left", fontsize=13, fontweight="bold", color=_INK
    )
    picture = io.BytesIO()
    figure.savefig(picture, format="png", facecolor=_PAPER, metadata={"Software": None})
    return picture.getvalue()


def _short(words: str, most: int = 58) -> str:
    return words if len(words) <= most else words[: most - 1].rstrip() + "…"
