"""A Reading as JSON, for programs and for measuring."""

from collections.abc import Mapping
from typing import Any

from nlp.reading import Act, Place, Reading

ANSWERS = frozenset({Act.YES, Act.NO, Act.CORRECTION, Act.ANSWER})
"""Acts that the Reader tells apart and that all answer an open question."""


def fields(reading: Reading, id: Any = None) -> dict[str, Any]:
    """The fields of `agora read`: yes, no and corrections stand under answer."""
    return {
        "id": id,
        "language": reading.language,
        "act": _public(reading.act),
        "acts": _folded(reading.acts),
        "kinds": {kind.value: probability for kind, probability in reading.kinds.items()},
        "services": reading.services,
        "danger": reading.danger,
        "places": [_place(place) for place in reading.places],
        "times": [
            {"text": span.text, "kind": span.kind.value, "moment": span.moment.isoformat() if span.moment else None}
            for span in reading.times
        ],
        "matters": reading.matters,
        "personal": [
            {"kind": span.kind.value, "start": span.start, "end": span.end, "text": span.text}
            for span in reading.personal
        ],
    }


def _public(act: Act) -> str:
    return (Act.ANSWER if act in ANSWERS else act).value


def _folded(acts: Mapping[Act, float]) -> dict[str, float]:
    sums: dict[str, float] = {}
    for act, probability in acts.items():
        sums[_public(act)] = round(sums.get(_public(act), 0.0) + probability, 4)
    return dict(sorted(sums.items(), key=lambda pair: -pair[1]))


def _place(place: Place) -> dict[str, Any]:
    return {
        "text": place.text, "street": place.street, "number": place.number, "cross": place.cross,
        "lat": place.lat, "lon": place.lon, "confidence": place.confidence,
    }  # fmt: skip
