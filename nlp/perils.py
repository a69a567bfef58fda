"""What makes an emergency in any language: who or what, and what happens to them, in few words.

The packs say by which phrases each is told (`danger.groups`).
"""

from typing import NamedTuple


class Peril(NamedTuple):
    """Two groups of phrases that together tell of an emergency, and the most words that may stand between them.

    `in_order` is for those where the one must come first: "hit a child", not "a child hit the ball".
    """

    one: str
    other: str
    near: int
    in_order: bool = False


PERILS = (
    Peril("person", "helpless", 6), Peril("person", "pinned", 5), Peril("self", "pinned", 4),
    Peril("person", "beaten", 4), Peril("person", "struck", 3), Peril("strikes", "victim", 2, in_order=True),
    Peril("person", "water", 4), Peril("flood", "rises", 4), Peril("child", "exposed", 4),
    Peril("person", "jumping", 3), Peril("person", "despair", 3), Peril("self", "despair", 3),
    Peril("burnable", "burning", 4), Peril("smoke", "indoors", 4), Peril("gas", "smell", 7),
    Peril("wire", "live", 4), Peril("metal", "shocks", 6), Peril("structure", "collapses", 3),
    Peril("collapses", "casualties", 6), Peril("pit", "swallows", 4), Peril("crash", "casualties", 6),
    Peril("animal", "attacks", 4), Peril("chemical", "spills", 3), Peril("chemical", "sickens", 8),
    Peril("weapon", "brandished", 3), Peril("intruder", "enters", 3), Peril("blast", "scene", 5),
    Peril("shots", "scatter", 4), Peril("vessel", "sinks", 5), Peril("vehicle", "runaway", 4),
    Peril("child", "gone", 7), Peril("person", "bound", 5), Peril("person", "rails", 4), Peril("limb", "machine", 4),
    Peril("ingests", "poison", 5, in_order=True),
)  # fmt: skip

LONE = "lone"
"""The group of phrases that tell of an emergency by themselves."""

GROUPS = frozenset({LONE, *(group for peril in PERILS for group in (peril.one, peril.other))})
"""The names that `danger.groups` of a pack may hold."""
