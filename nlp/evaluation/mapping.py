"""How our kinds stand to the older list of the New Haven reports."""

from collections.abc import Mapping

from nlp.kinds import Kind

OLDER: Mapping[Kind, str] = {
    Kind.STREET_CLEANING: "streets_drains", Kind.DRAINS_WATER: "streets_drains",
    Kind.STREET_FURNITURE: "streets_drains", Kind.NOISE: "public_safety", Kind.ANIMALS: "other",
    Kind.PUBLIC_TOILETS: "parks", Kind.ACCESSIBILITY: "sidewalk",
}  # fmt: skip
"""Where a kind has no label of its own name: "Public Space, Streets and Drains" took cleaning, drains and benches,
noise was told to the police, animals stood under other."""


def older(kinds: Mapping[Kind, float]) -> dict[str, float]:
    """The probabilities of the older labels, best first; kinds that share a label add up."""
    sums: dict[str, float] = {}
    for kind, probability in kinds.items():
        label = OLDER.get(kind, kind.value)
        sums[label] = sums.get(label, 0.0) + probability
    return dict(sorted(sums.items(), key=lambda pair: -pair[1]))


def rows() -> list[str]:
    """The mapping, a line each."""
    return [f"{kind.value} → {label}" for kind, label in OLDER.items()]
