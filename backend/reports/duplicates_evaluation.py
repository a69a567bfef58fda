"""How well duplicates are recognised, measured on labelled pairs of reports."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from backend.city.city import City
from backend.reports.duplicates import LIKELY, Facts, distance, same


def evaluate(path: Path, city: City) -> dict[str, float]:
    """Precision and recall (0 to 1) of what would be offered to be joined, and how many pairs were judged.

    A line of the file: {"one": {"service", "words", "lat", "lon", "address"?}, "other": {...}, "same": true, "why"}.
    """
    judged = [(pair["same"], offered) for pair, offered in judgements(path, city)]
    hits = sum(same and offered for same, offered in judged)
    return {
        "precision": round(hits / max(sum(offered for _, offered in judged), 1), 3),
        "recall": round(hits / max(sum(same for same, _ in judged), 1), 3),
        "pairs": len(judged),
    }


def judgements(path: Path, city: City) -> Iterator[tuple[dict[str, Any], bool]]:
    """Every pair of the file, and whether the second would be offered to whoever reports the first.

    Pairs with a service whose reports are private are left out: those are shown to nobody else.
    """
    for line in path.read_text(encoding="utf-8").splitlines():
        pair = json.loads(line)
        if any(city.service(pair[side]["service"]).is_private for side in ("one", "other")):
            continue
        one, other = _facts(pair["one"]), _facts(pair["other"])
        yield pair, same(city, one, other, distance(one, other)) >= LIKELY


def _facts(side: dict[str, Any]) -> Facts:
    return Facts(
        service_code=side["service"],
        description=side["words"],
        address=side.get("address", ""),
        lat=side["lat"],
        lon=side["lon"],
    )
