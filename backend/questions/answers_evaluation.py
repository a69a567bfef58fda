"""How well questions are answered from what is written, measured on questions that nobody indexed."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from backend.questions import answers
from backend.questions.retrieval import Retriever


def evaluate(path: Path, cities: Path) -> dict[str, Any]:
    """Shares (0 to 1) of covered questions whose right answer came first or was quoted, of uncovered ones refused.

    `offered_right` counts what was quoted, and what somebody could choose where nothing was sure enough.

    A line of the file: {"city", "language", "question", "answer": code or null}. `cities` holds the city folders.
    """
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    retrievers = {name: Retriever(answers.load(cities / name)) for name in sorted({row["city"] for row in rows})}
    judged = [(row, *_judged(retrievers, row)) for row in rows]
    covered = [one for one in judged if one[0]["answer"] is not None]
    uncovered = [one for one in judged if one[0]["answer"] is None]
    return {
        "answers": {name: len(answers.load(cities / name)) for name in retrievers},
        "covered": len(covered),
        "right_first": _share(first == row["answer"] for row, first, _, _ in covered),
        "quoted_right": _share(quoted == row["answer"] for row, _, quoted, _ in covered),
        "offered_right": _share(row["answer"] in offered for row, _, _, offered in covered),
        "quoted_wrong": _share(quoted not in (None, row["answer"]) for row, _, quoted, _ in covered),
        "uncovered": len(uncovered),
        "refused": _share(quoted is None for _, _, quoted, _ in uncovered),
        "by_language": {
            language: _share(quoted == row["answer"] for row, _, quoted, _ in judged if row["language"] == language)
            for language in sorted({row["language"] for row in rows})
        },
        "wrong": [
            {"question": row["question"], "answer": row["answer"], "first": first, "quoted": quoted}
            for row, first, quoted, _ in judged
            if quoted != row["answer"]
        ],
    }


def _judged(retrievers: Mapping[str, Retriever], row: Mapping[str, Any]) -> tuple[str | None, str | None, set[str]]:
    retriever = retrievers[row["city"]]
    found = retriever.find(row["question"], limit=1)
    quoted = retriever.confident(row["question"])
    offered = [quoted] if quoted else retriever.near(row["question"])
    codes = {match.answer.code for match in offered}
    return (found[0].answer.code if found else None), (quoted.answer.code if quoted else None), codes


def _share(hits: Iterable[bool]) -> float:
    values = list(hits)
    return round(sum(values) / max(len(values), 1), 3)
