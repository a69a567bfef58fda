"""How well similar proposals are recognised, measured on labelled pairs, also across languages."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from backend.words.ideas import LIKELY, Idea, idea, same


def evaluate(path: Path) -> dict[str, Any]:
    """Precision and recall (0 to 1) of what would be shown as similar: of all pairs, within and across languages.

    A line of the file: {"one": {"text", "language", "area"?}, "other": {...}, "same": true, "why"}.
    """
    judged = list(judgements(path))
    across = [one for one in judged if one[0]["one"]["language"] != one[0]["other"]["language"]]
    within = [one for one in judged if one[0]["one"]["language"] == one[0]["other"]["language"]]
    return {
        "pairs": len(judged),
        "all": _figures(judged),
        "within": _figures(within),
        "across": _figures(across),
        "wrong": [
            {"one": pair["one"]["text"], "other": pair["other"]["text"], "same": pair["same"], "why": pair["why"]}
            for pair, shown in judged
            if shown != pair["same"]
        ],
    }


def judgements(path: Path) -> Iterator[tuple[dict[str, Any], bool]]:
    """Every pair of the file, and whether the second would be shown to whoever proposes the first."""
    for line in path.read_text(encoding="utf-8").splitlines():
        pair = json.loads(line)
        yield pair, same(_idea(pair["one"]), _idea(pair["other"])) >= LIKELY


def _idea(side: dict[str, Any]) -> Idea:
    return idea(side["text"], area=side.get("area"))


def _figures(judged: list[tuple[dict[str, Any], bool]]) -> dict[str, float]:
    hits = sum(pair["same"] and shown for pair, shown in judged)
    return {
        "pairs": len(judged),
        "precision": round(hits / max(sum(shown for _, shown in judged), 1), 3),
        "recall": round(hits / max(sum(pair["same"] for pair, _ in judged), 1), 3),
    }
