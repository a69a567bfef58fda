"""Charts: results as pictures that read on a phone, in light and dark; the same numbers stand in the text."""

import io
from collections.abc import Sequence
from dataclasses import dataclass

from matplotlib.colors import to_rgba
from matplotlib.figure import Figure

_PAPER, _INK, _PALE = "#ffffff", "#1c1c1e", "#d7dbe0"
_WIDTH, _ROW, _HEAD = 6.4, 0.62, 0.6
"""Inches: a phone's width, one answer, the title."""

_DPI = 160


@dataclass(frozen=True)
class Bar:
    """One answer: its words, how many gave it, and how long it is drawn (0 to 1).

    That is their share of everybody and written beside it, unless `is_share` is off; what is pale did not win.
    """

    label: str
    count: int
    share: float
    is_share: bool = True
    is_pale: bool = False


def bars(title: str, rows: Sequence[Bar], colour: str) -> bytes:
    """A PNG with one bar an answer, the words above it, the number at its end.

    On its own white paper, so that it reads the same whatever is around it.
    """
    height = _HEAD + _ROW * max(len(rows), 1) + 0.15
    figure = Figure(figsize=(_WIDTH, height), dpi=_DPI, facecolor=_PAPER)
    axes = figure.add_axes((0.05, 0.15 / height, 0.9, 1 - (_HEAD + 0.15) / height))
    axes.set_axis_off()
    axes.set_xlim(0, 1.16)
    axes.set_ylim(len(rows) - 0.6, -0.6)
    for place, row in enumerate(rows):
        axes.barh(place + 0.12, 1, height=0.32, color=_PALE, linewidth=0)
        shade = to_rgba(colour, 0.35 if row.is_pale else 1)
        axes.barh(place + 0.12, row.share, height=0.32, color=shade, linewidth=0)
        axes.text(0, place - 0.16, short(row.label), va="bottom", ha="left", fontsize=11, color=_INK)
        number = f"{row.share:.0%} · {row.count}" if row.is_share else str(row.count)
        axes.text(1.02, place + 0.12, number, va="center", ha="left", fontsize=10, color=_INK)
    figure.text(
        0.05, 1 - 0.2 / height, short(title, 64), va="top", ha="left", fontsize=13, fontweight="bold", color=_INK
    )
    return png(figure)


def png(figure: Figure) -> bytes:
    """A figure as the bytes of a PNG that names no program."""
    picture = io.BytesIO()
    figure.savefig(picture, format="png", facecolor=_PAPER, metadata={"Software": None})
    return picture.getvalue()


def short(words: str, most: int = 58) -> str:
    """Words cut to what fits above a bar."""
    return words if len(words) <= most else words[: most - 1].rstrip() + "…"


@dataclass(frozen=True)
class Line:
    """What is counted week by week: its name, its numbers, its colour."""

    name: str
    numbers: Sequence[int]
    colour: str


def trend(weeks: Sequence[str], lines: Sequence[Line]) -> bytes:
    """A PNG with a group of columns for each week, each with its number above it; the names stand on top."""
    figure = Figure(figsize=(_WIDTH, 3.4), dpi=_DPI, facecolor=_PAPER)
    axes = figure.add_axes((0.04, 0.12, 0.92, 0.72), facecolor=_PAPER)
    width = 0.8 / len(lines)
    for place, line in enumerate(lines):
        at = [week + (place - (len(lines) - 1) / 2) * width for week in range(len(weeks))]
        drawn = axes.bar(at, line.numbers, width=width * 0.92, color=line.colour, label=line.name)
        axes.bar_label(drawn, fontsize=8, color=_INK, padding=2)
    axes.set_xticks(range(len(weeks)), labels=list(weeks), fontsize=9, color=_INK)
    axes.set_yticks([])
    axes.tick_params(length=0)
    axes.margins(y=0.12)
    for name, side in axes.spines.items():
        side.set_visible(name == "bottom")
        side.set_color(_PALE)
    figure.legend(
        loc="upper left", bbox_to_anchor=(0.02, 1.0), ncols=len(lines), frameon=False, fontsize=10, labelcolor=_INK
    )
    return png(figure)
