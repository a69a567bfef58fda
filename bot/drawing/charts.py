"""Charts: results as pictures that read on a phone, in light and dark; the same numbers stand in the text."""

import io
import textwrap
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from matplotlib.figure import Figure

_PAPER, _INK, _PALE = "#ffffff", "#1c1c1e", "#d7dbe0"
_WIDTH, _BAR, _LINE, _TITLE_LINE, _EDGE = 6.4, 0.4, 0.21, 0.24, 0.15
"""Inches: a phone's width; a bar with its gaps, a line above it, a line of the title, the margin."""

_DPI = 160
_TITLE_LETTERS, _LABEL_LETTERS = 50, 64
_TITLE_LINES, _LABEL_LINES = 3, 2
_COUNT_WIDTH = 0.0185
"""What a letter of the numbers beside a bar takes, of the bar's full width."""

_FAMILIES = (
    "DejaVu Sans", "Noto Sans", "Noto Sans Arabic", "Noto Sans Hebrew", "Noto Sans Devanagari", "Noto Sans Bengali",
    "Noto Sans Tamil", "Noto Sans Thai", "Noto Sans CJK SC", "Noto Sans CJK JP", "Noto Sans CJK KR", "Noto Emoji",
)  # fmt: skip
"""The first comes with matplotlib; the others are used where the machine has them."""


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

    On its own white paper, so that it reads the same whatever is around it. Words that no font here can write are left
    to the text beside the picture: the answer is numbered instead, in the text's order.
    """
    head = _lines(writable(title) or "", _TITLE_LETTERS, _TITLE_LINES)
    labels = [_lines(writable(row.label) or f"{n}.", _LABEL_LETTERS, _LABEL_LINES) for n, row in enumerate(rows, 1)]
    tall = 2 * _EDGE + _TITLE_LINE * (len(head) + 0.5) + sum(_BAR + _LINE * len(label) for label in labels)
    figure = paper(tall)
    axes = figure.add_axes((0.05, 0, 0.9, 1))
    axes.set_axis_off()
    numbers = [f"{row.share:.0%} · {row.count}" if row.is_share else str(row.count) for row in rows]
    axes.set_xlim(0, 1.03 + _COUNT_WIDTH * max(map(len, numbers), default=0))
    axes.set_ylim(tall, 0)
    words: dict[str, Any] = {"color": _INK, "ha": "left", "family": list(_families()), "parse_math": False}
    y = _EDGE
    axes.text(0, y, "\n".join(head), va="top", fontsize=13, fontweight="bold", **words)
    y += _TITLE_LINE * (len(head) + 0.5)
    for row, label, number in zip(rows, labels, numbers, strict=True):
        axes.text(0, y, "\n".join(label), va="top", fontsize=11, **words)
        y += _LINE * len(label) + 0.13
        axes.barh(y, 1, height=0.2, color=_PALE, linewidth=0)
        axes.barh(y, row.share, height=0.2, color=colour, alpha=0.35 if row.is_pale else 1, linewidth=0)
        axes.text(1.02, y, number, va="center", fontsize=10, **words)
        y += _BAR - 0.13
    return png(figure)


def paper(height: float) -> "Figure":
    """An empty figure of a phone's width and this height, in inches."""
    # Half a second of every start, for pictures that are drawn now and then.
    from matplotlib.figure import Figure  # noqa: PLC0415

    return Figure(figsize=(_WIDTH, height), dpi=_DPI, facecolor=_PAPER)


def png(figure: "Figure") -> bytes:
    """A figure as the bytes of a PNG that names no program."""
    picture = io.BytesIO()
    figure.savefig(picture, format="png", facecolor=_PAPER, metadata={"Software": None})
    return picture.getvalue()


def writable(words: str) -> str | None:
    """The words without symbols that no font has; None where letters would be missing."""
    known = _letters()
    kept = "".join(
        char for char in words if ord(char) in known or unicodedata.category(char) not in {"So", "Sk", "Cf", "Mn"}
    )
    return None if any(ord(char) not in known and not char.isspace() for char in kept) else kept.strip()


def _lines(words: str, letters: int, most: int) -> list[str]:
    # Letters of East Asia are as wide as two others.
    wide = sum(unicodedata.east_asian_width(char) in "WF" for char in words)
    width = letters // 2 if wide * 2 > len(words) else letters
    return textwrap.wrap(words, width, max_lines=most, placeholder="…") or [""]


@cache
def _families() -> tuple[str, ...]:
    from matplotlib.font_manager import fontManager  # noqa: PLC0415

    here = {font.name for font in fontManager.ttflist}
    return tuple(family for family in _FAMILIES if family in here)


@cache
def _letters() -> frozenset[int]:
    """All code points that the fonts here can write."""
    from matplotlib.font_manager import fontManager  # noqa: PLC0415
    from matplotlib.ft2font import FT2Font  # noqa: PLC0415

    files = {font.fname for font in fontManager.ttflist if font.name in _families() and Path(font.fname).exists()}
    return frozenset(point for file in files for point in FT2Font(file).get_charmap())


@dataclass(frozen=True)
class Line:
    """What is counted week by week: its name, its numbers, its colour."""

    name: str
    numbers: Sequence[int]
    colour: str


def trend(weeks: Sequence[str], lines: Sequence[Line]) -> bytes:
    """A PNG with a group of columns for each week, each with its number above it; the names stand on top."""
    figure = paper(3.4)
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
