"""A map of the city: its areas, shaded by a number where one may be told, and what stands where."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from bot.drawing import charts

Outlines = Mapping[str, Sequence[Sequence[tuple[float, float]]]]

_PAPER, _INK, _PALE, _LINE = "#ffffff", "#1c1c1e", "#eceff2", "#b6bec7"
_WIDTH, _HEAD, _FOOT = 6.4, 0.6, 0.5
"""Inches: a phone's width, the title, what the colours mean."""


@dataclass(frozen=True)
class Pin:
    """Something on the map: its number, where it is (WGS 84 degrees), and whether it won."""

    number: int
    lat: float
    lon: float
    won: bool


def draw(
    title: str, outlines: Outlines, counts: Mapping[str, int], pins: Sequence[Pin], *, legend: str, colour: str
) -> bytes:
    """A PNG: the darker an area, the larger its number, which stands in it; areas without a number stay pale."""
    points = [point for rings in outlines.values() for ring in rings for point in ring]
    west, east = min(lon for lon, _ in points), max(lon for lon, _ in points)
    south, north = min(lat for _, lat in points), max(lat for _, lat in points)
    stretch = 1 / math.cos(math.radians((south + north) / 2))
    tall = 0.9 * _WIDTH * (north - south) * stretch / (east - west)
    height = min(tall, 9.0) + _HEAD + _FOOT
    figure = charts.paper(height)
    axes = figure.add_axes((0.05, _FOOT / height, 0.9, 1 - (_HEAD + _FOOT) / height))
    axes.set_axis_off()
    axes.set_aspect(stretch)
    axes.set_xlim(west, east)
    axes.set_ylim(south, north)
    most = max(counts.values(), default=1)
    for name, rings in outlines.items():
        shade = _mixed(colour, counts[name] / most) if name in counts else _PALE
        for ring in rings:
            axes.fill(*zip(*ring, strict=True), facecolor=shade, edgecolor=_LINE, linewidth=0.6)
        if name in counts:
            lon, lat = _middle(max(rings, key=len))
            axes.text(lon, lat, str(counts[name]), ha="center", va="center", fontsize=9, color=_INK)
    for pin in sorted(pins, key=lambda one: one.won):
        face = colour if pin.won else _PAPER
        axes.scatter([pin.lon], [pin.lat], s=130 if pin.won else 80, c=face, edgecolors=_INK, linewidths=0.8, zorder=3)
        ink = _PAPER if pin.won else _INK
        axes.text(pin.lon, pin.lat, str(pin.number), ha="center", va="center", fontsize=6, color=ink, zorder=4)
    name = charts.writable(title) or ""
    figure.text(0.05, 1 - 0.2 / height, name, va="top", ha="left", fontsize=13, fontweight="bold", color=_INK)
    figure.text(0.05, 0.3 / height, legend, va="center", ha="left", fontsize=9, color=_INK)
    return charts.png(figure)


def _mixed(colour: str, share: float) -> tuple[float, float, float]:
    """The colour (#rrggbb), thinned with white: 15 to 70 % of it, so that dark words read on it."""
    part = 0.15 + 0.55 * share
    red, green, blue = (1 - part * (1 - int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return red, green, blue


def _middle(ring: Sequence[tuple[float, float]]) -> tuple[float, float]:
    """The centre of a ring's surface."""
    doubled = lon = lat = 0.0
    for (x, y), (next_x, next_y) in pairwise(ring):
        cross = x * next_y - next_x * y
        doubled, lon, lat = doubled + cross, lon + (x + next_x) * cross, lat + (y + next_y) * cross
    return (lon / (3 * doubled), lat / (3 * doubled)) if doubled else ring[0]
