"""How well questions are answered from what is written, measured on questions that nobody indexed."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from backend.questions import answers
from backend.questions.answers import Answer, Subject
from backend.questions.evidence import SIGNS, Evidence
from backend.questions.retrieval import CONFIDENT, Retriever
from backend.questions.weighing import Known, Weights, learnt

_FOLDS = 5
_SPARSE = 1
"""Phrasings a language besides the plainest: a city that writes few must be served too."""
_SPARSE_COUNTS = 0.2
"""How much a question counts with few phrasings, where it counts 1 with all of them."""


def evaluate(path: Path, cities: Path) -> dict[str, Any]:
    """Shares (0 to 1) of covered questions whose right answer came first or was quoted, of uncovered ones refused.

    `offered_right` counts what was quoted, and what somebody could choose where nothing was sure enough.

    A line of the file: {"city", "language", "question", "answer": code or null}. `cities` holds the city folders.
    """
    rows = _rows(path)
    retrievers = {name: Retriever(answers.load(cities / name)) for name in sorted({row["city"] for row in rows})}
    judged = [(row, *_judged(retrievers, row)) for row in rows]
    covered = [one for one in judged if one[0]["answer"] is not None]
    uncovered = [one for one in judged if one[0]["answer"] is None]
    return {
        "answers": {name: sum(isinstance(one, Answer) for one in answers.load(cities / name)) for name in retrievers},
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


def _rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def _judged(retrievers: Mapping[str, Retriever], row: Mapping[str, Any]) -> tuple[str | None, str | None, set[str]]:
    retriever = retrievers[row["city"]]
    first = retriever.find(row["question"], limit=1)
    found = retriever.look_up(row["question"])
    offered = [found.quote] if found.quote else found.near
    codes = {answer.code for answer in offered}
    return (first[0].subject.code if first else None), (found.quote.code if found.quote else None), codes


def _share(hits: Iterable[bool]) -> float:
    values = list(hits)
    return round(sum(values) / max(len(values), 1), 3)


@dataclass(frozen=True)
class Lesson:
    """A question to learn from: its evidence from all phrasings and from few, and the answer, city and code, if any."""

    full: Known
    sparse: Known
    answer: tuple[str, str] | None


def lessons(paths: Sequence[Path], cities: Path) -> list[Lesson]:
    """The questions of these files as lessons."""
    rows = [row for path in paths for row in _rows(path)]
    asked = {name: answers.load(cities / name) for name in sorted({row["city"] for row in rows})}
    full = {name: _Asked(of_city) for name, of_city in asked.items()}
    sparse = {name: _Asked(_sparse(of_city)) for name, of_city in asked.items()}
    return [_lesson(row, full[row["city"]], sparse[row["city"]]) for row in rows]


class _Asked:
    """What people ask a city, and the evidence for it."""

    def __init__(self, subjects: Sequence[Subject]) -> None:
        self.codes = [subject.code for subject in subjects]
        self.evidence = Evidence(subjects)

    def known(self, row: Mapping[str, Any], counts: float = 1.0) -> Known:
        found = self.evidence.of(row["question"])
        nothing = np.zeros((len(self.codes), len(SIGNS)))
        right = ~self.evidence.answers if row["answer"] is None else np.array(self.codes) == row["answer"]
        return Known(nothing if found is None else found, right, row["answer"] is not None, counts)


def _lesson(row: Mapping[str, Any], full: _Asked, sparse: _Asked) -> Lesson:
    answer = (row["city"], row["answer"]) if row["answer"] else None
    return Lesson(full.known(row), sparse.known(row, _SPARSE_COUNTS), answer)


def _sparse(subjects: Sequence[Subject]) -> list[Subject]:
    """The answers alone, with few phrasings."""
    found = [subject for subject in subjects if isinstance(subject, Answer)]
    few = [{language: ways[:_SPARSE] for language, ways in answer.also.items()} for answer in found]
    return [answer.model_copy(update={"also": also}) for answer, also in zip(found, few, strict=True)]


def weights(taught: Sequence[Lesson]) -> Weights:
    """The weights that these lessons give."""
    return learnt([known for lesson in taught for known in (lesson.full, lesson.sparse)])


def held_out(taught: Sequence[Lesson]) -> dict[str, float]:
    """Shares (0 to 1) quoted rightly and refused on questions whose answer the weights were not learnt with."""
    fold = {answer: at % _FOLDS for at, answer in enumerate(sorted({one.answer for one in taught if one.answer}))}
    folds = [fold[lesson.answer] if lesson.answer else at % _FOLDS for at, lesson in enumerate(taught)]
    hits: dict[str, list[bool]] = {"quoted_right": [], "refused": [], "sparse_quoted_right": [], "sparse_refused": []}
    for held in range(_FOLDS):
        found = weights([lesson for lesson, at in zip(taught, folds, strict=True) if at != held])
        for lesson in (lesson for lesson, at in zip(taught, folds, strict=True) if at == held):
            for prefix, known in (("", lesson.full), ("sparse_", lesson.sparse)):
                quoted = _quoted(found, known)
                if known.covered:
                    hits[f"{prefix}quoted_right"].append(quoted is not None and bool(known.right[quoted]))
                else:
                    hits[f"{prefix}refused"].append(quoted is None or bool(known.right[quoted]))
    return {name: _share(values) for name, values in hits.items()}


def _quoted(found: Weights, known: Known) -> int | None:
    probabilities = found.probabilities(known.evidence)
    best = int(probabilities.argmax())
    return best if probabilities[best] >= CONFIDENT else None
